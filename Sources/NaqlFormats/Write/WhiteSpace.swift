import NaqlText

extension String {
  /// The text with every run of white space and line ends as one space, none at its ends: for cells and notes.
  func foldingWhiteSpace() -> String {
    var text = self
    return text.withUTF8 { bytes -> String? in
      guard Self.isUneven(bytes) else { return nil }
      return Self.folded(UnsafeRawBufferPointer(bytes))
    } ?? self
  }

  /// Whether there is white space other than single spaces between words, or a byte that other white space begins with.
  private static func isUneven(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isBehindSpace = true
    for byte in bytes {
      if byte == 0x20 {
        if isBehindSpace { return true }
        isBehindSpace = true
        continue
      }
      isBehindSpace = false
      if byte < 0x20 || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 { return true }
    }
    return isBehindSpace && !bytes.isEmpty
  }

  private static func folded(_ bytes: UnsafeRawBufferPointer) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var at = 0
    var isBehindSpace = false
    while at < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at)
      if ArabicScript.isSpace(scalar) {
        isBehindSpace = true
      } else {
        if isBehindSpace, !folded.isEmpty { folded.append(0x20) }
        isBehindSpace = false
        folded.append(contentsOf: bytes[at..<at + length])
      }
      at += length
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
