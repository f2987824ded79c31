import NaqlModel

/// Names that the tagger sees, cut to what belongs to them.
extension MentionFinder {
  func addTagged(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    while at < end {
      let label = Int(labels[at])
      guard label & 1 == 1 else {
        at += 1
        continue
      }
      var last = at + 1
      while last < end, Int(labels[last]) == label + 1 { last += 1 }
      let mention = Mention(
        start: at, end: last, entityClass: [.person, .location, .organisation, .work][label / 2], origin: .model,
        rule: .tagger, confidence: 720)
      if mention.entityClass == .work {
        addThing(mention, start, end, &out)
      } else {
        trim(mention, start, &out)
      }
      at = last
    }
  }

  /// Brings a tagged name to the conventions for pages: no quotation marks, no titles, descriptors outside.
  func trim(_ mention: Mention, _ sentenceStart: Int, _ out: inout [Mention]) {
    var mention = mention
    // A mark inside cuts the name.
    if let cut = (mention.start..<mention.end).first(where: { isMark($0) || isStroke($0) }) {
      if cut > mention.start {
        var left = mention
        left.end = cut
        trim(left, sentenceStart, &out)
      }
      if cut + 1 < mention.end {
        mention.start = cut + 1
        trim(mention, sentenceStart, &out)
      }
      return
    }
    if let cut = placeInside(mention) {
      var right = mention
      right.start = cut
      right.entityClass = .location
      mention.end = cut
      trim(mention, sentenceStart, &out)
      trim(right, sentenceStart, &out)
      return
    }
    if isCountryBeforeBody(mention) {
      var country = mention
      (country.end, country.entityClass) = (mention.start + 1, .location)
      trim(country, sentenceStart, &out)
      mention.start += 1
    }
    if mention.end > mention.start + 1, isBarePreposition(mention.start) { mention.start += 1 }
    let whole = mention
    mention = upToOutsider(mention)
    if mention.end < whole.end, let next = nameBehind(mention.end, in: whole) { trim(next, sentenceStart, &out) }
    guard let trimmed = withoutCommonEdges(mention) else { return }
    mention = trimmed
    if mention.entityClass == .person, mention.end - mention.start > 1, mention.start == sentenceStart,
      isSpelt("ولد", mention.start)
    {
      mention.start += 1  // ولد بارت في برلين
    }
    if mention.end < sentence(mention.start).end, type(mention.end - 1).wholeKind.contains(.ordinal),
      mention.end - mention.start > 1, isSpelt("عشر", mention.end) || isSpelt("عشرة", mention.end)
    {
      mention.end += 1  // لاوون الرابع عشر
    }
    if isDate(mention) { return }
    while mention.entityClass != .organisation, mention.end - mention.start > 1,
      mention.end < sentence(mention.start).end,
      type(mention.end - 1).wholeKind.contains(.familyPart), !isMark(mention.end), type(mention.end).signature != 8
    {
      mention.end += 1  // هاينريش فون بلاون
    }
    while mention.start < mention.end {
      let first = type(mention.start)
      let kind = first.kind
      let more = mention.end - mention.start > 1
      if more, isOpener(mention.start) {
        if mention.entityClass == .person, mention.end - mention.start == 2 { return }  // "أنا سعيد"
        mention.start += 1
        continue
      }
      if more, isJoinedDescription(mention.start) {
        mention.start += 1
        continue
      }
      if more, mention.entityClass == .person, !kind.isDisjoint(with: [.titleHead, .personCue]),
        !kind.contains(.given) || first.hasArticle
      {
        mention.start += 1
      } else if more, mention.entityClass == .person, first.hasArticle, kind.contains(.demonym),
        type(mention.start + 1).kind.isDisjoint(with: .demonym)
      {
        mention.start += 1  // البرازيلي مالكوم
      } else if more, kind.contains(.placeCue), mention.entityClass == .location, !isPlaceWithItsCue(mention) {
        mention.start += 1
      } else if more, mention.entityClass == .organisation,
        !kind.isDisjoint(with: [.mediaCue, .bodyCue])
          && (!kind.contains(.bodyHead) || isBand(mention.start))
          || kind.contains(.bodyHead) && !first.hasArticle && isClub(mention.start + 1)
      {
        mention.start += 1
      } else if mention.end - mention.start > 2, isBoard(mention.start) {
        mention.start += 2
      } else if more, mention.entityClass == .person,
        isDescription(before: mention.start + 1) || mention.start > sentenceStart && isOrdinalOfOffice(mention.start)
          || mention.end - mention.start > 2 && mention.start > sentenceStart && isOfficeAdjective(mention.start)
      {
        mention.start += 1
      } else {
        break
      }
    }
    while mention.end > mention.start + 1,
      type(mention.end - 1).wholeKind.contains(.trap) && !isFamilyName(mention)
        || mention.entityClass == .organisation && isTitleOfPerson(mention.end - 1, labels.count)
    { mention.end -= 1 }
    guard mention.start < mention.end, !isHeading(mention) else { return }
    let first = type(mention.start)
    if mention.end - mention.start == 1 {
      // Common nouns, adjectives of nationality and days are no names by themselves.
      if first.wholeKind.contains(.trap) || first.kind.contains(.trap) { return }
      if first.kind.contains(.particle) || first.wholeKind.contains(.particle) { return }
      if !first.kind.isDisjoint(with: [
        .demonym, .titleHead, .bodyHead, .bodyCue, .mediaCue, .placeHead, .placeCue, .eventHead,
      ]),
        first.score < 4
      {
        return
      }
      if first.best == 0, first.score < 2, !headKinds(mention.start).isDisjoint(with: [.placeCue, .bodyCue, .mediaCue])
      {
        return  // بمدينة
      }
      if mention.entityClass == .person, !first.wholeKind.isDisjoint(with: [.demonym, .kinship]) { return }
      if mention.entityClass == .person, first.kind.contains(.demonym) || isDefiniteCommon(mention.start) { return }
      // الدور الأول, الدوق الأكبر
      if mention.entityClass == .person, first.hasArticle,
        first.wholeKind.contains(.ordinal) || isOrdinalOfOffice(mention.start)
      {
        return
      }
      if mention.entityClass == .person, isBarePreposition(mention.start) { return }
      if first.signature == 8 || first.length < 2 || isOpener(mention.start) { return }
      if first.score == 0, first.ordinals[0] < 0, edges(mention.start).contains(.possessed) { return }  // رعاياه
      if isCommonAlone(mention.start) || edges(mention.start).contains(.behindPreposition) && first.score < 2 { return }
    } else if edges(mention.start).contains(.negation)
      || mention.entityClass == .person && (mention.start..<mention.end).allSatisfy({ isCommonForm($0) })
    {
      return
    }
    if isDescription(mention) || isSomeBody(mention)
      || mention.entityClass == .organisation
        && (isOffice(mention) || isPhrase(mention) || isField(mention, sentenceStart))
    {
      return
    }
    if mention.entityClass == .organisation, isFacility(mention.start) { mention.entityClass = .location }
    if mention.entityClass == .organisation, mention.end - mention.start > 1,
      kindsWithoutArticle(mention.start).contains(.eventHead)
    {
      mention.entityClass = .event  // المهرجان القومي للمسرح
    }
    let cue = mention.start > sentenceStart ? cueBefore(mention.start, sentenceStart) : []
    if mention.entityClass == .organisation, cue.contains(.mediaCue) {
      mention.entityClass = .media
      if mention.end < sentence(mention.start).end, isChannelNumber(mention.end) { mention.end += 1 }
    }
    if mention.entityClass == .organisation, isNewsAgency(mention.start) { mention.entityClass = .media }
    if mention.entityClass == .organisation, cue.contains(.workCue), listed(mention.start) == nil {
      mention.entityClass = .work  // متصفح إيدج
    }
    if mention.entityClass == .organisation, mention.end > mention.start + 1, first.kind.contains(.led),
      isGivenName(mention.start + 1)
    {
      mention.start += 1
      mention.entityClass = .person  // حكومة كورت كيسنغر
    }
    if mention.start > sentenceStart, cue.contains(.vessel) { mention.entityClass = .work }  // البارجة كوين إليزابيث
    if mention.entityClass == .organisation, isInTown(mention.start..<mention.end, sentenceStart) {
      mention.entityClass = .location
    }
    if mention.entityClass == .organisation { mention.end = purpose(behind: mention.end, of: mention.start) }
    if mention.entityClass == .location, isPersonByItsWords(mention) { mention.entityClass = .person }
    setClitics(&mention, sentenceStart)
    if mention.letters > 0, mention.end - mention.start == 1, mention.start > sentenceStart,
      type(mention.start - 1).wholeKind.contains(.relative)
    {
      return  // التي بناها
    }
    out.append(mention)
  }

