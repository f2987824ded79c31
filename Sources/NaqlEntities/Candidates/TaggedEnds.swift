import NaqlModel

/// Words at the ends of a tagged name: what it takes in, and what stands outside by the conventions.
struct TaggedEnds {
  let words: DocumentWords

  /// Takes in عشر behind an ordinal (لاوون الرابع عشر) and the name behind a foreign particle (هاينريش فون بلاون), and leaves out ولد, "was born",
  /// at a sentence's start (ولد بارت في برلين).
  func takeInNumberAndParticles(_ mention: inout Mention, _ sentenceStart: Int) {
    if mention.entityClass == .person, mention.count > 1, mention.start == sentenceStart,
      words.isSpelt("ولد", mention.start)
    {
      mention.start += 1
    }
    if mention.entityClass == .organisation, mention.start > sentenceStart, words[mention.start].hasArticle,
      words[mention.start].kind.contains(.demonym), !words.isLabelled(mention.start - 1),
      words[mention.start - 1].hasArticle,
      !words.kindsWithoutArticle(mention.start - 1).isDisjoint(with: [.bodyHead, .bodyCue])
    {
      mention.start -= 1  // المنتخب المغربي لكرة القدم
    }
    let end = words.sentence(mention.start).end
    if mention.end < end, mention.count > 1, isJoinedInitial(mention.end - 1), isFullStop(mention.end) {
      mention.end -= 1  // أحمد سعيد ود. هدى حسن
    }
    if mention.end < end, words[mention.end - 1].wholeKind.contains(.ordinal), mention.count > 1,
      words.isSpelt("عشر", mention.end) || words.isSpelt("عشرة", mention.end)
    {
      mention.end += 1
    }
    while mention.entityClass != .organisation, mention.count > 1, mention.end < end,
      words[mention.end - 1].wholeKind.contains(.familyPart), !words.isMark(mention.end), !words.isNumber(mention.end)
    {
      mention.end += 1
    }
  }

  /// Whether a word is و and one letter, as abbreviated titles are: ود., وم.
  private func isJoinedInitial(_ at: Int) -> Bool { words.bytes(at) { $0.count == 4 } && words.begins("و", at) }

  private func isFullStop(_ at: Int) -> Bool { words.isSpelt(".", at) }

  /// The name without titles, cues and other descriptors at its front and traps at its end; nil where nothing is left that can be a name.
  func withoutDescriptors(_ mention: Mention, _ sentenceStart: Int) -> Mention? {
    var mention = mention
    while case let count = descriptors(before: mention, sentenceStart), count > 0 {
      // "أنا سعيد"
      if mention.entityClass == .person, mention.count == 2, words.isOpener(mention.start) { return nil }
      mention.start += count
    }
    while mention.end > mention.start + 1,
      words[mention.end - 1].wholeKind.contains(.trap) && !isFamilyName(mention)
        || mention.entityClass == .organisation && words.isTitleOfPerson(mention.end - 1, words.labels.count)
    { mention.end -= 1 }
    return isHeading(mention) ? nil : mention
  }

  /// How many words at the front of a name of several words stand outside it; asked again behind them.
  private func descriptors(before mention: Mention, _ sentenceStart: Int) -> Int {
    let at = mention.start, count = mention.end - at
    guard count > 1 else { return 0 }
    if words.isOpener(at) || isJoinedDescription(at) { return 1 }
    switch mention.entityClass {
    case .person where isTitleOrOrigin(at): return 1
    case .location where words[at].kind.contains(.placeCue) && !isPlaceWithItsCue(mention): return 1
    case .organisation where isBodyDescriptor(at): return 1
    default: break
    }
    if count > 2, words.isBoard(at) { return 2 }
    guard mention.entityClass == .person else { return 0 }
    let isInside = at > sentenceStart
    return isDescription(before: at + 1) || isInside && words.isOrdinalOfOffice(at)
      || count > 2 && isInside && isOfficeAdjective(at) ? 1 : 0
  }

  /// Whether lists have a place with the descriptor that opens it, and none without: مدينة نصر.
  private func isPlaceWithItsCue(_ mention: Mention) -> Bool {
    words.isListedPlace(mention.words) && !words.isListedPlace(mention.start + 1..<mention.end)
  }

  /// Whether a word is an adjective and the next is joined to it by و, so that the name is the second alone: آسيوية وأدنوك.
  private func isJoinedDescription(_ at: Int) -> Bool {
    let word = words[at], next = words[at + 1]
    guard !word.hasArticle, next.best != 0, next.letters[Int(next.best)] == 1, words.edges(at + 1).contains(.joined)
    else {
      return false
    }
    return word.score < 2 && !word.kind.isDisjoint(with: [.adjective, .demonym, .nisba])
      && word.kind.isDisjoint(with: [.given, .family, .place])
  }

  /// Whether a word of no list is the definite adjective of the definite word before it: المبعوث الأممي رمطان لعمامرة.
  private func isOfficeAdjective(_ at: Int) -> Bool {
    let word = words[at]
    guard word.hasArticle, words[at - 1].hasArticle, word.ordinals[0] < 0, word.score == 0 else { return false }
    return words.edges(at).contains(.nisbaEnd)
  }

  /// Whether the word before a person's given name is a definite adjective or a noun with a pronoun: العقاري عبد الحق.
  func isDescription(before at: Int) -> Bool {
    let word = words[at - 1]
    if words.edges(at - 1).contains(.possessed), word.score == 0 { return true }
    return word.hasArticle && word.kind.isDisjoint(with: [.given, .family]) && word.score < 3
      && !words[at].kind.isDisjoint(with: [.given, .kinship])
  }

  /// Whether words that no list has as a name stand alone between bars: the heading of a part of the site (رأي | كاريكاتير | صور).
  private func isHeading(_ mention: Mention) -> Bool {
    let line = words.sentence(mention.start)
    let isBehindBar = mention.start > line.start && words.isBar(mention.start - 1)
    let isBeforeBar = mention.end < line.end && words.isBar(mention.end)
    guard isBehindBar && (isBeforeBar || mention.end == line.end) || isBeforeBar && mention.start == line.start else {
      return false
    }
    return mention.words.allSatisfy { !words.isInListedName($0) && words[$0].score < 2 }
  }

  /// Whether a word before a person's name is a title and no given name, or says where the person is from: البرازيلي مالكوم.
  private func isTitleOrOrigin(_ at: Int) -> Bool {
    let word = words[at]
    if !word.kind.isDisjoint(with: [.titleHead, .personCue]), !word.kind.contains(.given) || word.hasArticle {
      return true
    }
    return word.hasArticle && word.kind.contains(.demonym) && words[at + 1].kind.isDisjoint(with: .demonym)
  }

  /// Whether a word before a body's name is a cue that stays outside, or a head before a club.
  private func isBodyDescriptor(_ at: Int) -> Bool {
    let word = words[at], isHead = word.kind.contains(.bodyHead)
    return !word.kind.isDisjoint(with: [.mediaCue, .bodyCue]) && (!isHead || words.isBand(at))
      || isHead && !word.hasArticle && (words.isClub(at + 1) || words.isAgencyBeforeBody(at))
  }

  /// Whether the last word of a person's name, a month too, is a name behind a given name: محمد رمضان.
  private func isFamilyName(_ mention: Mention) -> Bool {
    mention.entityClass == .person && !words[mention.end - 1].kind.isDisjoint(with: [.given, .family])
      && (words[mention.end - 2].kind.contains(.given) || words[mention.end - 2].wholeKind.contains(.bond))
  }
}
