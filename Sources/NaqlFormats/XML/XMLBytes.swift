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
  @inline(__always)
  static func text(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    var from = 0
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte > 0x3E, byte != 0xEF {
        at += 1
        continue
      }
      let replacement: StaticString
      switch byte {
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0x22: replacement = "&quot;"
      case 0x09, 0x0A: replacement = ""
      case 0x0D: replacement = "&#13;"
      case 0x00..<0x20: replacement = "\u{FFFD}"
      case 0xEF where at + 2 < text.count && text[at + 1] == 0xBF && text[at + 2] >= 0xBE:
        output.append(contentsOf: text[from..<at])
        markup("\u{FFFD}", to: &output)
        at += 3
        from = at
        continue
      default: replacement = ""
      }
      at += 1
      if replacement.utf8CodeUnitCount > 0 {
        output.append(contentsOf: text[from..<at - 1])
        markup(replacement, to: &output)
        from = at
      }
    }
    output.append(contentsOf: text[from...])
  }
}
