import NaqlRomanisation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Learns the letter tagger's weights: a conditional random field over letter labels, by AdaGrad, word by word.
struct LetterTaggerTrainer {
  private let model: VowelModel
  private let pace: ChoiceTrainer.Pace
  private var weights = [Float](repeating: 0, count: WeightTable.taggerSize)
  private var squares: [Float]
  private let mask = WeightTable.taggerSize - 1

  private struct Word {
    var labels: [[UInt8]]
    var unary: [UInt32]
    var pairs: [UInt32]
    var gold: [Int]
    var weight: Float
  }

  /// A trainer whose labels and relatives come from the tables of `model`.
  init(model: VowelModel, pace: ChoiceTrainer.Pace) {
    self.model = model
    self.pace = pace
    squares = [Float](repeating: pace.start, count: WeightTable.taggerSize)
  }

  /// The weights after some rounds over `examples`, as 8-bit numbers.
  mutating func train(_ examples: [VowelTables.Example]) -> [Int8] {
    let relatives = Relatives(model: model)
    var words: [Word] = []
    words.reserveCapacity(examples.count)
    for example in examples {
      let own = Relatives.Own(
        letters: Array(example.letters[example.cut...]), labels: Array(example.labels[example.cut...]),
        count: Int(example.count.rounded(.up)))
      let related = relatives.labels(example.letters, without: own)
      let features = LetterFeatures(example.letters, relatives: related)
      let labels = example.letters.map { model.possibleLabels($0) }
      var gold: [Int] = []
      for (at, label) in example.labels.enumerated() {
        if let place = labels[at].firstIndex(of: label) { gold.append(place) }
      }
      guard gold.count == example.labels.count else { continue }
      words.append(
        Word(
          labels: labels, unary: features.hashes, pairs: features.pairs, gold: gold,
          weight: example.share * (0.6 + 0.25 * min(2.5, log2f(1 + example.count)))))
    }
    var order = Array(words.indices)
    var random = SplitMix(seed: 20_121_031)
    var scratch = Scratch()
    for _ in 0..<pace.rounds {
      order.shuffle(using: &random)
      for at in order { learn(words[at], &scratch) }
    }
    return weights.map(WeightTable.packed)
  }

  /// Buffers used again for every word.
  private struct Scratch {
    var unary: [[Float]] = []
    var pairs: [[Float]] = []
    var forward: [[Float]] = []
    var backward: [[Float]] = []
  }

  private mutating func learn(_ word: Word, _ s: inout Scratch) {
    let n = word.labels.count
    let mask = mask
    s.unary = []
    s.pairs = []
    weights.withUnsafeBufferPointer { w in
      for at in 0..<n {
        var scores = [Float](repeating: 0, count: word.labels[at].count)
        let first = at * LetterFeatures.perLetter
        for (k, label) in word.labels[at].enumerated() {
          var sum: Float = 0
          for f in first..<(first + LetterFeatures.perLetter) {
            sum += w[WeightTable.place(word.unary[f], UInt32(label) + 1, mask: mask)]
          }
          scores[k] = sum
        }
        s.unary.append(scores)
        if at == 0 { continue }
        let width = word.labels[at].count
        var pair = [Float](repeating: 0, count: word.labels[at - 1].count * width)
        let start = at * LetterFeatures.perPair
        for (j, a) in word.labels[at - 1].enumerated() {
          for (k, b) in word.labels[at].enumerated() {
            let both = UInt32(a) << 8 | UInt32(b) | 1 << 16
            var sum: Float = 0
            for f in start..<(start + LetterFeatures.perPair) {
              sum += w[WeightTable.place(word.pairs[f], both, mask: mask)]
            }
            pair[j * width + k] = sum
          }
        }
        s.pairs.append(pair)
      }
    }
    // Forward and backward over normalised probabilities (scaled at each letter).
    s.forward = []
    var alpha = Self.softened(s.unary[0])
    s.forward.append(alpha)
    var transitions: [[Float]] = []
    for at in 1..<max(1, n) {
      let width = word.labels[at].count
      let top = s.unary[at].max() ?? 0
      let pairTop = s.pairs[at - 1].max() ?? 0
      let emit = s.unary[at].map { expf($0 - top) }
      let move = s.pairs[at - 1].map { expf($0 - pairTop) }
      transitions.append(move)
      var next = [Float](repeating: 0, count: width)
      for j in alpha.indices where alpha[j] > 1e-12 {
        for k in 0..<width { next[k] += alpha[j] * move[j * width + k] }
      }
      var sum: Float = 1e-30
      for k in 0..<width {
        next[k] *= emit[k]
        sum += next[k]
      }
      for k in 0..<width { next[k] /= sum }
      alpha = next
      s.forward.append(alpha)
    }
    var beta = [Float](repeating: 1, count: word.labels[n - 1].count)
    for at in stride(from: n - 1, through: 0, by: -1) {
      let width = word.labels[at].count
      var sum: Float = 1e-30
      var marginal = [Float](repeating: 0, count: width)
      for k in 0..<width {
        marginal[k] = s.forward[at][k] * beta[k]
        sum += marginal[k]
      }
      let first = at * LetterFeatures.perLetter
      for k in 0..<width {
        let gradient = (marginal[k] / sum - (word.gold[at] == k ? 1 : 0)) * word.weight
        if abs(gradient) < 1e-4 { continue }
        let label = UInt32(word.labels[at][k]) + 1
        for f in first..<(first + LetterFeatures.perLetter) {
          update(WeightTable.place(word.unary[f], label, mask: mask), gradient)
        }
      }
      guard at > 0 else { break }
      let top = s.unary[at].max() ?? 0
      let reach = (0..<width).map { expf(s.unary[at][$0] - top) * beta[$0] }
      let move = transitions[at - 1]
      let before = word.labels[at - 1].count
      var previous = [Float](repeating: 0, count: before)
      var joint = [Float](repeating: 0, count: before * width)
      var total: Float = 1e-30
      for j in 0..<before {
        var sum: Float = 0
        for k in 0..<width {
          let term = move[j * width + k] * reach[k]
          sum += term
          joint[j * width + k] = s.forward[at - 1][j] * term
          total += joint[j * width + k]
        }
        previous[j] = sum
      }
      let start = at * LetterFeatures.perPair
      for j in 0..<before {
        for k in 0..<width {
          let isGold = word.gold[at - 1] == j && word.gold[at] == k
          let gradient = (joint[j * width + k] / total - (isGold ? 1 : 0)) * word.weight
          if abs(gradient) < 1e-4 { continue }
          let both = UInt32(word.labels[at - 1][j]) << 8 | UInt32(word.labels[at][k]) | 1 << 16
          for f in start..<(start + LetterFeatures.perPair) {
            update(WeightTable.place(word.pairs[f], both, mask: mask), gradient)
          }
        }
      }
      let most = previous.max() ?? 1
      beta = previous.map { $0 / max(most, 1e-30) }
    }
  }

  @inline(__always)
  private mutating func update(_ at: Int, _ gradient: Float) {
    let g = gradient + pace.shrink * weights[at]
    squares[at] += g * g
    weights[at] = max(
      -WeightTable.limit, min(WeightTable.limit, weights[at] - pace.rate * g / squares[at].squareRoot()))
  }

  private static func softened(_ scores: [Float]) -> [Float] {
    let top = scores.max() ?? 0
    let raised = scores.map { expf($0 - top) }
    let sum = raised.reduce(0, +)
    return raised.map { $0 / sum }
  }
}

/// A small generator of pseudo-random numbers with a fixed seed, so that training gives the same bytes each time.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
