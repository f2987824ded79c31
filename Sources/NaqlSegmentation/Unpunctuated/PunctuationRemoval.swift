import NaqlModel
import NaqlText

/// Takes the punctuation out of text, as training and evaluation of cutting without punctuation need it.
public enum PunctuationRemoval {
  /// Which marks go.
  public enum Extent: Sendable {
    /// All punctuation; signs that are read aloud (`%`, `$`) and marks inside words and numbers stay.
    case all
    /// Only `. ! ? ؟ ۔ … ؛`.
    case terminators
  }

  /// `text` without punctuation; white space folded to one space, none at the ends.
  ///
  /// `قال: "نعم، 1.5 %".` → `قال نعم 1.5 %`
  public static func remove(_ extent: Extent = .all, from text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    text.withUnsafeBytes { bytes in
      var last = 0
      Tokeniser.forEachToken(in: bytes, TextRange(0, bytes.count)) { token in
        let start = Int(token.start)
        let end = Int(token.end)
        // A lone tatweel is a dash.
        let isDash = end == start + 2 && bytes[start] == 0xD9 && bytes[start + 1] == 0x80
        let goes =
          extent == .all
          ? isDash || token.kind == .punctuation && !isSign(bytes, start)
          : token.kind == .punctuation && MarkScanner.mark(bytes, start, bytes.count).kind.isTerminator
        if start > last || goes { space(&result) }
        if !goes { result.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<end])) }
        last = end
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  private static func space(_ result: inout [UInt8]) {
    if let last = result.last, last != 0x20 { result.append(0x20) }
  }

  /// Signs that stand for a word, and what is no punctuation at all (currency, mathematics, emoji).
  private static func isSign(_ text: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    guard let scalar = Unicode.Scalar(UTF8Scalars.decode(text, at).scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .currencySymbol, .mathSymbol, .otherSymbol, .modifierSymbol, .otherNumber, .letterNumber, .nonspacingMark,
      .format:
      return scalar != "|" && scalar != ">" && scalar != "<" && scalar != "~" && scalar != "`" && scalar != "^"
    default: return ["%", "٪", "&", "@", "#", "°"].contains(scalar)
    }
  }
}
