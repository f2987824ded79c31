import NaqlModel

/// Finds the names of one document: what lists, the tagger, triggers and earlier mentions say, weighed together.
struct MentionFinder {
  let text: TokenText
  let labels: [UInt8]
  let cache: TypeCache
  let usesLists: Bool
  var mentions: [Mention] = []
  var owner: [Int32]

  init(_ text: TokenText, labels: [UInt8], cache: TypeCache, lists: Bool) {
    self.text = text
    self.labels = labels
    self.cache = cache
    usesLists = lists
    owner = [Int32](repeating: -1, count: text.types.count)
  }

  @inline(__always)
  func type(_ at: Int) -> WordType { cache.types[Int(text.types[at])] }

  /// Whether a token is a mark of quotation or punctuation.
  @inline(__always)
  func isMark(_ at: Int) -> Bool {
    let s = type(at).signature
    return s >= 1 && s <= 7 || s == 10
  }

  /// All names, sorted, titles apart.
  mutating func find() -> [Mention] {
    var candidates: [Mention] = []
    var start = 0
    for end in text.sentenceEnds {
      addTagged(start, end, &candidates)
      start = end
    }
    if usesLists { for match in text.matches { addListed(match, &candidates) } }
    start = 0
    for end in text.sentenceEnds {
      addTriggered(start, end, &candidates)
      start = end
    }
    settle(candidates)
    extendPeople()
    spread()
    for index in mentions.indices { mentions[index].number = index }
    mentions.sort { $0.start < $1.start }
    return mentions
  }

  /// The sentence limits around a token are found from the marks of ends.
  func sentence(_ at: Int) -> (start: Int, end: Int) {
    var low = 0
    var high = text.sentenceEnds.count
    while low < high {
      let middle = (low + high) / 2
      if text.sentenceEnds[middle] <= at { low = middle + 1 } else { high = middle }
    }
    return (
      low == 0 ? 0 : text.sentenceEnds[low - 1],
      low < text.sentenceEnds.count ? text.sentenceEnds[low] : text.types.count
    )
  }

  mutating func settle(_ candidates: [Mention]) {
    let order = candidates.indices.sorted {
      let a = candidates[$0], b = candidates[$1]
      return a.strength != b.strength ? a.strength > b.strength : a.start != b.start ? a.start < b.start : $0 < $1
    }
    for index in order { take(candidates[index]) }
  }

  mutating func take(_ candidate: Mention) {
    var candidate = candidate
    var same: [Int] = []
    for at in candidate.start..<candidate.end where owner[at] >= 0 && !same.contains(Int(owner[at])) {
      same.append(Int(owner[at]))
    }
    if same.isEmpty { return put(candidate) }
    guard same.count == 1, candidate.origin == .model || candidate.rule == "head" else { return }
    // A tagged name that holds a listed one: a longer person, body or place.
    let held = mentions[same[0]]
    guard candidate.start <= held.start, candidate.end >= held.end,
      candidate.end - candidate.start > held.end - held.start
    else { return }
    let grows =
      candidate.entityClass == held.entityClass
      || candidate.entityClass == .organisation && (held.entityClass == .location || held.entityClass == .person)
      || candidate.entityClass == .person && held.confidence < 900
      || candidate.entityClass == .location && held.entityClass == .person
      || candidate.entityClass == .event && held.entityClass == .location
    if grows {
      if candidate.start == held.start {
        candidate.letters = held.letters
        candidate.restored = held.restored
      }
      candidate.confidence = max(candidate.confidence, 780)
      mentions[same[0]] = candidate
      for at in candidate.start..<candidate.end { owner[at] = Int32(same[0]) }
    }
  }

  mutating func put(_ mention: Mention) {
    for at in mention.start..<mention.end { owner[at] = Int32(mentions.count) }
    mentions.append(mention)
  }

  /// A word in no list and no lexicon, long enough to be a foreign name.
  func isUnknown(_ at: Int) -> Bool {
    let t = type(at)
    return t.score == 0 && t.length >= 4 && !t.hasArticle && t.signature >= 55 && t.ordinals[0] < 0 && t.ordinals[1] < 0
      && t.ordinals[2] < 0
      && t.kinds == 0
  }

  /// Unknown words beside a person belong to the name: عوفر before كالديرون; أوهاد ياحالومي joined to one by و.
  mutating func extendPeople() {
    let people = mentions.indices.filter { mentions[$0].entityClass == .person }.sorted {
      mentions[$0].start < mentions[$1].start
    }
    for index in people {
      let (start, end) = sentence(mentions[index].start)
      if mentions[index].end - mentions[index].start == 1, mentions[index].letters == 0, mentions[index].start > start {
        let before = mentions[index].start - 1
        if owner[before] < 0, isUnknown(before), !isCommonStart(before) {
          mentions[index].start = before
          owner[before] = Int32(index)
        }
      }
      let next = mentions[index].end
      guard next + 1 < end, owner[next] < 0, labels[next - 1] != 0, type(next).letters[1] == 1 else { continue }
      let joined = type(next)
      let named =
        isUnknown(next)
        && (isUnknown(next + 1) || owner[next + 1] >= 0 && mentions[Int(owner[next + 1])].entityClass == .person)
      guard named, joined.best == 0, !isCommonInflected(next), !isCommonInflected(next + 1) else { continue }
      if owner[next + 1] >= 0 {
        let right = Int(owner[next + 1])
        guard mentions[right].letters == 0 else { continue }
        mentions[right].start = next
        mentions[right].letters = 1
        owner[next] = Int32(right)
      } else {
        put(
          Mention(
            start: next, end: next + 2, entityClass: .person, origin: .rule, rule: "joined-person", confidence: 650,
            letters: 1))
      }
    }
  }
}
