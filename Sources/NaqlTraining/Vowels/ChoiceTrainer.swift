import NaqlRomanisation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Learns to choose among alternatives that are described by hashed features: softmax, AdaGrad.
struct ChoiceTrainer {
  /// How fast weights are learnt.
  struct Pace {
    /// Rounds over the data.
    var rounds: Int
    /// Length of a step, divided by the root of the sum of squared gradients.
    var rate: Float
    /// Where these sums start: the larger, the less is learnt from what is seen once.
    var start: Float
    /// Share of a weight that is taken off its gradient at each step.
    var shrink: Float
  }

  /// A choice: the features of its alternatives one after the other, where each begins, and which is right.
  private var features: [UInt32] = []
  private var starts: [UInt32] = [0]
  private var firsts: [UInt32] = [0]
  private var gold: [UInt16] = []
  private let mask: Int

  /// A trainer of a table of `size` weights, a power of two.
  init(size: Int) { mask = size - 1 }

  /// Number of choices.
  var count: Int { gold.count }

  /// Adds a choice.
  mutating func add(_ alternatives: [[UInt32]], gold right: Int) {
    for alternative in alternatives {
      features += alternative
      starts.append(UInt32(features.count))
    }
    firsts.append(UInt32(starts.count - 1))
    gold.append(UInt16(right))
  }

  /// Adds the choices of another trainer behind its own.
  mutating func append(_ other: ChoiceTrainer) {
    let ends = UInt32(features.count), alternatives = UInt32(starts.count - 1)
    features += other.features
    starts += other.starts.dropFirst().map { $0 + ends }
    firsts += other.firsts.dropFirst().map { $0 + alternatives }
    gold += other.gold
  }

  /// The weights as 8-bit numbers, the mean of the later rounds. With `base`, a table of weights learnt before for the same
  /// features, what is learnt is to be added to it.
  func train(_ pace: Pace, above base: [Int8] = []) -> [Int8] {
    let given = base.isEmpty ? nil : scores(by: base)
    let (rounds, rate, shrink) = (pace.rounds, pace.rate, pace.shrink)
    var weights = [Float](repeating: 0, count: mask + 1)
    var squares = [Float](repeating: pace.start, count: mask + 1)
    var average = weights
    var order = Array(0..<count)
    var random = SplitMix(seed: 7_011_989)
    var scores = [Float](repeating: 0, count: 64)
    features.withUnsafeBufferPointer { features in
      weights.withUnsafeMutableBufferPointer { w in
        squares.withUnsafeMutableBufferPointer { q in
          for round in 0..<rounds {
            order.shuffle(using: &random)
            let step = rate / (1 + 0.3 * Float(round))
            for at in order {
              let first = Int(firsts[at]), number = Int(firsts[at + 1]) - first
              var top = -Float.infinity
              for k in 0..<number {
                var sum: Float = given?[first + k] ?? 0
                for f in Int(starts[first + k])..<Int(starts[first + k + 1]) { sum += w[Int(features[f]) & mask] }
                scores[k] = sum
                top = max(top, sum)
              }
              var total: Float = 0
              for k in 0..<number {
                scores[k] = expf(scores[k] - top)
                total += scores[k]
              }
              for k in 0..<number {
                let gradient = scores[k] / total - (k == Int(gold[at]) ? 1 : 0)
                if abs(gradient) < 1e-3 { continue }
                for f in Int(starts[first + k])..<Int(starts[first + k + 1]) {
                  let place = Int(features[f]) & mask
                  let g = gradient + shrink * w[place]
                  q[place] += g * g
                  w[place] = max(
                    -WeightTable.limit, min(WeightTable.limit, w[place] - step * g / q[place].squareRoot()))
                }
              }
            }
            // The mean of the later rounds varies less than the last one alone.
            if round >= rounds / 2 { for at in w.indices { average[at] += w[at] } }
          }
        }
      }
    }
    return average.map { WeightTable.packed($0 / Float(rounds - rounds / 2)) }
  }

  /// What each alternative scores by a table of weights.
  private func scores(by table: [Int8]) -> [Float] {
    let mask = table.count - 1
    return (0..<starts.count - 1).map { at in
      var sum = 0
      for f in Int(starts[at])..<Int(starts[at + 1]) { sum += Int(table[Int(features[f]) & mask]) }
      return Float(sum) * WeightTable.step
    }
  }
}
