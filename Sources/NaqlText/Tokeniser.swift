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
      // Most of a text by far: a space, or a word of letters in two bytes each.
      let b = text[at]
      if b == 0x20 {
        at += 1
        continue
      }
      if b & 0xFE == 0xD8, at + 1 < end, isWordPair(b, text[at + 1]) {
        let next = arabicEnd(text, at, end)
        visit(Token(start: at, end: next, kind: .arabic))
        at = next
        continue
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

  /// Whether D8 or D9 and the byte after it are a letter, mark or tatweel: U+0620–065F, 066E–067F.
  @inline(__always)
  private static func isWordPair(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead == 0xD8 ? second >= 0xA0 : second < 0xA0 || second >= 0xAE
  }

  /// One bit for each of four pairs of bytes that is none of those of `isWordPair`, sixteen bits apart. The first byte of
  /// a pair is the lower of its sixteen bits.
  @inline(__always)
  private static func others(_ pairs: UInt64) -> UInt64 {
    let one: UInt64 = 0x0001_0001_0001_0001
    let otherLead = ((pairs & (one &* 0xFE) ^ (one &* 0xD8)) &+ (one &* 0xFF)) >> 8
    let isD9 = pairs
    let isHigh = pairs >> 13  // the second byte is A0 or more
    let isLetterHigh = (((pairs >> 8) & (one &* 0x1F)) &+ (one &* 0x12)) >> 5  // AE or more
    let otherSecond = (~isD9 & ~isHigh) | (isD9 & isHigh & ~isLetterHigh)
    return (otherLead | otherSecond) & one
  }

  /// How many pairs from `at` on are those of `isWordPair`, at most 8. Sixteen bytes are read.
  @inline(__always)
  private static func wordPairs(_ text: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let low = others(UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
    let high = others(UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)))
    // Both halves side by side, so that one count finds the first: four bits a pair.
    let near = (low | low >> 12 | low >> 24 | low >> 36) & 0x1111
    let far = (high | high >> 12 | high >> 24 | high >> 36) & 0x1111
    return (near | far << 16 | 1 << 32).trailingZeroBitCount >> 2
  }

  @inline(__always)
  private static func arabicEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var at = start
    var last = start
    while at < end {
      while at + 16 <= end {
        let count = wordPairs(text, at)
        if count == 0 { break }
        at += 2 * count
        last = at
        if count < 8 { break }
      }
      if at == end || text[at] < 0x80 { return last }
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
