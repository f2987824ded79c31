#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import NaqlEntities
import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlSegmentation

/// Measures the recogniser alone, on a text whose sentences and words lie ready, on one thread.
///
/// Rates are megabytes (10^6 bytes of UTF-8) a second of the thread's own time, so that a busy machine counts for less;
/// the best round counts.
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
    var document = Document(id: "speed", text: text)
    document.blocks = PlainNames.blocks(of: text)
    document.layers.insert(.blocks)
    try SegmentStage(options: StageOptions(), rules: rules).makeWorker().process(&document)
    tokens = document.tokens.count
    let stage = try RecogniseStage(options: StageOptions(), rules: rules)
    for _ in 0..<rounds {
      let worker = try stage.makeWorker()
      fresh = max(fresh, try Self.rate(worker, &document))
      warm = max(warm, try Self.rate(worker, &document))
    }
    names = document.entities.count
  }

  private static func rate(_ worker: any StageWorker, _ document: inout Document) throws(Diagnostic) -> Double {
    document.entities = []
    let started = threadSeconds()
    try worker.process(&document)
    return Double(document.text.count) / 1e6 / (threadSeconds() - started)
  }

  /// Seconds that the thread has run.
  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
