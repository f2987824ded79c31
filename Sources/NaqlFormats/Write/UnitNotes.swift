import NaqlModel

/// What the one note of a unit says of its names: Arabic, usual English spelling, class and strict form.
///
/// `بشار الأسد = Bashar al-Assad (PER; bgn-pcgn: Bashshār al Asad)`
struct UnitNotes {
  private let document: Document
  /// For each entity the indices of its romanisations.
  private let forms: [[Int]]

  /// Notes for the units of `document`.
  init(_ document: Document) {
    self.document = document
    var forms = [[Int]](repeating: [], count: document.entities.count)
    for (index, romanisation) in document.romanisations.enumerated() {
      if case .entity(let entity) = romanisation.target { forms[entity].append(index) }
    }
    self.forms = forms
  }

  /// The note of a unit, or nil where it has no names.
  func note(_ alignment: Alignment) -> String? {
    var parts: [String] = []
    var seen: Set<String> = []
    for index in alignment.entities {
      let entity = document.entities[index]
      guard entity.entityClass != .title, seen.insert(entity.entityClass.rawValue + entity.name).inserted else {
        continue
      }
      let forms = forms[index].map { document.romanisations[$0] }
      guard let shown = forms.first(where: { $0.scheme == "conventional" }) ?? forms.first else { continue }
      let strict = forms.first { $0.scheme != shown.scheme }.map { "; \($0.scheme): \($0.text)" } ?? ""
      let doubt = shown.confidence < 500 ? "; uncertain" : ""
      parts.append("\(entity.name) = \(shown.text) (\(entity.entityClass.rawValue)\(strict)\(doubt))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }
}
