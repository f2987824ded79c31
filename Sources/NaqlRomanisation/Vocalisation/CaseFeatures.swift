/// The capitals decided so far in a line, as far as the next decision looks back.
package struct CaseHistory: Hashable {
  /// The last decision and the one before (3 at the start of the line and behind what is no Arabic word).
  private(set) var last: UInt32 = 3, secondLast: UInt32 = 3
  /// Stem and lexicon kind of the word that opened the run of capitals which goes on here (وزارة in وزارة المعارف العمومية).
  private(set) var head: UInt32 = 0xFFFF, headKind: UInt32 = 0xFFFF
  /// Words of that run so far.
  private(set) var length: UInt32 = 0

  /// The start of a line.
  package init() {}

  /// All that may stand behind a word that is no Arabic one, whatever was decided before it.
  static let behindNoWord: [CaseHistory] = (UInt32(0)...3).map { before in
    var history = CaseHistory()
    history.secondLast = before
    return history
  }

  /// Adds a decision: 0 lower case, 1 or 2 a capital, 3 no Arabic word.
  mutating func add(_ decision: UInt32, _ type: VowelType?) {
    (secondLast, last) = (last, decision)
    guard decision == 1 || decision == 2, let type else {
      (head, headKind, length) = (0xFFFF, 0xFFFF, 0)
      return
    }
    if length == 0 { (head, headKind) = (type.stem, type.kind) }
    length += 1
  }
}

/// What the casing model looks at: how often word and neighbours have a capital, what went before, where the word stands.
package enum CaseFeatures {
  /// What tells the features of the two capitals from each other: 1 behind the clitics, 2 in front of them. Lower case is
  /// what both are measured by and has no weights.
  package static let capitals: [UInt32] = [0x9E37_79B1, 2 &* 0x9E37_79B1]

  /// Calls `visit` with each feature of a word whose chosen reading has `keys`, behind the decisions of `history`.
  @inline(__always)
  static func forEach(
    _ type: VowelType, _ keys: VowelType.Keys, _ candidate: Candidate?, _ x: RankFeatures.Context,
    _ history: CaseHistory, position: Int, _ visit: (UInt32) -> Void
  ) {
    let none: UInt32 = 0xFFFF
    let last = history.last, secondLast = history.secondLast
    let article: UInt32 = type.hasArticle ? 1 : 0
    let capital = type.capital
    let pCapital = x.previous?.capital ?? none, nCapital = x.next?.capital ?? none,
      nnCapital = x.afterNext?.capital ?? none
    let pw = x.previous?.stem ?? none, nw = x.next?.stem ?? none
    let pArticle: UInt32 = x.previous.map { $0.hasArticle ? 2 : 1 } ?? 0
    let nArticle: UInt32 = x.next.map { $0.hasArticle ? 2 : 1 } ?? 0
    let edge: UInt32 = (x.isFirst ? 2 : 0) | (x.isLast ? 1 : 0)
    let decisions = last << 2 | secondLast
    let isNisba: UInt32 = keys.last & 0xFF == UInt32(VowelLabel(0, .longI).raw) ? 1 : 0
    let place = x.use << 8 | x.breakBefore << 4 | edge
    let kind = UInt32(candidate?.kind ?? 0)
    @inline(__always) func f(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      visit(FeatureHash.of(400 + template, a, b, c))
    }
    f(1, type.word, x.use)
    f(2, type.stem, x.use)
    f(3, keys.reading)
    f(4, keys.stem, x.use)
    f(5, capital, x.use, article)
    f(6, type.wordCapital, x.use, edge)
    f(7, capital, decisions, x.breakBefore)
    f(8, type.stem, last)
    f(9, type.stem, decisions, edge)
    f(10, decisions, article << 4 | pArticle, x.breakBefore)
    f(11, capital, nCapital, last)
    f(12, capital, nCapital, nnCapital)
    f(13, type.stem, nw)
    f(14, type.stem, pw, last)
    f(15, type.stem, nCapital)
    f(16, pw, capital, last)
    f(17, nw, capital)
    f(18, place, last)
    f(19, place, type.stem)
    f(20, place, capital)
    f(21, isNisba << 4 | article, last, capital)
    f(22, keys.ending, last, article)
    f(23, kind, capital, last)
    f(24, kind, x.use << 4 | edge, article)
    f(25, UInt32(min(position, 4)), x.use, capital)
    f(26, pw, last, article)
    f(27, nw, last, article)
    f(28, x.afterNext?.stem ?? none, capital)
    f(29, pw, x.beforePrevious?.stem ?? none, last)
    f(30, nArticle << 4 | article, last, capital)
    f(31, x.next?.wordCapital ?? none, x.breakAfter, capital)
    f(32, pCapital, last, capital)
    f(33, nw, x.afterNext?.stem ?? none)
    f(34, UInt32(type.letters.count), kind, last)
    f(35, pw, nw, last)
    f(36, type.stem, nCapital << 8 | nnCapital & 0xFF, last)
    f(37, type.stem, pCapital, last)
    f(38, kind, x.next?.kind ?? none, last << 4 | article)
    f(39, kind, x.previous?.kind ?? none, last << 4 | article)
    f(41, x.opening, x.use << 16 | capital)
    f(42, x.opening, kind, last)
    f(43, x.opening, decisions, article)
    f(44, x.closing, capital, x.use)
    f(45, x.closing, type.stem)
    f(46, x.closing, decisions, article << 4 | edge)
    f(47, x.clause, capital, min(x.clausePosition, 3))
    f(48, x.clause, last, article << 4 | min(x.clausePosition, 3))
    f(49, min(x.clausePosition, 5), capital, x.breakBefore << 4 | last)
    let run = min(history.length, 4)
    f(50, history.head, article, capital)
    f(51, history.head, run << 4 | article, x.breakBefore)
    f(52, history.headKind, kind, run << 4 | article)
    f(53, history.headKind, run << 4 | article, capital)
    f(54, run, article << 4 | pArticle, capital)
    f(40, pArticle << 8 | article << 4 | nArticle, x.breakAfter << 8 | x.breakBefore << 4 | x.use, last)
  }
}
