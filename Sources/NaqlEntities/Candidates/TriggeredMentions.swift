import NaqlModel

/// Names that a word before them announces: bodies, facilities, events.
extension MentionFinder {
  /// Adds the names of the tokens from `start` to before `end`, one sentence, that a word announces.
  func addTriggered(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    // Where a quotation opens that و joins to a work.
    var afterWork = -1
    while at < end {
      if words.facts[at].traits.isDisjoint(with: [.quote, .head]) {
        at += 1
        continue
      }
      if words[at].signature == .quote, at > start, at + 1 < end, words.quoted[at + 1] == 1, !words.isMark(at + 1) {
        let close = endOfQuotation(at, end)
        let entityClass = announcedClass(at == afterWork ? .workCue : words.headKinds(at - 1))
        if let entityClass { addQuoted(at + 1..<close, entityClass, end, &out) }
        // قصائده «نسر» و«في طائرة»
        if entityClass == .work { afterWork = close + 2 < end && words.isSpelt("و", close + 1) ? close + 2 : -1 }
        at = close
        continue
      }
      addAnnounced(at, end, &out)
      if isBodyOfNation(at, end) || isMinistry(at, start, end) || isNumberedForce(at, end) {
        let last = words.purpose(behind: endOfForce(at, end), of: at)
        out.append(
          with(
            Mention(
              start: at, end: last, entityClass: .organisation, origin: .rule, rule: .bodyOfNation, confidence: 830)))
        at = last
        continue
      }
      if opensName(at, end) { addHeaded(at, start, end, &out) }
      at += 1
    }
  }

  /// The token that closes a short quotation.
  private func endOfQuotation(_ open: Int, _ end: Int) -> Int {
    var close = open + 1
    while close < end, words.quoted[close] == 1 { close += 1 }
    return close
  }

  /// The class that a cue or head gives what stands in quotation marks behind it.
  private func announcedClass(_ cue: WordFacts.Kind) -> EntityClass? {
    if !cue.isDisjoint(with: [.workCue, .vessel]) { return .work }
    if !cue.isDisjoint(with: [.mediaCue, .mediaHead]) { return .media }
    if cue.contains(.eventHead) { return .event }
    if !cue.isDisjoint(with: [.bodyHead, .bodyCue]) { return .organisation }
    return cue.contains(.placeCue) ? .location : nil
  }

  /// Adds a short name in quotation marks behind a cue, unless it is speech: إن التحالف «لا يستهدف سعرا بعينه».
  private func addQuoted(_ span: Range<Int>, _ entityClass: EntityClass, _ end: Int, _ out: inout [Mention]) {
    if entityClass == .work { addAuthor(behind: span.upperBound, end, &out) }
    guard span.count <= Self.longestQuoted else { return }
    let found = Mention(
      start: span.lowerBound, end: span.upperBound, entityClass: entityClass, origin: .rule, rule: .quotedAfterCue,
      confidence: 900)
    let isSpeech =
      entityClass != .work
      && (span.count > 2 && words.isOrdinary(found, isQuoted: true) || span.count > 1 && opensSpeech(span.lowerBound))
    if !isSpeech { out.append(found) }
  }

  /// Words of the longest name in quotation marks behind a cue.
  private static var longestQuoted: Int { 6 }

  /// Whether a head stands before the adjective of a nation, as its army, parliament or government.
  private func isBodyOfNation(_ at: Int, _ end: Int) -> Bool {
    guard words[at].hasArticle, at + 1 < end, words[at].kind.contains(.bodyHead), words.isDefinite(at + 1) else {
      return false
    }
    return words[at + 1].kind.contains(.demonym)
  }

  /// Whether a ministry's short name stands before the adjective of its nation, and is neither an adjective itself nor an office's: الخارجية اليابانية,
  /// but not السياسة الخارجية اليابانية or وزيرة الخارجية الألمانية.
  private func isMinistry(_ at: Int, _ start: Int, _ end: Int) -> Bool {
    guard words[at].kind.contains(.ministry), words.isDefinite(at), at + 1 < end, words.isDefinite(at + 1),
      words[at + 1].kind.contains(.demonym), words.edges(at + 1).contains(.feminine)
    else { return false }
    return at == start || !words[at - 1].hasArticle && words[at - 1].kind.isDisjoint(with: [.titleHead, .bodyHead])
  }

  /// Whether a force stands before its number, and no school follows, whose years are called so too: الجيش الثامن.
  private func isNumberedForce(_ at: Int, _ end: Int) -> Bool {
    words[at].kind.contains(.unit) && at + 1 < end && words[at + 1].hasArticle
      && words[at + 1].wholeKind.contains(.ordinal)
      && (at + 2 == end || words.headKinds(at + 2).isDisjoint(with: [.bodyHead, .institution]))
  }

