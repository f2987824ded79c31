import NaqlModel

/// Names that a word before them announces: bodies, facilities, events.
extension MentionFinder {
  /// Whether a word has its article, as it stands.
  func isDefinite(_ at: Int) -> Bool {
    let t = type(at)
    return t.hasArticle && t.best == 0 && !isMark(at)
  }

  /// Adds the names of the tokens from `start` to before `end`, one sentence, that a word announces.
  func addTriggered(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    // Where a quotation opens that و joins to a work.
    var afterWork = -1
    while at < end {
      if text.facts[at].traits.isDisjoint(with: [.quote, .head]) {
        at += 1
        continue
      }
      if type(at).signature == .quote, at > start, at + 1 < end, text.quoted[at + 1] == 1, !isMark(at + 1) {
        let close = endOfQuotation(at, end)
        let entityClass = announcedClass(at == afterWork ? .workCue : headKinds(at - 1))
        if let entityClass { addQuoted(at + 1..<close, entityClass, end, &out) }
        // قصائده «نسر» و«في طائرة»
        if entityClass == .work { afterWork = close + 2 < end && isSpelt("و", close + 1) ? close + 2 : -1 }
        at = close
        continue
      }
      addAnnounced(at, end, &out)
      if isBodyOfNation(at, end) || isMinistry(at, start, end) || isNumberedForce(at, end) {
        let last = purpose(behind: endOfForce(at, end), of: at)
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
    while close < end, text.quoted[close] == 1 { close += 1 }
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
  private func addQuoted(_ words: Range<Int>, _ entityClass: EntityClass, _ end: Int, _ out: inout [Mention]) {
    if entityClass == .work { addAuthor(behind: words.upperBound, end, &out) }
    guard words.count <= Self.longestQuoted else { return }
    let found = Mention(
      start: words.lowerBound, end: words.upperBound, entityClass: entityClass, origin: .rule, rule: .quotedAfterCue,
      confidence: 900)
    let isSpeech =
      entityClass != .work
      && (words.count > 2 && isOrdinary(found, isQuoted: true) || words.count > 1 && opensSpeech(words.lowerBound))
    if !isSpeech { out.append(found) }
  }

  /// Words of the longest name in quotation marks behind a cue.
  private static var longestQuoted: Int { 6 }

  /// Whether a head stands before the adjective of a nation, as its army, parliament or government.
  private func isBodyOfNation(_ at: Int, _ end: Int) -> Bool {
    guard type(at).hasArticle, at + 1 < end, type(at).kind.contains(.bodyHead), isDefinite(at + 1) else { return false }
    return type(at + 1).kind.contains(.demonym)
  }

  /// Whether a ministry's short name stands before the adjective of its nation, and is neither an adjective itself nor an office's: الخارجية اليابانية,
  /// but not السياسة الخارجية اليابانية or وزيرة الخارجية الألمانية.
  private func isMinistry(_ at: Int, _ start: Int, _ end: Int) -> Bool {
    guard type(at).kind.contains(.ministry), isDefinite(at), at + 1 < end, isDefinite(at + 1),
      type(at + 1).kind.contains(.demonym), edges(at + 1).contains(.feminine)
    else { return false }
    return at == start || !type(at - 1).hasArticle && type(at - 1).kind.isDisjoint(with: [.titleHead, .bodyHead])
  }

  /// Whether a force stands before its number, and no school follows, whose years are called so too: الجيش الثامن.
  private func isNumberedForce(_ at: Int, _ end: Int) -> Bool {
    type(at).kind.contains(.unit) && at + 1 < end && type(at + 1).hasArticle
      && type(at + 1).wholeKind.contains(.ordinal)
      && (at + 2 == end || headKinds(at + 2).isDisjoint(with: [.bodyHead, .institution]))
  }

  /// Whether a head without article may open the name of a body, facility or event.
  private func opensName(_ at: Int, _ end: Int) -> Bool {
    let kind = type(at).kind
    return !type(at).hasArticle && !kind.isDisjoint(with: [.bodyHead, .placeHead, .eventHead]) && at + 1 < end
      && !isBoard(at) && !isJoinedHamza(at)
      && (kind.contains(.placeHead) || !isClub(at + 1) && !isAgencyBeforeBody(at)) && !isBand(at)
      && !isKindOfEvent(at)
  }

  /// Adds the name that a head opens, where the words behind it are those of one.
  private func addHeaded(_ at: Int, _ start: Int, _ end: Int, _ out: inout [Mention]) {
    let kind = type(at).kind
    let entityClass: EntityClass =
      kind.contains(.placeHead)
      ? .location : isNewsAgency(at) ? .media : kind.contains(.bodyHead) ? .organisation : .event
    let last = extent(at, end, entityClass)
    guard last > at + 1, !isCast(at, start, entityClass), !isPlaced(at, last, entityClass) else { return }
    // معركة سينوب
    let isUnknownEvent = entityClass == .event && isUnknown(at + 1)
    let isForeign = entityClass == .location && isSpelt("لا", at + 1)  // سجن لا سانتيه
    let isKnown =
      labels[at] != 0 || isUnknownEvent || isForeign
      || (at + 1..<last).contains { labels[$0] != 0 || text.codes[$0] != 0 }
    let isTown = entityClass == .organisation && isInTown(at..<last, start)  // في دار السلام
    let found = Mention(
      start: at, end: last, entityClass: isTown ? .location : entityClass, origin: .rule, rule: .head,
      confidence: isFacilityOfName(at, in: entityClass) ? 900 : isKnown ? 790 : 640)
    guard !isSomeBody(found), entityClass != .event || !isOrdinary(found, isQuoted: false),
      isKnown || kind.contains(.sureHead) || kind.contains(.bodyHead) && Self.strong(last - at)
    else { return }
    out.append(with(found))
  }

  /// Whether a person stands behind a head, who plays or leads and gives it no name: بطولة نيللي كريم, برئاسة ياسر الرميان, حكومة كورت كيسنغر.
  private func isCast(_ at: Int, _ start: Int, _ entityClass: EntityClass) -> Bool {
    labels[at + 1] == 1 && (entityClass == .event || type(at).best != 0 || type(at).kind.contains(.led))
      || entityClass == .event && isCastWithoutLabels(at, start)
  }

  /// Whether behind an event's head stands nothing but where it is: مؤتمر بالقاهرة.
  private func isPlaced(_ at: Int, _ last: Int, _ entityClass: EntityClass) -> Bool {
    entityClass == .event && last == at + 2 && type(at + 1).best != 0 && edges(at + 1).contains(.behindBa)
  }

  /// Whether a quotation begins with a preposition or a verb, as no body's or event's name does: الحكومة «في الوقت الراهن».
  private func opensSpeech(_ at: Int) -> Bool {
    type(at).wholeKind.contains(.opener) || type(at).score == 0 && edges(at).contains(.verb)
  }

  /// The token behind the nation and the number of a body, in either order: الجيش البريطاني الرابع عشر, الفرقة التاسعة الأسترالية.
  private func endOfForce(_ at: Int, _ end: Int) -> Int {
    if !isNumberedForce(at, end) { return behindOrdinals(at + 2, end) }
    let last = behindOrdinals(at + 1, end)
    return last < end && isDefinite(last) && type(last).kind.contains(.demonym) ? last + 1 : last
  }

  /// The token behind the ordinals of a body.
  private func behindOrdinals(_ at: Int, _ end: Int) -> Int {
    guard at < end, type(at).hasArticle, type(at).wholeKind.contains(.ordinal) else { return at }
    return at + 1 < end && type(at + 1).wholeKind.contains(.ordinal) ? at + 2 : at + 1
  }

  /// The author of a work, with لل behind its closing mark: رواية «الحرافيش» للمحفوظي, كتاب «تاريخ بخارى» للنرشخي.
  private func addAuthor(behind close: Int, _ end: Int, _ out: inout [Mention]) {
    let at = close + 1
    guard at < end, begins("لل", at, least: 10), edges(at).contains(.nisbaEnd), labels[at] == 0,
      at + 1 == end || labels[at + 1] != 1
    else { return }
    let reading = (1..<4).first { type(at).letters[$0] == 2 || type(at).restored & (1 << UInt8($0)) != 0 }
    out.append(
      Mention(
        start: at, end: at + 1, entityClass: .person, origin: .rule, rule: .head, confidence: 700,
        letters: reading.map { Int(type(at).letters[$0]) } ?? 2, restored: true))
  }

  /// Whether behind من بطولة stands an actor that the tagger passed over: words that no list has, or people's.
  private func isCastWithoutLabels(_ at: Int, _ start: Int) -> Bool {
    guard at > start, headKinds(at).isSuperset(of: [.eventHead, .personCue]) else { return false }
    let next = type(at + 1)
    // فيلم بطولة عادل إمام
    if headKinds(at - 1).contains(.workCue), listed(at + 1)?.list.contains(.person) == true { return true }
    guard isSpelt("من", at - 1) else { return false }
    return !next.hasArticle && next.kind.isDisjoint(with: [.place, .word, .eventHead, .bodyHead, .adjective])
  }

  /// Whether a facility is called after the person, or like the club, behind its head: شارع المختار ولد داداه, مستشفى الفيحاء.
  private func isFacilityOfName(_ head: Int, in entityClass: EntityClass) -> Bool {
    guard entityClass == .location, type(head).kind.contains(.sureHead) else { return false }
    let list = listed(head + 1)?.list ?? []
    return labels[head + 1] == 1 || list.contains(.person) || list.contains(.club)
  }

  /// Whether a head only says what kind of event the next head opens: بطولة كأس أمم أفريقيا.
  func isKindOfEvent(_ at: Int) -> Bool {
    type(at).kind.contains(.eventHead) && at + 1 < text.count && !type(at + 1).hasArticle
      && type(at + 1).wholeKind.contains(.eventHead)
  }

  /// Whether a head is no part of a foreign name behind it: فرقة هيب ستارز, but فرقة معان للفلكلور.
  func isBand(_ at: Int) -> Bool {
    type(at).kind.isSuperset(of: [.bodyHead, .bodyCue]) && !type(at + 1).hasArticle
      && (isUnknown(at + 1) || type(at + 1).kind.contains(.foreign))
  }

  /// Whether a word and the next describe the body behind them: مجلس إدارة الأهلي.
  func isBoard(_ at: Int) -> Bool { type(at).kind.contains(.bodyHead) && type(at + 1).kind.contains(.board) }

  /// Whether وكالة stands before a body that the lists have without it, and no list has both: وكالة ناسا, but وكالة فرانس برس.
  func isAgencyBeforeBody(_ at: Int) -> Bool {
    guard at + 1 < text.count, type(at).kind.contains(.mediaHead), listed(at) == nil, !type(at + 1).hasArticle,
      let match = listed(at + 1)
    else { return false }
    return match.reading == 0 && match.list.contains(.organisation) && match.list.isDisjoint(with: [.place, .media])
  }

  /// Whether a listed club stands at a token, before which the head is no part of its name; one called like a town or by a common word is none behind
  /// the head of another body (جامعة برشلونة, مجلس التعاون).
  func isClub(_ at: Int) -> Bool {
    guard let match = listed(at), match.list.contains(.club) else { return false }
    if match.list.isDisjoint(with: [.place, .country, .common]) { return true }
    let cues: WordFacts.Kind = match.list.contains(.common) ? [.bodyCue, .contest] : .bodyCue
    return at > 0 && !type(at - 1).kind.isDisjoint(with: cues)
  }

  /// Whether a word is و before a hamza, which keys fold away: وأدى is no wadi.
  func isJoinedHamza(_ at: Int) -> Bool { begins("وأ", at) }

  /// Whether a word is و with a definite word behind it, listed or not: والترجمة.
  func isJoinedDefinite(_ at: Int) -> Bool { cache.isJoinedDefinite(text.facts[at].type) }

  /// Whether a definite title stands before a person, and belongs to no body's name: تيار الحكمة السيد عمار.
  func isTitleOfPerson(_ at: Int, _ end: Int) -> Bool {
    let word = type(at)
    return word.hasArticle && word.kind.contains(.titleHead) && at + 1 < end && labels[at + 1] <= 2
      && (labels[at + 1] == 1 || owner[at + 1] >= 0 || type(at + 1).kind.contains(.given))
  }

  static func strong(_ length: Int) -> Bool { length >= 3 }

  func with(_ mention: Mention) -> Mention {
    var mention = mention
    let first = type(mention.start)
    mention.letters = Int(first.letters[Int(first.best)])
    mention.restored = first.restored & (1 << first.best) != 0
    return mention
  }

  /// Whether a common noun and the definite one behind it are one place: مستشفى | بركة السبع.
  private func isGenitivePair(_ at: Int, _ end: Int) -> Bool {
    let noun = type(at)
    return at + 1 < end && !noun.hasArticle && noun.best == 0
      && !noun.kind.isDisjoint(with: [.word, .placeHead, .placeCue])
      && isDefinite(at + 1)
      && type(at + 1).kind.union(kindsWithoutArticle(at + 1)).isDisjoint(with: [
        .adjective, .nisba, .demonym, .titleHead,
      ])
  }

  /// Where a name that begins with a head word ends: definite words, listed and tagged names behind it.
  func extent(_ head: Int, _ end: Int, _ entityClass: EntityClass) -> Int {
    var at = head + 1
    while at + 1 < end, type(at).kind.contains(.middle), !type(at).hasArticle { at += 1 }
    let first = at
    let isNamed = first < end && isFacilityOfName(head, in: entityClass)
    // The name's own words: labelled ones, or up to three definite words, those behind the first adjectives.
    var definite = 0
    while at < end, !isMark(at) {
      let t = type(at)
      // سجن لا سانتيه
      if at == first, entityClass == .location, isSpelt("لا", at), at + 1 < end, isUnknownName(at + 1) {
        at += 2
        definite += 1
        continue
      }
      if !t.wholeKind.isDisjoint(with: [.particle, .trap]) || edges(at).contains(.joinedParticle) { break }
      if isTitleOfPerson(at, end) || !isNamed && isOutsider(at, behind: head, in: entityClass) { break }
      // ملعب حمادي العقربي برادس, مطار فاتسلاف هافيل الواقع غربها
      if isNamed, at > head + 1,
        isPlaceBehindBa(at) || t.kind.contains(.aside) || edges(at).contains(.direction)
      {
        break
      }
      if at > head + 1, isPlaceBehindAdjective(at) { break }
      let joined = t.best != 0 && t.letters[Int(t.best)] == 1 || isJoinedDefinite(at)
      if labels[at] != 0, labels[at] & 1 == 0 || at == first {
        at += 1
        continue
      }
      if text.codes[at] != 0, at == first, t.best == 0, definite == 0 {
        // A listed name in full.
        at += 1
        while at < end, text.codes[at] != 0, (Int(text.codes[at]) - 1) / 4 % 4 >= 2 { at += 1 }
        definite += 1
        if at == first + 1, entityClass == .location, isGenitivePair(first, end) { at += 1 }
        continue
      }
      guard t.hasArticle || joined, t.best == 0 || joined && definite > 0, definite < 3 else { break }
      // مصرف الواحة الأهلي
      let isNisba = definite == 1 && entityClass == .organisation && edges(at).contains(.nisbaEnd)
      if definite > 0, t.kind.isDisjoint(with: [.demonym, .adjective, .nisba]), !joined, !isNisba { break }
      definite += 1
      at += 1
    }
    if at == first { return entityClass == .event ? endOfBattle(head, end) : head + 1 }
    return entityClass == .organisation ? purpose(behind: at, of: head) : at
  }

  /// Where the name of a body goes on with what it is for, behind a definite adjective: الجمعية الأمريكية للملحنين والمؤلفين; `at` where
  /// it does not.
  func purpose(behind at: Int, of head: Int) -> Int {
    guard at > head + 1, at < text.count, begins("لل", at, least: 10) else { return at }
    let (start, end) = sentence(head)
    let before = type(at - 1)
    guard at < end, before.hasArticle,
      !before.kind.union(kindsWithoutArticle(at - 1)).isDisjoint(with: [.adjective, .nisba, .demonym]),
      headKinds(head).contains(.bodyHead), head == start || type(head - 1).kind.isDisjoint(with: .personCue),
      type(at).kind.isDisjoint(with: [.demonym, .place])
    else { return at }
    var last = at + 1
    while last < end, !isMark(last), isJoinedDefinite(last), labels[last] == 0 || labels[last] == 6 { last += 1 }
    return last
  }
}
