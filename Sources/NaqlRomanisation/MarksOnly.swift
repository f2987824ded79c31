import NaqlModel
import NaqlText

/// The simplest vocaliser: the marks in the text, then the lexicon's first reading, then the letters.
public struct MarksOnly: Vocalising {
  private let lexicon: Lexicon?

  /// A vocaliser over `lexicon`.
  public init(_ lexicon: Lexicon?) { self.lexicon = lexicon }

  public func readings(of words: [String], wanted: [Bool], use: Use, limit: Int) -> [[WordReading]] {
    zip(words, wanted).map { word, isWanted in
      if !isWanted { return [] }
      if SpelledWord(word).isVocalised { return [WordReading(VocalisedWord(word), probability: 1, origin: .marks)] }
      let known = lexicon?.entries(of: SpellingKey.strict.of(word)).prefix(limit) ?? []
      if known.isEmpty { return [WordReading(VocalisedWord(word), probability: 0.1, origin: .letters)] }
      return known.map {
        WordReading(VocalisedWord($0.vocalised), probability: 1 / Double(1 + $0.rank), origin: .lexicon)
      }
    }
  }
}
