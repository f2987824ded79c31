import NaqlText

extension GrammarAnnotator {
  /// What a word of a line is to the grammar before its neighbours are looked at; kept by the annotator that made it.
  final class Token {
    /// Tells the token from all others of its annotator.
    let number: Int
    let word: SpelledWord
    let given: VocalisedWord
    let front: Proclitics.Found
    let kinds: WordKinds
    /// The letters without marks.
    let skeleton: String
    /// The annotated word where it is the divine name, with whatever stands before it.
    let divine: AnnotatedWord?
    /// Whether it is a noun of weak last letter with its nunation: هُدًى, وَادٍ.
    var isDefective = false
    /// Whether it is a particle or pronoun.
    let isParticle: Bool
    /// The word annotated, by case ending, construct state and pause, as far as it was asked for.
    var annotated = [AnnotatedWord?](repeating: nil, count: 12)
    /// What it is to the capitals of schemes that capitalise adjectives of names and of those that do not, once asked.
    var standings: [Capitals.Standing?] = [nil, nil]
    /// The letters behind clitics and article, without marks.
    let stemSkeleton: String
    /// Whether it can only be a verb.
    let isVerb: Bool
    /// Whether it ends in -an and is no adverb: behind a verb an object.
    var isAccusative = false
    /// Whether it has a nunation.
    let isNunated: Bool
    /// Whether it is ابن, or بِنْت.
    let isIbn: Bool
    let isBint: Bool

    init(
      number: Int, word: SpelledWord, given: VocalisedWord, front: Proclitics.Found, kinds: WordKinds,
      divine: AnnotatedWord?
    ) {
      self.number = number
      self.word = word
      self.given = given
      self.front = front
      self.kinds = kinds
      self.divine = divine
      skeleton = word.skeleton
      isIbn = skeleton == "ابن"
      isBint = skeleton == "بنت" && word.letters[0].vowel != "a"
      isParticle = kinds.contains(.particle) || kinds.contains(.pronoun)
      stemSkeleton = front.letters == 0 ? skeleton : SpelledWord.skeleton(Array(word.letters[front.letters...]))
      isVerb =
        kinds.containsAny(of: .verbs)
        && kinds.isDisjoint(with: [.noun, .given, .particle, .adjective])
      isNunated = word.letters.contains { $0.tanwin != nil }
    }

    /// Letters behind clitics and article.
    var stem: ArraySlice<SpelledWord.Letter> { word.letters[front.letters...] }
  }

  /// What stands behind a word in its line and is no Arabic word.
  struct Following: OptionSet {
    let rawValue: UInt8
    /// A comma, full stop or the like.
    static let stop = Following(rawValue: 1)
    /// A word in Latin script.
    static let latin = Following(rawValue: 2)
    static let number = Following(rawValue: 4)
  }
}
