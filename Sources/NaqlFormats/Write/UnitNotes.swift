import NaqlModel

/// What the one note of a unit says of its names: Arabic, usual English spelling, class and strict form.
///
/// `بشار الأسد = Bashar al-Assad (PER; bgn-pcgn: Bashshār al Asad)`
struct UnitNotes {
  private let document: Document
  private let names: DocumentNames
  /// For each group of names its line, escaped; empty where it has none, nil where it is not made yet.
  private var lines: [[UInt8]?]

  /// Notes for the units of `document`.
  init(_ document: Document, _ names: DocumentNames) {
    self.document = document
    self.names = names
    lines = [[UInt8]?](repeating: nil, count: names.groups.count)
  }

  /// Appends the note of units, a line for each name of one, if they have names.
  mutating func append(_ units: ArraySlice<Alignment>, to output: inout [UInt8]) {
    var isOpen = false
    for unit in units {
      for index in unit.entities {
        let group = names.groupOf[index]
        if unit.entities.lowerBound < index, isSaid(names.groups[group].name, unit.entities.lowerBound..<index) {
          continue
        }
        let line = line(group)
        if line.isEmpty { continue }
        if isOpen { output.append(0x0A) } else { XMLBytes.markup("<note from=\"naql\">", to: &output) }
        isOpen = true
        output.append(contentsOf: line)
      }
    }
    if isOpen { XMLBytes.markup("</note>\n", to: &output) }
  }

  /// Whether one of the entities before has the same class and name.
  private func isSaid(_ name: Int, _ before: Range<Int>) -> Bool {
    before.contains { names.groups[names.groupOf[$0]].name == name }
  }

  private mutating func line(_ group: Int) -> [UInt8] {
    if let made = lines[group] { return made }
    var line: [UInt8] = []
    XMLBytes.text(text(names.groups[group].first), to: &line)
    lines[group] = line
    return line
  }

  private func text(_ index: Int) -> String {
    let entity = document.entities[index]
    let forms = names.forms(of: index).map { document.romanisations[$0] }
    guard entity.entityClass != .title, let shown = forms.first(where: { $0.scheme == "conventional" }) ?? forms.first
    else { return "" }
    let strict = forms.first { $0.scheme != shown.scheme }.map { "; \($0.scheme): \($0.text)" } ?? ""
    let doubt = shown.confidence < 500 ? "; uncertain" : ""
    return "\(entity.name) = \(shown.text) (\(entity.entityClass.rawValue)\(strict)\(doubt))"
  }
}
