import NaqlModel

/// Decides the kinds of a page's blocks, in order: the first rule that holds, then whether the block is a repetition.
///
/// It remembers what stood in earlier parts of the same document and never looks beyond the part at hand.
struct BlockDecision {
  private let rules: BlockRules
  /// Folded text of every block so far: its kind, and its number in the whole document.
  private var seen: [UInt64: (kind: BlockKind, index: Int)] = [:]
  /// The first line of each text before a site's name.
  private var heads: [UInt64: (kind: BlockKind, index: Int)] = [:]
  /// Blocks in earlier parts.
  private var base = 0
  private var zone: UInt64 = 1
  private var paragraphs = 0
  private var previous: UInt64 = Features.start
  private var stopped = 0
  private var unstopped = 0
  /// Letters of the site's name at the top of the page, as `LineFacts.hash`.
  private var siteName: UInt64 = 0
  /// Word bits of the last headline.
  private var headline: UInt64 = 0

  init(_ rules: BlockRules) {
    self.rules = rules
  }

  /// A new document begins.
  mutating func begin() { self = BlockDecision(rules) }

  /// Why the rules that lie in the program itself give their kind.
  static func reason(_ id: String) -> String {
    switch id {
    case "duplicate.same": "The same words stand in an earlier block."
    case "duplicate.site-name": "The same words stand in an earlier block, a site's name at the end aside."
    default: ""
    }
  }

  /// Kinds of the blocks of one part.
  mutating func blocks(_ facts: [LineFacts]) -> [Block] {
    defer { base += facts.count }
    var blocks: [Block] = []
    blocks.reserveCapacity(facts.count)
    let own = facts.map(bitsAhead)
    for line in facts where line.words >= 15 {
      if line.features & (Features.open) != 0 { unstopped += 1 } else { stopped += 1 }
    }
    let title = base == 0 ? shortTitle(facts, own) : -1
    let rows = TableRows.find(facts, own, paragraph: Self.bit(.paragraph), numbers: rules.numberClasses)
    for (index, line) in facts.enumerated() {
      var next = Features.end
      if index + 1 < facts.count {
        next = own[index + 1]
        if line.hash == facts[index + 1].hash || line.hash == facts[index + 1].headHash
          || line.headHash != 0 && line.headHash == facts[index + 1].hash
        {
          next |= Features.same
        }
        // Behind a repetition of this line stands what really follows it.
        if next & Features.same != 0, index + 2 < facts.count { next |= own[index + 2] & ~Features.end }
      }
      var features = line.features
      if previous == Features.start { features |= Features.first }
      let earlier = earlier(line)
      if earlier != nil { features |= Features.repeated }
      if unstopped >= stopped { features |= Features.unstopped }
      if index == title { features |= Features.title }
      if rows[index] { features |= Features.table }
      if previous == Features.start, hasTitleBelow(facts, own) { features |= Features.titleBelow }
      if siteName != 0, line.tailHash == siteName { features |= Features.siteTail }
      if headline != 0 { features |= Features.titled }
      let shared = (line.wordBits & headline).nonzeroBitCount
      if shared >= 2, shared * 2 >= line.wordBits.nonzeroBitCount { features |= Features.likeHeadline }
      let rule = decide(line, features, next)
      var block = Block(range: line.range, kind: rule.kind, rule: rule.id)
      if let earlier, rule.kind != .boilerplate {
        if earlier.kind == .boilerplate {
          block.kind = .boilerplate
        } else {
          block.kind = .duplicate
          block.rule = seen[line.hash] != nil ? "duplicate.same" : "duplicate.site-name"
          block.duplicateOf = earlier.index >= base ? earlier.index - base : nil
        }
      }
      remember(line, rule.kind, base + index)
      if base + index == 0, rule.kind == .boilerplate, line.words < 7 { siteName = line.hash }
      if block.kind == .headline { headline = line.wordBits | 1 }
      move(rule, block.kind)
      blocks.append(block)
    }
    return blocks
  }

  /// Index of the longest line above the text where all of them are short, so that it must be the title; else -1.
  private func shortTitle(_ facts: [LineFacts], _ own: [UInt64]) -> Int {
    var longest = -1
    for (index, line) in facts.enumerated().prefix(24) {
      if own[index] & (Self.bit(.paragraph) | Self.bit(.truncated)) != 0 { break }
      guard own[index] == Features.short else { continue }
      if line.words > 3 { return -1 }
      if longest < 0 || line.words > facts[longest].words { longest = index }
    }
    return longest
  }

