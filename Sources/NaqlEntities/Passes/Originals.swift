import NaqlModel

/// Names that stand beside another of the same class: a name's original spelling in brackets, the second of two titles in quotation
/// marks, and media by the word they end in.
///
/// Source: usage of encyclopaedias (براغ (بالتشيكية: Praha)) and of newspapers («المحاكمة» و«القلعة», الخليج نيوز).
extension MentionFinder {
  /// Words of the longest original.
  private static let longestOriginal = 8

  /// Brings a name before its original in brackets to the words that the original spells: أغنيتا فالتسكوغ (Agnetha Fältskog).
  mutating func fitOriginals() {
    for bracket in words.facts.indices where words.facts[bracket].signature == .openingBracket {
      let end = bracket > 0 && words.facts[bracket - 1].signature == .quote ? bracket - 1 : bracket
      guard let latin = original(behind: bracket).map({ $0.filter { words[$0].signature == .latin } }), latin.count > 1
      else {
        continue
      }
      let first = end - latin.count
      guard first >= words.sentence(bracket).start, (first..<end).allSatisfy({ words[$0].length > 0 }),
        case let held = board.numbers(in: first..<end), !held.isEmpty,
        held.allSatisfy({ board[$0].start >= first && board[$0].end <= end }),
        held.count > 1 || held.allSatisfy({ board[$0].end - board[$0].start < latin.count }),
        zip(first + 1..<end, latin.dropFirst()).allSatisfy({ spells($0, $1, behind: 0) }),
        let letters = [0, 1, 2].first(where: { spells(first, latin[0], behind: $0) })
      else { continue }
      let surest = held.max { (board[$0].confidence, $1) < (board[$1].confidence, $0) }!
      var whole = board[surest]
      // Of two names that are none the class of neither holds.
      if held.count > 1, whole.confidence < 900 { whole.entityClass = .person }
      let cue = words.cueBefore(first, words.sentence(bracket).start)
      if cue.contains(.mediaCue) {
        whole.entityClass = .media
      } else if cue.contains(.workCue) {
        whole.entityClass = .work
      }
      (whole.start, whole.end, whole.letters, whole.restored) = (first, end, letters, false)
      board.put(whole)
    }
  }

  /// Whether a word behind so many letters of clitics spells a Latin one.
  private func spells(_ at: Int, _ latin: Int, behind letters: Int) -> Bool {
    if letters > 0, words[at].letters[1] == 255 { return false }
    return OriginalLetters.areAlike(Array(spelling(at).dropFirst(letters * 2)), spelling(latin))
  }

  private func spelling(_ at: Int) -> [UInt8] {
    var word: [UInt8] = []
    words.cache.bytes(of: words.facts[at].type) { word = Array($0) }
    return word
  }

  /// Gives Latin words in brackets directly behind a name its class, whatever else was taken for a name there.
  mutating func addOriginals() {
    for at in words.facts.indices where words.facts[at].signature == .openingBracket {
      let last = at > 0 && words.facts[at - 1].signature == .quote ? at - 2 : at - 1
      guard last >= 0, let number = board.number(at: last), case let named = board[number], named.end == last + 1,
        let original = original(behind: at)
      else { continue }
      let held = board.numbers(in: original)
      guard held.allSatisfy({ isInside(board[$0], original) && board[$0].entityClass != .media }),
        named.entityClass == .media || original.count > 1 || !isCredit(original.lowerBound, of: named.entityClass)
      else { continue }
      var mention = Mention(
        start: original.lowerBound, end: original.upperBound, entityClass: named.entityClass, origin: .rule,
        rule: .original, confidence: 800)
      mention.full = named.full ?? number
      board.put(mention)
    }
  }

  /// The Latin words behind an opening bracket, and behind the name of their language and a colon; nil where something else stands there.
  private func original(behind bracket: Int) -> Range<Int>? {
    var first = bracket + 1
    if first + 1 < words.count, words.begins("بال", first, least: 12), words[first + 1].signature == .colon {
      first += 2
    }
    var last = first
    while last < words.count, last - first < Self.longestOriginal,
      words[last].signature == .latin || last > first && joinsOriginal(last)
    {
      last += 1
    }
    guard last > first, last < words.count,
      words.isMark(last) || ["؛", "،"].contains(where: { words.isSpelt($0, last) })
    else {
      return nil
    }
    return first..<last
  }

