import NaqlModel

/// Where a candidate stands when overlapping ones are settled: the strongest first, then the first in the text.
private struct SettlingOrder: Comparable, BitwiseCopyable {
  private let key: UInt64
  let index: UInt32

  init(_ candidate: Mention, index: Int) {
    key = UInt64(UInt32.max - UInt32(candidate.strength)) << 32 | UInt64(candidate.start)
    self.index = UInt32(index)
  }

  static func < (a: SettlingOrder, b: SettlingOrder) -> Bool {
    a.key != b.key ? a.key < b.key : a.index < b.index
  }
}

/// Finds the names of one document: what lists, the tagger, triggers and earlier mentions say, weighed together.
struct MentionFinder {
  private let usesLists: Bool
  /// The words of the document at hand.
  private(set) var words: DocumentWords!
  var mentions: [Mention] = []
  /// Number of the mention that each token belongs to, or -1.
  var owner: [Int32] = []
  var notes = NameNotes()

  /// A finder for one document after the other.
  init(lists: Bool) { usesLists = lists }

  /// All names of a document, in order; titles apart.
  mutating func find(in words: DocumentWords) -> [Mention] {
    self.words = words
    mentions.removeAll(keepingCapacity: true)
    owner.removeAll(keepingCapacity: true)
    owner.append(contentsOf: repeatElement(-1, count: words.count))
    // The words are the caller's again.
    defer { self.words = nil }
    settle(candidates())
    extendPeople()
    joinHyphens()
    fitOriginals()
    nameYears()
    defineSubject()
    defineBracketed()
    keepSubjectWhole()
    nameMedia()
    nameCredits()
    classRows()
    addTitlesByAuthor()
    addSecondTitles()
    spread()
    spreadSiteName()
    joinHashtags()
    addOriginals()
    return numbered()
  }

  /// The mentions in order, numbered so; those in whose place others were put are left out, also where they stood for the full name of
  /// another.
  private func numbered() -> [Mention] {
    let order = inOrder()
    var numbers = [Int](repeating: -1, count: mentions.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    return order.enumerated().map { number, index in
      var mention = mentions[index]
      mention.number = number
      mention.full = mention.full.flatMap { numbers[$0] < 0 ? nil : numbers[$0] }
      return mention
    }
  }

  private func candidates() -> [Mention] {
    var candidates: [Mention] = []
    var start = 0
    for end in words.sentenceEnds {
      prefetchLabelled(after: end)
      addTagged(start, end, &candidates)
      start = end
    }
    if usesLists {
      for (index, match) in words.text.matches.enumerated() {
        if index + Self.ahead < words.text.matches.count {
          words.cache.prefetchType(words.facts[Int(words.text.matches[index + Self.ahead].start)])
        }
        addListed(match, &candidates)
      }
    }
    start = 0
    for end in words.sentenceEnds {
      addTriggered(start, end, &candidates)
      start = end
    }
    addSiteName(&candidates)
    addWorkLists(&candidates)
    return candidates
  }

  /// How many candidates or mentions ahead memory is asked for.
  static let ahead = 8

  /// Asks for the types of the labelled tokens that follow soon, with the ones before and behind them.
  private func prefetchLabelled(after end: Int) {
    for at in max(end, 1)..<max(end, 1, min(end + 32, words.count - 1))
    where words.labels[at - 1] | words.labels[at] | words.labels[at + 1] != 0 {
      words.cache.prefetchType(words.facts[at])
    }
  }

  /// The numbers of the mentions from the first in the text to the last; no two overlap.
  func inOrder() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(mentions.count)
    var before: Int32 = -1
    for number in owner where number != before {
      if number >= 0 { order.append(Int(number)) }
      before = number
    }
    return order
  }

  mutating func settle(_ candidates: [Mention]) {
    var order = candidates.indices.map { SettlingOrder(candidates[$0], index: $0) }
    order.sort()
    for next in order { take(candidates[Int(next.index)]) }
  }

  mutating func take(_ candidate: Mention) {
    var candidate = candidate
    var same: Int32 = -1
    var isOne = true
    for at in candidate.start..<candidate.end where owner[at] >= 0 && owner[at] != same {
      isOne = same < 0
      same = owner[at]
    }
    if same < 0 { return put(candidate) }
    guard isOne, candidate.origin == .model || candidate.rule == .head || candidate.rule == .siteName else { return }
    // A tagged name that holds a listed one: a longer person, body or place.
    let held = mentions[Int(same)]
    guard held.rule != .announced, candidate.start <= held.start, candidate.end >= held.end,
      candidate.end - candidate.start > held.end - held.start
    else { return }
    let grows =
      candidate.entityClass == held.entityClass
      || candidate.entityClass == .organisation && (held.entityClass == .location || held.entityClass == .person)
      || candidate.entityClass == .person && held.confidence < 900
      || candidate.entityClass == .location && held.entityClass == .person
      || candidate.entityClass == .event && (held.entityClass == .location || held.entityClass == .organisation)
      || candidate.rule == .siteName && held.entityClass == .location
    if grows {
      if candidate.start == held.start {
        candidate.letters = held.letters
        candidate.restored = held.restored
      }
      candidate.confidence = max(candidate.confidence, 780)
      mentions[Int(same)] = candidate
      for at in candidate.start..<candidate.end { owner[at] = same }
    }
  }

  mutating func put(_ mention: Mention) {
    for at in mention.start..<mention.end { owner[at] = Int32(mentions.count) }
    mentions.append(mention)
  }
}
