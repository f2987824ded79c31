import NaqlText

/// What the words around a candidate say.
extension Segmenter {
  /// Makes `key` the key of the bytes `start..<end` and looks it up.
  func lookUp(_ start: Int, _ end: Int, appending: Bool = false) -> UInt64 {
    if !appending { key.removeAll(keepingCapacity: true) }
    if end - start > 160 { return 0 }
    let from = key.count
    SpellingKey.loose.append(UnsafeRawBufferPointer(rebasing: text[start..<end]), to: &key)
    for index in from..<key.count where key[index] >= 0x41 && key[index] <= 0x5A { key[index] += 0x20 }
    return lookUpKey(0)
  }

  private func lookUpKey(_ from: Int) -> UInt64 {
    key.withUnsafeBytes { bytes in
      let ordinal = profile.words.ordinal(of: UnsafeRawBufferPointer(rebasing: bytes[from...]))
      return ordinal < 0 ? 0 : bits[ordinal]
    }
  }

  /// Letters in the key, for keys without dots.
  private var keyLetters: Int { key.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }

  func evidenceBefore() -> UInt64 {
    let end = place.previousEnd
    guard end > sentence else { return Evidence.none }
    let (last, _) = UTF8Scalars.decode(text, before: end)
    if ArabicScript.digit(last) != nil { return numberBefore(end) }
    var start = Characters.wordStart(text, end, sentence)
    guard start < end else { return Evidence.none }
    let lastStart = start
    var pieces = 1
    var allSingle = true
    _ = lookUp(start, end)
    if keyLetters != 1 { allSingle = false }
    while pieces < 8, start - 1 > sentence, text[start - 1] == 0x2E {
      let piece = Characters.wordStart(text, start - 1, sentence)
      guard piece < start - 1 else { break }
      _ = lookUp(piece, start - 1)
      if keyLetters != 1 { allSingle = false }
      start = piece
      pieces += 1
    }
    var flags = lookUp(start, end)
    if pieces > 1 {
      flags |= Evidence.joined
      if allSingle { flags |= Evidence.dotted }
      if !allSingle {
        flags |= lookUp(lastStart, end)
        if keyLetters <= 3 { flags |= Evidence.brief }
      }
    } else {
      if allSingle { flags |= Evidence.single }
      if keyLetters <= 3 { flags |= Evidence.brief }
      if keyLetters == 2, key.count >= 2, start == lastStart { flags |= prefixedTitle() }
    }
    place.wordStart = start
    flags |= positionFlags(start)
    if !allSingle || pieces == 1, key.count <= 5, isRoman(start, end) { flags |= Evidence.roman }
    let (head, _) = UTF8Scalars.decode(text, start)
    if head >= 0x41, head <= 0x5A { flags |= Evidence.capital }
    if flags & Evidence.first != 0, flags & (Evidence.single | Evidence.roman) != 0 { flags |= Evidence.label }
    // أ. ف. ب. and بي. تي. آي.: another letter, or the name of one, with its dot stands before.
    let isName = flags & letterNameMask != 0
    if pieces == 1, allSingle || isName {
      let dot = Characters.backBlank(text, start, sentence)
      if dot > sentence, text[dot - 1] == 0x2E {
        let piece = Characters.wordStart(text, dot - 1, sentence)
        if piece < dot - 1 {
          let found = lookUp(piece, dot - 1)
          if allSingle ? keyLetters == 1 : found & letterNameMask != 0 { flags |= Evidence.initials }
        }
      }
    }
    return flags
  }

  /// `ود. أحمد`, `لأ. منى`: a title with a conjunction or preposition before it. The key holds two letters.
  private func prefixedTitle() -> UInt64 {
    let letter = UInt32(key[0] & 0x1F) << 6 | UInt32(key[1] & 0x3F)
    // The key reads أ as ا, but لا and وا are words, unless another letter of the title follows: وا.د.
    if text[place.previousEnd - 1] == 0xA7, !startsDottedLetter(place.next) { return 0 }
    guard letter == 0x648 || letter == 0x644 || letter == 0x628 || letter == 0x641 || letter == 0x643 else { return 0 }
    let found = lookUpKey(2)
    return found & titleMask
  }

  /// Whether one letter with a full stop stands at `start`.
  private func startsDottedLetter(_ start: Int) -> Bool {
    let end = Characters.wordEnd(text, start, blockEnd)
    return end < blockEnd && end - start == 2 && text[end] == 0x2E
  }

