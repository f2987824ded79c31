import NaqlModel

/// Words that look like a name and are none.
extension DocumentWords {
  /// Whether a body's head stands without article before an adjective without one, or before what it is for: هيئة مشتركة, هيئة للطيران.
  func isSomeBody(_ mention: Mention) -> Bool {
    guard mention.entityClass == .organisation, mention.end > mention.start + 1, listed(mention.start) == nil else {
      return false
    }
    let head = self[mention.start], next = self[mention.start + 1]
    guard head.kind.contains(.bodyHead), !head.hasArticle else { return false }
    return begins("لل", mention.start + 1, least: 10)
      || !next.hasArticle && next.best == 0 && next.kind.contains(.adjective) && WordEdges.isCommon(next.kind)
        && next.kind.isDisjoint(with: [.nisba, .demonym])
  }

  /// Whether words without a cue are common ones or speech and no title: a head alone or with an indefinite adjective (قانون جديد), a
  /// single word of the lexicon, anything with a negation or a verb ("لا نقاش قبل الانسحاب").
  func isOrdinary(_ mention: Mention, isQuoted: Bool) -> Bool {
    let first = self[mention.start]
    if !isQuoted, first.wholeKind.contains(.trap) || first.kind.contains(.trap) { return true }
    if isQuoted, (mention.start + 1..<mention.end).contains(where: { isSpelt("يا", $0) }) { return true }  // speech
    if mention.count == 1 {
      if isQuoted, !edges(mention.start).isDisjoint(with: [.commonWithAlif, .future]) { return true }  // «اختياريا»
      // "كارثي": an adjective that no list has
      if isQuoted, first.kind.isEmpty, !first.hasArticle, edges(mention.start).contains(.nisbaEnd) { return true }
      // الحفاظ, للدولار; «الحرافيش» لنجيب محفوظ
      if first.hasArticle || !isQuoted && begins("لل", mention.start, least: 10),
        !isQuoted || !isBeforeAuthor(mention.end)
      {
        return true
      }
      return !first.kind.union(headKinds(mention.start)).isDisjoint(with: [
        .word, .verb, .adjective, .particle, .eventHead, .workCue, .bodyHead,
      ])
    }
    // عملية سياسية جادة
    if !isQuoted, (mention.start + 1..<mention.end).allSatisfy({ isIndefinite($0) }) { return true }
    if mention.entityClass == .work, !isQuoted, !isWorkHead(mention.start), isCommonWord(mention.start) { return true }
    if isQuoted,
      mention.words.allSatisfy({
        isIndefinite($0) || self[$0].kind.contains(.particle) || isNumber($0)
      })
    {
      return true  // "خطوة في طريق طويل"
    }
    return mention.words.contains { at in
      !edges(at).isDisjoint(with: [.negation, .future])
        || isQuoted && self[at].ordinals[0] < 0 && edges(at).contains(.verb)  // "انسحبوا تكتيكيا"
        || self[at].kind.contains(.verb) && WordEdges.isCommon(self[at].kind) && !self[at].kind.contains(.word)
    }
  }

  /// Whether behind the closing mark at a token stands ل with a name or word.
  private func isBeforeAuthor(_ close: Int) -> Bool {
    guard close + 1 < count, isMark(close) else { return false }
    return begins("ل", close + 1, least: 6)
  }

  func isWorkHead(_ at: Int) -> Bool { headKinds(at).contains(.workHead) }

  /// Whether a word is a common one of the lexicon, with the article or without.
  func isCommonWord(_ at: Int) -> Bool {
    !self[at].kind.union(headKinds(at)).isDisjoint(with: [.adjective, .nisba, .word, .verb])
  }

  /// Whether a word is a common one of the lexicon without the article.
  private func isIndefinite(_ at: Int) -> Bool {
    let word = self[at]
    let kind = word.kind.union(headKinds(at))
    if word.hasArticle || !word.kind.isDisjoint(with: [.given, .family, .foreign, .place]) { return false }
    return !kind.isDisjoint(with: [.adjective, .nisba, .word, .institution]) || word.letters[1] == 1 && word.score == 0
  }
}
