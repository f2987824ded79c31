/// A 64-bit checksum over mapped memory, at several GB/s: guards against damage, not against malice.
public enum Checksum {
  /// The checksum of `bytes`, from `seed`.
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
    guard let base = bytes.baseAddress else { return finish(seed) }
    var a = seed, b = seed ^ 0xBF58_476D_1CE4_E5B9, c = seed ^ 0x94D0_49BB_1331_11EB, d = ~seed
    var at = 0
    let count = bytes.count
    while at + 32 <= count {
      a = mix(a, base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      b = mix(b, base.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
      c = mix(c, base.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
      d = mix(d, base.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
      at += 32
    }
    while at < count {
      a = mix(a, UInt64(bytes[at]) | 0x100)
      at += 1
    }
    return finish(a ^ finish(b) ^ finish(c &+ 1) ^ finish(d &+ 2) ^ UInt64(truncatingIfNeeded: count))
  }

  /// The checksum of an array of bytes.
  public static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  @inline(__always)
  static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let x = (state ^ word) &* 0x9FB2_1C65_1E98_DF25
    return (x << 29) | (x >> 35)
  }

  @inline(__always)
  static func finish(_ word: UInt64) -> UInt64 {
    var x = word
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}

/// The hash that tables index by: good in every bit, fast on short keys.
@inline(__always)
public func tableHash(_ key: UnsafeRawBufferPointer) -> UInt64 {
  var h: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: key.count)
  guard let base = key.baseAddress else { return Checksum.finish(h) }
  var at = 0
  while at + 8 <= key.count {
    h = Checksum.mix(h, base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    at += 8
  }
  // The last bytes, fewer than eight, the first lowest; loads overlap rather than look beyond the key.
  let count = key.count
  let left = count &- at
  var tail: UInt64 = 0
  if left > 0 {
    if count >= 8 {
      tail = base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) &>> UInt64(8 &* (8 &- left))
    } else if count >= 4 {
      let last = UInt64(base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      tail = UInt64(base.loadUnaligned(as: UInt32.self)) | last &<< UInt64(8 &* (count &- 4))
    } else {
      let middle = count / 2
      tail = UInt64(key[0]) | UInt64(key[middle]) &<< UInt64(8 &* middle)
      tail |= UInt64(key[count &- 1]) &<< UInt64(8 &* (count &- 1))
    }
  }
  return Checksum.finish(Checksum.mix(h, tail))
}
