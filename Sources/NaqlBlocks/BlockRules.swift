import NaqlModel
import NaqlRules
import NaqlTables

/// The rules and word lists of `Rules/blocks/`, compiled: what a line must be like to be of a kind.
struct BlockRules: @unchecked Sendable {
  // Sendable: immutable, some of it mapped memory.

  /// Conditions, each a mask of which one bit must be met; 0 asks for nothing.
  struct Condition: Sendable {
    /// Features that must all be there (under `unless`: any of them).
    var text: UInt64 = 0
    /// Features of which one must be there.
    var any: UInt64 = 0
    var line: UInt64 = 0
    var start: UInt64 = 0
    var end: UInt64 = 0
    var every: UInt64 = 0
    var some: UInt64 = 0
    var after: UInt64 = 0
    var next: UInt64 = 0
    var zone: UInt64 = 0

    /// Number of fields, as they lie in the table.
    static let count = 10

    /// Whether it asks for nothing.
    var isEmpty: Bool { text | any | line | start | end | every | some | after | next | zone == 0 }

    /// Whether it looks at nothing but the line's own text.
    var isOwn: Bool { after | next | zone == 0 && (text | any) >> 40 == 0 }
  }

  /// One rule.
  struct Rule: Sendable {
    var id: String
    var kind: BlockKind
    /// The kind as `after` and `next` name it.
    var bit: UInt64
    /// Words and numbers in the line.
    var words: ClosedRange<Int>
    var when: Condition
    var unless: Condition
    /// Zone that begins behind the line; 0 for no change.
    var then: UInt64
    var reason: String
    /// Whether the line's own text decides; the last rule, which asks for nothing, decides nothing ahead.
    let isOwn: Bool

    init(
      id: String, kind: BlockKind, bit: UInt64, words: ClosedRange<Int>, when: Condition, unless: Condition,
      then: UInt64, reason: String
    ) {
      self.id = id
      self.kind = kind
      self.bit = bit
      self.words = words
      self.when = when
      self.unless = unless
      self.then = then
      self.reason = reason
      isOwn = when.isOwn && (!when.isEmpty || words.lowerBound > 0)
    }
  }

  /// Phrases of the word lists, by their folded letters.
  let phrases: HashIndex
  private let table: Table
  /// Classes of each phrase; the top bit says that a longer phrase begins with this word.
  private let classes: UnsafeBufferPointer<UInt64>
  /// The rules, in order.
  let rules: [Rule]
  /// For each number of words the rules that a line of so many may meet, in order; the last holds for all longer lines.
  private let byWords: [[Int]]
  /// The masks that `every` conditions ask for; a rule's `every` holds bits that stand for these, by position.
  let everyMasks: [UInt64]
  /// Class that numbers belong to.
  let numberClasses: UInt64

  /// The top bit of a phrase's classes: it is the first word of longer ones.
  static let begins: UInt64 = 1 << 63

  /// The compiled rules of `set`.
  init(_ set: RuleSet) throws(Diagnostic) {
    table = try set.table(BlockRecipe.recipe)
    phrases = HashIndex(table, named: "phrases")
    classes = table.array("classes")
    numberClasses = table.array("numbers", of: UInt64.self).first ?? 0
    let names = table.text("rules.names").utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    let values = table.array("rules", of: UInt64.self)
    let size = BlockRecipe.ruleSize
    var rules: [Rule] = []
    var masks: [UInt64] = []
    for index in 0..<(values.count / size) {
      let at = index * size
      let kinds = BlockKind.allCases
      rules.append(
        Rule(
          id: names[index * 2], kind: kinds[kinds.startIndex + Int(values[at])], bit: 1 << values[at],
          words: Int(values[at + 1])...Int(values[at + 2]), when: Self.condition(values, at + 4),
          unless: Self.condition(values, at + 4 + Condition.count), then: values[at + 3],
          reason: names[index * 2 + 1]))
    }
    for index in rules.indices {
      Self.number(&rules[index].when.every, &masks)
      Self.number(&rules[index].unless.every, &masks)
    }
    self.rules = rules
    everyMasks = masks
    let bounds = rules.flatMap { [$0.words.lowerBound, $0.words.upperBound] }
    let longest = (bounds.filter { $0 < Self.manyWords }.max() ?? 0) + 1
    byWords = (0...longest).map { words in rules.indices.filter { rules[$0].words.contains(words) } }
  }

  /// A bound of so many words is none.
  private static let manyWords = 1000

  /// The rules that a line of so many words may meet, in order.
  @inline(__always)
  func candidates(words: Int) -> [Int] { byWords[min(words, byWords.count - 1)] }

  /// Classes of the phrase with folded letters `key`; 0 for an unknown one.
  @inline(__always)
  func classes(_ key: UnsafeRawBufferPointer) -> UInt64 {
    let ordinal = phrases.ordinal(of: key)
    return ordinal < 0 ? 0 : classes[ordinal]
  }

  /// Puts in place of a mask the bit of its position among all masks.
  private static func number(_ mask: inout UInt64, _ masks: inout [UInt64]) {
    if mask == 0 { return }
    let at = masks.firstIndex(of: mask) ?? masks.count
    if at == masks.count { masks.append(mask) }
    mask = 1 << UInt64(at)
  }

  private static func condition(_ values: UnsafeBufferPointer<UInt64>, _ at: Int) -> Condition {
    Condition(
      text: values[at], any: values[at + 1], line: values[at + 2], start: values[at + 3], end: values[at + 4],
      every: values[at + 5], some: values[at + 6], after: values[at + 7], next: values[at + 8], zone: values[at + 9])
  }
}
