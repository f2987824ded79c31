import NaqlModel

/// Cuts text into words, numbers, addresses and marks; white space and invisible characters between them are left out.
///
/// `قال بايدن: "1.5 مليون"` → قال · بايدن · : · " · 1.5 · مليون · "
public enum Tokeniser {
  /// Calls `visit` with each token of `range`, in order (UTF-8 offsets into `text`).
  @inline(__always)
  public static func forEachToken(in text: UnsafeRawBufferPointer, _ range: TextRange, _ visit: (Token) -> Void) {
    var at = range.start
    let end = range.end
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isSpace(c) || ArabicScript.isInvisible(c) {
        at += length
        continue
      }
      let kind: TokenKind
      var next = at + length
      if ArabicScript.isLetter(c) || ArabicScript.isMark(c) || ArabicScript.isTatweel(c) {
        kind = .arabic
        next = arabicEnd(text, next, end)
      } else if ArabicScript.digit(c) != nil {
        (kind, next) = numberEnd(text, next, end)
      } else if ArabicScript.isOtherLetter(c) {
        (kind, next) = latinEnd(text, next, end)
      } else if c == 0x40 || c == 0x23, let word = handleEnd(text, next, end) {
        kind = .address
        next = word
      } else {
        kind = .punctuation
      }
      visit(Token(start: at, end: next, kind: kind))
      at = next
    }
  }

  /// The tokens of `range`, in order.
  public static func tokens(in text: [UInt8], _ range: TextRange) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 8)
    text.withUnsafeBytes { bytes in forEachToken(in: bytes, range) { tokens.append($0) } }
    return tokens
  }

  @inline(__always)
  private static func arabicEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var at = start
    var last = start
    while at < end {
      // Most Arabic letters are two bytes, D8–D9 first: the common case without a decode.
      let b0 = text[at]
      if b0 == 0xD9 || b0 == 0xD8, at + 1 < end {
        let c = UInt32(b0 & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F)
        guard ArabicScript.isLetter(c) || ArabicScript.isMark(c) || c == 0x640 else { return last }
        at += 2
        last = at
        continue
      }
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isLetter(c) || ArabicScript.isMark(c) || c == 0x640 {
        at += length
        last = at
      } else if ArabicScript.isInvisible(c) {
        at += length  // belongs to the word only if letters go on behind it
      } else {
        return last
      }
    }
    return last
  }

  private static func numberEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> (TokenKind, Int) {
    var at = start
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.digit(c) != nil {
        at += length
      } else if isSeparator(c), at + length < end,
        ArabicScript.digit(UTF8Scalars.decode(text, at + length).scalar) != nil
      {
        at += length
      } else {
        break
      }
    }
    return (.number, at)
  }

  private static func latinEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> (TokenKind, Int) {
    var at = start
    var address = false
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isOtherLetter(c) || ArabicScript.digit(c) != nil || (c >= 0x300 && c <= 0x36F) {
        at += length
      } else if joinsLatin(c), at + length < end {
        let next = UTF8Scalars.decode(text, at + length).scalar
        guard
          ArabicScript.isOtherLetter(next) || ArabicScript.digit(next) != nil || (address && next == 0x2F)
            || c == 0x3A && next == 0x2F
        else { break }
        if c == 0x2E || c == 0x40 || c == 0x2F || c == 0x3A { address = true }
        if c == 0x3A && next != 0x2F { break }
        at += length
        if c == 0x3A { at += 1 }  // the first slash of “://”
      } else {
        break
      }
    }
    return (address ? .address : .latin, at)
  }

  private static func handleEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    let first = UTF8Scalars.decode(text, start).scalar
    guard text[start - 1] == 0x40, ArabicScript.isOtherLetter(first) else { return nil }
    var at = start
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      guard ArabicScript.isOtherLetter(c) || ArabicScript.digit(c) != nil || c == 0x5F else { break }
      at += length
    }
    return at
  }

  /// Marks that may stand between two digits of one number.
  private static func isSeparator(_ c: UInt32) -> Bool {
    c == 0x2E || c == 0x2C || c == 0x3A || c == 0x2F || c == 0x66B || c == 0x66C || c == 0x2D
  }

  /// Marks that may stand between two letters of one word or address.
  private static func joinsLatin(_ c: UInt32) -> Bool {
    c == 0x2E || c == 0x27 || c == 0x2019 || c == 0x2D || c == 0x40 || c == 0x5F || c == 0x2F || c == 0x3A || c == 0x26
      || c == 0x3F || c == 0x3D || c == 0x25 || c == 0x23
  }
}
