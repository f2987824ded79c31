/// What the re-ranker looks at: where a reading comes from, and how it sits between its neighbours.
enum RankFeatures {

  /// Features of candidate `at` that need no context.
  static func own(
    _ at: Int, _ all: [Candidate], _ letters: [UInt8], keys: VowelType.Keys, seen: UInt32
  ) -> [UInt32] {
    let c = all[at]
    let sources = UInt32(c.sources.rawValue)
    let wordShare = UInt32(c.wordShare * 10 + 0.5), stemShare = UInt32(c.stemShare * 10 + 0.5)
    let tag = UInt32(c.tagShare * 10 + 0.5), tagRank = UInt32(c.tagRank)
    let stemSeen = UInt32(min(7, 16 - c.stemSeen.leadingZeroBitCount))
    let lexicon = UInt32(c.lexiconRank)
    var clitics = FeatureHash(15)
    var hasClitic: UInt32 = 0
    for at in c.labels.indices.dropLast() where VowelLabel(raw: c.labels[at]).hasHyphen {
      hasClitic += 1
      clitics.add(UInt32(letters[at]))
    }
    let front = UInt32(letters.first ?? 0) << 8 | UInt32(c.labels.first ?? 0)
    func f(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) -> UInt32 { FeatureHash.of(100 + template, a, b) }
    return [
      f(1, sources), f(2, sources, seen), f(3, wordShare << 8 | seen, UInt32(c.wordRank)), f(4, wordShare, sources),
      f(5, stemShare << 8 | stemSeen, seen), f(6, stemShare, sources), f(7, tag, tagRank),
      f(8, tag, sources << 8 | seen),
      f(9, lexicon, sources), f(10, lexicon, UInt32(c.kind)), f(11, lexicon << 8 | seen, wordShare),
      f(12, tagRank << 8 | lexicon, wordShare << 8 | stemShare), f(13, keys.reading), f(14, keys.stem),
      f(15, keys.ending),
      f(16, keys.ending, seen), f(17, keys.pattern), f(18, clitics.value), f(19, clitics.value, front),
      f(20, front), f(21, keys.last), f(22, UInt32(at), seen), f(23, UInt32(all.count), sources),
      f(24, hasClitic << 8 | UInt32(letters.count), sources), f(25, UInt32(c.kind), keys.last),
    ]
  }

  /// What a place in the line looks like from its word.
  struct Context {
    var previous: VowelType?, next: VowelType?, beforePrevious: VowelType?, afterNext: VowelType?
    var breakBefore: UInt32 = 0, breakAfter: UInt32 = 0
    var use: UInt32 = 0
    var isFirst = false, isLast = false
    /// Stem of the line's first word, and the mark that ends the line (code point): a statement of responsibility opens
    /// with تأليف and a title is closed by `/`.
    var opening: UInt32 = 0xFFFF, closing: UInt32 = 0
    /// Stem of the first word since the last mark, and how many words have stood there since.
    var clause: UInt32 = 0xFFFF, clausePosition: UInt32 = 0
  }

  /// Calls `visit` with each feature of `type`'s candidate with `keys` at this place.
  @inline(__always)
  static func forEach(
    _ type: VowelType, _ keys: VowelType.Keys, _ candidate: Candidate, _ x: Context, _ visit: (UInt32) -> Void
  ) {
    let none: UInt32 = 0xFFFF
    let pw = x.previous?.word ?? none, nw = x.next?.word ?? none
    let pArticle: UInt32 = x.previous.map { $0.hasArticle ? 2 : 1 } ?? 0
    let nArticle: UInt32 = x.next.map { $0.hasArticle ? 2 : 1 } ?? 0
    let article: UInt32 = type.hasArticle ? 1 : 0
    let pKind = x.previous.map { $0.kind << 8 | $0.capital } ?? none,
      nKind = x.next.map { $0.kind << 8 | $0.capital } ?? none
    let pLex = x.previous?.kind ?? none, nLex = x.next?.kind ?? none
    let breaks = x.breakBefore << 4 | x.breakAfter
    let kind = UInt32(candidate.kind) << 4 | UInt32(candidate.lexiconRank)
    let edge: UInt32 = (x.isFirst ? 2 : 0) | (x.isLast ? 1 : 0)
    @inline(__always) func f(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32 = 0) {
      visit(FeatureHash.of(200 + template, a, b, c))
    }
    f(1, keys.reading, pw)
    f(2, keys.reading, nw)
    f(3, keys.stem, pw)
    f(4, keys.stem, nw)
    f(5, keys.ending, pw)
    f(6, keys.ending, nw)
    f(7, keys.last, nArticle << 8 | article, x.breakAfter)
    f(8, keys.ending, x.next?.suffix ?? none, article)
    f(9, keys.ending, x.previous?.leadEnding ?? none)
    f(10, keys.ending, x.next?.leadEnding ?? none)
    f(11, keys.last, pArticle << 8 | article << 4 | nArticle, x.breakAfter)
    f(12, keys.reading, nArticle << 8 | x.breakAfter)
    f(13, keys.reading, pArticle << 8 | x.breakBefore)
    f(14, keys.last, pLex << 8 | nLex, article)
    f(15, keys.pattern, pw)
    f(16, keys.pattern, pKind)
    f(17, keys.pattern, nKind)
    f(18, keys.reading, x.use)
    f(19, keys.ending, x.use)
    f(20, keys.reading, edge)
    f(21, keys.last, breaks << 4 | x.use, edge)
    f(22, keys.stem, pKind)
    f(23, keys.stem, nKind)
    f(24, keys.last, x.beforePrevious?.word ?? none, pArticle)
    f(25, keys.stem, x.beforePrevious?.word ?? none)
    f(26, keys.last, pw, nArticle << 4 | x.breakAfter)
    f(27, kind, pw)
    f(28, kind, pLex, x.use)
    f(29, kind, nLex, x.use)
    f(30, UInt32(candidate.sources.rawValue), x.use, UInt32(candidate.kind))
    f(31, keys.last, nw, article)
    f(32, keys.last, x.previous?.leadPattern ?? none, nArticle)
    f(33, keys.last, x.next?.stem ?? none, article)
    f(34, keys.last, x.afterNext?.suffix ?? none, nArticle)
    f(36, keys.reading, x.closing, x.isLast ? 1 : 0)
    f(37, keys.ending, x.opening)
    f(38, keys.stem, x.opening)
    f(39, keys.ending, x.clause, min(x.clausePosition, 3))
    f(35, keys.last, nKind, article << 4 | x.breakAfter)
  }
}
