/// One way to read the front of a word: some of و ف, one of ب ك ل, the article, and what remains.
///
/// `وللرياض` has among others ∅+وللرياض and و+ل+ال+رياض. Never decided here: callers weigh all of them.
public struct CliticHypothesis: Hashable, Sendable {
  /// Length in UTF-8 bytes of the conjunction و or ف; 0 without one.
  public var conjunction: Int
  /// Length in UTF-8 bytes of the preposition ب ك ل; 0 without one.
  public var preposition: Int
  /// Length in UTF-8 bytes of the article's letters: 4 for ال, 2 for the lam of لل, 0 without it.
  public var article: Int

  /// Bytes in front of the stem.
  public var length: Int { conjunction + preposition + article }
  /// Whether the article, or what لل leaves of it, stands in front of the stem.
  public var hasArticle: Bool { article > 0 }

  /// Calls `visit` with every reading of `word` (UTF-8, marks and tatweel dropped) whose remainder has at least
  /// `minimum` letters; the first is always the whole word.
  @inline(__always)
  public static func forEach(in word: UnsafeRawBufferPointer, minimum: Int = 2, _ visit: (CliticHypothesis) -> Void) {
    visit(CliticHypothesis(conjunction: 0, preposition: 0, article: 0))
    let floor = minimum * 2
    for conjunction in [0, 2] {
      if conjunction == 2, !(word.count >= 2 + floor && (isLetter(word, 0, 0x648) || isLetter(word, 0, 0x641))) {
        break
      }
      for preposition in [0, 2] {
        let at = conjunction + preposition
        guard word.count >= at + floor else { break }
        if preposition == 2 {
          let letter = conjunction
          guard isLetter(word, letter, 0x628) || isLetter(word, letter, 0x643) || isLetter(word, letter, 0x644) else {
            break
          }
        }
        if at > 0 { visit(CliticHypothesis(conjunction: conjunction, preposition: preposition, article: 0)) }
        if word.count >= at + 4 + floor, isLetter(word, at, 0x627), isLetter(word, at + 2, 0x644) {
          visit(CliticHypothesis(conjunction: conjunction, preposition: preposition, article: 4))
        } else if preposition == 2, word.count >= at + 2 + floor, isLetter(word, at - 2, 0x644),
          isLetter(word, at, 0x644)
        {
          visit(CliticHypothesis(conjunction: conjunction, preposition: preposition, article: 2))
        }
      }
    }
  }

  @inline(__always)
  private static func isLetter(_ word: UnsafeRawBufferPointer, _ at: Int, _ letter: UInt32) -> Bool {
    at + 1 < word.count && UInt32(word[at] & 0x1F) << 6 | UInt32(word[at + 1] & 0x3F) == letter && word[at] >= 0xD8
      && word[at] <= 0xDB
  }
}
