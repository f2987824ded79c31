import NaqlModel
import NaqlText

/// How a line begins and ends: its last mark, the quotation marks around it, a bullet or a label before it.
enum LineShape {
  /// Features of the line's end, and of marks around the whole.
  static func ends(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> UInt64 {
    var features: UInt64 = 0
    var at = range.end
    var closers = 0
    scan: while at > range.start {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if ArabicScript.isSpace(c) || ArabicScript.isInvisible(c) {
        at -= length
        continue
      }
      switch c {
      case 0x2E, 0x6D4:
        let before: UInt32 = at - length > range.start ? UTF8Scalars.decode(text, before: at - length).scalar : 0
        features |= before == 0x2E || before == 0x2026 ? Features.dots : Features.stop
      case 0x2026: features |= Features.dots
      case 0x61F, 0x3F: features |= Features.question
      case 0x21: features |= Features.exclamation
      case 0x3A: features |= Features.colon
      case 0x60C, 0x2C, 0x61B, 0x3B: features |= Features.comma
      case 0x22, 0x201D, 0x201C, 0x201E, 0xBB, 0xAB, 0x27, 0x2019:
        closers += 1
        features |= Features.closed
        at -= length
        continue scan
      case 0x29, 0x5D, 0x7D, 0x28:
        closers += 1
        features |= Features.closed | Features.endBracket
        at -= length
        continue scan
      default: break
      }
      break
    }
    if features & ~Features.endBracket == 0 { features |= Features.open }
    let (first, _) = UTF8Scalars.decode(text, range.start)
    let last = UTF8Scalars.decode(text, before: range.end).scalar
    if isQuote(first) {
      features |= Features.quoteStart
      if isQuote(last), range.count > 4, !holdsQuote(text, range) { features |= Features.quoted }
    }
    if first == 0x28 || first == 0x5B, last == 0x29 || last == 0x5D { features |= Features.bracketed }
    return features
  }

  /// Whether two gaps or more of three spaces or a tab part the line, as they part what stands side by side on a page.
  static func columns(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> UInt64 {
    var gaps = 0
    var at = range.start + 2
    while at < range.end {
      if text[at] == 0x09 || text[at] == 0x20 && text[at - 1] == 0x20 && text[at - 2] == 0x20 {
        gaps += 1
        while at < range.end, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
      }
      at += 1
    }
    return gaps > 1 ? Features.columns : 0
  }

  /// Whether a bullet, or a number or letter label, opens the line.
  static func label(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> UInt64 {
    var at = range.start
    let (first, length) = UTF8Scalars.decode(text, at)
    if isBullet(first) {
      let next = at + length
      if next < range.end, !ArabicScript.isSpace(UTF8Scalars.decode(text, next).scalar), first == 0x2D || first == 0x2A
      {
        return ArabicScript.isLetter(UTF8Scalars.decode(text, next).scalar) ? Features.bullet : 0
      }
      return next < range.end ? Features.bullet : 0
    }
    let bracketed = first == 0x28
    if bracketed { at += length }
    var digits = 0
    var letters = 0
    while at < range.end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.digit(c) != nil, letters == 0 {
        digits += 1
      } else if ArabicScript.isLetter(c), digits == 0 {
        letters += 1
      } else if c == 0x640, letters == 1 {
        // هـ-
      } else {
        break
      }
      at += length
      if digits > 2 || letters > 1 { return 0 }
    }
    guard digits + letters > 0, at < range.end else { return 0 }
    // A space may stand between the label and its mark (1 - كذا).
    var spaced = false
    if !bracketed, digits > 0, text[at] == 0x20, at + 1 < range.end {
      at += 1
      spaced = true
    }
    let (c, size) = UTF8Scalars.decode(text, at)
    guard c == 0x2E || c == 0x29 || c == 0x2D || c == 0x2013 || c == 0x5D || c == 0x2F && !spaced else { return 0 }
    let next = at + size
    guard next < range.end else { return 0 }
    let after = UTF8Scalars.decode(text, next).scalar
    if ArabicScript.isSpace(after) { return Features.label }
    return digits > 0 && !bracketed && c != 0x2F && ArabicScript.isLetter(after) ? Features.label : 0
  }

  /// Whether a web address without its scheme opens the line (`www.`).
  static func beginsAddress(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> Bool {
    guard range.count > 6 else { return false }
    return (0..<3).allSatisfy { text[range.start + $0] | 0x20 == 0x77 } && text[range.start + 3] == 0x2E
  }

  /// Whether brackets with an initial and a name end the line: `(ح. مراد)`.
  static func endsInitialCredit(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> Bool {
    var open = range.end - 1
    let least = max(range.start, range.end - longestCredit)
    while open > least, text[open] != 0x28 { open -= 1 }
    guard text[open] == 0x28, open > range.start, open + 1 < range.end else { return false }
    let (c, length) = UTF8Scalars.decode(text, open + 1)
    let dot = open + 1 + length
    guard ArabicScript.isLetter(c), dot < range.end, text[dot] == 0x2E else { return false }
    var at = dot + 1
    while at < range.end, text[at] == 0x20 { at += 1 }
    guard at < range.end, ArabicScript.isLetter(UTF8Scalars.decode(text, at).scalar) else { return false }
    return !text[at..<range.end].contains { $0 >= 0x30 && $0 <= 0x3A }
  }

  /// Bytes of the longest credit in brackets.
  private static let longestCredit = 60

  private static func isBullet(_ c: UInt32) -> Bool {
    switch c {
    case 0x2022, 0x25CF, 0x25E6, 0x25AA, 0x25A0, 0x25AB, 0x2023, 0x2043, 0xB7, 0x2D, 0x2013, 0x2014, 0x2A, 0x25B6,
      0x25BA, 0x25C6, 0x25CB, 0x2713, 0x2714, 0x2705, 0x1F539, 0x1F538, 0x27A2, 0x25C4, 0x25C0:
      true
    default: false
    }
  }

  private static func isQuote(_ c: UInt32) -> Bool {
    c == 0x22 || c == 0xAB || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x201E
  }

  /// Whether a quotation mark stands between the first and the last one.
  private static func holdsQuote(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> Bool {
    var at = range.start + UTF8Scalars.decode(text, range.start).length
    let end = range.end - UTF8Scalars.decode(text, before: range.end).length
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if isQuote(c) { return true }
      at += length
    }
    return false
  }
}
