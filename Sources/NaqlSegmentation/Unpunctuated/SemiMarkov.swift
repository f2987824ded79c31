/// Probabilities of cuts where each gap has a score and each length of a sentence another (a semi-Markov CRF).
///
/// The weight of a way to cut is the product of the odds of its cuts and of the odds of its sentences' lengths in words;
/// the probability of a cut is the share of the ways that have it. Method: Sarawagi and Cohen 2004. Time grows with
/// words × longest length. The arithmetic is plain IEEE, the same on every machine.
public struct SemiMarkov: Sendable {
  /// Odds of a sentence of so many words; index 0 is unused, the last is the longest that is told apart.
  public let lengths: [Double]
  private var forward: [Double] = []
  private var backward: [Double] = []
  private var forwardScale: [Int32] = []
  private var backwardScale: [Int32] = []
  private static let big = 1e60
  private static let small = 1e-60

  /// With the odds of each length.
  public init(lengths: [Double]) { self.lengths = lengths }

  /// Probability of a cut before each of `odds.count` words; the first is always 1 (the stretch begins there).
  ///
  /// `odds[i]` are the odds of a cut before word i, whatever stands elsewhere.
  public mutating func probabilities(_ odds: [Double]) -> [Double] { run(odds) }

  /// The same; calls `visit` with lengths in words and expected numbers of sentences of that length, in parts.
  public mutating func probabilities(_ odds: [Double], expectedLengths visit: (Int, Double) -> Void) -> [Double] {
    let result = run(odds)
    if odds.count > 0 { expectLengths(odds.count, visit) }
    return result
  }

  private mutating func run(_ odds: [Double]) -> [Double] {
    let count = odds.count
    if count == 0 { return [] }
    let longest = lengths.count - 1
    Self.run(count, longest, lengths, &forward, &forwardScale) { at in at == 0 || at == count ? 1 : odds[at] }
    Self.run(count, longest, lengths, &backward, &backwardScale) { at in
      at == 0 || at == count ? 1 : odds[count - at]
    }
    let total = forward[count]
    let scale = forwardScale[count]
    var result = [Double](repeating: 1, count: count)
    for at in 1..<max(count, 1) {
      // The odds of the cut itself are in both directions.
      let value = odds[at] > 0 ? forward[at] / odds[at] * (backward[count - at] / total) : 0
      result[at] = Self.scaled(value, forwardScale[at] + backwardScale[count - at] - scale)
    }
    return result
  }

  private func expectLengths(_ count: Int, _ visit: (Int, Double) -> Void) {
    let longest = lengths.count - 1
    let total = forward[count]
    let scale = forwardScale[count]
    for end in 1...count {
      for length in 1...min(longest, end) {
        let start = end - length
        let tail = end == count ? 1 : backward[count - end]
        let value = forward[start] * lengths[length] * (tail / total)
        let shift = forwardScale[start] + (end == count ? 0 : backwardScale[count - end]) - scale
        visit(length, Self.scaled(value, shift))
      }
    }
  }

  /// Sums over all ways to cut the first words; `scale` counts how often a value was divided by 1e60.
  private static func run(
    _ count: Int, _ longest: Int, _ lengths: [Double], _ values: inout [Double], _ scales: inout [Int32],
    _ odds: (Int) -> Double
  ) {
    values.removeAll(keepingCapacity: true)
    scales.removeAll(keepingCapacity: true)
    values.append(1)
    scales.append(0)
    var scale: Int32 = 0
    for at in 1...count {
      var sum = 0.0
      let first = max(0, at - longest)
      values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          var start = first
          while start < at {
            sum += values[start] * lengths[at - start]
            start += 1
          }
        }
      }
      values.append(sum * odds(at))
      scales.append(scale)
      if values[at] > big {
        scale += 1
        for back in max(0, at - longest)...at {
          values[back] *= small
          scales[back] += 1
        }
      } else if sum > 0, sum < small {
        scale -= 1
        for back in max(0, at - longest)...at {
          values[back] *= big
          scales[back] -= 1
        }
      }
    }
  }

  private static func scaled(_ value: Double, _ shift: Int32) -> Double {
    var value = value
    var shift = shift
    while shift > 0, value < 1 {
      value *= big
      shift -= 1
    }
    while shift < 0 {
      value *= small
      shift += 1
      if value == 0 { break }
    }
    return min(1, max(0, value))
  }

  /// e to the power of `x`, by plain arithmetic: the same bits on every machine.
  public static func exponential(_ x: Double) -> Double {
    let x = min(700, max(-700, x))
    let halves = (x * 1.442695040888963407).rounded()
    let r = (x - halves * 0.6931471803691238) - halves * 1.9082149292705877e-10
    var sum = 1.0
    for divisor in stride(from: 13.0, through: 1.0, by: -1.0) { sum = 1 + r / divisor * sum }
    return Double(sign: .plus, exponent: Int(halves), significand: 1) * sum
  }
}
