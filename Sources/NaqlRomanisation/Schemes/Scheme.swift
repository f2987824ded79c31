import NaqlModel

/// A romanisation scheme as the program runs it: who made it, how it writes the article and capitals, and its rules.
public struct Scheme: Sendable {
  /// When the article takes a capital.
  public enum ArticleCapital: String, Sendable, CaseIterable {
    /// Never: al-Qāhirah.
    case never
    /// At the start of a line: Al Baḩrayn, but Umm al ‘Amad.
    case first
    /// Before each word that has a capital.
    case always
    /// Before each word, in running text too: fī Ash shams.
    case everywhere
  }

  /// What a scheme reads.
  public enum Input: String, Sendable, CaseIterable {
    /// The annotated spelling that the grammar makes.
    case grammar
    /// Letters and marks as they stand, for schemes that write one sign for each.
    case letters
  }

  /// Our id, such as `bgn-pcgn`.
  public var id = ""
  /// Its name in full.
  public var name = ""
  /// Who made it.
  public var authority = ""
  /// When.
  public var year = ""
  /// Where it can be read.
  public var source = ""
  /// BCP-47 tag.
  public var tag = ""
  /// ISO 24229 code, empty where there is none.
  public var code = ""
  /// Whether Arabic can be had back exactly.
  public var isReversible = false
  /// What it reads.
  public var input = Input.grammar
  /// How it treats the article's capital.
  public var articleCapital = ArticleCapital.never
  /// Whether adjectives of proper names have a capital in titles and running text (al-ʻArabī).
  public var capitalisesAdjectives = false
  /// Whether the close of a line takes the vowel of a pronoun suffix or verb away (kitābuh, wa-sallam).
  public var hasPause = false
  /// Whether it joins the parts of one name with hyphens ('Abd-al-Rahman).
  public var joinsNames = false
  /// Whether a scheme that reads letters has capitals; those that read grammar always have.
  public var capitalisesLetters = false
  /// What it writes, in a line given word for word, between two words that the source writes together (عبدالرحمن).
  public var glue = " "
  /// Words that it writes in its own way: letters without marks → spelling in lower case or as given.
  public var words: [String: String] = [:]
  /// ICU rules, those for the article included.
  public var rules = ""
  /// ICU rules back to Arabic, for reversible schemes.
  public var reverseRules = ""
  /// The worked example shown in lists: Arabic and romanised.
  public var example = (arabic: "", romanised: "")
}