  /// Whether the last word of a person's name, a month too, is a name behind a given name: محمد رمضان.
  private func isFamilyName(_ mention: Mention) -> Bool {
    mention.entityClass == .person && !type(mention.end - 1).kind.isDisjoint(with: [.given, .family])
      && (type(mention.end - 2).kind.contains(.given) || type(mention.end - 2).wholeKind.contains(.bond))
  }

  /// Whether words are a day and a month or a month and a year: 3 فبراير.
  func isDate(_ mention: Mention) -> Bool {
    mention.end - mention.start == 2
      && (type(mention.start).signature == 8 && type(mention.start + 1).wholeKind.contains(.trap)
        || type(mention.start).wholeKind.contains(.trap) && type(mention.start + 1).signature == 8)
  }

  /// The name that begins behind the one that a word ends: joined by و, behind أن, or a person's; nil where none does.
  private func nameBehind(_ at: Int, in whole: Mention) -> Mention? {
    var next = whole
    next.start = at
    if isPerson(at, behind: whole.start) {
      next.entityClass = .person
    } else if whole.entityClass == .organisation, isConjunction(at) {
      next.start += 1
    } else if !isJoinedBeforeHamza(at), !isJoinedName(at, in: whole.entityClass),
      whole.entityClass != .organisation || !isJoinedBody(at)
    {
      return nil
    }
    return next.start < next.end ? next : nil
  }

