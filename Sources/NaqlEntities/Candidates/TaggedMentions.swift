import NaqlModel

/// Names that the tagger sees, cut to what belongs to them.
extension MentionFinder {
  /// Adds what the tagger labels in the tokens from `start` to before `end`, one sentence.
  func addTagged(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    while at < end {
      let label = Int(words.labels[at])
      guard label & 1 == 1 else {
        at += 1
        continue
      }
      var last = at + 1
      while last < end, Int(words.labels[last]) == label + 1 { last += 1 }
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
    if let parts = partsAtMark(mention) ?? partsAtPlace(mention) {
      for part in parts { trim(part, sentenceStart, &out) }
      return
    }
    var whole = mention
    if isCountryBeforeBody(mention) || isCountryBeforeObject(mention) {
      var country = mention
      (country.end, country.entityClass) = (mention.start + 1, .location)
      trim(country, sentenceStart, &out)
      if !isCountryBeforeBody(mention) { return }
      whole.start += 1
    }
    if whole.end > whole.start + 1,
      words.isBarePreposition(whole.start) || words[whole.start].wholeKind.contains(.several)
    {
      whole.start += 1
    }
    let name = upToOutsider(whole)
    if name.end < whole.end, let next = nameBehind(name.end, in: whole) { trim(next, sentenceStart, &out) }
    guard var name = withoutCommonEdges(name), !isDate(name) else { return }
    takeInNumberAndParticles(&name, sentenceStart)
    guard let inside = withoutDescriptors(name, sentenceStart), !isNoName(inside, sentenceStart) else { return }
    name = inside
    setClass(&name, sentenceStart)
    setClitics(&name, sentenceStart)
    if name.letters > 0, name.count == 1, name.start > sentenceStart,
      words[name.start - 1].wholeKind.contains(.relative)
    {
      return  // التي بناها
    }
    out.append(name)
  }

  /// What stands left and right of the first mark or stroke inside a name; nil where it has none.
  private func partsAtMark(_ mention: Mention) -> [Mention]? {
    guard let cut = (mention.start..<mention.end).first(where: { words.isMark($0) || words.isStroke($0) }) else {
      return nil
    }
    var left = mention, right = mention
    left.end = cut
    right.start = cut + 1
    return [left, right].filter { $0.start < $0.end }
  }

  /// A name and the place inside it; nil where it has none.
  private func partsAtPlace(_ mention: Mention) -> [Mention]? {
    guard let cut = placeInside(mention) else { return nil }
    var left = mention, place = mention
    left.end = cut
    (place.start, place.entityClass) = (cut, .location)
    return [left, place]
  }

  /// Whether words are a day and a month or a month and a year: 3 فبراير.
  func isDate(_ mention: Mention) -> Bool {
    mention.count == 2
      && (words[mention.start].signature == .number && words[mention.start + 1].wholeKind.contains(.trap)
        || words[mention.start].wholeKind.contains(.trap) && words[mention.start + 1].signature == .number)
  }

  /// The name that begins behind the one that a word ends: joined by و, behind أن, or a person's; nil where none does.
  private func nameBehind(_ at: Int, in whole: Mention) -> Mention? {
    var next = whole
    next.start = at
    if isPerson(at, behind: whole.start) {
      next.entityClass = .person
    } else if whole.entityClass == .organisation, words.isConjunction(at) {
      next.start += 1
    } else if !words.isJoinedBeforeHamza(at), !isJoinedName(at, in: whole.entityClass),
      whole.entityClass != .organisation || !isJoinedBody(at)
    {
      return nil
    }
    return next.start < next.end ? next : nil
  }
}
