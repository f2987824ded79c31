import NaqlModel

/// Checks that every offset of a document lies in its text, at code-point borders, that layers are in order, and every index in
/// its layer.
enum DocumentCheck {
  /// What is wrong first, or nil.
  static func problem(in document: Document) -> String? {
    rangeProblem(in: document) ?? segmentProblem(in: document) ?? entityProblem(in: document)
      ?? romanisationProblem(in: document) ?? alignmentProblem(in: document)
  }

  private static func rangeProblem(in document: Document) -> String? {
    let text = document.text
    return orderProblem("block", document.blocks.lazy.map(\.range), text)
      ?? orderProblem("edit", document.edits.lazy.map(\.range), text)
      ?? orderProblem("token", document.tokens.lazy.map(\.range), text)
      ?? orderProblem("segment", document.segments.lazy.map(\.range), text)
  }

  /// What is wrong with ranges that follow each other and do not overlap.
  private static func orderProblem(_ what: String, _ ranges: some Sequence<TextRange>, _ text: [UInt8]) -> String? {
    var end = 0
    for (index, range) in ranges.enumerated() {
      if !fits(range, text) { return "\(what) \(index) lies outside the text or cuts a letter in two" }
      if range.start < end { return "\(what) \(index) begins before the end of the one before it" }
      end = range.end
    }
    return nil
  }

  private static func segmentProblem(in document: Document) -> String? {
    for (index, segment) in document.segments.enumerated() {
      guard document.blocks.indices.contains(segment.block) else {
        return "segment \(index) names a block that is not there"
      }
      if !document.blocks[segment.block].range.contains(segment.range) {
        return "segment \(index) lies outside its block"
      }
    }
    for (index, block) in document.blocks.enumerated() {
      if let original = block.duplicateOf, !document.blocks.indices.contains(original) {
        return "block \(index) repeats a block that is not there"
      }
    }
    return nil
  }

  private static func entityProblem(in document: Document) -> String? {
    var start = 0
    for (index, entity) in document.entities.enumerated() {
      if !fits(entity.range, document.text) { return "entity \(index) lies outside the text or cuts a letter in two" }
      if entity.range.start < start { return "entity \(index) begins before the one before it" }
      start = entity.range.start
      if let person = entity.person, !document.entities.indices.contains(person) {
        return "entity \(index) names a person that is not there"
      }
      if !isConfidence(entity.confidence) { return "the confidence of entity \(index) is not from 0 to 1000" }
    }
    return nil
  }

  private static func romanisationProblem(in document: Document) -> String? {
    for (index, romanisation) in document.romanisations.enumerated() {
      let known =
        switch romanisation.target {
        case .entity(let entity): document.entities.indices.contains(entity)
        case .segment(let segment): document.segments.indices.contains(segment)
        }
      if !known { return "romanisation \(index) belongs to nothing" }
      if !isConfidence(romanisation.confidence) {
        return "the confidence of romanisation \(index) is not from 0 to 1000"
      }
    }
    return nil
  }

  private static func alignmentProblem(in document: Document) -> String? {
    var last = -1
    for (index, alignment) in document.alignments.enumerated() {
      if alignment.segment <= last { return "alignment \(index) is of no later segment than the one before it" }
      last = alignment.segment
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

  private static func fits(_ range: TextRange, _ text: [UInt8]) -> Bool {
    range.start >= 0 && range.start <= range.end && range.end <= text.count && isBorder(text, range.start)
      && isBorder(text, range.end)
  }

  private static func isBorder(_ text: [UInt8], _ offset: Int) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }

  private static func isConfidence(_ number: Int) -> Bool { number >= 0 && number <= 1000 }
}
