import NaqlModel

/// Names that the tagger sees, cut to what belongs to them.
struct TaggedNames: CandidateSource {
  let words: DocumentWords
  private let edges: NameEdges
  let insides: NameInsides
  private let places: PlacesInside
  private let ends: TaggedEnds
  private let classes: TaggedClasses
  let clitics: MentionClitics
  private let traps: TaggedTraps

  init(words: DocumentWords) {
    self.words = words
    edges = NameEdges(words: words)
    insides = NameInsides(words: words)
    places = PlacesInside(words: words)
    ends = TaggedEnds(words: words)
    classes = TaggedClasses(words: words)
    clitics = MentionClitics(words: words)
    traps = TaggedTraps(words: words)
  }

  /// Adds what the tagger labels.
  func add(to candidates: inout [Mention]) {
    var start = 0
    for end in words.sentenceEnds {
      prefetchLabelled(after: end)
      addTagged(start, end, &candidates)
      start = end
    }
  }

  /// Asks for the types of the labelled tokens that follow soon, with the ones before and behind them.
  private func prefetchLabelled(after end: Int) {
    for at in max(end, 1)..<max(end, 1, min(end + 32, words.count - 1))
    where words.labels[at - 1] | words.labels[at] | words.labels[at + 1] != TagLabel.outside {
      words.prefetch(at)
    }
  }

  /// Adds what the tagger labels in the tokens from `start` to before `end`, one sentence.
  private func addTagged(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    while at < end {
      let label = words.labels[at]
      guard TagLabel.begins(label) else {
        at += 1
        continue
      }
      var last = at + 1
      while last < end, words.labels[last] == label + 1 { last += 1 }
      let mention = Mention(
        start: at, end: last, entityClass: [.person, .location, .organisation, .work][Int(label / 2)], origin: .model,
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
    if places.isCountryBeforeBody(mention) || places.isCountryBeforeObject(mention) {
      var country = mention
      (country.end, country.entityClass) = (mention.start + 1, .location)
      trim(country, sentenceStart, &out)
      if !places.isCountryBeforeBody(mention) { return }
      whole.start += 1
    }
    if whole.end > whole.start + 1,
      words.isBarePreposition(whole.start) || words[whole.start].wholeKind.contains(.several)
    {
      whole.start += 1
    }
    let name = insides.upToOutsider(whole)
    if name.end < whole.end, let next = insides.nameBehind(name.end, in: whole) { trim(next, sentenceStart, &out) }
    guard var name = edges.withoutCommonEdges(name), !words.isDate(name) else { return }
    ends.takeInNumberAndParticles(&name, sentenceStart)
    guard let inside = ends.withoutDescriptors(name, sentenceStart), !traps.isNoName(inside, sentenceStart) else {
      return
    }
    name = inside
    classes.correct(&name, sentenceStart)
    clitics.set(of: &name, sentenceStart)
    if name.letters > 0, name.count == 1, name.start > sentenceStart,
      words[name.start - 1].wholeKind.contains(.relative)
    {
      return  // التي بناها
    }
    out.append(name)
  }

  /// What stands left and right of the first mark or stroke inside a name; nil where it has none.
  private func partsAtMark(_ mention: Mention) -> [Mention]? {
    guard let cut = mention.words.first(where: { words.isMark($0) || words.isStroke($0) }) else {
      return nil
    }
    var left = mention, right = mention
    left.end = cut
    right.start = cut + 1
    return [left, right].filter { $0.start < $0.end }
  }

  /// A name and the place inside it; nil where it has none.
  private func partsAtPlace(_ mention: Mention) -> [Mention]? {
    guard let cut = places.first(in: mention) else { return nil }
    var left = mention, place = mention
    left.end = cut
    (place.start, place.entityClass) = (cut, .location)
    return [left, place]
  }
}