  /// Whether a head without article may open the name of a body, facility or event.
  private func opensName(_ at: Int, _ end: Int) -> Bool {
    let kind = words[at].kind
    return !words[at].hasArticle && !kind.isDisjoint(with: [.bodyHead, .placeHead, .eventHead]) && at + 1 < end
      && !words.isBoard(at) && !words.isJoinedHamza(at)
      && (kind.contains(.placeHead) || !words.isClub(at + 1) && !words.isAgencyBeforeBody(at)) && !words.isBand(at)
      && !words.isKindOfEvent(at)
  }

  /// Adds the name that a head opens, where the words behind it are those of one.
  private func addHeaded(_ at: Int, _ start: Int, _ end: Int, _ out: inout [Mention]) {
    let kind = words[at].kind
    let entityClass: EntityClass =
      kind.contains(.placeHead)
      ? .location : words.isNewsAgency(at) ? .media : kind.contains(.bodyHead) ? .organisation : .event
    let last = extent(at, end, entityClass)
    guard last > at + 1, !isCast(at, start, entityClass), !isPlaced(at, last, entityClass) else { return }
    // معركة سينوب
    let isUnknownEvent = entityClass == .event && words.isUnknown(at + 1)
    let isForeign = entityClass == .location && words.isSpelt("لا", at + 1)  // سجن لا سانتيه
    let isKnown =
      words.labels[at] != 0 || isUnknownEvent || isForeign
      || (at + 1..<last).contains { words.labels[$0] != 0 || words.codes[$0] != 0 }
    let isTown = entityClass == .organisation && words.isInTown(at..<last, start)  // في دار السلام
    let found = Mention(
      start: at, end: last, entityClass: isTown ? .location : entityClass, origin: .rule, rule: .head,
      confidence: isFacilityOfName(at, in: entityClass) ? 900 : isKnown ? 790 : 640)
    guard !words.isSomeBody(found), entityClass != .event || !words.isOrdinary(found, isQuoted: false),
      isKnown || kind.contains(.sureHead) || kind.contains(.bodyHead) && Self.strong(last - at)
    else { return }
    out.append(with(found))
  }

  /// Whether a person stands behind a head, who plays or leads and gives it no name: بطولة نيللي كريم, برئاسة ياسر الرميان, حكومة كورت كيسنغر.
  private func isCast(_ at: Int, _ start: Int, _ entityClass: EntityClass) -> Bool {
    words.labels[at + 1] == 1 && (entityClass == .event || words[at].best != 0 || words[at].kind.contains(.led))
      || entityClass == .event && isCastWithoutLabels(at, start)
  }

  /// Whether behind an event's head stands nothing but where it is: مؤتمر بالقاهرة.
  private func isPlaced(_ at: Int, _ last: Int, _ entityClass: EntityClass) -> Bool {
    entityClass == .event && last == at + 2 && words[at + 1].best != 0 && words.edges(at + 1).contains(.behindBa)
  }

  /// Whether a quotation begins with a preposition or a verb, as no body's or event's name does: الحكومة «في الوقت الراهن».
  private func opensSpeech(_ at: Int) -> Bool {
    words[at].wholeKind.contains(.opener) || words[at].score == 0 && words.edges(at).contains(.verb)
  }

  /// The token behind the nation and the number of a body, in either order: الجيش البريطاني الرابع عشر, الفرقة التاسعة الأسترالية.
  private func endOfForce(_ at: Int, _ end: Int) -> Int {
    if !isNumberedForce(at, end) { return behindOrdinals(at + 2, end) }
    let last = behindOrdinals(at + 1, end)
    return last < end && words.isDefinite(last) && words[last].kind.contains(.demonym) ? last + 1 : last
  }

  /// The token behind the ordinals of a body.
  private func behindOrdinals(_ at: Int, _ end: Int) -> Int {
    guard at < end, words[at].hasArticle, words[at].wholeKind.contains(.ordinal) else { return at }
    return at + 1 < end && words[at + 1].wholeKind.contains(.ordinal) ? at + 2 : at + 1
  }

  /// The author of a work, with لل behind its closing mark: رواية «الحرافيش» للمحفوظي, كتاب «تاريخ بخارى» للنرشخي.
  private func addAuthor(behind close: Int, _ end: Int, _ out: inout [Mention]) {
    let at = close + 1
    guard at < end, words.begins("لل", at, least: 10), words.edges(at).contains(.nisbaEnd), words.labels[at] == 0,
      at + 1 == end || words.labels[at + 1] != 1
    else { return }
    let reading = (1..<4).first { words[at].letters[$0] == 2 || words[at].restored & (1 << UInt8($0)) != 0 }
    out.append(
      Mention(
        start: at, end: at + 1, entityClass: .person, origin: .rule, rule: .head, confidence: 700,
        letters: reading.map { Int(words[at].letters[$0]) } ?? 2, restored: true))
  }

