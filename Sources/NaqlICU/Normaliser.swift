import CICU

/// Unicode normalisation by ICU.
public enum NormalisationForm: Int32, Sendable {
  case nfc = 0
  case nfd = 1
  case nfkc = 2
  case nfkd = 3

  /// `text` in this form.
  public func apply(to text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
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
}
