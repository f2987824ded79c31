import NaqlModel
import NaqlXML

/// Reads XLIFF 1.2 in both forms that Naql writes: one unit a sentence, or `mrk` segments in a unit.
final class XLIFF12Reader: XMLReader.Handler {
  /// What the file says it was made from.
  private(set) var original = ""
  /// Units in the order of the file.
  private(set) var units: [TranslatedUnit] = []
  /// What the file says of its blocks, by group id.
  private(set) var groups: [String: BlockGroup] = [:]
  /// The first thing that is no XLIFF 1.2.
  private(set) var problem: String?
  /// Units whose segments do not fit; their line is told.
  private(set) var faults: [Diagnostic] = []

  /// A side of a unit.
  private enum Side { case source, segmented, target }

  /// For each open mrk whether it is a segment.
  private var open: [Bool] = []
  private var group = ""
  private var unit: XLIFF12Unit?
  private var side: Side?
  private var inside: [String] = []

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
      groups[group] = BlockGroup(attributes["extradata"] ?? "")
    case "trans-unit": unit = XLIFF12Unit(attributes, group: group, line: element.line)
    case "source": side = .source
    case "seg-source": side = .segmented
    case "target":
      side = .target
      unit?.state = attributes["state"]
      unit?.target = MarkedText()
    case "mrk":
      let isSegment = attributes["mtype"] == "seg" && !open.contains(true)
      open.append(isSegment)
      if isSegment { edit { $0.open(attributes["mid"] ?? "") } }
    default: if attributes["ctype"] == "lb" { edit { $0.breakLine() } }
    }
  }

  func end(_ name: String) {
    defer { inside.removeLast() }
    if inside.contains("alt-trans") { return }
    switch name {
    case "source", "seg-source", "target": side = nil
    case "mrk": if open.popLast() == true { edit { $0.close() } }
    case "group": group = ""
    case "trans-unit": closeUnit()
    default: break
    }
  }

  func text(_ text: String) {
    if inside.contains("alt-trans") { return }
    edit { $0.append(text) }
  }

  /// Calls `body` with the text that is being read, if any is.
  private func edit(_ body: (inout MarkedText) -> Void) {
    switch side {
    case .source: if unit != nil { body(&unit!.source) }
    case .segmented: if unit != nil { body(&unit!.segmented) }
    case .target: if unit?.target != nil { body(&unit!.target!) }
    case nil: break
    }
  }

  private func closeUnit() {
    guard let unit else { return }
    self.unit = nil
    do throws(Diagnostic) { units += try unit.segments() } catch {
      var fault = error
      fault.line = unit.line
      faults.append(fault)
    }
  }
}

/// What the `extradata` of a group says of its block: `duplicate-of b1 sentences 2`.
struct BlockGroup {
  /// Id of the block that it repeats.
  private(set) var original: String?
  /// How many sentences it has, where that is said.
  private(set) var sentences: Int?

  /// Reads the words of `note`.
  init(_ note: String) {
    let words = note.split(separator: " ")
    for (key, value) in zip(words, words.dropFirst()) {
      if key == "duplicate-of" { original = String(value) }
      if key == "sentences" { sentences = Int(value) }
    }
  }
}
