/// A word as two machine words: up to fifteen bytes as they are, a longer one as a fingerprint of 120 bits.
///
/// Two keys are equal where the words are (for long words: with all but certainty), so that nothing else is compared.
struct WordKey: BitwiseCopyable, Hashable, Sendable {
  private var low: UInt64
  private var high: UInt64

  /// The key of `word`. `tag`, under 16, sets words of different kinds apart.
  @inline(__always)
  init(_ word: UnsafeRawBufferPointer, tag: UInt8 = 0) {
    let count = word.count
    (low, high) = (0, UInt64(tag) << 60)
    guard count > 0, let base = word.baseAddress else { return }
    if count >= 16 {
      let (a, b) = Self.fingerprint(base, count)
      low = a
      high |= b >> 8
      return
    }
    high |= UInt64(count) << 56
    // Loads overlap rather than look beyond the word.
    if count >= 8 {
      low = base.loadUnaligned(as: UInt64.self)
      high |= base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) >> UInt64(8 &* (16 &- count))
    } else if count >= 4 {
      let last = UInt64(base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      low = UInt64(base.loadUnaligned(as: UInt32.self)) | last &<< UInt64(8 &* (count &- 4))
    } else {
      let middle = count / 2
      low = UInt64(word[0]) | UInt64(word[middle]) &<< UInt64(8 &* middle)
      low |= UInt64(word[count &- 1]) &<< UInt64(8 &* (count &- 1))
    }
  }

  /// A key made of a hash.
  init(hash: UInt64) { (low, high) = (hash, 0) }

  /// A hash that is good in every bit.
  @inline(__always)
  var hash: UInt64 {
    var x = (low ^ 0x9E37_79B9_7F4A_7C15) &* 0x9FB2_1C65_1E98_DF25
    x = (x ^ (x >> 32) ^ high) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 32)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 29)
  }

  private static func fingerprint(_ base: UnsafeRawPointer, _ count: Int) -> (UInt64, UInt64) {
    var a = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var b = ~a
    var at = 0
    while at + 16 < count {
      a = mix(a, base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      b = mix(b, base.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
      at += 16
    }
    a = mix(a, base.loadUnaligned(fromByteOffset: count - 16, as: UInt64.self))
    b = mix(b, base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    return (finish(a ^ finish(b)), finish(b &+ finish(a &+ 1)))
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let x = (state ^ word) &* 0x9FB2_1C65_1E98_DF25
    return (x << 29) | (x >> 35)
  }

  @inline(__always)
  private static func finish(_ word: UInt64) -> UInt64 {
    var x = word
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}