  /// Whether between the first line and the text a longer one stands of which nothing is known: the headline.
  private func hasTitleBelow(_ facts: [LineFacts], _ own: [UInt64]) -> Bool {
    for (index, line) in facts.enumerated().prefix(24).dropFirst() {
      if own[index] & (Self.bit(.paragraph) | Self.bit(.truncated)) != 0 { return false }
      if own[index] == Features.short, line.words > max(4, facts[0].words) { return true }
    }
    return false
  }

  private mutating func remember(_ line: LineFacts, _ kind: BlockKind, _ index: Int) {
    if line.hash == 0 { return }
    if seen[line.hash] == nil { seen[line.hash] = (kind, index) }
    if line.headHash != 0, heads[line.headHash] == nil { heads[line.headHash] = (kind, index) }
  }

  /// The earlier line that a line repeats: the same, or the same but for a site's name behind one of the two.
  private func earlier(_ line: LineFacts) -> (kind: BlockKind, index: Int)? {
    seen[line.hash] ?? heads[line.hash] ?? (line.headHash != 0 ? seen[line.headHash] : nil)
  }

  /// Where on the page the next block stands.
  private mutating func move(_ rule: BlockRules.Rule, _ kind: BlockKind) {
    previous = kind == rule.kind ? rule.bit : Self.bit(kind)
    if kind == .paragraph, rule.then == 0 {
      paragraphs += 1
      // One paragraph ends an inserted link; two in a row end a list of other articles.
      if zone == 1 || zone == 4 || zone == 16 || zone == 8 && paragraphs > 1 { zone = 2 }
    } else {
      paragraphs = 0
    }
    // An inserted link inside a list of other articles opens nothing; the foot of a page comes only behind its body.
    let stays =
      rule.then == 4 && zone == 8 || rule.then == 16 && zone & (2 | 4 | 32) == 0 || rule.then == 32 && zone == 1
    if rule.then != 0, !stays { zone = rule.then }
  }

  /// What a line is seen to be from the line before it.
  private func bitsAhead(_ line: LineFacts) -> UInt64 {
    for number in rules.candidates(words: line.words)
    where rules.rules[number].isOwn && holds(rules.rules[number], line, line.features, next: 0, ahead: true) {
      return rules.rules[number].bit
    }
    return line.words <= 12 ? Features.short : Self.bit(.paragraph)
  }

  private static func bit(_ kind: BlockKind) -> UInt64 { bits[kind] ?? 0 }

  private static let bits: [BlockKind: UInt64] = Dictionary(
    uniqueKeysWithValues: BlockKind.allCases.enumerated().map { ($0.element, UInt64(1) << UInt64($0.offset)) })

  private func decide(_ line: LineFacts, _ features: UInt64, _ next: UInt64) -> BlockRules.Rule {
    for number in rules.candidates(words: line.words) where holds(rules.rules[number], line, features, next: next) {
      return rules.rules[number]
    }
    return BlockRules.Rule(
      id: "paragraph.other", kind: .paragraph, bit: Self.bit(.paragraph), words: 0...0, when: BlockRules.Condition(),
      unless: BlockRules.Condition(), then: 0, reason: "")
  }

  private func holds(_ rule: BlockRules.Rule, _ line: LineFacts, _ features: UInt64, next: UInt64, ahead: Bool = false)
    -> Bool
  {
    let when = rule.when
    guard features & when.text == when.text else { return false }
    if when.any != 0, features & when.any == 0 { return false }
    if when.line != 0, line.line & when.line == 0 { return false }
    if when.start != 0, line.start & when.start == 0 { return false }
    if when.end != 0, line.end & when.end == 0 { return false }
    if when.every != 0, line.every & when.every == 0 { return false }
    if when.some != 0, line.some & when.some == 0 { return false }
    if when.after != 0, previous & when.after == 0 { return false }
    if when.next != 0, next & when.next == 0 { return false }
    if when.zone != 0, zone & when.zone == 0 { return false }
    let unless = rule.unless
    return features & (unless.text | unless.any) == 0 && line.line & unless.line == 0
      && line.start & unless.start == 0 && line.end & unless.end == 0 && line.every & unless.every == 0
      && line.some & unless.some == 0
      && (ahead || previous & unless.after == 0 && next & unless.next == 0 && zone & unless.zone == 0)
  }
}
