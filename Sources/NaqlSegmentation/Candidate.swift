import NaqlText

/// A place where a sentence may end: a run of terminators with what belongs to it.
struct Candidate {
  /// Offset of the first terminator.
  var start = 0
  /// Offset after the terminators, the closing marks and what else belongs to the sentence.
  var end = 0
  /// Offset after the last character before the terminators, blanks left out.
  var previousEnd = 0
  /// Offset of the first character after the marks, blanks left out.
  var next = 0
  /// Evidence of the marks.
  var flags: UInt64 = 0
  /// Index of the first mark after the cluster.
  var nextMark = 0
  /// Index of the first terminator.
  var firstMark = 0
  /// The quotation that the marks closed or that is open.
  var quote: Nesting.Level?
  /// Offset after the quotation's last character before the closing mark, where the marks closed it.
  var quoteEnd = 0
  /// Offset of the first letter of the word before.
  var wordStart = 0
}

/// A run of terminators with what they close, while it is read.
private struct Cluster {
  /// Index of the mark to be read next.
  var index: Int
  /// Offset that it does not reach beyond.
  var limit: Int
  /// Offset after the last mark that it has.
  var after: Int
  /// Evidence of its terminators.
  var flags: UInt64 = 0
  /// Number of its full stops; an ellipsis counts for three.
  var stops = 0
  /// The quotation and the bracket that it closed last.
  var closedQuote: Nesting.Level?
  var closedBracket: Nesting.Level?

  /// Takes in a terminator.
  mutating func add(_ terminator: Mark.Kind) {
    if closedQuote != nil || closedBracket != nil {
      flags |= Evidence.closedStop
      return
    }
    switch terminator {
    case .stop: stops += 1
    case .question: flags |= Evidence.question
    case .exclamation: flags |= Evidence.exclamation
    case .ellipsis: stops += 3
    default: flags |= Evidence.semicolon
    }
  }

  /// Sets where it ends; always false, as nothing more is taken.
  mutating func ends(at offset: Int) -> Bool {
    limit = offset
    return false
  }
}

extension Segmenter {
  /// Reads the cluster that starts at mark `index` and, by ICU, ends at `end`; fills in `place`.
  func readCluster(_ index: inout Int, _ end: Int) {
    let marks = scanner.marks
    place = Candidate()
    place.firstMark = index
    place.start = marks[index].offset
    place.quoteEnd = place.start
    var cluster = Cluster(index: index, limit: end, after: place.start)
    while cluster.index < marks.count, marks[cluster.index].offset < cluster.limit, take(marks, &cluster) {}
    index = cluster.index
    place.end = max(cluster.limit, cluster.after)
    takeSpacedQuote(&index, &cluster.closedQuote)
    place.nextMark = index
    place.quote = cluster.closedQuote ?? nesting.quote
    place.flags = clusterFlags(cluster) | stateFlags(cluster.closedQuote) | previousFlags() | nextFlags()
  }

  /// Takes the next mark into the cluster; false, with the limit set before it, where it does not belong there.
  @inline(__always)
  private func take(_ marks: [Mark], _ cluster: inout Cluster) -> Bool {
    let mark = marks[cluster.index]
    switch mark.kind {
    case .stop, .question, .exclamation, .ellipsis, .semicolon:
      if beginsDotWord(mark, after: cluster.after) { return cluster.ends(at: cluster.after) }
      cluster.add(mark.kind)
    case .closeBracket:
      if let level = nesting.take(marks, cluster.index, text, blockStart, blockEnd, sentence: sentence) {
        if level.isQuote { cluster.closedQuote = level } else { cluster.closedBracket = level }
      }
    case .openBracket:
      return takeReference(marks, &cluster)
    case .either, .openQuote, .closeQuote:
      if nesting.opens(mark, text, blockStart, blockEnd) { return cluster.ends(at: mark.offset) }
      if let level = nesting.take(marks, cluster.index, text, blockStart, blockEnd, sentence: sentence) {
        if cluster.closedQuote == nil { place.quoteEnd = mark.offset }
        cluster.closedQuote = level
      }
    default:
      return cluster.ends(at: mark.offset)
    }
    cluster.after = mark.offset + Int(mark.length)
    cluster.index += 1
    return true
  }

  /// Whether a dot stands behind a space, `after` being where the marks before it end, and begins a word of its own (.NET): it is
  /// no terminator then.
  private func beginsDotWord(_ mark: Mark, after: Int) -> Bool {
    mark.offset > after && mark.kind == .stop && beginsWord(mark.offset + 1)
      && Characters.skipSpace(text, after, mark.offset) == mark.offset
  }

