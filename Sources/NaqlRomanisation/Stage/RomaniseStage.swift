import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlText
import NaqlThreads

/// Romanises the names of a document in every scheme asked for, and its segments in one.
public struct RomaniseStage: Stage {
  public static let description = StageDescription(
    name: "romanise", summary: "romanises names in every scheme asked for, and whole segments in one",
    requires: [.segments, .entities], provides: [.romanisations],
    options: [
      OptionDescription(
        "schemes", .list, "schemes for names; conventional is the spelling English readers know",
        standard: "[\(Romanisation.standardSchemes.joined(separator: ", "))]"),
      OptionDescription("text", .text, "scheme for whole segments, or none", standard: "ala-lc"),
      OptionDescription(
        "endings", .boolean, "whether whole segments have endings of case and mood (docs/endings.md), or are in pause",
        standard: "false"),
      OptionDescription(
        "authority", .text, "a table of your own names (TSV or TBX), which win over everything: see docs/authority.md"),
      OptionDescription(
        "country", .text,
        "country of the articles (EG, MA …), which spellings follow; else told by the places that an article names"),
      OptionDescription(
        "style", .list, "house styles of conventional spelling (al, el, bare, i, y, ascii …), applied in order",
        standard: "[]"),
      OptionDescription(
        "context", .integer(0...100_000_000),
        "documents of more words than this are read word by word, and unknown names spelt with less search",
        standard: "4000"),
    ])

  private let schemes: [String]
  private let textScheme: String?
  private let hasEndings: Bool
  private let country: String?
  private let contextLimit: Int
  private let tools: RomanisationTools

  public init(options: StageOptions, rules: RuleSet) throws(Diagnostic) {
    schemes = Self.schemes(options)
    let text = options.text("text") ?? "ala-lc"
    textScheme = text == "none" ? nil : text
    hasEndings = options.boolean("endings")
    do { country = try options.text("country").map(SpellingTag.country) } catch {
      throw options.placed(error, at: "country")
    }
    contextLimit = options.integer("context", 4000)
    var authority = Authority()
    if let path = options.text("authority") {
      do { authority = try Authority(path: path) } catch { throw options.placed(error, at: "authority") }
    }
    let styles = options.list("style") ?? []
    do { tools = try RomanisationTools(rules: rules, authority: authority, styles: styles) } catch {
      throw error.code == "style.unknown" ? options.placed(error, at: "style") : error
    }
    try tools.catalogue.check(schemes, options, "schemes")
    if textScheme == "conventional" {
      throw options.error(
        "scheme.unknown", "“conventional” spells names, and no whole segments; take a scheme, such as ala-lc, or none",
        at: "text")
    }
    if let textScheme { try tools.catalogue.check([textScheme], options, "text", allowingConventional: false) }
  }

  /// The schemes of names by the stage's options, in order.
  public static func schemes(_ options: StageOptions) -> [String] {
    options.list("schemes") ?? Romanisation.standardSchemes
  }

  public func makeWorker() throws(Diagnostic) -> any StageWorker { try makeWorker(threads: Threads.available) }

  public func makeWorker(threads: Int) throws(Diagnostic) -> any StageWorker {
    RomaniseWorker(
      RomanisationOrder(
        tools: tools, schemes: schemes, text: textScheme, hasEndings: hasEndings, country: country),
      contextLimit: contextLimit, threads: threads)
  }
}