  /// Whether a sign stands between two Latin words: Cassini–Huygens, Industrial Light & Magic.
  private func joinsOriginal(_ at: Int) -> Bool {
    at + 1 < words.count && words[at + 1].signature == .latin
      && ["–", "-", "&", "'", "’", ".", ":"].contains { words.isSpelt($0, at) }
  }

  /// Whether a Latin word in brackets is rather who took the picture or told the news: (AFP), (Reuters). Behind a person or a place a
  /// word of capitals is no original either.
  private func isCredit(_ at: Int, of entityClass: EntityClass) -> Bool {
    if words[at].wholeKind.contains(.credit) { return true }
    return entityClass != .organisation && entityClass != .work && words.bytes(at) { $0.allSatisfy { $0 < 0x61 } }
  }

  private func isInside(_ mention: Mention, _ span: Range<Int>) -> Bool {
    mention.start >= span.lowerBound && mention.end <= span.upperBound
  }

  /// Makes a work of what stands in quotation marks behind a work in such marks and و: «المحاكمة» و«القلعة».
  mutating func addSecondTitles() {
    for index in board.inOrder() where board[index].entityClass == .work {
      var close = board[index].end
      if close + 1 < words.count, words[close].signature == .quote, words[close + 1].signature == .openingBracket,
        let end = (close + 1..<min(words.count, close + 1 + Self.longestOriginal)).first(where: {
          words[$0].signature == .closingBracket
        })
      {
        close = end  // «سوبر تروبر» (1980) و«ذا فيزيتورز»
      }
      guard close + 3 < words.count, [.quote, .closingBracket].contains(words[close].signature),
        words.isSpelt("و", close + 1),
        words[close + 2].signature == .quote
      else { continue }
      var last = close + 3
      while last < words.count, words.quoted[last] == 1, board.isFree(last) { last += 1 }
      guard last > close + 3, last < words.count, words[last].signature == .quote else { continue }
      board.put(
        Mention(
          start: close + 3, end: last, entityClass: .work, origin: .rule, rule: .quotedAfterCue, confidence: 800))
    }
  }

  /// Makes a work of what stands in quotation marks before لل and a word for a person, with the person behind it: «سلمى» للسوري جود سعيد.
  mutating func addTitlesByAuthor() {
    for close in words.facts.indices
    where words.facts[close].signature == .quote && close > 0 && words.quoted[close - 1] == 1 && close + 2 < words.count
    {
      guard words.begins("لل", close + 1, least: 10),
        !words.cache.kindsBehindLil(words.facts[close + 1].type).isDisjoint(with: [.titleHead, .demonym]),
        board.mention(at: close + 2)?.entityClass == .person
      else { continue }
      var first = close - 1
      while first > 0, words.quoted[first - 1] == 1 { first -= 1 }
      guard close - first <= Self.longestOriginal else { continue }
      board.put(
        Mention(start: first, end: close, entityClass: .work, origin: .rule, rule: .quotedAfterCue, confidence: 800))
    }
  }

  /// Makes media of what stands behind a stroke in brackets, where a person before it took the picture: (أحمد سعد/رويترز).
  mutating func nameCredits() {
    for index in board.inOrder() where board[index].entityClass == .organisation {
      let start = board[index].start, end = board[index].end
      guard start > 1, end < words.count, words.isSpelt("/", start - 1), words.isSpelt(")", end),
        board.mention(at: start - 2)?.entityClass == .person
      else { continue }
      board[index].entityClass = .media
    }
  }

  /// Makes media of bodies, and of what was taken for people, whose last word only media have (الخليج نيوز), but for a company or a team
  /// that is called one: شركة أموري سبورت.
  mutating func nameMedia() {
    for index in board.inOrder() where board[index].count > 1 {
      let mention = board[index]
      guard words[mention.end - 1].wholeKind.contains(.mediaTail),
        mention.start == 0 || words[mention.start - 1].wholeKind.isDisjoint(with: .bodyCue),
        words.listed(mention.start)?.list.contains(.organisation) != true
      else { continue }
      if mention.entityClass == .organisation
        || mention.entityClass == .person && words[mention.start].kind.isDisjoint(with: [.given, .family, .foreign])
      {
        board[index].entityClass = .media
      }
    }
  }
}