  private func numberBefore(_ end: Int) -> UInt64 {
    var start = Characters.digitStart(text, end, sentence)
    var flags = Evidence.number
    let digits = Characters.number(text, start, end).digits
    var dots = 0
    var others = 0
    while start > sentence {
      let (c, length) = UTF8Scalars.decode(text, before: start)
      guard c == 0x2E || c == 0x2C || c == 0x2F || c == 0x3A || c == 0x2D || c == 0x66B || c == 0x66C else { break }
      let more = Characters.digitStart(text, start - length, sentence)
      if more == start - length { break }
      if c == 0x2E { dots += 1 } else { others += 1 }
      start = more
    }
    if dots > 0, others == 0 {
      flags |= Evidence.dottedNumber
    } else if dots == 0, others == 0, digits <= 3 {
      flags |= Evidence.shortNumber
    }
    place.wordStart = start
    flags |= positionFlags(start)
    if flags & Evidence.first != 0, flags & (Evidence.shortNumber | Evidence.dottedNumber) != 0 {
      flags |= Evidence.label
    }
    return flags
  }

  /// Whether the word that starts at `start` is the first of the sentence, or follows a digit or a mark.
  private func positionFlags(_ start: Int) -> UInt64 {
    let at = Characters.backBlank(text, start, sentence)
    if at <= sentence || !holdsWord(sentence, at) { return Evidence.first }
    let (c, length) = UTF8Scalars.decode(text, before: at)
    if ArabicScript.digit(c) != nil { return Evidence.measured }
    switch MarkScanner.mark(text, at - length, blockEnd).kind {
    case .dash:
      // Between two numbers it makes a score or a span: 5 - 1.
      let before = Characters.backBlank(text, at - length, sentence)
      if before > sentence, ArabicScript.digit(UTF8Scalars.decode(text, before: before).scalar) != nil { return 0 }
      return Evidence.marked
    case .comma, .colon, .semicolon, .openBracket, .openQuote: return Evidence.marked
    default: return 0
    }
  }

  private func isRoman(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 5 else { return false }
    for at in start..<end {
      switch text[at] {
      case 0x49, 0x56, 0x58, 0x4C, 0x43: continue
      default: return false
      }
    }
    return true
  }

  func evidenceEarlier() -> UInt64 {
    let end = Characters.backBlank(text, place.wordStart, sentence)
    let start = Characters.wordStart(text, end, sentence)
    guard start < end else { return Evidence.none }
    return lookUp(start, end) | positionFlags(start)
  }

  func evidenceAfter() -> UInt64 {
    var at = place.next
    while at < blockEnd {
      let mark = MarkScanner.mark(text, at, blockEnd)
      switch mark.kind {
      case .dash, .either, .openQuote, .openBracket, .closeQuote:
        at = Characters.skipBlank(text, at + Int(mark.length), blockEnd)
      default: return wordAfter(at)
      }
    }
    return Evidence.none
  }

  private func wordAfter(_ start: Int) -> UInt64 {
    let (c, _) = UTF8Scalars.decode(text, start)
    if ArabicScript.digit(c) != nil {
      let number = Characters.number(text, start, blockEnd)
      return Evidence.number | (isLabelEnd(number.end) ? Evidence.label : 0)
        | (number.digits <= 3 ? Evidence.shortNumber : 0)
    }
    let end = Characters.wordEnd(text, start, blockEnd)
    guard end > start else { return Evidence.none }
    var flags = lookUp(start, end)
    let letters = keyLetters
    if c >= 0x41, c <= 0x5A { flags |= Evidence.capital }
    if letters == 1 {
      flags |= Evidence.single
      if isLabelEnd(end) { flags |= Evidence.label }
      if isLetter(0, 0x648), end < blockEnd {
        switch MarkScanner.mark(text, end, blockEnd).kind {
        case .either, .openQuote: flags |= Evidence.joined
        default: break
        }
      }
    }
    if letters > 1, flags & letterNameMask != 0, end < blockEnd, text[end] == 0x2E { flags |= Evidence.label }
    if letters <= 3 { flags |= Evidence.brief }
    if end + 1 < blockEnd, text[end] == 0x2E, Characters.wordEnd(text, end + 1, blockEnd) > end + 1 {
      flags |= Evidence.dotted
    }
    if end < blockEnd, text[Characters.skipSpace(text, end, blockEnd - 1)] == 0x3A { flags |= Evidence.speaker }
    if hasArticle { flags |= Evidence.article }
    if flags & ProfileSource.phrase != 0 { flags |= phrase(end) }
    let classBits: UInt64 = (1 << UInt64(Evidence.classLimit)) - 1
    let plain = flags & classBits
    if plain == 0, letters > 2, isLetter(0, 0x648) || isLetter(0, 0x641) {
      flags |= Evidence.conjunction
      let rest = lookUpKey(2)
      flags |= rest & ~ProfileSource.phrase
      if rest & ~ProfileSource.phrase == 0 { flags |= verbShape(2) }
    } else if plain == 0 {
      flags |= verbShape(0)
    }
    if flags & (classBits | Evidence.conjunction | Evidence.imperfect | Evidence.article) == 0 {
      flags |= Evidence.unknown
    }
    return flags
  }

