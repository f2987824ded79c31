import NaqlTables

/// A log-linear model that writes Latin letters under each Arabic one: what comes next, a–z or on to the next letter.
///
/// Weights are hashed, 28 to a row, four bits each: 14 bytes whose low halves are a–n and whose high halves are o–z, the
/// end of the letter, and one not used.
package final class LetterModel: @unchecked Sendable {
  /// The class that ends what a letter emits.
  package static let end = 26
  /// Most Latin letters that one Arabic letter emits.
  package static let longest = 3
  /// Bytes of a row.
  package static let stride = 14
  /// Bytes behind the last row, so that a row can be read as sixteen bytes.
  package static let padding = 2
  private let rows: UnsafePointer<UInt8>
  private let owner: AnyObject?
  /// How many bits of a feature's hash do not choose its row.
  let shift: UInt64
  /// What one unit of a sum is worth in natural logarithms.
  let step: Float
  /// Whether words are read from their end.
  package let isReversed: Bool
  /// e to the power of −n units.
  private let powers: [Float]

  /// A model over packed `rows` (a power of two of them) kept alive by `owner`; a weight is its half byte − 8, times `step`.
  package init(_ rows: UnsafeRawBufferPointer, step: Float, isReversed: Bool, owner: AnyObject?) {
    self.rows = rows.baseAddress!.assumingMemoryBound(to: UInt8.self)
    let count = (rows.count - Self.padding) / Self.stride
    shift = UInt64(64 - count.trailingZeroBitCount)
    self.step = step
    self.isReversed = isReversed
    self.owner = owner
    powers = (0..<512).map { fastExp(-Float($0) * step) }
  }

  /// Sums of the weights of some rows: 28 lanes used, a–n and two idle ones, then o–z, the end and three idle ones.
  @inline(__always)
  func sum(_ indices: UnsafePointer<Int>, _ count: Int) -> SIMD32<Int16> {
    var low = SIMD16<UInt16>(), high = SIMD16<UInt16>()
    var at = 0
    while at < count {
      // Sixteen half bytes fit into a byte without a carry.
      var someLow = SIMD16<UInt8>(), someHigh = SIMD16<UInt8>()
      let stop = min(at + 16, count)
      while at < stop {
        let packed = UnsafeRawPointer(rows + indices[at] &* Self.stride).loadUnaligned(as: SIMD16<UInt8>.self)
        someLow &+= packed & SIMD16(repeating: 15)
        someHigh &+= (packed &>> SIMD16(repeating: 4)) & SIMD16(repeating: 15)
        at &+= 1
      }
      low &+= SIMD16<UInt16>(truncatingIfNeeded: someLow)
      high &+= SIMD16<UInt16>(truncatingIfNeeded: someHigh)
    }
    let offset = SIMD16<Int16>(repeating: Int16(8 * count))
    return SIMD32(
      lowHalf: SIMD16<Int16>(truncatingIfNeeded: low) &- offset,
      highHalf: SIMD16<Int16>(truncatingIfNeeded: high) &- offset)
  }

  /// Where the sum of a letter (0 is a, 26 the end) stands.
  @inline(__always)
  static func lane(_ label: Int) -> Int { label < 14 ? label : label &+ 2 }

  /// Logarithm of the sum of e to the power of all 27 sums.
  @inline(__always)
  func total(_ sums: UnsafePointer<Int16>) -> Float {
    var most = sums[0]
    for lane in 1..<14 where sums[lane] > most { most = sums[lane] }
    for lane in 16..<29 where sums[lane] > most { most = sums[lane] }
    var total: Float = 0
    powers.withUnsafeBufferPointer { powers in
      for lane in 0..<14 { total += powers[min(511, Int(most &- sums[lane]))] }
      for lane in 16..<29 { total += powers[min(511, Int(most &- sums[lane]))] }
    }
    return Float(most) * step + fastLog(total)
  }
}

/// e to the power of `x` (at most 0), to about three digits.
@inline(__always)
package func fastExp(_ x: Float) -> Float {
  if x < -80 { return 0 }
  // Adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits.
  let y = x * 1.442695041
  let rounded = y + 12_582_912
  let part = y - (rounded - 12_582_912)
  let scale = Float(bitPattern: (rounded.bitPattern &+ 127) << 23)
  return scale * (1 + part * (0.6931472 + part * (0.2402265 + part * (0.05550411 + part * 0.009618129))))
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
