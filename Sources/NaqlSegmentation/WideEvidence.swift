import NaqlText

/// What takes a look at more than the neighbours of a candidate. Gathered only when a rule asks.
extension Segmenter {
  func evidenceWide() -> UInt64 {
    var flags: UInt64 = 0
    if isAddress() { flags |= Evidence.address }
    if introduces() { flags |= Evidence.introduces }
    if place.flags & Evidence.previousDigit != 0 {
      if isEnumeration() { flags |= Evidence.enumeration }
      if isDate() { flags |= Evidence.date }
    }
    flags |= sentenceFlags()
    if place.flags & Evidence.quoteClosed != 0 {
      if isShortClause() { flags |= Evidence.shortClause }
      if isAdverbial() { flags |= Evidence.adverbial }
      if isCited() { flags |= Evidence.cited }
    }
    if let quote = place.quote { flags |= quoteFlags(quote) }
    return flags
  }

  /// Whether the marks stand inside a web or e-mail address or after a handle.
  private func isAddress() -> Bool {
    var at = place.start
    var letters = false
    while at > sentence {
      let b = text[at - 1]
      if b == 0x20 || b == 0x09 || b == 0x0A { break }
      if b == 0x40, letters { return true }
      if b == 0x3A, at + 1 < blockEnd, text[at] == 0x2F, text[at + 1] == 0x2F { return true }
      if b == 0x2F, letters, at >= 2, text[at - 2] != 0x20, text[at - 2] < 0x80 { return true }
      if b == 0x2E, at - 4 >= sentence, text[at - 2] | 0x20 == 0x77, text[at - 3] | 0x20 == 0x77 { return true }
      if b > 0x2F { letters = true }
      at -= 1
    }
    return false
  }

