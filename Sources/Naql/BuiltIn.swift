import NaqlBlocks
import NaqlEntities
import NaqlFormats
import NaqlPipeline
import NaqlRomanisation
import NaqlSegmentation

/// What Naql ships: one line a stage and one a format, in alphabetical order.
public enum BuiltIn {
  /// The stages between `read` and `write`.
  public static let stages = StageRegistry([
    AlignStage.self,
    CleanStage.self,
    RecogniseStage.self,
    RomaniseStage.self,
    SegmentStage.self,
  ])

  /// The formats that `write` knows.
  public static let formats: [any FormatWriter.Type] = [
    GlossaryWriter.self,
    JSONLinesWriter.self,
    NamesCSVWriter.self,
    NamesHTMLWriter.self,
    NamesJSONWriter.self,
    NamesTBXWriter.self,
    NamesTSVWriter.self,
    ReviewPageWriter.self,
    SegmentsTSVWriter.self,
    TMXWriter.self,
    XLIFF12Writer.self,
  ]
}
