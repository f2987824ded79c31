import NaqlText

/// What a word may be by the lexicon: the kinds of all its readings that fit.
struct WordKinds: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let noun = kind(0), plural = kind(1), adjective = kind(2), masdar = kind(3), participle = kind(4)
  static let particle = kind(5), pronoun = kind(6), adverb = kind(7), numeral = kind(8)
  static let institution = kind(9), title = kind(10)
  static let verbPerfect = kind(11), verbImperfect = kind(12), verbPassive = kind(13)
  static let given = kind(14), family = kind(15), nisba = kind(16), laqab = kind(17), kunyaPart = kind(18)
  static let place = kind(19)
  /// A place, and most often that.
  static let usualPlace = kind(20)
  /// A foreign name of any sort.
  static let foreign = kind(21)
  /// A kind that the grammar does not know, from a lexicon of the user's own.
  static let other = kind(22)

  static let verbs: WordKinds = [.verbPerfect, .verbImperfect, .verbPassive]

  private static func kind(_ bit: UInt32) -> WordKinds { WordKinds(rawValue: 1 << bit) }

  /// The kind that the lexicon calls `name`.
  init(named name: String) {
    self =
      switch name {
      case "noun": .noun
      case "plural": .plural
      case "adjective": .adjective
      case "masdar": .masdar
      case "participle": .participle
      case "particle": .particle
      case "pronoun": .pronoun
      case "adverb": .adverb
      case "numeral": .numeral
      case "institution": .institution
      case "title": .title
      case "verb-perfect": .verbPerfect
      case "verb-imperfect": .verbImperfect
      case "verb-passive": .verbPassive
      case "given": .given
      case "family": .family
      case "nisba": .nisba
      case "laqab": .laqab
      case "kunya-part": .kunyaPart
      case "place": .place
      default: name.hasPrefix("foreign") ? .foreign : .other
      }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Whether one of `kinds` is among them.
  func containsAny(of kinds: WordKinds) -> Bool { !isDisjoint(with: kinds) }

  /// The kinds of all entries that are spelt `word`.
  init(of word: String, in lexicon: Lexicon) {
    self = []
    for entry in lexicon.entries(of: word) { formUnion(WordKinds(named: entry.kind)) }
  }
}