  /// Whether a word is a given name and no place or common word.
  private func isGivenName(_ at: Int) -> Bool {
    let word = type(at)
    return !word.hasArticle && word.best == 0 && !word.kind.isDisjoint(with: [.given, .foreign])
      && word.kind.isDisjoint(with: [.place, .word, .adjective])
  }

  /// Whether what the tagger took for a body is a listed place behind في: في مانشستر.
  func isInTown(_ name: Range<Int>, _ sentenceStart: Int) -> Bool {
    guard name.lowerBound > sentenceStart, edges(name.lowerBound - 1).contains(.inside),
      let match = listed(name.lowerBound)
    else { return false }
    return Int(match.end) == name.upperBound && match.list.contains(.place) && match.reading == 0
  }

  /// Whether what the tagger took for a place begins with a given name and goes on with a foreign or family one: نيقولاي مورافيوف.
  private func isPersonByItsWords(_ mention: Mention) -> Bool {
    guard mention.end - mention.start == 2 else { return false }
    let first = type(mention.start), second = type(mention.start + 1)
    return first.best == 0 && first.kind.contains(.given)
      && first.kind.isDisjoint(with: [.place, .placeHead, .placeCue, .word, .adjective])
      && !second.hasArticle && second.kind.isDisjoint(with: [.place, .placeHead, .word, .adjective])
  }

  /// Whether a name is that of a news agency by its first two words.
  func isNewsAgency(_ at: Int) -> Bool {
    at + 1 < text.count && type(at).kind.contains(.mediaHead) && type(at + 1).wholeKind.contains(.newsword)
  }

  /// Kinds of the word before, an opening quotation mark skipped.
  func cueBefore(_ at: Int, _ sentenceStart: Int) -> WordFacts.Kind {
    var before = at - 1
    if before >= sentenceStart, type(before).signature == 1 { before -= 1 }
    guard before >= sentenceStart else { return [] }
    return type(before).kind
  }

  /// The reading of a word that takes its لل for li- and the article, where lists have the rest.
  private func restoredReading(_ word: WordType) -> Int? {
    (1..<4).first { word.restored & (1 << UInt8($0)) != 0 && word.letters[$0] != 255 && word.ordinals[$0] >= 0 }
  }

