/// The mentions of a document while they are being decided, and the one that each token belongs to, if any.
///
/// Candidates are settled on it by their strength; what is found out later changes it by the operations below, which keep tokens and
/// mentions in step. A mention in whose place another was put keeps its number and has no token any more.
struct MentionBoard {
  /// All mentions that were ever put here, by number.
  private(set) var mentions: [Mention] = []
  /// Number of the mention that each token belongs to, or -1.
  private var owner: [Int32] = []
  /// What the mentions say of the names in the text, while a pass asks; here, so that the memory serves every document.
  var notes = NameNotes()

  /// Takes everything off, for a document of so many tokens; the memory serves again.
  mutating func clear(tokens: Int) {
    mentions.removeAll(keepingCapacity: true)
    owner.removeAll(keepingCapacity: true)
    owner.append(contentsOf: repeatElement(-1, count: tokens))
  }

  /// The mentions' numbers.
  var indices: Range<Int> { mentions.indices }

  /// The mention with a number. Which words are its own is changed by `stretch`, `cut` and `replace` alone.
  subscript(_ number: Int) -> Mention {
    get { mentions[number] }
    set {
      assert(newValue.words == mentions[number].words, "the words of a mention and the owners of tokens must agree")
      mentions[number] = newValue
    }
  }

  /// Whether a token belongs to no mention.
  @inline(__always)
  func isFree(_ at: Int) -> Bool { owner[at] < 0 }

  /// Number of the mention that a token belongs to.
  @inline(__always)
  func number(at: Int) -> Int? { owner[at] < 0 ? nil : Int(owner[at]) }

  /// The mention that a token belongs to.
  func mention(at: Int) -> Mention? { number(at: at).map { mentions[$0] } }

  /// Numbers of the mentions that some tokens belong to.
  func numbers(in words: Range<Int>) -> Set<Int> { Set(words.compactMap { number(at: $0) }) }

  /// Whether a mention still has its first word.
  func stands(_ number: Int) -> Bool { owner[mentions[number].start] == Int32(number) }

  /// The numbers of the mentions from the first in the text to the last.
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

  /// The mentions in order, numbered so; those in whose place others were put are left out, also where they stood for the full name of
  /// another.
  func numbered() -> [Mention] {
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

  /// Puts a mention here, whatever its words belonged to.
  mutating func put(_ mention: Mention) {
    for at in mention.words { owner[at] = Int32(mentions.count) }
    mentions.append(mention)
  }

  /// Puts a mention in the place of the one with a number, over all of its own words.
  mutating func replace(_ number: Int, by mention: Mention) {
    mentions[number] = mention
    for at in mention.words { owner[at] = Int32(number) }
  }

  /// Gives a mention more words than it has, whatever they belonged to.
  mutating func stretch(_ number: Int, over words: Range<Int>) {
    mentions[number].words = words
    for at in words { owner[at] = Int32(number) }
  }

  /// Leaves a mention only some of its words; the others are free.
  mutating func cut(_ number: Int, to words: Range<Int>) {
    for at in mentions[number].words where !words.contains(at) && owner[at] == Int32(number) { owner[at] = -1 }
    mentions[number].words = words
  }
}

extension MentionBoard {
  /// Puts those candidates here that belong here, where they overlap the stronger.
  mutating func settle(_ candidates: [Mention]) {
    var order = candidates.indices.map { SettlingOrder(candidates[$0], index: $0) }
    order.sort()
    for next in order { settle(candidates[Int(next.index)]) }
  }

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

  /// Puts a candidate here if its words are free, or in the place of the one mention that it holds and makes longer.
  private mutating func settle(_ candidate: Mention) {
    var same: Int32 = -1
    var isOne = true
    for at in candidate.words where owner[at] >= 0 && owner[at] != same {
      isOne = same < 0
      same = owner[at]
    }
    if same < 0 { return put(candidate) }
    guard isOne, candidate.origin == .model || candidate.rule == .head || candidate.rule == .siteName,
      let longer = mentions[Int(same)].grown(to: candidate)
    else { return }
    replace(Int(same), by: longer)
  }
}

extension Mention {
  /// What a mention that was settled becomes by a weaker candidate that holds it: a longer person, body or place; nil where it stays as it is.
  fileprivate func grown(to candidate: Mention) -> Mention? {
    guard rule != .announced, candidate.start <= start, candidate.end >= end, candidate.count > count else {
      return nil
    }
    let grows =
      candidate.entityClass == entityClass
      || candidate.entityClass == .organisation && (entityClass == .location || entityClass == .person)
      || candidate.entityClass == .person && confidence < 900
      || candidate.entityClass == .location && entityClass == .person
      || candidate.entityClass == .event && (entityClass == .location || entityClass == .organisation)
      || candidate.rule == .siteName && entityClass == .location
    guard grows else { return nil }
    var longer = candidate
    if candidate.start == start {
      longer.letters = letters
      longer.restored = restored
    }
    longer.confidence = max(candidate.confidence, 780)
    return longer
  }
}
