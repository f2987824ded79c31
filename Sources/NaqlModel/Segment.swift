/// One sentence, or a headline, list item or other line that stands for one.
public struct Segment: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes, without outer white space.
  public var range: TextRange
  /// Index of the block it lies in.
  public var block: Int
  /// Id of the rule that ended it, such as `end-of-block` or `terminator`.
  public var rule: String

  /// A sentence at `range` inside `block`, ended by `rule`.
  public init(range: TextRange, block: Int, rule: String) {
    self.range = range
    self.block = block
    self.rule = rule
  }
}
