/// A word with its vowels, as the vocaliser gives it and as scheme renderers take it.
///
/// `text` is Arabic script: letters as in the source, marks added; shadda before its vowel; a long vowel's letter bare
/// behind its fatha, kasra or damma; sukun on consonants without a vowel where that is known. The optional fields are
/// decisions taken with more context than the renderer has; where they are nil its own grammar decides.
public struct VocalisedWord: Hashable, Sendable {
  /// How a word is written as to capitals.
  public enum Capital: String, CaseIterable, Sendable {
    /// No capital.
    case lower
    /// On the first letter behind the clitics and the article (al-Miṣrī, wa-al-Miṣrī).
    case stem
    /// On the very first letter of the word (Wa-al-).
    case first
  }

  /// The vocalised word; anything that is no Arabic word (Latin, digits, marks) as it stands in the source.
  public var text: String
  /// Whether a ة reads as -t, since a genitive follows; nil where the grammar is to decide.
  public var isConstruct: Bool?
  /// Whether a short vowel on the last letter is written in any place; nil where the grammar is to tell endings of case.
  public var keepsEnding: Bool?
  /// The capital; nil where scheme and use decide.
  public var capital: Capital?
  /// Lengths in letters (code points without marks) of the clitics in front: و 1, بال 1 then 2; nil where the grammar
  /// is to find them. An empty list says that there are none.
  public var clitics: [Int]?
  /// The ending of case or mood to write behind it, instead of what marks its last letter bears; nil for the pausal form.
  public var ending: WordEnding?

  /// A word whose state, ending, capital and clitics are left to the grammar unless they are given.
  public init(
    _ text: String, isConstruct: Bool? = nil, keepsEnding: Bool? = nil, capital: Capital? = nil, clitics: [Int]? = nil
  ) {
    self.text = text
    self.isConstruct = isConstruct
    self.keepsEnding = keepsEnding
    self.capital = capital
    self.clitics = clitics
  }
}
