/// One place where the cleaned text differs from the source: `range` of the source reads `replacement` when cleaned.
///
/// The edits of a document, sorted and not overlapping, are the offset map between source and cleaned text.
public struct Edit: Hashable, Sendable {
  /// The source bytes that are replaced; may be empty for an insertion.
  public var range: TextRange
  /// What the cleaned text has instead; empty where something is left out.
  public var replacement: String
  /// Id of the rule that asks for it.
  public var rule: String

  /// `range` of the source reads `replacement`, by `rule`.
  public init(range: TextRange, replacement: String, rule: String) {
    self.range = range
    self.replacement = replacement
    self.rule = rule
  }
}
