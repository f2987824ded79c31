/// Appends XML to a byte buffer: fixed mark-up copied, text escaped in one pass. What XML 1.0 cannot hold (control
/// characters) becomes U+FFFD.
struct XMLBytes {
  /// Appends mark-up as it stands.
  @inline(__always)
  static func markup(_ text: StaticString, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text, escaped for element content and for attributes in double quotes.
  static func text(_ text: String, to output: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { Self.text(UnsafeRawBufferPointer($0), to: &output) }
  }

  /// Appends UTF-8 text, escaped.
  static func text(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    var from = 0
    var at = 0
    while at < text.count {
      if at + 8 <= text.count, isPlain(text, at) {
        at += 8
        continue
      }
      let end = min(at + 8, text.count)
      while at < end {
        let (replacement, length) = replacement(of: text, at)
        if let replacement {
          output.append(contentsOf: text[from..<at])
          markup(replacement, to: &output)
          from = at + length
        }
        at += length
      }
    }
    output.append(contentsOf: text[from...])
  }

  /// Whether eight bytes hold nothing to escape; tried on all of them at once, since most text is plain.
  @inline(__always)
  private static func isPlain(_ text: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let bytes = text.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let control = (bytes &- 0x20 * ones) & ~bytes
    let quoteOrAmpersand = zeroes((bytes | 0x04 * ones) ^ 0x26 * ones)
    let angle = zeroes((bytes | 0x02 * ones) ^ 0x3E * ones)
    let nonCharacter = zeroes(bytes ^ 0xEF * ones)
    return (control | quoteOrAmpersand | angle | nonCharacter) & (0x80 * ones) == 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each byte that is zero, and perhaps of others above one.
  @inline(__always)
  private static func zeroes(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes }

  /// What takes the place of the character at `at`, if anything, and how many bytes it has.
  private static func replacement(of text: UnsafeRawBufferPointer, _ at: Int) -> (StaticString?, Int) {
    switch text[at] {
    case 0x26: ("&amp;", 1)
    case 0x3C: ("&lt;", 1)
    case 0x3E: ("&gt;", 1)
    case 0x22: ("&quot;", 1)
    case 0x09, 0x0A: (nil, 1)
    case 0x0D: ("&#13;", 1)
    default:
      switch lengthOfUnholdable(text, at) {
      case 0: (nil, 1)
      case let length: ("\u{FFFD}", length)
      }
    }
  }

  /// How many bytes the character at `at` has where XML cannot hold it, so that U+FFFD stands for it; else 0.
  static func lengthOfUnholdable(_ text: UnsafeRawBufferPointer, _ at: Int) -> Int {
    switch text[at] {
    case 0x09, 0x0A, 0x0D: 0
    case 0x00..<0x20: 1
    case 0xEF where at + 2 < text.count && text[at + 1] == 0xBF && text[at + 2] >= 0xBE: 3
    default: 0
    }
  }
}
