import NaqlModel

/// The class of a tagged name where its words, or the one before it, say another than the tagger.
struct TaggedClasses {
  let words: DocumentWords

  /// Sets the class, and takes in or leaves out the words that go with it.
  func correct(_ mention: inout Mention, _ sentenceStart: Int) {
    let isInside = mention.start > sentenceStart
    let cue = isInside ? words.cueBefore(mention.start, sentenceStart) : []
    if mention.entityClass == .organisation { setClassOfBody(&mention, cue) }
    if isInside, cue.contains(.placeCue), mention.entityClass == .person, words.isUnknownName(mention.start) {
      mention.entityClass = .location  // بركان ليووتوبي
    }
    if isInside, cue.contains(.vessel) { mention.entityClass = .work }  // البارجة كوين إليزابيث
    if mention.entityClass == .organisation, words.isInTown(mention.words, sentenceStart) {
      mention.entityClass = .location
    }
    if mention.entityClass == .organisation { mention.end = words.purpose(behind: mention.end, of: mention.start) }
    if mention.entityClass == .location, isPersonByItsWords(mention) { mention.entityClass = .person }
  }

  /// What the tagger took for a body may be a facility, an event, a medium, a work or a person behind a body's head.
  private func setClassOfBody(_ mention: inout Mention, _ cue: WordFacts.Kind) {
    let isLong = mention.end > mention.start + 1
    if isFacility(mention.start) {
      mention.entityClass = .location
    } else if isLong, words.kindsWithoutArticle(mention.start).contains(.eventHead) {
      mention.entityClass = .event  // المهرجان القومي للمسرح
    } else if cue.contains(.mediaCue) {
      mention.entityClass = .media
      if mention.end < words.sentence(mention.start).end, isChannelNumber(mention.end) { mention.end += 1 }
    } else if words.isNewsAgency(mention.start) {
      mention.entityClass = .media
    } else if cue.contains(.workCue), words.listed(mention.start) == nil {
      mention.entityClass = .work  // متصفح إيدج
    } else if isLong, words[mention.start].kind.contains(.led), words.listed(mention.start) == nil,
      words[mention.start + 1].kind.contains(.bodyHead), !words[mention.start + 1].hasArticle
    {
      mention.start += 1  // حكومة جمعية الاتحاد والترقي
    } else if isLong, words[mention.start].kind.contains(.led), isGivenName(mention.start + 1) {
      mention.start += 1
      mention.entityClass = .person  // حكومة كورت كيسنغر
    }
  }

  /// Whether a word with the article is the head of a place and of no body: المسرح القومي.
  private func isFacility(_ at: Int) -> Bool {
    let kind = words.kindsWithoutArticle(at)
    return kind.contains(.placeHead) && !kind.contains(.bodyHead)
  }

  /// Whether a word is the number of a channel, and counts nothing: القناة 12, فرانس 24, but نشرت مجلة ساينس 12 دراسة.
  private func isChannelNumber(_ at: Int) -> Bool {
    guard words.isNumber(at), words.bytes(at, { $0.count <= 2 }) else { return false }
    return at + 1 == words.count || words[at + 1].hasArticle || !words[at + 1].kind.contains(.word)
  }

  /// Whether a word is a given name and no place or common word.
  private func isGivenName(_ at: Int) -> Bool {
    let word = words[at]
    return !word.hasArticle && word.best == 0 && !word.kind.isDisjoint(with: [.given, .foreign])
      && word.kind.isDisjoint(with: [.place, .word, .adjective])
  }

  /// Whether what the tagger took for a place begins with a given name and goes on with a foreign or family one: نيقولاي مورافيوف.
  private func isPersonByItsWords(_ mention: Mention) -> Bool {
    guard mention.count == 2 else { return false }
    let first = words[mention.start], second = words[mention.start + 1]
    return first.best == 0 && first.kind.contains(.given)
      && first.kind.isDisjoint(with: [.place, .placeHead, .placeCue, .word, .adjective])
      && !second.hasArticle && second.kind.isDisjoint(with: [.place, .placeHead, .word, .adjective])
  }
}
