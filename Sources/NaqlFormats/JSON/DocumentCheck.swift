import NaqlModel

/// Checks that every offset of a document lies in its text, at code-point borders, and every index in its layer.
enum DocumentCheck {
  /// What is wrong first, or nil.
  static func problem(in document: Document) -> String? {
    let text = document.text
    func fits(_ range: TextRange) -> Bool {
      range.start >= 0 && range.start <= range.end && range.end <= text.count && isBorder(text, range.start)
        && isBorder(text, range.end)
    }
    if let index = document.blocks.firstIndex(where: { !fits($0.range) }) {
      return "block \(index) lies outside the text or cuts a letter in two"
    }
    if let index = document.edits.firstIndex(where: { !fits($0.range) }) {
      return "edit \(index) lies outside the text or cuts a letter in two"
    }
    if let index = document.tokens.firstIndex(where: { !fits($0.range) }) {
      return "token \(index) lies outside the text or cuts a letter in two"
    }
    for (index, segment) in document.segments.enumerated() {
      if !fits(segment.range) { return "segment \(index) lies outside the text or cuts a letter in two" }
      if !document.blocks.indices.contains(segment.block) { return "segment \(index) names a block that is not there" }
    }
    for (index, entity) in document.entities.enumerated() {
      if !fits(entity.range) { return "entity \(index) lies outside the text or cuts a letter in two" }
      if let person = entity.person, !document.entities.indices.contains(person) {
        return "entity \(index) names a person that is not there"
      }
    }
    for (index, romanisation) in document.romanisations.enumerated() {
      let known =
        switch romanisation.target {
        case .entity(let entity): document.entities.indices.contains(entity)
        case .segment(let segment): document.segments.indices.contains(segment)
        }
      if !known { return "romanisation \(index) belongs to nothing" }
    }
    for (index, alignment) in document.alignments.enumerated() {
      if !document.segments.indices.contains(alignment.segment)
        || alignment.entities.upperBound > document.entities.count
      {
        return "alignment \(index) names a segment or entity that is not there"
      }
      if let tier = alignment.tier, !document.romanisations.indices.contains(tier) {
        return "alignment \(index) names a tier that is not there"
      }
    }
    return nil
  }

  private static func isBorder(_ text: [UInt8], _ offset: Int) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }
}