  /// Whether behind من بطولة stands an actor that the tagger passed over: words that no list has, or people's.
  private func isCastWithoutLabels(_ at: Int, _ start: Int) -> Bool {
    guard at > start, words.headKinds(at).isSuperset(of: [.eventHead, .personCue]) else { return false }
    let next = words[at + 1]
    // فيلم بطولة عادل إمام
    if words.headKinds(at - 1).contains(.workCue), words.listed(at + 1)?.list.contains(.person) == true { return true }
    guard words.isSpelt("من", at - 1) else { return false }
    return !next.hasArticle && next.kind.isDisjoint(with: [.place, .word, .eventHead, .bodyHead, .adjective])
  }

  /// Whether a facility is called after the person, or like the club, behind its head: شارع المختار ولد داداه, مستشفى الفيحاء.
  private func isFacilityOfName(_ head: Int, in entityClass: EntityClass) -> Bool {
    guard entityClass == .location, words[head].kind.contains(.sureHead) else { return false }
    let list = words.listed(head + 1)?.list ?? []
    return words.labels[head + 1] == 1 || list.contains(.person) || list.contains(.club)
  }

  static func strong(_ length: Int) -> Bool { length >= 3 }

  func with(_ mention: Mention) -> Mention {
    var mention = mention
    let first = words[mention.start]
    mention.letters = Int(first.letters[Int(first.best)])
    mention.restored = first.restored & (1 << first.best) != 0
    return mention
  }

  /// Whether a common noun and the definite one behind it are one place: مستشفى | بركة السبع.
  private func isGenitivePair(_ at: Int, _ end: Int) -> Bool {
    let noun = words[at]
    return at + 1 < end && !noun.hasArticle && noun.best == 0
      && !noun.kind.isDisjoint(with: [.word, .placeHead, .placeCue])
      && words.isDefinite(at + 1)
      && words[at + 1].kind.union(words.kindsWithoutArticle(at + 1)).isDisjoint(with: [
        .adjective, .nisba, .demonym, .titleHead,
      ])
  }

  /// Where a name that begins with a head word ends: definite words, listed and tagged names behind it.
  func extent(_ head: Int, _ end: Int, _ entityClass: EntityClass) -> Int {
    var at = head + 1
    while at + 1 < end, words[at].kind.contains(.middle), !words[at].hasArticle { at += 1 }
    let first = at
    let isNamed = first < end && isFacilityOfName(head, in: entityClass)
    // The name's own words: labelled ones, or up to three definite words, those behind the first adjectives.
    var definite = 0
    while at < end, !words.isMark(at) {
      let t = words[at]
      // سجن لا سانتيه
      if at == first, entityClass == .location, words.isSpelt("لا", at), at + 1 < end, words.isUnknownName(at + 1) {
        at += 2
        definite += 1
        continue
      }
      if !t.wholeKind.isDisjoint(with: [.particle, .trap]) || words.edges(at).contains(.joinedParticle) { break }
      if words.isTitleOfPerson(at, end) || !isNamed && isOutsider(at, behind: head, in: entityClass) { break }
      // ملعب حمادي العقربي برادس, مطار فاتسلاف هافيل الواقع غربها
      if isNamed, at > head + 1,
        words.isPlaceBehindBa(at) || t.kind.contains(.aside) || words.edges(at).contains(.direction)
      {
        break
      }
      if at > head + 1, words.isPlaceBehindAdjective(at) { break }
      let joined = t.best != 0 && t.letters[Int(t.best)] == 1 || words.isJoinedDefinite(at)
      if words.labels[at] != 0, words.labels[at] & 1 == 0 || at == first {
        at += 1
        continue
      }
      if words.codes[at] != 0, at == first, t.best == 0, definite == 0 {
        // A listed name in full.
        at += 1
        while at < end, words.codes[at] != 0, (Int(words.codes[at]) - 1) / 4 % 4 >= 2 { at += 1 }
        definite += 1
        if at == first + 1, entityClass == .location, isGenitivePair(first, end) { at += 1 }
        continue
      }
      guard t.hasArticle || joined, t.best == 0 || joined && definite > 0, definite < 3 else { break }
      // مصرف الواحة الأهلي
      let isNisba = definite == 1 && entityClass == .organisation && words.edges(at).contains(.nisbaEnd)
      if definite > 0, t.kind.isDisjoint(with: [.demonym, .adjective, .nisba]), !joined, !isNisba { break }
      definite += 1
      at += 1
    }
    if at == first { return entityClass == .event ? endOfBattle(head, end) : head + 1 }
    return entityClass == .organisation ? words.purpose(behind: at, of: head) : at
  }
}
