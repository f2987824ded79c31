import NaqlModel
import NaqlPipeline

extension ReadSettings {
  /// What `read` is called in pipelines and what can be set on it.
  public static let description = StageDescription(
    name: "read", summary: "reads text pages or Naql JSON Lines, one document after the other",
    requires: [], provides: [.text],
    options: [
      OptionDescription("from", .choice(["text", "jsonl"]), "what the input holds, where the first line does not say"),
      OptionDescription("encoding", .text, "encoding of text that is not UTF-8: windows-1256, ISO-8859-6, UTF-16 …"),
      OptionDescription(
        "part-size", .integer(1...1024), "a text longer than this many MB comes in parts", standard: "16"),
    ])

  /// The settings that a pipeline or a command line asks for.
  public init(_ options: StageOptions) {
    self.init()
    form = options.text("from").flatMap(Form.init(rawValue:))
    encoding = options.text("encoding")
    partSize = options.integer("part-size", 16) << 20
  }
}
