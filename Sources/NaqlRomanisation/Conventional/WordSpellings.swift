import NaqlTables

/// How the words of people's names are spelt in lists, whatever the name.
struct WordSpellings: Sendable {
  /// A spelling of a word.
  struct Spelling: Sendable {
    /// Its letters, 1–26.
    var letters: [UInt8]
    /// Its share among the spellings of the word, 0–1.
    var share: Float
  }

  /// How often a word must have been met, and which share of its spellings is looked at.
  private static let least: Float = 3, enough: Float = 0.9
  private static let most = 12

  private let model: SpellingModel

  /// The words that `model` knows.
  init(_ model: SpellingModel) { self.model = model }

  /// Whether a word of a name is the second half of what is spelt together (عبد الله, أبو بكر), or its first before an honorific's (عزة
  /// الدولة): there it is read otherwise than as a name.
  static func isPartOfOne(_ at: Int, _ words: [String]) -> Bool {
    at > 0 && joining.contains(words[at - 1]) || at + 1 < words.count && annexed.contains(words[at + 1])
  }

  private static let joining: Set<String> = ["عبد", "أبو", "ابو", "أبي", "ابي", "بو", "ذو"]
  private static let annexed: Set<String> = ["الله", "الدين", "الدولة", "الملك", "الإسلام"]

  /// How often people were met that bear a word as a name, with its article or without.
  func bearers(of word: String) -> Float { rows(word).reduce(0) { $0 + $1.count } }

  /// What is known of a word in people's names, its article aside.
  private func rows(_ word: String) -> [KnownWords.Spelling] {
    let codes = SpellingLetters.codes(word)
    if codes.contains(SpellingLetters.other) || codes.contains(SpellingLetters.space) { return [] }
    var rows = model.words.rows(codes)
    if let article = ArticleWord(codes) { rows = model.words.rows(article.stem) + model.words.rows(article.bare) }
    return rows.filter { SpellingTag.isPerson($0.tag) }
  }

  /// The spellings of a word, commonest first, without its article; none where it was hardly met.
  func spellings(of word: String) -> [Spelling] {
    var counts: [Int: Float] = [:]
    for row in rows(word) { counts[row.word, default: 0] += row.count }
    let total = counts.values.reduce(0, +)
    if total < Self.least { return [] }
    var found: [Spelling] = []
    var share: Float = 0
    for (number, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(Self.most) {
      found.append(Spelling(letters: model.lexicon.word(number).letters, share: count / total))
      share += count / total
      if share > Self.enough { break }
    }
    for at in found.indices { found[at].share /= share }
    return found
  }
}
