import NaqlText

/// The words of a line laid out for a scheme: their parts, and the tokens of all Arabic stretches in a row.
struct LaidLine {
  /// The words.
  private(set) var words: [WordParts] = []
  /// The Arabic stretches.
  private(set) var tokens: [GrammarAnnotator.Token] = []
  /// What was seen of each.
  private(set) var marks: [NameMark?] = []
  /// What was seen of the words that are appended next.
  var mark: NameMark?
  /// What follows each and is no Arabic word.
  private(set) var following: [GrammarAnnotator.Following] = []

  init(capacity: Int) {
    words.reserveCapacity(capacity)
    tokens.reserveCapacity(capacity)
    following.reserveCapacity(capacity)
  }

  /// Appends a word that is Arabic letters throughout.
  mutating func append(_ word: WordParts, _ token: GrammarAnnotator.Token) {
    words.append(word)
    tokens.append(token)
    marks.append(mark)
    following.append([])
  }

  /// Appends a word; `decided` holds what was decided of it, if anything was.
  mutating func append(_ word: WordParts, decided: VocalisedWord?, _ annotator: GrammarAnnotator) {
    if !word.opening.isEmpty, words.last?.endsInLetters == true {
      following[following.count - 1].formUnion(word.opening)
    }
    words.append(word)
    word.forEachToken(annotator, decided) { token, isStopped in
      tokens.append(token)
      marks.append(mark)
      following.append(isStopped ? .stop : [])
    }
  }
}
