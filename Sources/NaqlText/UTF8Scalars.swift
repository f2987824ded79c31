/// Reading code points off UTF-8 bytes without building a String: the loops over whole pages go through here.
public enum UTF8Scalars {
  /// The code point that starts at `at` and its length in bytes. The text must be well formed (readers check it).
  @inlinable @inline(__always)
  public static func decode(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (scalar: UInt32, length: Int) {
    let b0 = UInt32(bytes[at])
    if b0 < 0x80 { return (b0, 1) }
    if b0 < 0xE0 { return at + 1 < bytes.count ? ((b0 & 0x1F) << 6 | UInt32(bytes[at + 1]) & 0x3F, 2) : (0xFFFD, 1) }
    if b0 < 0xF0 {
      guard at + 2 < bytes.count else { return (0xFFFD, 1) }
      return ((b0 & 0x0F) << 12 | (UInt32(bytes[at + 1]) & 0x3F) << 6 | UInt32(bytes[at + 2]) & 0x3F, 3)
    }
    guard at + 3 < bytes.count else { return (0xFFFD, 1) }
    let high = (b0 & 0x07) << 18 | (UInt32(bytes[at + 1]) & 0x3F) << 12
    return (high | (UInt32(bytes[at + 2]) & 0x3F) << 6 | UInt32(bytes[at + 3]) & 0x3F, 4)
  }

  /// The code point that ends right before `at`, and its length in bytes. `at` must be over 0.
  @inlinable @inline(__always)
  public static func decode(_ bytes: UnsafeRawBufferPointer, before at: Int) -> (scalar: UInt32, length: Int) {
    var start = at - 1
    while start > 0, bytes[start] & 0xC0 == 0x80, at - start < 4 { start -= 1 }
    return (decode(bytes, start).scalar, at - start)
  }

  /// Appends a code point to UTF-8 bytes.
  @inlinable @inline(__always)
  public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
