/// What the casing model looks at: how often word and neighbours have a capital, what went before, where the word stands.
enum CaseFeatures {
  /// The three ways to write a word: 0 lower case, 1 capital behind the clitics, 2 capital in front.
  static let classes = 3

  /// Calls `visit` with each feature of a word whose chosen reading has `keys`; `last` and `secondLast` are the
  /// decisions before it (3 at the start of the line).
  @inline(__always)
  static func forEach(
    _ type: WordType, _ keys: WordType.Keys, _ candidate: Candidate?, _ x: RankFeatures.Context, last: UInt32,
    secondLast: UInt32, position: Int, _ visit: (UInt32) -> Void
  ) {
    let none: UInt32 = 0xFFFF
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
    f(40, pArticle << 8 | article << 4 | nArticle, x.breakAfter << 8 | x.breakBefore << 4 | x.use, last)
  }
}
