import CICU

/// Unicode normalisation by ICU.
public enum NormalisationForm: Int32, Sendable {
  case nfc = 0
  case nfd = 1
  case nfkc = 2

  /// `text` in this form.
  public func apply(to text: String) -> String {
    if self == .nfc ? Self.isComposed(text) : text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let source = Array(text.utf16)
    var room = source.count * 2 + 32
    while true {
      var status: Int32 = 0
      var target = [UInt16](repeating: 0, count: room)
      let needed = Int(
        naql_normalize(rawValue, source, Int32(source.count), &target, Int32(room), &status))
      if needed > room {
        room = needed
        continue
      }
      return status > 0 ? text : String(decoding: target[..<needed], as: UTF16.self)
    }
  }

  /// Whether all characters lie below U+0300, in U+1E00–U+1EFF or in U+2010–U+203F, where NFC changes nothing.
  private static func isComposed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte < 0x80 {
          at += 1
        } else if byte < 0xCC {
          at += 2
        } else if byte == 0xE1, at + 2 < bytes.count, bytes[at + 1] >= 0xB8, bytes[at + 1] <= 0xBB {
          at += 3
        } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] >= 0x90 {
          at += 3
        } else {
          return false
        }
      }
      return true
    }
  }
}
