import NaqlText

extension GrammarAnnotator {
  /// What a word of a line is to the grammar before its neighbours are looked at; kept by the annotator that made it.
  final class Token {
    /// Tells the token from all others of its annotator.
    let number: Int
    let word: SpelledWord
    let given: VocalisedWord
    let front: Proclitics.Found
    let kinds: Set<String>
    /// The letters without marks.
    let skeleton: String
    /// The annotated word where it is the divine name, with whatever stands before it.
    let divine: AnnotatedWord?
    /// Whether it is a noun of weak last letter with its nunation: هُدًى, وَادٍ.
    var isDefective = false
    /// Whether it is a particle or pronoun.
    let isParticle: Bool
    /// The word annotated, by construct state and pause, as far as it was asked for.
    var annotated = [AnnotatedWord?](repeating: nil, count: 6)
    /// What it is to the capitals of schemes that capitalise adjectives of names and of those that do not, once asked.
    var standings: [Capitals.Standing?] = [nil, nil]
    /// Whether it is ابن, or بِنْت.
    let isIbn: Bool
    let isBint: Bool

    init(
      number: Int, word: SpelledWord, given: VocalisedWord, front: Proclitics.Found, kinds: Set<String>,
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
      isParticle = kinds.contains("particle") || kinds.contains("pronoun")
    }

    /// Letters behind clitics and article.
    var stem: ArraySlice<SpelledWord.Letter> { word.letters[front.letters...] }
  }
}
