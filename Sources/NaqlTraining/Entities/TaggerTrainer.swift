import NaqlEntities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Learns the weights of one pass: a linear-chain CRF by FTRL-proximal steps (adaptive rates, L1 and L2).
///
/// Method: Lafferty et al. 2001 for the CRF, McMahan et al. 2013 for the steps.
final class TaggerTrainer {
  /// What the learner is set to.
  struct Settings: Sendable {
    var epochs = 8
    var rate: Float = 0.1
    var l1: Float = 0.4
    var l2: Float = 0.02
    var seed: UInt64 = 1
  }

  /// One sentence: rows of word features for each token, context codes for each token, labels.
  struct Sample {
    /// For each token the type, whose features `rows` lists.
    var types: [Int32]
    /// Which list of features holds (they differ by the lexicon's fold).
    var fold: Int
    var context: [[Int32]]
    var labels: [UInt8]
  }

  private var rowOf: [UInt64: Int32] = [:]
  private(set) var hashes: [UInt64] = []
  private var rows: [[[Int32]]] = []
  private let settings: Settings
  private var weights: UnsafeMutablePointer<SIMD16<Float>>
  private var z: UnsafeMutablePointer<SIMD16<Float>>
  private var n: UnsafeMutablePointer<SIMD16<Float>>
  private var transition = [SIMD16<Float>](repeating: SIMD16(), count: 9)
  private var transitionSquares = [SIMD16<Float>](repeating: SIMD16(repeating: 1), count: 9)
  private let contextBase: Int

  /// A trainer over the types' `features`, by fold and type.
  init(features: [[[UInt64]]], settings: Settings) {
    self.settings = settings
    for fold in features {
      var lists: [[Int32]] = []
      for type in fold {
        var list: [Int32] = []
        for hash in type {
          if let row = rowOf[hash] {
            list.append(row)
          } else {
            rowOf[hash] = Int32(hashes.count)
            list.append(Int32(hashes.count))
            hashes.append(hash)
          }
        }
        lists.append(list)
      }
      rows.append(lists)
    }
    contextBase = hashes.count * 5
    let size = contextBase + ContextCodes.count
    weights = .allocate(capacity: size)
    z = .allocate(capacity: size)
    n = .allocate(capacity: size)
    weights.initialize(repeating: SIMD16(), count: size)
    z.initialize(repeating: SIMD16(), count: size)
    n.initialize(repeating: SIMD16(), count: size)
  }

  deinit {
    weights.deallocate()
    z.deallocate()
    n.deallocate()
  }

  /// Goes over `samples` as often as the settings say, in an order of its own each time.
  func train(_ samples: [Sample]) {
    var order = Array(samples.indices)
    var state = settings.seed &* 0x9E37_79B9_7F4A_7C15
    for epoch in 0..<settings.epochs {
      for i in stride(from: order.count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(i, Int((state >> 33) % UInt64(i + 1)))
      }
      for index in order { step(samples[index], epoch) }
    }
  }

