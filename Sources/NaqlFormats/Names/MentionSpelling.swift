import NaqlModel
import NaqlText

extension Document {
  /// How a mention is spelt, clitics left out; behind لل with the article that is only heard there (للزيات: الزيات).
  func spelling(of entity: Entity) -> String {
    let spelling = string(entity.range).foldingWhiteSpace()
    guard entity.name.hasPrefix(Self.article), isBehindLam(entity.range),
      SpellingKey.strict.of(entity.name) == SpellingKey.strict.of(Self.article + spelling)
    else { return spelling }
    return Self.article + spelling
  }

  /// A mention with the preposition glued to it, بـ or لـ, and without و or ف before that (ولعمّان: لعمّان); nil where it has
  /// none.
  func spellingWithPreposition(of entity: Entity) -> String? {
    var start = entity.range.startOfWord(in: text)
    while start + 2 < entity.range.start, Self.conjunctions.contains(where: { text[start...].starts(with: $0.utf8) }) {
      start += 2
    }
    guard start < entity.range.start, Self.prepositions.contains(where: { text[start...].starts(with: $0.utf8) }) else {
      return nil
    }
    return string(TextRange(start, entity.range.end)).foldingWhiteSpace()
  }

  private static let article = "ال"
  private static let conjunctions = ["و", "ف"]
  private static let prepositions = ["ب", "ل"]

  private func isBehindLam(_ range: TextRange) -> Bool {
    range.start >= 2 && text[range.start - 2..<range.start].elementsEqual("ل".utf8)
  }
}

extension TextRange {
  /// Where the letters glued to the front of the range begin.
  fileprivate func startOfWord(in text: [UInt8]) -> Int {
    var start = self.start
    while start >= 2, text[start - 2] == 0xD8 || text[start - 2] == 0xD9 {
      if text[start - 2] == 0xD8, text[start - 1] == 0x8C || text[start - 1] == 0x9B || text[start - 1] == 0x9F {
        break
      }
      start -= 2
    }
    return start
  }
}
