import NaqlModel
import NaqlRules
import NaqlTables

/// The trained model of conventional spelling: two letter models, the Latin lexicon, the table of known words, the rankers.
package final class SpellingModel: @unchecked Sendable {
  /// File name under `Rules/models/`.
  package static let file = "spelling.naqlt"
  /// Reads words from their beginning.
  package let forward: LetterModel
  /// Reads words from their end.
  package let backward: LetterModel
  /// Names in Latin script.
  package let lexicon: LatinLexicon
  /// Known Arabic words and how they are spelt.
  package let words: KnownWords
  /// Weights of the candidates of a word.
  package let wordRanker: WordRanker
  /// Weights of the candidates of a whole name.
  package let nameRanker: NameRanker
  /// Which country a name comes from.
  package let countries: CountryGuess
  /// What the rankers' probabilities are worth.
  package let calibration: SpellingCalibration

  /// A warning where `rules` have no model.
  package static func missing(in rules: RuleSet) -> Diagnostic? {
    if rules.find("models/" + file) != nil { return nil }
    return Diagnostic(
      "romanise.no-model",
      "the model of conventional spellings is missing, and names that no list has are in a strict form instead; take it anew, or make it with `naql train spelling`",
      severity: .warning, file: "models/" + file)
  }

  /// The model in a table.
  package init(_ table: Table) {
    let steps = table.array("steps", of: Float.self)
    forward = LetterModel(table.section("forward"), step: steps[0], isReversed: false, owner: table)
    backward = LetterModel(table.section("backward"), step: steps[1], isReversed: true, owner: table)
    lexicon = LatinLexicon(table)
    words = KnownWords(table)
    wordRanker = WordRanker(Array(table.array("ranker.words", of: Float.self)))
    nameRanker = NameRanker(table)
    countries = CountryGuess(table)
    calibration = SpellingCalibration(Array(table.array("calibration", of: Float.self)))
  }

  /// How much work a new word is worth.
  package enum Effort: Sendable {
    /// Some hundredths of a millisecond: a narrow beam, one model.
    case quick
    /// A tenth of a millisecond or two: both models, a beam wide enough for the first spelling, not for the further ones.
    case first
    /// Some tenths of a millisecond: a wide beam.
    case full
    /// A beam half as wide again: what the rankers learn with.
    case thorough
    /// Twice as wide: for names that somebody asks for one by one, with their alternatives.
    case widest

    /// How much less sure its first spelling is than it looks, as a logarithm of odds: a narrow search sees few rivals. By the
    /// development names, as `naql evaluate conventional --article` counts them.
    var doubt: Float { self == .first || self == .quick ? 0.3 : 0 }
  }
}
