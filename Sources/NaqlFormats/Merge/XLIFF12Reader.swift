import NaqlModel
import NaqlXML

/// A unit read back from a translated XLIFF 1.2 file.
struct TranslatedUnit {
  /// Its id, `b3.s2`, or with mrk segments the unit's id and the segment's number.
  var id: String
  /// Id of the group (block) it lies in.
  var group: String
  /// Source text.
  var source: String
  /// Target text, nil where there is none.
  var target: String?
  /// State of the target as the tool left it.
  var state: String?
  /// Whether it was to be translated.
  var translate: Bool
  /// Line of the file that it begins in.
  var line: Int
}

/// Reads XLIFF 1.2 in both forms that Naql writes: one unit a sentence, or `mrk` segments in a unit.
final class XLIFF12Reader: XMLReader.Handler {
  /// What the file says it was made from.
  private(set) var original = ""
  /// Units in the order of the file.
  private(set) var units: [TranslatedUnit] = []
  /// For a duplicate block the block that it repeats, by group id.
  private(set) var duplicates: [String: String] = [:]
  /// The first thing that is no XLIFF 1.2.
  private(set) var problem: String?

  /// For each open mrk its segment, or nil where it marks something else.
  private var open: [String?] = []
  private var group = ""
  private var unit: TranslatedUnit?
  private var inside: [String] = []
  private var text = ""
  private var marks: [(id: String, source: String?, target: String?)] = []

  func start(_ element: XMLReader.Element) {
    if inside.isEmpty, element.name != "xliff" || element.namespace != "urn:oasis:names:tc:xliff:document:1.2" {
      problem = problem ?? "the root element is no xliff of version 1.2"
    }
    inside.append(element.name)
    let attributes = element.attributes
    // Suggestions of other tools hold sources and targets of their own.
    if inside.contains("alt-trans") { return }
    switch element.name {
    case "file": original = attributes["original"] ?? ""
    case "group":
      group = attributes["id"] ?? ""
      if let note = attributes["extradata"], note.hasPrefix("duplicate-of ") {
        duplicates[group] = String(note.dropFirst(13))
      }
    case "trans-unit":
      unit = TranslatedUnit(
        id: attributes["id"] ?? "", group: group, source: "", target: nil, state: nil,
        translate: attributes["translate"] != "no", line: element.line)
      marks = []
    case "source", "seg-source": text = ""
    case "target":
      text = ""
      unit?.state = attributes["state"]
    case "mrk" where attributes["mtype"] == "seg":
      text = ""
      if inside.contains("seg-source") { marks.append((attributes["mid"] ?? "", nil, nil)) }
    default: break
    }
    if element.name == "mrk" { open.append(attributes["mtype"] == "seg" ? attributes["mid"] ?? "" : nil) }
  }

  func end(_ name: String) {
    defer { inside.removeLast() }
    if inside.contains("alt-trans") { return }
    switch name {
    case "source": unit?.source = text
    case "target": if marks.isEmpty { unit?.target = text }
    case "mrk":
      guard let mark = open.popLast() ?? nil, let at = marks.firstIndex(where: { $0.id == mark }) else { break }
      if inside.contains("seg-source") { marks[at].source = text } else { marks[at].target = text }
    case "trans-unit": closeUnit()
    default: break
    }
  }

  func text(_ text: String) { self.text += text }

  private func closeUnit() {
    guard let unit else { return }
    if marks.isEmpty {
      units.append(unit)
    } else {
      for mark in marks {
        var part = unit
        part.id = "\(unit.id).s\(Int(mark.id) ?? 0)"
        part.source = mark.source ?? ""
        part.target = mark.target
        units.append(part)
      }
    }
    self.unit = nil
  }
}