  private func step(_ sample: Sample, _ epoch: Int) {
    let count = sample.types.count
    let labels = TagLabel.count
    var emission = [SIMD16<Float>](repeating: SIMD16(), count: count)
    let lists = rows[sample.fold]
    for at in 0..<count {
      var sum = SIMD16<Float>()
      forEachIndex(sample, lists, at) { sum += weights[$0] }
      var top = sum[0]
      for l in 1..<labels { top = max(top, sum[l]) }
      var e = SIMD16<Float>()
      for l in 0..<labels { e[l] = expf(sum[l] - top) }
      emission[at] = e
    }
    var moves = [SIMD16<Float>](repeating: SIMD16(), count: labels)
    for from in 0..<labels {
      for to in 0..<labels where TagLabel.allows(from, to) { moves[from][to] = expf(transition[from][to]) }
    }
    var forward = [SIMD16<Float>](repeating: SIMD16(), count: count)
    for at in 0..<count {
      var sum = SIMD16<Float>()
      if at == 0 {
        sum = moves[0]
      } else {
        for from in 0..<labels { sum += moves[from] * forward[at - 1][from] }
      }
      sum *= emission[at]
      forward[at] = sum / max(sum.sum(), 1e-30)
    }
    var backward = SIMD16<Float>()
    for l in 0..<labels { backward[l] = 1 }
    var gradients = [SIMD16<Float>](repeating: SIMD16(), count: count)
    var moveGradient = [SIMD16<Float>](repeating: SIMD16(), count: labels)
    var at = count - 1
    while at >= 0 {
      var p = forward[at] * backward
      p /= max(p.sum(), 1e-30)
      let scaled = emission[at] * backward
      // Expected transitions into this token.
      if at > 0 {
        var joint = [SIMD16<Float>](repeating: SIMD16(), count: labels)
        var total: Float = 0
        for from in 0..<labels {
          joint[from] = moves[from] * scaled * forward[at - 1][from]
          total += joint[from].sum()
        }
        let inverse = 1 / max(total, 1e-30)
        for from in 0..<labels { moveGradient[from] += joint[from] * inverse }
        moveGradient[Int(sample.labels[at - 1])][Int(sample.labels[at])] -= 1
      } else {
        moveGradient[0] += p
        moveGradient[0][Int(sample.labels[0])] -= 1
      }
      p[Int(sample.labels[at])] -= 1
      gradients[at] = p
      var next = SIMD16<Float>()
      for from in 0..<labels { next[from] = (moves[from] * scaled).sum() }
      backward = next / max(next.sum(), 1e-30)
      at -= 1
    }
    for at in 0..<count {
      let g = gradients[at]
      if (g * g).sum() < 1e-6 { continue }
      forEachIndex(sample, lists, at) { update($0, g) }
    }
    for from in 0..<labels {
      let g = moveGradient[from]
      transitionSquares[from] += g * g
      transition[from] -= 0.1 * g / transitionSquares[from].squareRoot()
    }
  }

  @inline(__always)
  private func forEachIndex(_ sample: Sample, _ lists: [[Int32]], _ at: Int, _ visit: (Int) -> Void) {
    for place in 0..<5 {
      let other = at + place - 2
      let type = other >= 0 && other < sample.types.count ? Int(sample.types[other]) : 0
      for row in lists[type] { visit(Int(row) * 5 + place) }
    }
    for code in sample.context[at] { visit(contextBase + Int(code)) }
  }

  @inline(__always)
  private func update(_ index: Int, _ g: SIMD16<Float>) {
    let old = n[index]
    let new = old + g * g
    let sigma = (new.squareRoot() - old.squareRoot()) / settings.rate
    let sum = z[index] + g - sigma * weights[index]
    z[index] = sum
    n[index] = new
    let zero = SIMD16<Float>()
    let l1 = SIMD16<Float>(repeating: settings.l1)
    let over = sum - sum.clamped(lowerBound: zero - l1, upperBound: l1)
    weights[index] = zero - over / ((1 + new.squareRoot()) / settings.rate + settings.l2)
  }

  /// The features that kept a weight, and the weights, for a model.
  func result() -> (hashes: [UInt64], rows: [SIMD16<Float>], context: [SIMD16<Float>], transitions: [Float]) {
    var kept: [UInt64] = []
    var keptRows: [SIMD16<Float>] = []
    for (row, hash) in hashes.enumerated() {
      let base = row * 5
      var any = false
      for place in 0..<5 {
        for l in 0..<9 where abs(weights[base + place][l]) >= 1.5 / TaggerModel.scale { any = true }
      }
      if any {
        kept.append(hash)
        for place in 0..<5 { keptRows.append(weights[base + place]) }
      }
    }
    var context: [SIMD16<Float>] = []
    for code in 0..<ContextCodes.count { context.append(weights[contextBase + code]) }
    var flat: [Float] = []
    for from in 0..<9 { for to in 0..<9 { flat.append(transition[from][to]) } }
    return (kept, keptRows, context, flat)
  }
}
