import NaqlEntities
import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlSegmentation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures the recogniser alone, on a text whose sentences and words lie ready, on one thread.
///
/// Rates are megabytes (10^6 bytes of UTF-8) a second of the thread's own time, so that a busy machine counts for less;
/// the best round counts.
public struct RecognitionSpeed: Sendable {
  /// The text as one document, by a recogniser that meets every word for the first time.
  public private(set) var whole = 0.0
  /// The text as articles of about `article` bytes, one after the other, by such a recogniser.
  public private(set) var articles = 0.0
  /// The same articles by one that has met their words before, as in a long run.
  public private(set) var warm = 0.0
  /// Number of words and marks in the articles.
  public private(set) var tokens = 0
  /// Number of names found in the articles.
  public private(set) var names = 0

  /// Bytes of text after which an article ends, at the end of its line.
  public static let article = 10_000

  /// Measures on `text`, whose lines are the blocks, in as many rounds as asked.
  public init(_ text: [UInt8], rules: RuleSet, rounds: Int = 5) throws(Diagnostic) {
    let segment = try SegmentStage(options: StageOptions(), rules: rules).makeWorker()
    let stage = try RecogniseStage(options: StageOptions(), rules: rules)
    var one = try Self.documents([text], segment)
    var many = try Self.documents(Self.articles(of: text), segment)
    for _ in 0..<rounds {
      whole = max(whole, try Self.rate(stage.makeWorker(), &one))
      let worker = try stage.makeWorker()
      articles = max(articles, try Self.rate(worker, &many))
      warm = max(warm, try Self.rate(worker, &many))
    }
    for document in many {
      tokens += document.tokens.count
      names += document.entities.count
    }
  }

  private static func documents(_ texts: [[UInt8]], _ segment: any StageWorker) throws(Diagnostic) -> [Document] {
    try texts.map { text throws(Diagnostic) in
      var document = Document(id: "speed", text: text)
      document.blocks = PlainNames.blocks(of: text)
      document.layers.insert(.blocks)
      try segment.process(&document)
      return document
    }
  }

  private static func articles(of text: [UInt8]) -> [[UInt8]] {
    var articles: [[UInt8]] = []
    var start = 0
    while start < text.count {
      let least = min(text.count, start + article)
      let end = text[least...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      articles.append(Array(text[start..<end]))
      start = end
    }
    return articles
  }

  private static func rate(_ worker: any StageWorker, _ documents: inout [Document]) throws(Diagnostic) -> Double {
    for index in documents.indices { documents[index].entities = [] }
    let started = threadSeconds()
    var bytes = 0
    for index in documents.indices {
      try worker.process(&documents[index])
      bytes += documents[index].text.count
    }
    return Double(bytes) / 1e6 / (threadSeconds() - started)
  }

  /// Seconds that the thread has run.
  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
