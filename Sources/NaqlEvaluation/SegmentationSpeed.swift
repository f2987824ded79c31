import NaqlICU
import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlSegmentation

/// Measures the segmenter beside ICU's bare sentence iterator, on the same text in the same run.
///
/// Rates are megabytes (10^6 bytes of UTF-8) a second. The three take turns, round after round, so that a busy machine is
/// busy for all of them; the median round counts.
public struct SegmentationSpeed: Sendable {
  /// From UTF-8 to the offsets of the sentences.
  public private(set) var segments = 0.0
  /// The whole stage: sentences with their rules, and the words in them.
  public private(set) var stage = 0.0
  /// ICU's `ar` sentence iterator on UTF-16 that lies ready.
  public private(set) var icu = 0.0
  /// Median over the rounds of `segments` to `icu`.
  public private(set) var segmentsRatio = 0.0
  /// Median over the rounds of `stage` to `icu`.
  public private(set) var stageRatio = 0.0
  /// Microseconds to open the compiled rules and make a cutter.
  public private(set) var opening = 0.0

  private struct Marks: Sendable {
    var segments: [Double] = []
    var stage: [Double] = []
    var icu: [Double] = []
  }

  /// Measures on `text`, whose lines are the blocks, in as many rounds as asked.
  public init(_ text: [UInt8], profile: String, rules: RuleSet, rounds: Int = 15) throws(Diagnostic) {
    let clock = ContinuousClock()
    var marks = Marks()
    let segmentation = try PlainSegmentation(SegmentationSettings(profile: profile, rules: rules))
    let options = try StageOptions().setting("profile", to: [profile], for: SegmentStage.description)
    let worker = try SegmentStage(options: options, rules: rules).makeWorker()
    var document = Document(id: "speed", text: text)
    document.blocks = Self.lines(text).map { Block(range: $0, kind: .paragraph, rule: "line") }
    document.layers.insert(.blocks)
    do {
      let iterator = try BreakIterator(.sentence, locale: "ar")
      var units = UTF16Buffer(capacity: text.count)
      let filled: Result<Void, ICUFailure> = text.withUnsafeBytes { bytes in
        do throws(ICUFailure) { return .success(try units.fill(utf8: bytes)) } catch { return .failure(error) }
      }
      try filled.get()
      for _ in 0..<rounds {
        var count = 0
        var started = clock.now
        try iterator.forEachBoundary(in: units) { _, _ in count += 1 }
        marks.icu.append(Self.rate(text.count, clock.now - started))
        started = clock.now
        let result: Result<Void, Diagnostic> = text.withUnsafeBytes { bytes in
          do throws(Diagnostic) {
            return .success(try segmentation.forEachSentence(in: bytes) { _ in count += 1 })
          } catch { return .failure(error) }
        }
        marks.segments.append(Self.rate(text.count, clock.now - started))
        try result.get()
        started = clock.now
        try worker.process(&document)
        marks.stage.append(Self.rate(text.count, clock.now - started))
      }
    } catch let error as Diagnostic { throw error } catch { throw Diagnostic("evaluate.icu", "\(error)") }
    segments = Self.median(marks.segments)
    stage = Self.median(marks.stage)
    icu = Self.median(marks.icu)
    segmentsRatio = Self.median(zip(marks.segments, marks.icu).map { $0 / $1 })
    stageRatio = Self.median(zip(marks.stage, marks.icu).map { $0 / $1 })
    var openings: [Double] = []
    var cutters: [BlockCutter] = []
    for _ in 0..<101 {
      let started = clock.now
      cutters.append(try SegmentationSettings(profile: profile, rules: rules).makeCutter())
      openings.append(Self.seconds(clock.now - started) * 1e6)
    }
    opening = Self.median(openings)
  }

  private static func lines(_ text: [UInt8]) -> [TextRange] {
    var ranges: [TextRange] = []
    var start = 0
    for (at, byte) in text.enumerated() where byte == 0x0A || byte == 0x0D {
      if at > start { ranges.append(TextRange(start, at)) }
      start = at + 1
    }
    if text.count > start { ranges.append(TextRange(start, text.count)) }
    return ranges
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func seconds(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }

  private static func rate(_ bytes: Int, _ time: Duration) -> Double { Double(bytes) / 1e6 / seconds(time) }
}
