/// A name that somebody has found in a line, so that its words have capitals where they are common words too.
public struct SeenName: Hashable, Sendable {
  /// What was found.
  public enum Sort: Sendable {
    /// A person: words that are names too have capitals.
    case person
    /// A place: common words of it (مسرح بعلبك) have none.
    case place
    /// A body of one word: no common noun has a capital (الأهلي, but not الدار).
    case body
    /// A body of several words: all have capitals where it is the name of one, none where it is of a sort (مُنَظَّمَة الصِّحَّة, but مَحْكَمَة
    /// القَاهِرَة).
    case organisation
    /// A name all of whose words have capitals (الأمم المتحدة).
    case whole
  }

  /// Where it stands, in UTF-8 bytes of the line.
  public var range: Range<Int>
  /// What it is.
  public var sort: Sort

  /// Whether it has several words, or no article: a definite word by itself may be an adjective.
  public var isDistinct: Bool

  /// A name at `range`.
  public init(_ range: Range<Int>, _ sort: Sort, isDistinct: Bool = true) {
    self.range = range
    self.sort = sort
    self.isDistinct = isDistinct
  }

  /// Whether it has its capital in a title, whose common words look like bodies and works to whoever looks for names.
  var isSureInTitle: Bool { (sort == .person || sort == .place) && isDistinct }
}

/// The name that a word of a line was seen in: its number in the line, its sort, and whether it begins with the word, but for marks.
struct NameMark: Sendable {
  var number: Int
  var sort: SeenName.Sort
  var opensWord: Bool
}
