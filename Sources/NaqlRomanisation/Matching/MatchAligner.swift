/// Finds the cheapest way to read one name as another: letters and words by the rules, anything else at its price.
///
/// One table over both names: a cell is what it costs to have read so far in each. One worker's own.
final class MatchAligner {
  /// A piece of the cheapest way.
  struct Step {
    /// Letters of either name.
    var left: Range<Int>, right: Range<Int>
    var cost: Float
    var reason: Reason
  }

  /// Why two pieces stand for each other.
  enum Reason: Equatable {
    case equal, gap, doubled, added, other, initial, word
    /// A rule, by its row.
    case rule(Int)
  }

  private struct Move {
    var left: UInt8 = 0, right: UInt8 = 0
    /// A row of the rules from 0 up, or a negative number: see `reasons`.
    var reason: Int32 = 0
  }

  /// Names longer than this are compared by their first letters only.
  static let longest = 120
  private static let reasons: [Reason] = [.equal, .gap, .doubled, .added, .other, .initial, .word]

  private let rules: MatchingRules
  private var costs: [Float] = []
  private var moves: [Move] = []
  private var lowest: [Float] = []
  private var leftBits: [UInt128] = [], rightBits: [UInt128] = []

  init(_ rules: MatchingRules) { self.rules = rules }

