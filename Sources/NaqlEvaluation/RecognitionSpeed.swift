import NaqlEntities
import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlSegmentation

/// Measures the recogniser alone, on a text whose sentences and words lie ready, on one thread.
///
/// Rates are megabytes (10^6 bytes of UTF-8) a second; the median round counts.
public struct RecognitionSpeed: Sendable {
  /// By a recogniser that meets every word of the text for the first time.
  public private(set) var fresh = 0.0
  /// By one that has met the text's words before, as in a long run.
  public private(set) var warm = 0.0
  /// Number of words and marks, and of names found.
  public private(set) var tokens = 0
  public private(set) var names = 0

  /// Measures on `text`, whose lines are the blocks, in as many rounds as asked.
  public init(_ text: [UInt8], rules: RuleSet, rounds: Int = 7) throws(Diagnostic) {
    let clock = ContinuousClock()
    var document = Document(id: "speed", text: text)
    document.blocks = PlainNames.blocks(of: text)
    document.layers.insert(.blocks)
    try SegmentStage(options: StageOptions(), rules: rules).makeWorker().process(&document)
    tokens = document.tokens.count
    let stage = try RecogniseStage(options: StageOptions(), rules: rules)
    var marks: (fresh: [Double], warm: [Double]) = ([], [])
    for _ in 0..<rounds {
      let worker = try stage.makeWorker()
      var started = clock.now
      try worker.process(&document)
      marks.fresh.append(Self.rate(text.count, clock.now - started))
      started = clock.now
      try worker.process(&document)
      marks.warm.append(Self.rate(text.count, clock.now - started))
    }
    names = document.entities.count
    fresh = Self.median(marks.fresh)
    warm = Self.median(marks.warm)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func rate(_ bytes: Int, _ time: Duration) -> Double {
    Double(bytes) / 1e6 / (Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
  }
}
