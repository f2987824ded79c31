import NaqlModel

/// Names of bodies, facilities and events that open with a head word: مستشفى الفيحاء, معركة كوستوزا الثانية.
struct HeadedNames {
  let words: DocumentWords
  private let insides: NameInsides

  /// Words of the longest name of a battle.
  private static var longestBattle: Int { 4 }

  init(words: DocumentWords) {
    self.words = words
    insides = NameInsides(words: words)
  }

  /// The name that a head opens, where the words behind it are those of one.
  func name(_ at: Int, _ start: Int, _ end: Int) -> Mention? {
    guard opensName(at, end) else { return nil }
    let kind = words[at].kind
    let entityClass: EntityClass =
      kind.contains(.placeHead)
      ? .location : words.isNewsAgency(at) ? .media : kind.contains(.bodyHead) ? .organisation : .event
    let last = extent(at, end, entityClass)
    guard last > at + 1, !isCast(at, start, entityClass), !isPlaced(at, last, entityClass) else { return nil }
    // معركة سينوب
    let isUnknownEvent = entityClass == .event && words.isUnknown(at + 1)
    let isForeign = entityClass == .location && words.isSpelt("لا", at + 1)  // سجن لا سانتيه
    let isKnown =
      words.isLabelled(at) || isUnknownEvent || isForeign
      || (at + 1..<last).contains { words.isLabelled($0) || words.isInListedName($0) }
    let isTown = entityClass == .organisation && words.isInTown(at..<last, start)  // في دار السلام
    var found = Mention(
      start: at, end: last, entityClass: isTown ? .location : entityClass, origin: .rule, rule: .head,
      confidence: isFacilityOfName(at, in: entityClass) ? 900 : isKnown ? 790 : 640)
    guard !words.isSomeBody(found), entityClass != .event || !words.isOrdinary(found, isQuoted: false),
      isKnown || kind.contains(.sureHead) || kind.contains(.bodyHead) && last - at > 2
    else { return nil }
    found.readAsListed(words[at])
    return found
  }

  /// Whether a head without article may open the name of a body, facility or event.
  private func opensName(_ at: Int, _ end: Int) -> Bool {
    let kind = words[at].kind
    return !words[at].hasArticle && !kind.isDisjoint(with: [.bodyHead, .placeHead, .eventHead]) && at + 1 < end
      && !words.isBoard(at) && !words.isJoinedHamza(at)
      && (kind.contains(.placeHead) || !words.isClub(at + 1) && !words.isAgencyBeforeBody(at)) && !words.isBand(at)
      && !words.isKindOfEvent(at)
  }

  /// Whether a person stands behind a head, who plays or leads and gives it no name: بطولة نيللي كريم, برئاسة ياسر الرميان, حكومة كورت كيسنغر.
  private func isCast(_ at: Int, _ start: Int, _ entityClass: EntityClass) -> Bool {
    words.labels[at + 1] == TagLabel.person
      && (entityClass == .event || words[at].best != 0 || words[at].kind.contains(.led))
      || entityClass == .event && isCastWithoutLabels(at, start)
  }

  /// Whether behind an event's head stands nothing but where it is: مؤتمر بالقاهرة.
  private func isPlaced(_ at: Int, _ last: Int, _ entityClass: EntityClass) -> Bool {
    entityClass == .event && last == at + 2 && words[at + 1].best != 0 && words.edges(at + 1).contains(.behindBa)
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
    return words.labels[head + 1] == TagLabel.person || list.contains(.person) || list.contains(.club)
  }

  /// Where a name that begins with a head word ends: definite words, listed and tagged names behind it.
  private func extent(_ head: Int, _ end: Int, _ entityClass: EntityClass) -> Int {
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
      if words.isTitleOfPerson(at, end) || !isNamed && insides.isOutsider(at, behind: head, in: entityClass) { break }
      // ملعب حمادي العقربي برادس, مطار فاتسلاف هافيل الواقع غربها
      if isNamed, at > head + 1,
        words.isPlaceBehindBa(at) || t.kind.contains(.aside) || words.edges(at).contains(.direction)
      {
        break
      }
      if at > head + 1, words.isPlaceBehindAdjective(at) { break }
      let joined = t.best != 0 && t.letters[Int(t.best)] == 1 || words.isJoinedDefinite(at)
      if words.isLabelled(at), !TagLabel.begins(words.labels[at]) || at == first {
        at += 1
        continue
      }
      if words.isInListedName(at), at == first, t.best == 0, definite == 0 {
        // A listed name in full.
        at += 1
        while at < end, words.text.goesOnListed(at) { at += 1 }
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

  /// Whether a common noun and the definite one behind it are one place: مستشفى | بركة السبع.
  private func isGenitivePair(_ at: Int, _ end: Int) -> Bool {
    let noun = words[at]
    return at + 1 < end && !noun.hasArticle && noun.best == 0
      && !noun.kind.isDisjoint(with: [.word, .placeHead, .placeCue]) && words.isDefinite(at + 1)
      && words[at + 1].kind.union(words.kindsWithoutArticle(at + 1)).isDisjoint(with: [
        .adjective, .nisba, .demonym, .titleHead,
      ])
  }

  /// Where a battle's name ends behind its head: the unknown words behind it, and an ordinal (معركة كوستوزا الثانية); the head's own end where it
  /// has none.
  private func endOfBattle(_ head: Int, _ end: Int) -> Int {
    let last = words.unknownRun(head + 1, min(end, head + 1 + Self.longestBattle))
    guard last > head + 1 else { return head + 1 }
    return last < end && words[last].hasArticle && words[last].wholeKind.contains(.ordinal) ? last + 1 : last
  }
}
