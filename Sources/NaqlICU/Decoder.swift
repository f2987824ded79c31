import CICU

/// Decodes text in other encodings (windows-1256, ISO-8859-6, UTF-16 …) to UTF-8 by ICU's converters.
public enum TextDecoder {
  /// Why a text could not be decoded.
  public enum Fault: Error {
    /// ICU has no encoding of that name, or failed otherwise.
    case failed(ICUFailure)
    /// The byte at this offset, and perhaps some behind it, stand for nothing; `before` is the text before them.
    case illFormed(byte: Int, before: [UInt8])
  }

  /// `bytes`, read as `encoding`, in UTF-8; a byte-order mark stays. Bytes that the encoding does not have are an error.
  public static func decode(_ bytes: [UInt8], from encoding: String) throws(Fault) -> [UInt8] {
    var units = [UInt16](repeating: 0, count: bytes.count + 16)
    while true {
      var status: Int32 = 0
      let found = bytes.withUnsafeBytes { source in
        naql_decode(
          encoding, source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(source.count), &units,
          Int32(units.count), &status)
      }
      if status == overflow {
        units = [UInt16](repeating: 0, count: units.count * 2)
        continue
      }
      let text = Array(String(decoding: units[..<Int(found.units)], as: UTF16.self).utf8)
      if illFormed.contains(status) { throw .illFormed(byte: Int(found.bytes), before: text) }
      do throws(ICUFailure) { try ICUFailure.check(status, "decode \(encoding)") } catch { throw .failed(error) }
      return text
    }
  }

  /// ICU's U_BUFFER_OVERFLOW_ERROR.
  private static let overflow: Int32 = 15
  /// U_INVALID_CHAR_FOUND, U_TRUNCATED_CHAR_FOUND and U_ILLEGAL_CHAR_FOUND.
  private static let illFormed: ClosedRange<Int32> = 10...12
}
