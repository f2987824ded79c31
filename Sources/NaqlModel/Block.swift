/// What a block of a scraped page is. The names are those of `clean --plain` and of the JSON Lines form.
public enum BlockKind: String, CaseIterable, Sendable {
  /// Title of an article on the page, the main one or that of a related item.
  case headline
  /// Short line that heads part of the body.
  case subheading
  /// Running text.
  case paragraph
  /// Item of a list.
  case list
  /// Who wrote, edited or translated.
  case byline
  /// Only a place, an agency, a date or a time.
  case dateline
  /// What stands under a picture.
  case caption
  /// What belongs to the site and not to the article.
  case boilerplate
  /// Repetition of an earlier block.
  case duplicate
  /// Teaser whose last sentence is cut off in the middle.
  case truncated
}

/// A non-empty line of the page, without the white space around it.
public struct Block: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes, without outer white space.
  public var range: TextRange
  /// What it is.
  public var kind: BlockKind
  /// Id of the rule under `Rules/blocks/` that decided the kind.
  public var rule: String
  /// For a duplicate: index of the block that it repeats, where that stands in the same part.
  public var duplicateOf: Int?

  /// A block at `range` that `rule` found to be of `kind`.
  public init(range: TextRange, kind: BlockKind, rule: String, duplicateOf: Int? = nil) {
    self.range = range
    self.kind = kind
    self.rule = rule
    self.duplicateOf = duplicateOf
  }
}
