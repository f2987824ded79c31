import NaqlModel

/// The class of a tagged name where its words, or the one before it, say another than the tagger.
extension MentionFinder {
  /// Sets the class, and takes in or leaves out the words that go with it.
  func setClass(_ mention: inout Mention, _ sentenceStart: Int) {
    let isInside = mention.start > sentenceStart
    let cue = isInside ? cueBefore(mention.start, sentenceStart) : []
    if mention.entityClass == .organisation { setClassOfBody(&mention, cue) }
    if isInside, cue.contains(.placeCue), mention.entityClass == .person, isUnknownName(mention.start) {
      mention.entityClass = .location  // بركان ليووتوبي
    }
    if isInside, cue.contains(.vessel) { mention.entityClass = .work }  // البارجة كوين إليزابيث
    if mention.entityClass == .organisation, isInTown(mention.start..<mention.end, sentenceStart) {
      mention.entityClass = .location
    }
    if mention.entityClass == .organisation { mention.end = purpose(behind: mention.end, of: mention.start) }
    if mention.entityClass == .location, isPersonByItsWords(mention) { mention.entityClass = .person }
  }

  /// What the tagger took for a body may be a facility, an event, a medium, a work or a person behind a body's head.
  private func setClassOfBody(_ mention: inout Mention, _ cue: WordFacts.Kind) {
    let isLong = mention.end > mention.start + 1
    if isFacility(mention.start) {
      mention.entityClass = .location
    } else if isLong, kindsWithoutArticle(mention.start).contains(.eventHead) {
      mention.entityClass = .event  // المهرجان القومي للمسرح
    } else if cue.contains(.mediaCue) {
      mention.entityClass = .media
      if mention.end < sentence(mention.start).end, isChannelNumber(mention.end) { mention.end += 1 }
    } else if isNewsAgency(mention.start) {
      mention.entityClass = .media
    } else if cue.contains(.workCue), listed(mention.start) == nil {
      mention.entityClass = .work  // متصفح إيدج
    } else if isLong, type(mention.start).kind.contains(.led), listed(mention.start) == nil,
      type(mention.start + 1).kind.contains(.bodyHead), !type(mention.start + 1).hasArticle
    {
      mention.start += 1  // حكومة جمعية الاتحاد والترقي
    } else if isLong, type(mention.start).kind.contains(.led), isGivenName(mention.start + 1) {
      mention.start += 1
      mention.entityClass = .person  // حكومة كورت كيسنغر
    }
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
    if before >= sentenceStart, type(before).signature == .quote { before -= 1 }
    guard before >= sentenceStart else { return [] }
    return type(before).kind
  }
}
