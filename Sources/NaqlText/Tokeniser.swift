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
      // Most of a text by far: a space, or a short word of plain letters.
      let b = text[at]
      if b == 0x20 {
        at += 1
        continue
      }
      if b & 0xFE == 0xD8, at + 16 <= end {
        let next = wordEnd(text, at, end)
        if next > at {
          visit(Token(start: at, end: next, kind: .arabic))
          at = next
          continue
        }
      }
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
      } else if c == 0x40, let word = handleEnd(text, next, end) {
        kind = .address
        next = word
      } else {
        kind = .punctuation
      }
      visit(Token(start: at, end: next, kind: kind))
      at = next
    }
  }

  /// Appends the tokens of `range` to `tokens`.
  public static func append(_ text: UnsafeRawBufferPointer, _ range: TextRange, to tokens: inout [Token]) {
    // Tokens are handed over a batch at a time: an array checks at every append whether it is its own.
    withUnsafeTemporaryAllocation(of: Token.self, capacity: batch) { buffer in
      var count = 0
      forEachToken(in: text, range) { token in
        buffer.initializeElement(at: count, to: token)
        count += 1
        if count == batch {
          tokens.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
          count = 0
        }
      }
      tokens.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private static let batch = 64

  /// The tokens of `range`, in order.
  public static func tokens(in text: [UInt8], _ range: TextRange) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 8)
    text.withUnsafeBytes { bytes in append(bytes, range, to: &tokens) }
    return tokens
  }

  /// End of the Arabic word at `at`, or `at` where there is none; sixteen bytes must be left before `end`.
  ///
  /// Nearly all words are short and of plain letters, marks and tatweel (U+0620–065F, 066E–067F, two bytes each), with
  /// ASCII right behind them, mostly a space: where the first ASCII byte stands is then the end, once all pairs before it
  /// have been found to be such letters.
  @inline(__always)
  private static func wordEnd(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let first = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    let second = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self))
    let firstASCII = ~first & high
    let secondASCII = ~second & high
    // The bits below the first ASCII byte.
    let inFirst = (firstASCII &- 1) & ~firstASCII
    let inSecond = firstASCII == 0 ? (secondASCII &- 1) & ~secondASCII : 0
    let firstOther = others(first) & inFirst
    let secondOther = others(second) & inSecond
    if firstOther | secondOther == 0, firstASCII | secondASCII != 0 {
      let length = firstASCII != 0 ? firstASCII.trailingZeroBitCount >> 3 : 8 &+ secondASCII.trailingZeroBitCount >> 3
      return at &+ length
    }
    let pairs =
      firstOther != 0 ? firstOther.trailingZeroBitCount >> 4 : 4 &+ secondOther.trailingZeroBitCount >> 4
    let stop = at &+ 2 &* pairs
    return stop == at ? at : restEnd(text, stop, end)
  }

  /// End of a word that goes up to `at` at least.
  private static func restEnd(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    // Most often ، follows.
    if at + 1 < end, text[at] == 0xD8, text[at + 1] == 0x8C { return at }
    return arabicEnd(text, at, end)
  }

  /// The highest bit of each of four pairs of bytes that is no letter of `wordEnd`. The first byte of a pair is the
  /// lower of its sixteen bits.
  @inline(__always)
  private static func others(_ pairs: UInt64) -> UInt64 {
    let one: UInt64 = 0x0001_0001_0001_0001
    let otherLead = (((pairs & (one &* 0xFE)) ^ (one &* 0xD8)) &+ (one &* 0xFF)) << 7
    let isD9 = pairs << 15
    let isHigh = pairs << 2  // the second byte is A0 or more
    let isLetterHigh = (((pairs >> 8) & (one &* 0x1F)) &+ (one &* 0x12)) << 10  // AE or more
    return (otherLead | (~isD9 & ~isHigh) | (isD9 & isHigh & ~isLetterHigh)) & (one << 15)
  }

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

  /// End of the handle whose name begins at `start`, right behind its @; nil where none begins there.
  private static func handleEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    let first = UTF8Scalars.decode(text, start).scalar
    guard ArabicScript.isOtherLetter(first) else { return nil }
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
