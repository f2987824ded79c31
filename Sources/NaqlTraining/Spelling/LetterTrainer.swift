import NaqlRomanisation

/// A word with what each of its letters is spelt by, to learn from.
struct LetterExample: Sendable {
  var arabic: [UInt8]
  var tag: Int
  var emissions: [[UInt8]]
  /// The same from the end.
  var reversed: LetterExample {
    LetterExample(arabic: arabic.reversed(), tag: tag, emissions: emissions.reversed().map { $0.reversed() })
  }
}

/// Trains a letter model: AdaGrad over hashed features, half of which are dropped at each step.
struct LetterTrainer {
  static let bits = 16
  private let rows = 1 << Self.bits
  let epochs: Int
  let rate: Float

  init(epochs: Int = 5, rate: Float = 0.15) {
    self.epochs = epochs
    self.rate = rate
  }

  /// Packed rows of four-bit weights, and the size of a step.
  func train(_ examples: [LetterExample], seed: UInt64) -> (rows: [UInt8], step: Float) {
    let weights = UnsafeMutablePointer<Float>.allocate(capacity: rows * 32)
    let squares = UnsafeMutablePointer<Float>.allocate(capacity: rows * 32)
    weights.initialize(repeating: 0, count: rows * 32)
    squares.initialize(repeating: 1e-4, count: rows * 32)
    defer {
      weights.deallocate()
      squares.deallocate()
    }
    var random = SpellingRandom(seed)
    var order = Array(examples.indices)
    let count = LetterContext.fixedCount + LetterContext.writtenCount
    let shift = UInt64(64 - Self.bits)
    let fixedBase = LetterContext.fixedCount - LetterContext.fixedTagged
    let writtenBase = LetterContext.writtenCount - LetterContext.writtenTagged
    let indices = UnsafeMutablePointer<Int>.allocate(capacity: count)
    let sum = UnsafeMutablePointer<Float>.allocate(capacity: 64)
    defer {
      indices.deallocate()
      sum.deallocate()
    }
    let contexts = examples.map { LetterContext($0.arabic) }
    for epoch in 0..<epochs {
      random.shuffle(&order)
      let rate = self.rate * (1 - 0.8 * Float(epoch) / Float(max(1, epochs - 1)))
      for number in order {
        let example = examples[number]
        let context = contexts[number]
        let tag = hidden(example.tag, &random)
        var word = LatinWord()
        var style: UInt64 = 0
        for at in 0..<example.arabic.count {
          let emission = example.emissions[at]
          var own: UInt64 = 0
          for emitted in 0...emission.count {
            let label = emitted < emission.count ? Int(emission[emitted]) - 1 : LetterModel.end
            let mark = emitted == 0 ? 0 : own | UInt64(emitted) << 20
            let tail = word.tail(5)
            context.fixedRows(at, emitted: mark, shift: shift, into: indices)
            context.fixedTaggedRows(at, emitted: mark, tag: tag, shift: shift, into: indices + fixedBase)
            context.writtenRows(
              at, emitted: emitted, tail: tail, style: style, shift: shift, into: indices + LetterContext.fixedCount)
            indices[LetterContext.fixedCount + writtenBase] = context.writtenTaggedRow(
              at, emitted: emitted, tail: tail, tag: tag, shift: shift)
            step(indices, count, label, rate, random.next(), weights, squares, sum, sum + 32)
            guard emitted < emission.count, word.count < 24 else { break }
            let letter = emission[emitted]
            style = LetterContext.style(style, adding: letter, after: word.count > 0 ? word[word.count - 1] : 0)
            word.append(letter)
            own = own << 5 | UInt64(letter)
          }
        }
      }
    }
    return pack(weights)
  }

  /// The country is hidden in half the steps, so that the model also knows persons of any country.
  private func hidden(_ tag: Int, _ random: inout SpellingRandom) -> Int {
    tag >= 3 && random.next() & 1 == 0 ? SpellingTag.person : tag
  }

  @inline(__always)
  private func step(
    _ indices: UnsafeMutablePointer<Int>, _ count: Int, _ label: Int, _ rate: Float, _ kept: UInt64,
    _ weights: UnsafeMutablePointer<Float>, _ squares: UnsafeMutablePointer<Float>,
    _ sum: UnsafeMutablePointer<Float>, _ squared: UnsafeMutablePointer<Float>
  ) {
    for lane in 0..<32 { sum[lane] = 0 }
    for index in 0..<count where kept >> UInt64(index) & 1 == 1 {
      let row = weights + indices[index] &* 32
      var lane = 0
      while lane < 32 {
        sum[lane] += row[lane]
        lane &+= 1
      }
    }
    var most = sum[0]
    for lane in 1..<27 where sum[lane] > most { most = sum[lane] }
    var total: Float = 0
    for lane in 0..<27 {
      sum[lane] = fastExp(sum[lane] - most)
      total += sum[lane]
    }
    for lane in 27..<32 { sum[lane] = 0 }
    let share = 1 / total
    for lane in 0..<27 { sum[lane] *= share }
    sum[label] -= 1
    for lane in 0..<32 { squared[lane] = sum[lane] * sum[lane] }
    for index in 0..<count where kept >> UInt64(index) & 1 == 1 {
      let row = weights + indices[index] &* 32
      let own = squares + indices[index] &* 32
      var lane = 0
      while lane < 32 {
        let square = own[lane] + squared[lane]
        own[lane] = square
        row[lane] -= rate * sum[lane] / square.squareRoot()
        lane &+= 1
      }
    }
  }

  private func pack(_ weights: UnsafeMutablePointer<Float>) -> (rows: [UInt8], step: Float) {
    var square: Float = 0
    var used: Float = 0
    for row in 0..<rows {
      var sum: Float = 0, some: Float = 0
      for lane in 0..<27 {
        let weight = weights[row * 32 + lane]
        if weight != 0 {
          sum += weight * weight
          some += 1
        }
      }
      square += sum / 1000
      used += some / 1000
    }
    let step = (square / max(1, used)).squareRoot() * 0.45
    var packed = [UInt8](repeating: 0x88, count: rows * LetterModel.stride + LetterModel.padding)
    for row in 0..<rows {
      for lane in 0..<LetterModel.stride {
        let low = quantised(weights[row * 32 + lane] / step)
        let other = lane + LetterModel.stride
        let high = other < 27 ? quantised(weights[row * 32 + other] / step) : 8
        packed[row * LetterModel.stride + lane] = low | high << 4
      }
    }
    // Half the features were dropped in training; all are summed at work.
    return (packed, step * 0.5)
  }

  private func quantised(_ value: Float) -> UInt8 { UInt8(max(0, min(15, Int(value.rounded()) + 8))) }
}

/// Pseudo-random numbers, the same in every run.
struct SpellingRandom {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func shuffle(_ order: inout [Int]) {
    for at in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(at, Int(next() % UInt64(at + 1)))
    }
  }
}