  /// Whether a colon with a quotation after it follows before any comma or terminator.
  private func introduces() -> Bool {
    let marks = scanner.marks
    var index = place.nextMark
    while index < marks.count {
      switch marks[index].kind {
      case .colon:
        let after = Characters.skipBlank(text, marks[index].offset + 1, blockEnd)
        guard after < blockEnd else { return false }
        switch MarkScanner.mark(text, after, blockEnd).kind {
        case .either, .openQuote, .dash: return true
        case .openBracket: return after + 1 < blockEnd && text[after + 1] == 0x28
        default: return false
        }
      case .either, .openQuote:
        // A title in the clause: go on behind it.
        if !nesting.opens(marks[index], text, blockStart, blockEnd) { return false }
        let end = closingMark(
          Nesting.Level(
            mark: index, offset: marks[index].offset, isQuote: true, pair: marks[index].pair, isFirst: false,
            afterColon: false))
        if end < 0 { return false }
        while index < marks.count, marks[index].offset <= end {
          if marks[index].kind.isTerminator { return false }
          index += 1
        }
        continue
      case .comma, .stop, .question, .exclamation, .ellipsis, .semicolon: return false
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether the number before the marks is one of a list inside the sentence: its neighbour stands in the block too.
  private func isEnumeration() -> Bool {
    let number = Characters.number(text, place.wordStart, place.previousEnd)
    guard number.digits <= 2, number.value > 0 else { return false }
    return findsLabel(number.value + 1, place.end, blockEnd)
      || findsLabel(number.value - 1, blockStart, place.wordStart)
  }

  /// Whether `value` stands as a label (`2. `, `2)`, `2-`) with text after it in the stretch.
  private func findsLabel(_ value: Int, _ from: Int, _ to: Int) -> Bool {
    if value < 1 { return false }
    var at = from
    var isFree = true
    while at < to {
      let (c, length) = UTF8Scalars.decode(text, at)
      guard ArabicScript.digit(c) != nil else {
        isFree = !Characters.isWord(c) && c != 0x2E && c != 0x2C && c != 0x2F && c != 0x66B
        at += length
        continue
      }
      let number = Characters.number(text, at, to)
      if isFree, number.value == value, number.end < to, text[number.end] == 0x2E || text[number.end] == 0x29,
        Characters.skipBlank(text, number.end + 1, blockEnd) < blockEnd
      {
        return true
      }
      isFree = false
      at = number.end
    }
    return false
  }

  /// `3. 10. 1990`: day and month as numbers with full stops.
  private func isDate() -> Bool {
    let before = Characters.number(text, Characters.digitStart(text, place.previousEnd, sentence), place.previousEnd)
    guard before.digits <= 2, before.value >= 1, before.value <= 31 else { return false }
    let next = Characters.number(text, place.next, blockEnd)
    if next.digits == 4 { return before.value <= 12 && next.value >= 1000 && next.value < 2200 }
    guard next.digits >= 1, next.digits <= 2, next.value >= 1, next.value <= 31 else { return false }
    return next.end < blockEnd && text[next.end] == 0x2E
  }

  /// Whether at most four words stand between the closing mark and the next terminator, and no other mark.
  private func isShortClause() -> Bool {
    let marks = scanner.marks
    let hasMark = place.nextMark < marks.count
    if hasMark, !marks[place.nextMark].kind.isTerminator { return false }
    let end = hasMark ? marks[place.nextMark].offset : blockEnd
    var words = 0
    var at = place.next
    while at < end {
      words += 1
      if words > 4 { return false }
      while at < end {
        let (c, length) = UTF8Scalars.decode(text, at)
        if ArabicScript.isSpace(c) { break }
        // Persian and Urdu put the verb last.
        if c > 0x670, c < 0x700 { return false }
        at += length
      }
      at = Characters.skipBlank(text, at, end)
    }
    return true
  }

  /// Whether only a preposition, its noun and words with the article stand up to the next terminator or comma (`من بعيد`,
  /// `طوال الشوط الثاني`): no verb, so no sentence of its own.
  private func isAdverbial() -> Bool {
    guard frontedMask != 0 else { return false }
    let marks = scanner.marks
    var end = blockEnd
    if place.nextMark < marks.count {
      guard marks[place.nextMark].kind.isTerminator || marks[place.nextMark].kind == .comma else { return false }
      end = marks[place.nextMark].offset
    }
    var words = 0
    var at = place.next
    while at < end {
      let stop = min(end, Characters.wordEnd(text, at, blockEnd))
      guard stop > at else { return false }
      words += 1
      key.removeAll(keepingCapacity: true)
      let found = classes(at, stop)
      switch words {
      case 1: if found & frontedMask == 0 { return false }
      case 2: if found & verbMask != 0 { return false }
      default: if words > 6 || !hasArticle { return false }
      }
      at = Characters.skipBlank(text, stop, end)
    }
    return words >= 2
  }

  /// Whether a bracket follows that says where the words stand (`[التكوير: 26].`, `(ص 14)،`): a number in it or few words, and
  /// behind it the end of the sentence around the quotation.
  private func isCited() -> Bool {
    let marks = scanner.marks
    guard place.nextMark < marks.count, marks[place.nextMark].offset == place.next,
      marks[place.nextMark].kind == .openBracket
    else { return false }
    var index = place.nextMark + 1
    while index < marks.count, marks[index].kind != .closeBracket {
      if marks[index].kind == .openBracket || marks[index].kind == .question || marks[index].kind == .exclamation {
        return false
      }
      index += 1
    }
    guard index < marks.count, marks[index].pair == marks[place.nextMark].pair else { return false }
    let end = marks[index].offset
    // A full stop right before the closing bracket makes a sentence of what is in it.
    if marks[index - 1].kind == .stop, marks[index - 1].offset + 1 == end { return false }
    let after = Characters.skipBlank(text, end + 1, blockEnd)
    if after < blockEnd {
      let mark = MarkScanner.mark(text, end + 1, blockEnd)
      guard mark.kind.isTerminator || mark.kind == .comma else { return false }
    }
    return isShortNote(place.next + 1, end)
  }

  /// Whether the stretch holds a number or at most four words.
  private func isShortNote(_ from: Int, _ to: Int) -> Bool {
    var words = 0
    var isIn = false
    var at = from
    while at < to {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.digit(c) != nil { return true }
      let isWord = Characters.isWord(c)
      if isWord, !isIn { words += 1 }
      isIn = isWord
      at += length
    }
    return words <= 4
  }

  /// Whether the sentence so far is short, and whether it is only a phrase that comes before its verb.
  private func sentenceFlags() -> UInt64 {
    var words = 0
    var at = Characters.skipBlank(text, sentence, blockEnd)
    let head = at
    while at < place.start, words < 9 {
      words += 1
      while at < place.start {
        let (c, length) = UTF8Scalars.decode(text, at)
        if ArabicScript.isSpace(c) { break }
        at += length
      }
      at = Characters.skipBlank(text, at, place.start)
    }
    var flags: UInt64 = words <= 3 ? Evidence.shortSentence : 0
    if words <= 8, frontedMask != 0 {
      key.removeAll(keepingCapacity: true)
      let end = Characters.wordEnd(text, head, blockEnd)
      if classes(head, end, stripping: true) & frontedMask != 0 { flags |= Evidence.fronted }
    }
    return flags
  }

  /// Length of the quotation, and what stands before its opening mark.
  private func quoteFlags(_ quote: Nesting.Level) -> UInt64 {
    var flags: UInt64 = 0
    var end = place.quoteEnd
    if place.flags & Evidence.quoteClosed == 0 {
      end = closingMark(quote)
      if end < 0 {
        flags |= Evidence.unclosed
        end = blockEnd
      }
    }
    var words = 0
    var isIn = false
    var at = min(quote.offset + 1, end)
    while at < end, words < 9 {
      let (c, length) = UTF8Scalars.decode(text, at)
      let isWord = Characters.isWord(c) || ArabicScript.digit(c) != nil
      if isWord, !isIn { words += 1 }
      isIn = isWord
      at += length
    }
    if words <= 7 { flags |= Evidence.short }
    if words <= 1 { flags |= Evidence.oneWord }
    if !quote.isFirst {
      flags |= openerFlags(quote.offset)
    }
    return flags
  }

  /// What stands before an opening mark: a noun that names the quotation as a title, or a verb of speech, its subject
  /// of up to three words between (`قال الرجل "`).
  private func openerFlags(_ offset: Int) -> UInt64 {
    var end = Characters.backBlank(text, offset, sentence)
    // Typed close to a preposition or the article (لـ«أ. ب.»), the quotation is a name.
    if end == offset, Characters.wordStart(text, end, sentence) < end { return Evidence.nounQuote }
    for distance in 0..<4 {
      let start = Characters.wordStart(text, end, sentence)
      guard start < end else { break }
      let found = classes(start, end, stripping: true)
      if distance == 0 {
        if found & nounMask != 0 { return Evidence.nounQuote }
        if found & (speechMask | introducerMask) != 0 { return Evidence.speechQuote }
      } else {
        if distance == 1, phraseClasses(start, end, offset) & nounMask != 0 { return Evidence.nounQuote }
        if found & (introducerMask | frontedMask) != 0 { break }
        if found & speechMask != 0 { return Evidence.speechQuote }
      }
      end = Characters.backBlank(text, start, sentence)
    }
    return 0
  }

  /// Classes of the phrase of two words of which the first is `start..<end` and the second ends before `limit` (كتب عليها).
  private func phraseClasses(_ start: Int, _ end: Int, _ limit: Int) -> UInt64 {
    guard lookUp(start, end) & ProfileSource.phrase != 0 else { return 0 }
    let next = Characters.skipBlank(text, end, limit)
    key.append(0x20)
    return lookUp(next, Characters.wordEnd(text, next, limit), appending: true) & ~ProfileSource.phrase
  }
}
