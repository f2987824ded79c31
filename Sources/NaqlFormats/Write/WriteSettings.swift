import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlText

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
    if let node = options.node("formats") { try Self.check(node, known: known.map { $0.description.name }) }
    for name in ["source-language", "target-language"] {
      guard let tag = options.text(name), !LanguageTag.isWellFormed(tag) else { continue }
      throw options.error(
        "pipeline.bad-value", "“\(name)” is a BCP 47 tag such as en, fr or pt-BR, and “\(tag)” is none", at: name)
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

  /// Refuses a list of formats that is empty, or names one that is unknown or stands in it before.
  private static func check(_ list: YAMLNode, known: [String]) throws(Diagnostic) {
    let items = list.items()
    if items.isEmpty {
      throw list.error("pipeline.bad-value", "“formats” is empty, so that nothing would be written; name one at least")
    }
    var seen: Set<String> = []
    for item in items {
      let format = try item.string("a format")
      if !known.contains(format) {
        throw item.error(
          "pipeline.bad-value", "there is no format “\(format)”" + Nearest.hint(format, among: known))
      }
      if !seen.insert(format).inserted {
        throw item.error("pipeline.bad-value", "the format “\(format)” is named twice; remove one of the two")
      }
    }
  }
}
