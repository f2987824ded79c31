import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlText
import NaqlThreads

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
    let profile: SegmentationProfile
    do { profile = try SegmentationProfile(options.text("profile") ?? "news", rules: rules) } catch {
      throw options.placed(error, at: "profile")
    }
    let srx: SRXFile?
    do { srx = try options.text("srx").map { path throws(Diagnostic) in try SRXFile(path: path) } } catch {
      throw options.placed(error, at: "srx")
    }
    let boundaries: BoundaryModel?
    do { boundaries = options.boolean("unpunctuated") ? try BoundaryModel(rules) : nil } catch {
      throw options.placed(error, at: "unpunctuated")
    }
    settings = SegmentationSettings(
      profile: profile, unwrap: options.boolean("unwrap"),
      breakSemicolon: options.node("break-semicolon") == nil ? nil : options.boolean("break-semicolon"),
      maxLength: options.integer("max-length", 0), boundaries: boundaries, srx: srx)
  }

  public func makeWorker() throws(Diagnostic) -> any StageWorker { try Worker(settings) }

  private final class Worker: StageWorker {
    private let settings: SegmentationSettings
    private var lanes: [Lane]

    init(_ settings: SegmentationSettings) throws(Diagnostic) {
      self.settings = settings
      lanes = [try Lane(settings)]
    }

    /// The blocks of a long text are shared out among threads.
    func process(_ document: inout Document) throws(Diagnostic) {
      if settings.unwrap {
        document.blocks = Unwrapping.join(document.blocks, in: document.text)
        document.forgetUnknown(in: [.blocks])
      }
      let (text, blocks) = (document.text, document.blocks)
      let pieces = Threads.ranges(blocks.count, least: max(1, blocks.count * Self.worthThread / max(1, text.count)))
      while lanes.count < pieces.count { lanes.append(try Lane(settings)) }
      let lanes = lanes
      let parts = Threads.map(pieces.count) { number in
        Result { () throws(Diagnostic) in try lanes[number].cut(text, blocks, pieces[number]) }
      }
      var whole = try parts[0].get()
      for part in parts.dropFirst() {
        let part = try part.get()
        whole.segments += part.segments
        whole.tokens += part.tokens
      }
      document.segments = whole.segments
      document.tokens = whole.tokens
      document.layers.formUnion([.segments, .tokens])
    }

    /// Bytes of text for which a further thread is worth having.
    private static let worthThread = 1 << 20
  }
}

/// The tools of one thread.
///
/// Sendable: handed from thread to thread, but used by one at a time.
private final class Lane: @unchecked Sendable {
  private let cutter: BlockCutter
  private let facts: [String]

  init(_ settings: SegmentationSettings) throws(Diagnostic) {
    cutter = try settings.makeCutter()
    facts = cutter.ruleNames
  }

  /// Sentences and tokens of the blocks of these numbers.
  func cut(
    _ text: [UInt8], _ blocks: [Block], _ numbers: Range<Int>
  ) throws(Diagnostic) -> (segments: [Segment], tokens: [Token]) {
    var segments: [Segment] = []
    var tokens: [Token] = []
    segments.reserveCapacity(numbers.count * 3)
    if let first = numbers.first, let last = numbers.last {
      tokens.reserveCapacity((blocks[last].range.end - blocks[first].range.start) / 8)
    }
    var failure: Diagnostic?
    text.withUnsafeBytes { text in
      do throws(Diagnostic) {
        for index in numbers {
          try cutter.forEachSegment(in: text, blocks[index].range) { range, rule in
            segments.append(Segment(range: range, block: index, rule: facts[rule]))
            Tokeniser.append(text, range, to: &tokens)
          }
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return (segments, tokens)
  }
}
