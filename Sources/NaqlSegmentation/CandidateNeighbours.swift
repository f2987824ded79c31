import NaqlText

/// What stands on either side of a place where a sentence may end.
extension Segmenter {
  /// Evidence of what stands before the terminators.
  func previousFlags() -> UInt64 {
    let before = Characters.backSpace(text, place.start, sentence)
    var flags: UInt64 = before < place.start ? Evidence.spaced : 0
    let end = Characters.backBlank(text, before, sentence)
    place.previousEnd = end
    place.wordStart = end
    if end <= sentence { return flags | Evidence.previousStart }
    if isLongWord(end) { return flags | Evidence.previousArabic | Evidence.previousLong }
    var (c, length) = UTF8Scalars.decode(text, before: end)
    var at = end
    while at > sentence, ArabicScript.isMark(c) || c == 0x640 || ArabicScript.isInvisible(c) {
      at -= length
      if at > sentence { (c, length) = UTF8Scalars.decode(text, before: at) }
    }
    if ArabicScript.isLetter(c) {
      flags |= Evidence.previousArabic
    } else if ArabicScript.digit(c) != nil {
      flags |= Evidence.previousDigit
    } else if ArabicScript.isOtherLetter(c) {
      flags |= Evidence.previousLatin
    } else {
      switch MarkScanner.mark(text, end - length, blockEnd).kind {
      case .closeQuote, .closeBracket, .either: flags |= Evidence.previousCloser
      default: flags |= Evidence.previousOther
      }
      if !holdsWord(sentence, end) { flags |= Evidence.previousStart }
    }
    return flags
  }

  /// Whether the five code points before `end` are Arabic letters.
  @inline(__always)
  private func isLongWord(_ end: Int) -> Bool {
    guard end - 10 >= sentence else { return false }
    var at = end - 10
    while at < end {
      let b = text[at]
      let c = text[at + 1]
      guard b == 0xD8 && c >= 0xA0 && c < 0xC0 || b == 0xD9 && c > 0x80 && c <= 0x8A else { return false }
      at += 2
    }
    return true
  }

  /// Whether a letter or digit stands in the stretch.
  func holdsWord(_ from: Int, _ to: Int) -> Bool {
    var at = from
    while at < to {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isLetter(c) || ArabicScript.isOtherLetter(c) || ArabicScript.digit(c) != nil { return true }
      at += length
    }
    return false
  }

  /// Evidence of what stands behind the marks.
  func nextFlags() -> UInt64 {
    let afterSpace = Characters.skipSpace(text, place.end, blockEnd)
    let next = Characters.skipBlank(text, afterSpace, blockEnd)
    place.next = next
    var flags = afterSpace > place.end ? Evidence.space : Evidence.glued
    guard next < blockEnd else { return flags }
    let (c, _) = UTF8Scalars.decode(text, next)
    if ArabicScript.isLetter(c) || ArabicScript.isMark(c) || c == 0x640 {
      flags |= Evidence.nextArabic
    } else if ArabicScript.digit(c) != nil {
      flags |= Evidence.nextDigit
    } else if ArabicScript.isOtherLetter(c) {
      flags |= c >= 0x61 && c <= 0x7A ? Evidence.nextLower : Evidence.nextUpper
    } else {
      switch MarkScanner.mark(text, next, blockEnd).kind {
      case .openQuote, .either, .closeQuote: flags |= Evidence.nextQuote
      case .openBracket: flags |= Evidence.nextBracket
      case .dash:
        flags |= Evidence.nextDash | dashFlags()
      case .comma, .colon, .semicolon: flags |= Evidence.nextComma
      default: flags |= c == 0x23 || c == 0x40 ? Evidence.nextHandle : Evidence.nextOther
      }
    }
    return flags
  }

  /// Whether the sentence began with a dash (a turn of a dialogue), or a dash with spaces is still open in it.
  private func dashFlags() -> UInt64 {
    var open = false
    var flags: UInt64 = 0
    let head = Characters.skipBlank(text, sentence, blockEnd)
    for mark in scanner.marks where mark.kind == .dash && mark.offset >= sentence && mark.offset < place.start {
      if mark.offset == head {
        flags |= Evidence.turn
      } else if text[mark.offset - 1] == 0x20 {
        open.toggle()
      }
    }
    return open ? flags | Evidence.aside : flags
  }
}
