import NaqlTables

/// A log-linear model that writes Latin letters under each Arabic one: what comes next, a–z or on to the next letter.
///
/// Weights are hashed, 32 to a row, four bits each: 16 bytes whose low halves are a–p and whose high halves are q–z,
/// the end of the letter, and five not used.
package final class LetterModel: @unchecked Sendable {
  /// The class that ends what a letter emits.
  package static let end = 26
  /// Most Latin letters that one Arabic letter emits.
  package static let longest = 3
  private let rows: UnsafePointer<UInt8>
  private let mask: UInt64
  private let step: Float
  private let owner: AnyObject?
  /// Whether words are read from their end.
  package let isReversed: Bool

  /// A model over packed `rows` kept alive by `owner`; a weight is its half byte − 8, times `step`.
  package init(_ rows: UnsafeRawBufferPointer, step: Float, isReversed: Bool, owner: AnyObject?) {
    self.rows = rows.baseAddress!.assumingMemoryBound(to: UInt8.self)
    mask = UInt64(rows.count / 16 - 1)
    self.step = step
    self.isReversed = isReversed
    self.owner = owner
  }

  /// A reader of this model over one Arabic word.
  package func scorer(_ codes: [UInt8], tag: Int) -> Scorer {
    Scorer(self, LetterContext(isReversed ? codes.reversed() : codes, tag: tag))
  }

  /// Probabilities of the next letter for one Arabic word, remembered by context.
  package struct Scorer {
    private let model: LetterModel
    package let context: LetterContext
    private var fixed: [UInt64: SIMD32<Int16>] = [:]
    private var known: [Key: Int] = [:]
    /// Log probabilities, 27 for each context met.
    private var logs: [Float] = []

    private struct Key: Hashable {
      var place: UInt64
      var tail: UInt64
    }

    init(_ model: LetterModel, _ context: LetterContext) {
      self.model = model
      self.context = context
      logs.reserveCapacity(27 * 512)
    }

    /// Position in `log` of the 27 log probabilities behind `word`, whose last `emitted` letters letter `at` wrote.
    @inline(__always)
    package mutating func scores(_ at: Int, emitted: Int, word: LatinWord, style: UInt64) -> Int {
      let tail = word.tail(5)
      let place = UInt64(at) << 16 | UInt64(emitted) << 12 | style
      let key = Key(place: place, tail: tail)
      if let found = known[key] { return found }
      let start = logs.count
      known[key] = start
      let own = emitted == 0 ? 0 : (tail & ((1 << UInt64(5 * emitted)) - 1)) | UInt64(emitted) << 20
      let sum = fixedSum(at, own) &+ historySum(at, emitted, tail, style)
      var values = [Float](repeating: 0, count: 27)
      var most: Float = -1000
      for label in 0..<27 {
        let value = Float(sum[label]) * model.step
        values[label] = value
        if value > most { most = value }
      }
      var total: Float = 0
      for label in 0..<27 { total += fastExp(values[label] - most) }
      let shift = most + fastLog(total)
      for label in 0..<27 { logs.append(values[label] - shift) }
      return start
    }

    /// A log probability at a position that `scores` gave, for letter `label` (0 is a, 26 the end).
    @inline(__always)
    package func log(_ start: Int, _ label: Int) -> Float { logs[start + label] }

    private mutating func fixedSum(_ at: Int, _ own: UInt64) -> SIMD32<Int16> {
      let key = UInt64(at) << 32 | own
      if let found = fixed[key] { return found }
      let sum = withUnsafeTemporaryAllocation(of: Int.self, capacity: LetterContext.staticCount) { rows in
        context.staticRows(at, emitted: own, mask: model.mask, into: rows.baseAddress!)
        return model.sum(rows)
      }
      fixed[key] = sum
      return sum
    }

    private func historySum(_ at: Int, _ emitted: Int, _ tail: UInt64, _ style: UInt64) -> SIMD32<Int16> {
      withUnsafeTemporaryAllocation(of: Int.self, capacity: LetterContext.historyCount) { rows in
        context.historyRows(
          at, emitted: emitted, tail: tail, style: style, mask: model.mask, into: rows.baseAddress!)
        return model.sum(rows)
      }
    }
  }

  @inline(__always)
  private func sum(_ indices: UnsafeMutableBufferPointer<Int>) -> SIMD32<Int16> {
    var low = SIMD16<UInt16>(), high = SIMD16<UInt16>()
    var at = 0
    while at < indices.count {
      // Sixteen half bytes fit into a byte without a carry.
      var someLow = SIMD16<UInt8>(), someHigh = SIMD16<UInt8>()
      let stop = min(at + 16, indices.count)
      while at < stop {
        let packed = UnsafeRawPointer(rows + indices[at] * 16).loadUnaligned(as: SIMD16<UInt8>.self)
        someLow &+= packed & SIMD16(repeating: 15)
        someHigh &+= packed &>> SIMD16(repeating: 4)
        at += 1
      }
      low &+= SIMD16<UInt16>(truncatingIfNeeded: someLow)
      high &+= SIMD16<UInt16>(truncatingIfNeeded: someHigh)
    }
    let offset = SIMD16<Int16>(repeating: Int16(8 * indices.count))
    return SIMD32(
      lowHalf: SIMD16<Int16>(truncatingIfNeeded: low) &- offset,
      highHalf: SIMD16<Int16>(truncatingIfNeeded: high) &- offset)
  }
}

/// e to the power of `x` (at most 0), to about three digits.
@inline(__always)
package func fastExp(_ x: Float) -> Float {
  if x < -80 { return 0 }
  let y = x * 1.442695041
  let whole = y.rounded(.down)
  let part = y - whole
  let scale = Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  return scale * (1 + part * (0.69606564 + part * (0.22449434 + part * 0.07944024)))
}

/// The natural logarithm of `x` (over 0), to about four digits.
@inline(__always)
package func fastLog(_ x: Float) -> Float {
  let bits = x.bitPattern
  let exponent = Float(Int32(bits >> 23) - 127)
  let m = Float(bitPattern: (bits & 0x7F_FFFF) | 0x3F80_0000) - 1
  let series = m * (0.9991150 + m * (-0.4899597 + m * (0.2856751 + m * (-0.1330566 + m * 0.03137207))))
  return (exponent * 0.6931472) + series
}