  /// The lowest cost of reading `a` as `b`; nil where it is above `limit`.
  func cost(_ a: MatchName, _ b: MatchName, limit: Float = .infinity) -> Float? {
    let n = min(a.codes.count, Self.longest), m = min(b.codes.count, Self.longest)
    let width = m + 1
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(Float.infinity, count: (n + 1) * width))
    if moves.count < costs.count { moves += repeatElement(Move(), count: costs.count - moves.count) }
    lowest.removeAll(keepingCapacity: true)
    lowest.append(contentsOf: repeatElement(Float.infinity, count: n + 1))
    Self.pack(a.codes, n, into: &leftBits)
    Self.pack(b.codes, m, into: &rightBits)
    costs[0] = 0
    lowest[0] = 0
    return costs.withUnsafeMutableBufferPointer { costs in
      moves.withUnsafeMutableBufferPointer { moves in
        lowest.withUnsafeMutableBufferPointer { lowest in
          fill(a, b, n, m, limit, Cells(costs: costs, moves: moves, lowest: lowest, width: width))
        }
      }
    }
  }

  private struct Cells {
    let costs: UnsafeMutableBufferPointer<Float>
    let moves: UnsafeMutableBufferPointer<Move>
    let lowest: UnsafeMutableBufferPointer<Float>
    let width: Int

    @inline(__always)
    func go(_ i: Int, _ j: Int, _ left: Int, _ right: Int, _ cost: Float, _ reason: Int32) {
      let at = (i + left) * width + j + right
      if cost < costs[at] {
        costs[at] = cost
        moves[at] = Move(left: UInt8(left), right: UInt8(right), reason: reason)
        if cost < lowest[i + left] { lowest[i + left] = cost }
      }
    }
  }

  private func fill(_ a: MatchName, _ b: MatchName, _ n: Int, _ m: Int, _ limit: Float, _ cells: Cells) -> Float? {
    let s = rules.settings
    let gap = s[.gap], doubled = s[.doubled], initial = s[.initial], inner = s[.innerWord], outer = s[.outerWord]
    let unwritten = s[.vowelUnwritten]
    let isVocalic = a.codes.contains(where: MatchLetters.isArabic) != b.codes.contains(where: MatchLetters.isArabic)
    let vowelAdded = s[.vowelAdded], vowelOther = s[.vowelOther]
    let letterAdded = s[.letterAdded], letterOther = s[.letterOther]
    for i in 0...n {
      if limit < .infinity {
        var least = Float.infinity
        for row in i...n { least = min(least, cells.lowest[row]) }
        if least > limit { return nil }
      }
      for j in 0...m {
        let base = cells.costs[i * cells.width + j]
        if base > limit || base == .infinity { continue }
        let x = i < n ? a.codes[i] : 0, y = j < m ? b.codes[j] : 0
        if x != 0, x == y { cells.go(i, j, 1, 1, base, -1) }
        if x != 0, y != 0 {
          apply(x, y, a, b, i, j, n, m, base, cells)
          if x != y, x != MatchLetters.gap, y != MatchLetters.gap {
            let isSoft = rules.vowels[Int(x)] && rules.vowels[Int(y)]
            cells.go(i, j, 1, 1, base + (isSoft ? vowelOther : letterOther), -5)
          }
        }
        if x != 0 {
          apply(x, 0, a, b, i, j, n, m, base, cells)
          if x == MatchLetters.gap {
            cells.go(i, j, 1, 0, base + gap, -2)
          } else if i > 0, x == a.codes[i - 1] {
            cells.go(i, j, 1, 0, base + doubled, -3)
          } else {
            let isUnwritten = isVocalic && MatchLetters.isLatin(x)
            let cost = rules.vowels[Int(x)] ? (isUnwritten ? unwritten : vowelAdded) : letterAdded
            cells.go(i, j, 1, 0, base + cost, -4)
          }
        }
        if y != 0 {
          apply(0, y, a, b, i, j, n, m, base, cells)
          if y == MatchLetters.gap {
            cells.go(i, j, 0, 1, base + gap, -2)
          } else if j > 0, y == b.codes[j - 1] {
            cells.go(i, j, 0, 1, base + doubled, -3)
          } else {
            let isUnwritten = isVocalic && MatchLetters.isLatin(y)
            let cost = rules.vowels[Int(y)] ? (isUnwritten ? unwritten : vowelAdded) : letterAdded
            cells.go(i, j, 0, 1, base + cost, -4)
          }
        }
        // Whole words: one that the other name lacks, and an initial for a word.
        let isEdge = a.isStart[i] || a.isEnd[i], isOtherEdge = b.isStart[j] || b.isEnd[j]
        if i < n, a.isStart[i], isOtherEdge {
          let end = min(a.wordEnd[i], n)
          cells.go(i, j, end - i, 0, base + (i == 0 || end == n ? outer : inner), -7)
        }
        if j < m, b.isStart[j], isEdge {
          let end = min(b.wordEnd[j], m)
          cells.go(i, j, 0, end - j, base + (j == 0 || end == m ? outer : inner), -7)
        }
        if i < n, j < m, a.isStart[i], b.isStart[j] {
          let end = min(a.wordEnd[i], n), other = min(b.wordEnd[j], m)
          if (end - i == 1) != (other - j == 1), isInitial(x, y) {
            cells.go(i, j, end - i, other - j, base + initial, -6)
          }
        }
      }
    }
    let cost = cells.costs[n * cells.width + m]
    return cost <= limit && cost < .infinity ? cost : nil
  }

  /// Takes every rule whose first letters are `x` and `y` (0: none) and whose other letters stand there.
  @inline(__always)
  private func apply(
    _ x: UInt8, _ y: UInt8, _ a: MatchName, _ b: MatchName, _ i: Int, _ j: Int, _ n: Int, _ m: Int, _ base: Float,
    _ cells: Cells
  ) {
    let key = Int(x & 0x7F) * MatchLetters.count + Int(y & 0x7F)
    var at = Int(rules.starts[key])
    let end = Int(rules.starts[key + 1])
    while at < end {
      defer { at += 1 }
      let rule = rules.rules[at]
      if leftBits[i] & rule.leftMask != rule.left || rightBits[j] & rule.rightMask != rule.right { continue }
      switch rule.place {
      case .inside: break
      case .start:
        if rule.leftCount > 0 && !a.isStart[i] || rule.rightCount > 0 && !b.isStart[j] { continue }
      case .end:
        if rule.leftCount > 0 && !a.isEnd[i + rule.leftCount] || rule.rightCount > 0 && !b.isEnd[j + rule.rightCount] {
          continue
        }
      case .word:
        if rule.leftCount > 0 && !(a.isStart[i] && a.isEnd[i + rule.leftCount]) { continue }
        if rule.rightCount > 0 && !(b.isStart[j] && b.isEnd[j + rule.rightCount]) { continue }
      }
      cells.go(i, j, rule.leftCount, rule.rightCount, base + rule.cost, Int32(rule.row))
    }
  }

  /// Whether words that begin so may be an initial and its word.
  private func isInitial(_ x: UInt8, _ y: UInt8) -> Bool {
    if x == y { return true }
    let key = Int(x & 0x7F) * MatchLetters.count + Int(y & 0x7F)
    return rules.rules[Int(rules.starts[key])..<Int(rules.starts[key + 1])].contains {
      $0.leftCount == 1 && $0.rightCount == 1 && $0.cost <= 0.2
    }
  }

  /// The steps of the cheapest way last found for `a` and `b`, in order.
  func steps(_ a: MatchName, _ b: MatchName) -> [Step] {
    let n = min(a.codes.count, Self.longest), m = min(b.codes.count, Self.longest)
    var steps: [Step] = []
    var i = n, j = m
    while i > 0 || j > 0 {
      let move = moves[i * (m + 1) + j]
      let left = i - Int(move.left), right = j - Int(move.right)
      let reason = move.reason >= 0 ? Reason.rule(Int(move.reason)) : Self.reasons[Int(-move.reason) - 1]
      steps.append(
        Step(
          left: left..<i, right: right..<j, cost: costs[i * (m + 1) + j] - costs[left * (m + 1) + right],
          reason: reason))
      (i, j) = (left, right)
    }
    return steps.reversed()
  }

  /// For each position the sixteen codes from there on, the first lowest.
  private static func pack(_ codes: [UInt8], _ count: Int, into bits: inout [UInt128]) {
    bits.removeAll(keepingCapacity: true)
    bits.append(contentsOf: repeatElement(0, count: count + 1))
    for at in stride(from: count - 1, through: 0, by: -1) { bits[at] = bits[at + 1] << 8 | UInt128(codes[at]) }
  }

  /// Words of both names that belong together; one side is empty where a name lacks them.
  struct Piece {
    var steps: [Step]
    /// Letters of either name.
    var left: Range<Int> { steps.first!.left.lowerBound..<steps.last!.left.upperBound }
    var right: Range<Int> { steps.first!.right.lowerBound..<steps.last!.right.upperBound }
  }

  /// The steps of the cheapest way last found, cut where both names are between words.
  func pieces(_ a: MatchName, _ b: MatchName) -> [Piece] {
    var pieces: [Piece] = []
    var steps: [Step] = []
    for step in self.steps(a, b) {
      // The gap itself belongs to no word; where only one name has it, the piece goes on.
      let isGap =
        step.left.allSatisfy { a.codes[$0] == MatchLetters.gap }
        && step.right.allSatisfy { b.codes[$0] == MatchLetters.gap }
      if isGap, steps.isEmpty { continue }
      steps.append(step)
      let i = step.left.upperBound, j = step.right.upperBound
      if a.isStart[i] || a.isEnd[i], b.isStart[j] || b.isEnd[j] {
        pieces.append(Piece(steps: steps))
        steps = []
      }
    }
    if !steps.isEmpty { pieces.append(Piece(steps: steps)) }
    return pieces
  }
}
