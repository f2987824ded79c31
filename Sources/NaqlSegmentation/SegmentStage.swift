import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlText

/// The stage `segment`: cuts every block into sentences and these into tokens.
public struct SegmentStage: Stage {
  public static let description = StageDescription(
    name: "segment", summary: "Cuts blocks into sentences and words.", requires: [.blocks],
    provides: [.segments, .tokens],
    options: [
      OptionDescription(
        "profile", .text, "Which rules decide: news, literary, subtitles, legal, uax29, or a .yaml file.",
        standard: "news"),
      OptionDescription("unwrap", .boolean, "Join hard-wrapped lines before cutting.", standard: "false"),
      OptionDescription("break-semicolon", .boolean, "End a sentence at ؛ too.", standard: "false"),
      OptionDescription(
        "max-length", .integer(0...1_000_000), "Longest sentence in code points; 0 for no limit.", standard: "0"),
      OptionDescription(
        "unpunctuated", .boolean, "Also cut long stretches without any terminator, where a model finds sentence ends.",
        standard: "false"),
      OptionDescription("srx", .text, "Cut by the rules of this SRX file instead.", standard: ""),
    ])

  let settings: SegmentationSettings

  public init(options: StageOptions, rules: RuleSet) throws(Diagnostic) {
    settings = try SegmentationSettings(
      profile: options.text("profile") ?? "news", unwrap: options.boolean("unwrap"),
      breakSemicolon: options.node("break-semicolon") == nil ? nil : options.boolean("break-semicolon"),
      maxLength: options.integer("max-length", 0), unpunctuated: options.boolean("unpunctuated"),
      srx: options.text("srx"), rules: rules)
  }

  public func makeWorker() throws(Diagnostic) -> any StageWorker { try Worker(settings) }

  private final class Worker: StageWorker {
    private let cutter: BlockCutter
    private let facts: [String]
    private let unwrap: Bool

    init(_ settings: SegmentationSettings) throws(Diagnostic) {
      cutter = try settings.makeCutter()
      facts = cutter.ruleNames
      unwrap = settings.unwrap
    }

    func process(_ document: inout Document) throws(Diagnostic) {
      var segments: [Segment] = []
      var tokens: [Token] = []
      segments.reserveCapacity(document.blocks.count * 3)
      tokens.reserveCapacity(document.text.count / 8)
      var failure: Diagnostic?
      if unwrap { document.blocks = Unwrapping.join(document.blocks, in: document.text) }
      document.text.withUnsafeBytes { text in
        do throws(Diagnostic) {
          for (index, block) in document.blocks.enumerated() {
            try cutter.forEachSegment(in: text, block.range) { range, rule in
              segments.append(Segment(range: range, block: index, rule: facts[rule]))
              Tokeniser.append(text, range, to: &tokens)
            }
          }
        } catch { failure = error }
      }
      if let failure { throw failure }
      document.segments = segments
      document.tokens = tokens
      document.layers.formUnion([.segments, .tokens])
    }
  }
}
