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
  let cache: TypeCache
  private let usesLists: Bool
  private(set) var text = TokenText()
  private(set) var labels: [UInt8] = []
  var mentions: [Mention] = []
  /// Number of the mention that each token belongs to, or -1.
  var owner: [Int32] = []
  var notes = NameNotes()
  /// Types of the words that go on with a person's name somewhere in the text, by the tagger.
  private(set) var familyTypes: Set<Int32> = []
  /// Whether the text writes في with ي rather than with ى, and so on.
  private(set) var writesYehApart = true
  /// Whether the text is about sport: a word in a hundred is one of it.
  private(set) var isAboutSport = false
  /// Whether the text writes أن with its hamza more often than without.
  private(set) var writesHamzas = true

  /// A finder for one document after the other.
  init(_ cache: TypeCache, lists: Bool) {
    self.cache = cache
    usesLists = lists
  }

  @inline(__always)
  func type(_ at: Int) -> WordType { cache.types[Int(text.facts[at].type)] }

  /// Whether a token is a mark of quotation or punctuation.
  @inline(__always)
  func isMark(_ at: Int) -> Bool {
    text.facts[at].signature.isMark || text.facts[at].traits.contains(.arabicMark)
  }

  /// Whether a token is a stroke (tatweel) that stands alone, as some write a dash.
  func isStroke(_ at: Int) -> Bool { type(at).signature == .number && isSpelt("ـ", at) }

  /// All names of a document, annotated and labelled, in order; titles apart.
  mutating func find(_ text: TokenText, labels: [UInt8]) -> [Mention] {
    self.text = text
    self.labels = labels
    mentions.removeAll(keepingCapacity: true)
    owner.removeAll(keepingCapacity: true)
    owner.append(contentsOf: repeatElement(-1, count: text.count))
    writesYehApart = count(of: "في") > count(of: "فى")
    writesHamzas = count(of: "أن") + count(of: "إلى") > count(of: "ان") + count(of: "الى")
    isAboutSport = text.facts.count { $0.traits.contains(.sport) } * 100 >= text.count
    familyTypes.removeAll(keepingCapacity: true)
    for at in labels.indices where labels[at] == 2 { familyTypes.insert(text.facts[at].type) }
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
    // The text is the caller's again.
    defer {
      self.text = TokenText()
      self.labels = []
    }
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
    for end in text.sentenceEnds {
      prefetchLabelled(after: end)
      addTagged(start, end, &candidates)
      start = end
    }
    if usesLists {
      for (index, match) in text.matches.enumerated() {
        if index + Self.ahead < text.matches.count {
          cache.prefetchType(text.facts[Int(text.matches[index + Self.ahead].start)])
        }
        addListed(match, &candidates)
      }
    }
    start = 0
    for end in text.sentenceEnds {
      addTriggered(start, end, &candidates)
      start = end
    }
    addSiteName(&candidates)
    addWorkLists(&candidates)
    return candidates
  }

  /// How often the text has a word.
  private func count(of word: String) -> Int {
    var word = word
    let type = word.withUTF8 { cache.facts(of: UnsafeRawBufferPointer($0)).type }
    return text.facts.count { $0.type == type }
  }

  /// How many candidates or mentions ahead memory is asked for.
  static let ahead = 8

  /// Asks for the types of the labelled tokens that follow soon, with the ones before and behind them.
  private func prefetchLabelled(after end: Int) {
    for at in max(end, 1)..<max(end, 1, min(end + 32, text.count - 1))
    where labels[at - 1] | labels[at] | labels[at + 1] != 0 {
      cache.prefetchType(text.facts[at])
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

  /// Where the sentence around a token begins and ends.
  @inline(__always)
  func sentence(_ at: Int) -> (start: Int, end: Int) {
    let range = text.sentence(around: at)
    return (range.lowerBound, range.upperBound)
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
