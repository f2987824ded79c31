import CICU

/// Decodes text in other encodings (windows-1256, ISO-8859-6, UTF-16 …) to UTF-8 by ICU's converters.
public enum TextDecoder {
  /// `bytes`, read as `encoding`, in UTF-8. Bytes that the encoding does not have are an error.
  public static func decode(_ bytes: [UInt8], from encoding: String) throws(ICUFailure) -> [UInt8] {
    var units = [UInt16](repeating: 0, count: bytes.count + 16)
    var status: Int32 = 0
    var needed: Int32 = 0
    for _ in 0..<2 {
      status = 0
      needed = bytes.withUnsafeBytes { source in
        naql_decode(
          encoding, source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(source.count), &units,
          Int32(units.count), &status)
      }
      if status != 15 { break }
      units = [UInt16](repeating: 0, count: Int(needed) + 1)
    }
    try ICUFailure.check(status, "decode \(encoding)")
    return Array(String(decoding: units[..<Int(needed)], as: UTF16.self).utf8)
  }
}
