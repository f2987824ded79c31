import NaqlModel
import NaqlRules
import NaqlTables

/// The trained model of sentence ends in text without punctuation, mapped into memory.
/// Sendable: the mapped weights never change and live as long as the table.
public struct BoundaryModel: @unchecked Sendable {
  /// File name under `Rules/models/`.
  public static let file = "boundaries-anercorp.naqlt"

  /// What a model is made of.
  public struct Contents: Sendable {
    /// One weight for each feature index, as log odds.
    public var weights: [Float]
    /// Log odds of a sentence of so many words; index 0 is unused.
    public var lengths: [Float]
    /// Least probability of a cut.
    public var threshold: Float

    /// Contents with the given values.
    public init(weights: [Float], lengths: [Float], threshold: Float) {
      self.weights = weights
      self.lengths = lengths
      self.threshold = threshold
    }

    /// The model file. Weights are kept in steps of a sixteenth, at most 127 of them.
    public func image() -> TableImage {
      var image = TableImage()
      image.add("weights", weights.map { Int8(max(-127, min(127, ($0 * BoundaryModel.scale).rounded()))) })
      image.add("lengths", lengths)
      image.add("threshold", [threshold])
      return image
    }
  }

  static let scale: Float = 16
  /// Number of weights.
  public static let size = 1 << Int(GapFeatures.bits)

  private let table: Table
  let markers: MarkerTable
  let lengths: [Double]
  let threshold: Double
  private let weights: UnsafeBufferPointer<Int8>

  /// The model of `rules`, opened now.
  public init(_ rules: RuleSet) throws(Diagnostic) {
    guard let table = try rules.model(Self.file) else {
      throw Diagnostic(
        "segment.no-model",
        "the model of text without punctuation is missing; take it anew, or make it with `naql train boundaries`",
        file: "models/" + Self.file)
    }
    try self.init(table, rules)
  }

  /// The model in `table`, with the markers of `rules`.
  public init(_ table: Table, _ rules: RuleSet) throws(Diagnostic) {
    self.table = table
    weights = table.array("weights")
    let stored = table.array("lengths", of: Float.self)
    let least = table.array("threshold", of: Float.self)
    guard weights.count == Self.size, stored.count > 1, least.count == 1 else {
      throw Diagnostic(
        "model.damaged", "the model of text without punctuation has another layout; take it anew, or train it",
        file: "models/" + Self.file)
    }
    lengths = stored.map { SemiMarkov.exponential(Double($0)) }
    threshold = Double(least[0])
    markers = try MarkerTable(rules)
  }

  /// The probability of a sentence end before each word of `text`, a stretch without terminators; 1 for the first.
  public func probabilities(_ text: [UInt8]) -> [Double] {
    var reader = StretchReader(markers)
    text.withUnsafeBytes { reader.read($0, TextRange(0, $0.count)) }
    var chain = SemiMarkov(lengths: lengths)
    return chain.probabilities(odds(reader))
  }

  /// Odds of a cut before each word that was read; 1 for the first.
  func odds(_ reader: StretchReader) -> [Double] {
    let words = reader.words
    return reader.cache.facts.withUnsafeBufferPointer { facts in
      words.indices.map { $0 == 0 ? 1 : odds(words, facts, $0) }
    }
  }

  /// Odds of a cut in the gap before word `at`; 0 where no cut may be.
  @inline(__always)
  private func odds(_ words: [StretchWord], _ facts: UnsafeBufferPointer<SpellingFacts>, _ at: Int) -> Double {
    if !words[at].isSpaced || words[at].isBracketed { return 0 }
    // Inside a row of numbers there is a table, no sentence.
    func isNumber(_ at: Int) -> Bool {
      words.indices.contains(at) && facts[Int(words[at].spelling)].kind == .number
    }
    if isNumber(at), isNumber(at - 1), isNumber(at + 1), isNumber(at - 2) { return 0 }
    var sum = 0
    GapFeatures.forEach(words, facts, at) { sum += Int(weights[$0]) }
    return SemiMarkov.exponential(Double(sum) / Double(Self.scale))
  }
}