  func setClitics(_ mention: inout Mention, _ sentenceStart: Int) {
    let first = type(mention.start)
    if first.ordinals[0] < 0, edges(mention.start).contains(.beforeHamza) {
      mention.letters = 1  // لإيليم كليموف
      return
    }
    if mention.entityClass == .person, mention.start > sentenceStart, isTitle(mention.start - 1), first.ordinals[0] < 0,
      !edges(mention.start).contains(.joined), !isGivenBehindLetter(first)
    {
      return  // المطران كاسيان
    }
    if first.best == 0, first.letters[1] == 1, isJoinedHamza(mention.start) || isJoinedGivenName(mention.start) {
      mention.letters = 1  // وأم روابة
      return
    }
    if mention.start > sentenceStart, first.letters[2] == 1, edges(mention.start).contains(.behindBa),
      type(mention.start - 1).wholeKind.contains(.calling)
    {
      mention.letters = 1
      return
    }
    if mention.entityClass == .person, mention.end - mention.start == 1, !edges(mention.start).contains(.joined),
      familyTypes.contains(text.facts[mention.start].type)
    {
      return  // the letters are those of a longer name elsewhere: فريش behind أوتو فريش
    }
    findClitics(&mention, first, sentenceStart)
    if mention.letters == 2, !mention.restored, mention.entityClass == .person, first.letters[1] == 1,
      edges(mention.start).contains(.joined), mention.start > sentenceStart, labels[mention.start - 1] == 2
    {
      mention.letters = 1  // كلود غيان وبريس أورتفو
    }
    if mention.letters > 0, !mention.restored,
      isOpenedByAlif(mention.start, behind: mention.letters)
        || mention.start > sentenceStart && isGoverned(mention.start) && !edges(mention.start).contains(.joined)
    {
      mention.letters = 0
    }
  }

  /// Whether a word of no list is one letter and a given name: بوليم.
  private func isGivenBehindLetter(_ word: WordType) -> Bool {
    (1..<4).contains { reading in
      word.letters[reading] == 1 && word.ordinals[reading] >= 0 && word.length > 4
        && cache.analyser.table.facts[Int(word.ordinals[reading])].kind.contains(.given)
    }
  }

  /// Whether a word stands behind a preposition, so that none is glued to it: في كاث, قرب بياي.
  func isGoverned(_ at: Int) -> Bool { at > 0 && type(at - 1).wholeKind.contains(.preposition) }

  /// Whether behind its first letters a word goes on with an alif without hamza and no lam: what begins so elsewhere has a hamza (أوكتافيا),
  /// so that these letters are the name's own (لادا, فابيا), in a text that writes hamzas.
  private func isOpenedByAlif(_ at: Int, behind letters: Int) -> Bool {
    guard writesHamzas, letters == 1 else { return false }
    return bytes(at) { word in
      word.count >= 8 && word[2] == 0xD8 && word[3] == 0xA7 && !(word[4] == 0xD9 && word[5] == 0x84)
        && !(word[4] == 0xD8 && word[5] == 0xA8)  // ابن
        && !(word[0] == 0xD9 && word[1] == 0x88)
    }
  }

  private func findClitics(_ mention: inout Mention, _ first: WordType, _ sentenceStart: Int) {
    mention.letters = Int(first.letters[Int(first.best)])
    mention.restored = first.restored & (1 << first.best) != 0
    if first.best == 0, let reading = restoredReading(first) {
      // No name begins with لل: it is li- before an article (للأمم المتحدة).
      mention.letters = Int(first.letters[reading])
      mention.restored = true
      return
    }
    guard first.best == 0, first.score == 0, first.letters[1] != 255 else { return }
    // A word that no list knows: a clitic is cut off where the rest stands alone elsewhere in the lists' words, or
    // where the word joins a name to the one before it.
    if first.ordinals[0] < 0 {
      for reading in [1, 2, 3] where first.letters[reading] != 255 && first.ordinals[reading] >= 0 {
        let kinds = cache.analyser.table.facts[Int(first.ordinals[reading])].kind
        if kinds.isDisjoint(with: [.particle]) {
          mention.letters = Int(first.letters[reading])
          mention.restored = first.restored & (1 << UInt8(reading)) != 0
          return
        }
      }
      if mention.start > sentenceStart, first.letters[1] == 1,
        labels[mention.start - 1] != 0 || edges(mention.start).contains(.joinedConsonant)
      {
        mention.letters = 1
      }
    }
  }
}