  /// Classes of the phrases of two and three words that begin with the word just looked up and end after `end`.
  private func phrase(_ end: Int) -> UInt64 {
    var flags: UInt64 = 0
    var at = end
    for _ in 0..<2 {
      let next = Characters.skipBlank(text, at, blockEnd)
      let stop = Characters.wordEnd(text, next, blockEnd)
      guard next > at, stop > next else { break }
      let length = key.count
      key.append(0x20)
      let found = lookUp(next, stop, appending: true)
      flags |= found & ~ProfileSource.phrase
      at = stop
      if found & ProfileSource.phrase == 0 {
        key.removeSubrange(length...)
        break
      }
    }
    // The word alone is what the conjunction test looks at.
    if let space = key.firstIndex(of: 0x20) { key.removeSubrange(space...) }
    return flags
  }

  /// An imperfect by its shape: ي and at least three letters more, with س before it or without.
  private func verbShape(_ from: Int) -> UInt64 {
    let count = (key.count - from) / 2
    if count >= 4, isLetter(from, 0x633), isLetter(from + 2, 0x64A) || isLetter(from + 2, 0x62A) {
      return lookUpKey(from + 2) & ~ProfileSource.phrase
    }
    let object = behindObject(from)
    if object != 0 { return object }
    guard count >= 4, isLetter(from, 0x64A), !isLetter(key.count - 2, 0x647) else { return 0 }
    return Evidence.imperfect
  }

  /// Classes of the verb before an object pronoun: `سألني` → those of سأل.
  private func behindObject(_ from: Int) -> UInt64 {
    let verb = verbMask
    guard verb != 0, key.count - from >= 8 else { return 0 }
    let end = key.count
    var lengths = [0, 0]
    if isLetter(end - 2, 0x647) || isLetter(end - 2, 0x643) { lengths[0] = 2 }
    if isLetter(end - 2, 0x627), isLetter(end - 4, 0x647) || isLetter(end - 4, 0x646) { lengths[1] = 4 }
    if isLetter(end - 2, 0x64A), isLetter(end - 4, 0x646) { lengths[1] = 4 }
    if isLetter(end - 2, 0x645), isLetter(end - 4, 0x647) || isLetter(end - 4, 0x643) { lengths[1] = 4 }
    for length in lengths where length > 0 && end - length - from >= 6 {
      let found = key.withUnsafeBytes { bytes in
        let ordinal = profile.words.ordinal(of: UnsafeRawBufferPointer(rebasing: bytes[from..<(end - length)]))
        return ordinal < 0 ? 0 : bits[ordinal]
      }
      if found & verb != 0 { return found & ~ProfileSource.phrase }
    }
    return 0
  }

  /// Whether the word just looked up begins with the article.
  var hasArticle: Bool { key.count >= 6 && isLetter(0, 0x627) && isLetter(2, 0x644) }

  @inline(__always)
  private func isLetter(_ at: Int, _ letter: UInt32) -> Bool {
    at + 1 < key.count && UInt32(key[at] & 0x1F) << 6 | UInt32(key[at + 1] & 0x3F) == letter && key[at] >= 0xD8
  }

  /// Whether a full stop, a bracket or a dash that makes a label stands at `at`.
  private func isLabelEnd(_ at: Int) -> Bool {
    guard at < blockEnd else { return false }
    return text[at] == 0x2E || text[at] == 0x29
  }

  /// Classes of the word in `start..<end`, and with `stripping` those of the word behind a conjunction.
  func classes(_ start: Int, _ end: Int, stripping: Bool = false) -> UInt64 {
    var found = lookUp(start, end) & ~ProfileSource.phrase
    if stripping, found == 0, key.count > 4, isLetter(0, 0x648) || isLetter(0, 0x641) {
      found = lookUpKey(2) & ~ProfileSource.phrase
    }
    return found
  }
}
