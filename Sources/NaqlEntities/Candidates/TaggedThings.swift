import NaqlModel

/// Works and events that the tagger sees: what it calls a name of neither person, place nor body.
extension MentionFinder {
  /// Adds such a name: an event where a word says so, else a work. In quotation marks it is all that stands in them, unless that is
  /// long or speech.
  func addThing(_ tagged: Mention, _ start: Int, _ end: Int, _ out: inout [Mention]) {
    var mention = tagged
    while mention.start < mention.end, isMark(mention.start) { mention.start += 1 }
    while mention.start < mention.end, isMark(mention.end - 1) { mention.end -= 1 }
    guard mention.start < mention.end else { return }
    if mention.start > start, isShown(mention.start, by: mention.start - 1) { return }
    if isDate(mention) { return }
    if mention.end - mention.start > 1, type(mention.start).kind.contains(.workCue), !isWorkHead(mention.start),
      !type(mention.start + 1).hasArticle, listed(mention.start + 1) != nil || isUnknown(mention.start + 1)
    {
      mention.start += 1  // متصفح فايرفوكس
    }
    if mention.end - mention.start > 2, isKindOfEvent(mention.start) { mention.start += 1 }
    let cue = mention.start > start ? cueBefore(mention.start, start) : []
    let isQuoted = text.quoted[mention.start] == 1
    if isQuoted {
      let quoted = quotation(around: mention.start, start, end)
      guard !isCalledSo(quoted.lowerBound, start),
        !isSaid(quoted, start) || !cue.isDisjoint(with: [.workCue, .eventHead]), quoted.count <= Self.longestTitle,
        quoted.upperBound >= mention.end,
        !cue.isDisjoint(with: [.workCue, .eventHead, .eventCue]) || quoted.allSatisfy({ labels[$0] >= 7 || isMark($0) })
      else { return }
      (mention.start, mention.end) = (quoted.lowerBound, quoted.upperBound)
    }
    let isEvent =
      !headKinds(mention.start).union(cue).isDisjoint(with: [.eventHead, .eventCue])
    if isEvent { mention.entityClass = .event }
    if mention.end - mention.start > 1, isCast(mention.start) {
      mention.start += 1
      mention.entityClass = .person
      trim(mention, start, &out)
      return
    }
    if !isQuoted, !isEvent, mention.end - mention.start > 1, type(mention.start).kind.contains(.placeHead),
      !type(mention.start).hasArticle, type(mention.start).best == 0
    {
      mention.entityClass = .location  // مطار موي الدولي غربي الجزيرة
      trim(mention, start, &out)
      return
    }
    mention = upToOutsider(mention)
    while mention.end > mention.start + 1, type(mention.end - 1).wholeKind.contains(.trap) { mention.end -= 1 }
    if cue.isDisjoint(with: [.workCue, .eventHead, .eventCue]), isOrdinary(mention, isQuoted: isQuoted) { return }
    setClitics(&mention, start)
    out.append(mention)
  }

  /// Whether a word is one that actors stand behind, and a given name follows: بطولة حسين رياض.
  private func isCast(_ at: Int) -> Bool {
    let next = type(at + 1)
    return headKinds(at).isSuperset(of: [.eventHead, .personCue]) && !next.hasArticle
      && !next.kind.isDisjoint(with: [.given, .foreign]) && !next.kind.contains(.place)
  }

  /// Whether a definite word stands behind a demonstrative, and is a common one: هذه الحرب الأهلية.
  private func isShown(_ at: Int, by before: Int) -> Bool {
    type(at).hasArticle && type(before).wholeKind.contains(.demonstrative)
  }

  /// Words of the longest title that is taken for one in quotation marks.
  private static let longestTitle = 7

  /// Whether ب stands before a quotation: what is in it is how somebody or something is called (المعروف ب"بيجاك").
  private func isCalledSo(_ first: Int, _ start: Int) -> Bool {
    guard first - 2 >= start else { return false }
    return isSpelt("ب", first - 2) || isSpelt("بـ", first - 2)
  }

  /// Whether a colon stands before a quotation of several words: it is what somebody said.
  private func isSaid(_ quoted: Range<Int>, _ start: Int) -> Bool {
    quoted.count > 1 && quoted.lowerBound - 2 >= start && isSpelt(":", quoted.lowerBound - 2)
  }

  /// The words between the quotation marks around a token that stands in some.
  private func quotation(around at: Int, _ start: Int, _ end: Int) -> Range<Int> {
    var (first, last) = (at, at + 1)
    while first > start, text.quoted[first - 1] == 1 { first -= 1 }
    while last < end, text.quoted[last] == 1 { last += 1 }
    return first..<last
  }

  /// Whether words without a cue are common ones or speech and no title: a head alone or with an indefinite adjective (قانون جديد), a
  /// single word of the lexicon, anything with a negation or a verb ("لا نقاش قبل الانسحاب").
  func isOrdinary(_ mention: Mention, isQuoted: Bool) -> Bool {
    let first = type(mention.start)
    if !isQuoted, first.wholeKind.contains(.trap) || first.kind.contains(.trap) { return true }
    if isQuoted, (mention.start + 1..<mention.end).contains(where: { isSpelt("يا", $0) }) { return true }  // speech
    if mention.end - mention.start == 1 {
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
      (mention.start..<mention.end).allSatisfy({
        isIndefinite($0) || type($0).kind.contains(.particle) || type($0).signature == .number
      })
    {
      return true  // "خطوة في طريق طويل"
    }
    return (mention.start..<mention.end).contains { at in
      !edges(at).isDisjoint(with: [.negation, .future])
        || isQuoted && type(at).ordinals[0] < 0 && edges(at).contains(.verb)  // "انسحبوا تكتيكيا"
        || type(at).kind.contains(.verb) && WordEdges.isCommon(type(at).kind) && !type(at).kind.contains(.word)
    }
  }

  /// Whether behind the closing mark at a token stands ل with a name or word.
  private func isBeforeAuthor(_ close: Int) -> Bool {
    guard close + 1 < text.count, isMark(close) else { return false }
    return begins("ل", close + 1, least: 6)
  }

  /// Kinds of a word in all its readings, without its article and without a pronoun behind it.
  func headKinds(_ at: Int) -> WordFacts.Kind { cache.headKinds(of: text.facts[at].type).all }

  /// Kinds of a word without its article; none where it has none.
  func kindsWithoutArticle(_ at: Int) -> WordFacts.Kind { cache.headKinds(of: text.facts[at].type).withoutArticle }

  private func isWorkHead(_ at: Int) -> Bool { headKinds(at).contains(.workHead) }

  /// Whether a word is a common one of the lexicon, with the article or without.
  private func isCommonWord(_ at: Int) -> Bool {
    !type(at).kind.union(headKinds(at)).isDisjoint(with: [.adjective, .nisba, .word, .verb])
  }

  /// Whether a word is a common one of the lexicon without the article.
  private func isIndefinite(_ at: Int) -> Bool {
    let word = type(at)
    let kind = word.kind.union(headKinds(at))
    if word.hasArticle || !word.kind.isDisjoint(with: [.given, .family, .foreign, .place]) { return false }
    return !kind.isDisjoint(with: [.adjective, .nisba, .word, .institution]) || word.letters[1] == 1 && word.score == 0
  }
}
