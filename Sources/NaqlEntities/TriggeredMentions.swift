import NaqlModel

/// Names that a word before them announces: bodies, facilities, events.
extension MentionFinder {
  func isDefinite(_ at: Int) -> Bool {
    let t = type(at)
    return t.hasArticle && t.best == 0 && !isMark(at)
  }

  func addTriggered(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    // Where a quotation opens that و joins to a work.
    var afterWork = -1
    while at < end {
      if text.facts[at].traits.isDisjoint(with: [.quote, .head]) {
        at += 1
        continue
      }
      let here = type(at)
      let kind = here.kind
      // A short name in quotation marks behind a cue.
      if here.signature == 1, at > start, at + 1 < end, text.quoted[at + 1] == 1, !isMark(at + 1) {
        var close = at + 1
        while close < end, text.quoted[close] == 1 { close += 1 }
        let cue = at == afterWork ? .workCue : headKinds(at - 1)
        let entityClass: EntityClass? =
          !cue.isDisjoint(with: [.workCue, .vessel])
          ? .work
          : !cue.isDisjoint(with: [.mediaCue, .mediaHead])
            ? .media
            : cue.contains(.eventHead)
              ? .event
              : !cue.isDisjoint(with: [.bodyHead, .bodyCue])
                ? .organisation
                : cue.contains(.placeCue) ? .location : nil
        if entityClass == .work {
          addAuthor(behind: close, end, &out)
          afterWork = close + 2 < end && isSpelt("و", close + 1) ? close + 2 : -1  // قصائده «نسر» و«في طائرة»
        }
        if let entityClass, close - at <= 7 {
          let found = Mention(
            start: at + 1, end: close, entityClass: entityClass, origin: .rule, rule: .quotedAfterCue, confidence: 900)
          // إن التحالف «لا يستهدف سعرا بعينه»
          let isSpeech =
            entityClass != .work
            && (close - at > 3 && isOrdinary(found, isQuoted: true) || close - at > 2 && opensSpeech(at + 1))
          if !isSpeech { out.append(found) }
        }
        at = close
        continue
      }
      addAnnounced(at, end, &out)
      if here.hasArticle, at + 1 < end, kind.contains(.bodyHead), isDefinite(at + 1),
        type(at + 1).kind.contains(.demonym), at + 2 == end || labels[at + 2] != 1  // النجم المصري محمد صلاح
      {
        // The army, parliament, government of a nation.
        let last = purpose(behind: behindOrdinals(at + 2, end), of: at)
        out.append(
          with(
            Mention(
              start: at, end: last, entityClass: .organisation, origin: .rule, rule: .bodyOfNation, confidence: 830)))
        at = last
        continue
      }
      if !here.hasArticle, !kind.isDisjoint(with: [.bodyHead, .placeHead, .eventHead]), at + 1 < end, !isBoard(at),
        !isJoinedHamza(at), kind.contains(.placeHead) || !isClub(at + 1) && !isAgencyBeforeBody(at),
        !isBand(at), !isKindOfEvent(at)
      {
        let entityClass: EntityClass =
          kind.contains(.placeHead)
          ? .location : isNewsAgency(at) ? .media : kind.contains(.bodyHead) ? .organisation : .event
        let last = extent(at, end, entityClass)
        if last > at + 1 {
          // معركة سينوب
          let isUnknownEvent = entityClass == .event && isUnknown(at + 1)
          let named = isUnknownEvent || (at + 1..<last).contains { labels[$0] != 0 || text.codes[$0] != 0 }
          let labelled = labels[at] != 0
          // بطولة نيللي كريم names who plays, and no championship.
          let isPerson = labels[at + 1] == 1
          // برئاسة ياسر الرميان, حكومة كورت كيسنغر
          let isCast =
            isPerson && (entityClass == .event || here.best != 0 || kind.contains(.led))
            || entityClass == .event && isCastWithoutLabels(at, start)
          // مؤتمر بالقاهرة
          let isPlaced =
            entityClass == .event && last == at + 2 && type(at + 1).best != 0 && edges(at + 1).contains(.behindBa)
          let isTown = entityClass == .organisation && isInTown(at..<last, start)  // في دار السلام
          let found = Mention(
            start: at, end: last, entityClass: isTown ? .location : entityClass, origin: .rule, rule: .head,
            confidence: isFacilityOfName(at, in: entityClass) ? 900 : labelled || named ? 790 : 640)
          if !isCast, !isPlaced, !isSomeBody(found), entityClass != .event || !isOrdinary(found, isQuoted: false),
            labelled || named || kind.contains(.sureHead) || kind.contains(.bodyHead) && Self.strong(last - at)
          {
            out.append(with(found))
          }
        }
      }
      at += 1
    }
  }

  /// Whether a quotation begins with a preposition or a verb, as no body's or event's name does: الحكومة «في الوقت الراهن».
  private func opensSpeech(_ at: Int) -> Bool {
    type(at).wholeKind.contains(.opener) || type(at).score == 0 && edges(at).contains(.verb)
  }

  /// The token behind the ordinals of a body: الجيش البريطاني الرابع عشر.
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
    guard at > start, isSpelt("من", at - 1), headKinds(at).isSuperset(of: [.eventHead, .personCue]) else {
      return false
    }
    let next = type(at + 1)
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
    guard at + 1 < text.count, isSpelt("وكالة", at) || isSpelt("لوكالة", at) || isSpelt("ووكالة", at),
      listed(at) == nil,
      !type(at + 1).hasArticle, let match = listed(at + 1)
    else { return false }
    return match.reading == 0 && match.list.contains(.organisation) && match.list.isDisjoint(with: [.place, .media])
  }

  /// Whether a listed club stands at a token, before which the head is no part of its name; one called like a town is none behind the head of
  /// another body (جامعة برشلونة).
  func isClub(_ at: Int) -> Bool {
    guard let match = listed(at), match.list.contains(.club) else { return false }
    return match.list.isDisjoint(with: [.place, .country]) || at > 0 && type(at - 1).kind.contains(.bodyCue)
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
