import NaqlModel
import NaqlRules
import NaqlSegmentation

/// Learns sentence ends in text without punctuation: a semi-Markov CRF by FTRL-proximal steps.
///
/// Method: Sarawagi and Cohen 2004 for the chain, McMahan et al. 2013 for the steps.
public struct BoundaryTrainer {
  /// What the training is set to.
  public struct Settings: Sendable {
    /// Rounds over the text.
    public var epochs = 12
    /// Step size of the features.
    public var rate: Float = 0.08
    /// L1 penalty.
    public var l1: Float = 0.3
    /// L2 penalty.
    public var l2: Float = 0.5
    /// Longest sentence in words that is told apart.
    public var longest = 120
    /// Least probability of a cut where no dev text chooses it.
    public var threshold: Float = 0.4
    /// The standard settings.
    public init() {}
  }

  /// One document: its words, and which of them begin a sentence.
  struct Sample {
    var gaps: [BoundarySamples.Gap]
    var starts: [Bool]
  }

  private let settings: Settings
  private let progress: (String) -> Void
  private var samples: BoundarySamples
  private var weights = [Float](repeating: 0, count: BoundaryModel.size)
  private var z = [Float](repeating: 0, count: BoundaryModel.size)
  private var n = [Float](repeating: 0, count: BoundaryModel.size)
  private var lengthWeights: [Double]
  private var lengthSquares: [Double]
  private let binOf: [Int]

  /// A trainer with the markers of `rules`; `progress` is told what is done.
  public init(_ rules: RuleSet, settings: Settings = Settings(), progress: @escaping (String) -> Void)
    throws(Diagnostic)
  {
    self.settings = settings
    self.progress = progress
    samples = try BoundarySamples(rules)
    // Each length up to ten words is told apart, then ever wider stretches of lengths.
    var bins: [Int] = [0]
    var bin = 0
    var width = 1
    var left = 1
    for length in 1...settings.longest {
      bins.append(bin)
      left -= 1
      if left == 0 {
        bin += 1
        if length >= 10 { width = length / 5 }
        left = width
      }
    }
    binOf = bins
    lengthWeights = [Double](repeating: 0, count: bin + 1)
    lengthSquares = [Double](repeating: 1, count: bin + 1)
  }

  /// A model learnt from `corpus`, its threshold the best for the texts of `dev`, of which each counts alike.
  public mutating func train(_ corpus: BoundaryCorpus, dev: [BoundaryCorpus] = []) -> BoundaryModel.Contents {
    var documents: [Sample] = []
    // Twice without any mark, once with those that end no sentence.
    for (extent, seed) in [(PunctuationRemoval.Extent.all, UInt64(1)), (.all, 2), (.terminators, 3)] {
      for document in corpus.documents(extent, seed: seed) { documents.append(sample(document)) }
    }
    var held: [[Sample]] = []
    for text in dev {
      held.append([])
      for document in text.documents(.all, count: 10) { held[held.count - 1].append(sample(document)) }
    }
    var order = Array(documents.indices)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for epoch in 1...settings.epochs {
      for i in stride(from: order.count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(i, Int((state >> 33) % UInt64(i + 1)))
      }
      for index in order { step(documents[index]) }
      var report = "round \(epoch)"
      if !held.isEmpty {
        let best = bestThreshold(held)
        report += ": F1 \(best.f1.map(Self.percent).joined(separator: " ")) at \(best.threshold)"
      }
      progress(report)
    }
    var threshold = settings.threshold
    if !held.isEmpty { threshold = bestThreshold(held).threshold }
    return BoundaryModel.Contents(
      weights: weights, lengths: binOf.map { Float(lengthWeights[$0]) }, threshold: threshold)
  }

  private mutating func sample(_ document: (text: [UInt8], starts: [Int])) -> Sample {
    let gaps = samples.gaps(document.text)
    let starts = Set(document.starts)
    return Sample(gaps: gaps, starts: gaps.map { starts.contains($0.start) })
  }

  private var chain: SemiMarkov { SemiMarkov(lengths: binOf.map { SemiMarkov.exponential(lengthWeights[$0]) }) }

  private func odds(_ sample: Sample) -> [Double] {
    sample.gaps.indices.map { at in
      if at == 0 { return 1 }
      if !sample.gaps[at].isAllowed { return 0 }
      var sum: Float = 0
      for feature in sample.gaps[at].features { sum += weights[Int(feature)] }
      return SemiMarkov.exponential(Double(min(30, max(-30, sum))))
    }
  }

  private mutating func step(_ sample: Sample) {
    let count = sample.gaps.count
    if count < 2 { return }
    var chain = chain
    var lengthGradient = [Double](repeating: 0, count: lengthWeights.count)
    let bins = binOf
    let probabilities = chain.probabilities(odds(sample)) { length, expected in
      lengthGradient[bins[length]] += expected
    }
    var last = 0
    for at in 1...count where at == count || (sample.starts[at] && sample.gaps[at].isAllowed) {
      lengthGradient[binOf[min(at - last, settings.longest)]] -= 1
      last = at
    }
    for at in 1..<count where sample.gaps[at].isAllowed {
      let gradient = Float(probabilities[at]) - (sample.starts[at] ? 1 : 0)
      if abs(gradient) < 1e-3 { continue }
      for feature in sample.gaps[at].features { update(Int(feature), gradient) }
    }
    for bin in lengthWeights.indices {
      let gradient = lengthGradient[bin] + 0.002 * lengthWeights[bin]
      lengthSquares[bin] += gradient * gradient
      lengthWeights[bin] -= 0.1 * gradient / lengthSquares[bin].squareRoot()
    }
  }

  @inline(__always)
  private mutating func update(_ index: Int, _ gradient: Float) {
    let old = n[index]
    let new = old + gradient * gradient
    let sigma = (new.squareRoot() - old.squareRoot()) / settings.rate
    z[index] += gradient - sigma * weights[index]
    n[index] = new
    let sum = z[index]
    if abs(sum) <= settings.l1 {
      weights[index] = 0
    } else {
      let over = sum - (sum > 0 ? settings.l1 : -settings.l1)
      weights[index] = -over / ((1 + new.squareRoot()) / settings.rate + settings.l2)
    }
  }

  /// The threshold with the best mean F1 on the texts held out, and the F1 of each at it.
  private func bestThreshold(_ held: [[Sample]]) -> (threshold: Float, f1: [Double]) {
    let steps = Array(stride(from: 10, through: 80, by: 2))
    var scores = [[Double]](repeating: [], count: steps.count)
    for text in held {
      for (index, f1) in self.f1(text, steps).enumerated() { scores[index].append(f1) }
    }
    var best = 0
    func sum(_ index: Int) -> Double { scores[index].reduce(0, +) }
    for index in steps.indices where sum(index) > sum(best) { best = index }
    return (Float(steps[best]) / 100, scores[best])
  }

  /// Boundary F1 on a text for each threshold, in hundredths.
  private func f1(_ text: [Sample], _ steps: [Int]) -> [Double] {
    var right = [Int](repeating: 0, count: steps.count)
    var given = right
    var gold = 0
    var chain = chain
    for sample in text {
      let probabilities = chain.probabilities(odds(sample))
      for at in 1..<max(1, sample.gaps.count) {
        if sample.starts[at] { gold += 1 }
        for (index, step) in steps.enumerated() where probabilities[at] >= Double(step) / 100 {
          given[index] += 1
          if sample.starts[at] { right[index] += 1 }
        }
      }
    }
    return steps.indices.map { 2 * Double(right[$0]) / Double(max(1, given[$0] + gold)) }
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
