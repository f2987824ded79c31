import NaqlModel
import NaqlPipeline
import NaqlRules

/// What is written, and how: the options of `write`.
public struct WriteSettings: Sendable {
  /// What `write` is called in pipelines and what can be set on it.
  public static let description = StageDescription(
    name: "write", summary: "writes files in one format or several", requires: [.text], provides: [],
    options: [
      OptionDescription("formats", .list, "what to write; `naql stages` lists the formats", standard: "[jsonl]"),
      OptionDescription("source-language", .text, "BCP-47 tag of the text", standard: "ar"),
      OptionDescription("target-language", .text, "BCP-47 tag of the translation", standard: "en"),
      OptionDescription(
        "segmentation", .choice(["unit", "seg-source"]), "XLIFF 1.2: one unit a sentence, or mrk segments in a unit",
        standard: "unit"),
      OptionDescription("schemes", .list, "which romanisations name lists show, all without it"),
      OptionDescription("excel", .boolean, "CSV with a byte-order mark, for Excel", standard: "false"),
      OptionDescription("sort", .choice(["arabic", "romanised", "count"]), "order of name lists", standard: "arabic"),
    ])

  /// Names of the formats, in order.
  public let formats: [String]
  /// What the writers are told.
  public let settings: FormatSettings

  /// Settings from checked options. A format that is not in `known` is an error naming the nearest one.
  public init(_ options: StageOptions, known: [any FormatWriter.Type], rules: RuleSet) throws(Diagnostic) {
    formats = options.list("formats") ?? ["jsonl"]
    let names = known.map { $0.description.name }
    for format in formats where !names.contains(format) {
      let message = "there is no format “\(format)”" + Nearest.hint(format, among: names)
      throw options.node("formats")?.error("pipeline.bad-value", message) ?? Diagnostic("write.format", message)
    }
    var settings = FormatSettings(rules: rules)
    settings.sourceLanguage = options.text("source-language") ?? settings.sourceLanguage
    settings.targetLanguage = options.text("target-language") ?? settings.targetLanguage
    settings.schemes = options.list("schemes") ?? []
    for name in ["segmentation", "excel", "sort"] {
      if let value = options.text(name) { settings.options[name] = value }
    }
    self.settings = settings
  }
}
