/// The layers of stand-off annotation that stages add to a document, in the order of the pipeline.
public enum Layer: String, CaseIterable, Sendable {
  /// Source text as read; every document has it.
  case text
  /// Blocks of the page with their kinds.
  case blocks
  /// What cleaning would change in the text, as an offset map.
  case edits
  /// Sentences.
  case segments
  /// Words, numbers and punctuation.
  case tokens
  /// Names.
  case entities
  /// Romanised forms of names and of whole segments.
  case romanisations
  /// Segments paired with their romanised tier, their names and their target slot.
  case alignments
}