  /// Takes both brackets of a reference, [1] or (1), the only opened bracket that is part of a cluster; behind (1) at the
  /// sentence's head it is the next label.
  private func takeReference(_ marks: [Mark], _ cluster: inout Cluster) -> Bool {
    let mark = marks[cluster.index]
    let close = cluster.index + 1
    guard close < marks.count, marks[close].offset < cluster.limit, mark.pair != 10 || !beginsNumbered() else {
      return cluster.ends(at: mark.offset)
    }
    cluster.after = marks[close].offset + 1
    cluster.index += 2
    return true
  }

  /// What the marks of the cluster say: which terminators, and what they closed.
  private func clusterFlags(_ cluster: Cluster) -> UInt64 {
    var flags = cluster.flags
    if flags & (Evidence.question | Evidence.exclamation | Evidence.semicolon) == 0 {
      flags |= cluster.stops > 1 ? Evidence.ellipsis : Evidence.stop
    }
    if cluster.closedQuote != nil { flags |= Evidence.quoteClosed }
    if let closedBracket = cluster.closedBracket {
      flags |= Evidence.bracketClosed
      if !closedBracket.isFirst { flags |= Evidence.bracketInner }
      if Characters.skipBlank(text, closedBracket.offset + 1, blockEnd) >= place.start { flags |= Evidence.lone }
    }
    return flags
  }

  /// A quotation mark set off by a space from the terminator it belongs to: `كلام. "` before a space or the end.
  private func takeSpacedQuote(_ index: inout Int, _ closed: inout Nesting.Level?) {
    guard index < scanner.marks.count else { return }
    let mark = scanner.marks[index]
    guard mark.kind == .either, nesting.quote != nil, mark.offset > place.end,
      Characters.skipSpace(text, place.end, mark.offset) == mark.offset
    else { return }
    let after = mark.offset + Int(mark.length)
    guard after >= blockEnd || Characters.skipSpace(text, after, blockEnd) > after || text[after] == 0x2E,
      let level = nesting.take(scanner.marks, index, text, blockStart, blockEnd, sentence: sentence)
    else { return }
    closed = level
    place.end = after
    index += 1
  }

  /// Whether the sentence begins with a number in round brackets.
  private func beginsNumbered() -> Bool {
    let head = Characters.skipBlank(text, sentence, blockEnd)
    guard head + 1 < blockEnd, text[head] == 0x28 else { return false }
    return ArabicScript.digit(UTF8Scalars.decode(text, head + 1).scalar) != nil
  }

  private func beginsWord(_ at: Int) -> Bool {
    guard at < blockEnd else { return false }
    let b = text[at]
    return (b >= 0x30 && b <= 0x39) || (b | 0x20 >= 0x61 && b | 0x20 <= 0x7A)
  }

  private func stateFlags(_ closed: Nesting.Level?) -> UInt64 {
    var flags: UInt64 = scanner.semicolons ? Evidence.semicolons : 0
    if let quote = place.quote {
      if closed == nil { flags |= Evidence.quoted }
      if quote.isFirst {
        flags |= Evidence.quoteFirst
      } else if quote.afterColon {
        flags |= Evidence.quoteColon
      } else {
        flags |= Evidence.quoteWord
      }
      if quote.many { flags |= Evidence.quoteMany }
    }
    for index in nesting.levels.indices where !nesting.levels[index].isQuote && !nesting.levels[index].isFirst {
      if closing(of: index) >= 0 { flags |= Evidence.bracketed }
    }
    return flags
  }

  /// Offset of the mark that closes an open level, or -1; looked for once.
  func closing(of index: Int) -> Int {
    let level = nesting.levels[index]
    if level.closing != -2 { return level.closing }
    let found = closingMark(level)
    nesting.setClosing(found, at: index)
    return found
  }

  /// Offset of the mark after the candidate that closes `level`, or -1.
  func closingMark(_ level: Nesting.Level) -> Int {
    let marks = scanner.marks
    var depth = 0
    var at = max(level.mark + 1, place.firstMark)
    while at < marks.count {
      let mark = marks[at]
      if level.pair == 20 {
        if mark.kind == .closeBracket, at + 1 < marks.count, marks[at + 1].kind == .closeBracket { return mark.offset }
      } else if mark.pair == level.pair {
        switch mark.kind {
        case .openBracket: depth += 1
        case .closeBracket:
          if depth == 0 { return mark.offset }
          depth -= 1
        case .either: if !nesting.opens(mark, text, blockStart, blockEnd) { return mark.offset }
        case .closeQuote, .openQuote:
          if mark.kind == .closeQuote || mark.kind != marks[level.mark].kind { return mark.offset }
        default: break
        }
      }
      at += 1
    }
    return -1
  }
}
