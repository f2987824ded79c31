import NaqlModel

/// Short forms that a document has made of the names of bodies: a head with its article, in quotation marks or where the head is one that is
/// used so ("الهيئة" after "هيئة تحرير الشام", الوكالة after الوكالة الدولية للطاقة الذرية).
struct ShortBodies: MentionPass {
  let words: DocumentWords

  /// Adds the short forms of bodies whose names stand before them.
  func edit(_ board: inout MentionBoard) {
    let heads = headsOfBodies(on: board)
    guard !heads.isEmpty else { return }
    // Most words are no head by one bit of their name's number.
    let bits = heads.keys.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1 & 63) }
    for at in words.facts.indices.dropFirst()
    where board.isFree(at) && bits >> UInt64(words.facts[at].name & 63) & 1 == 1 {
      guard let full = heads[words.facts[at].name] else { continue }
      let word = words[at]
      guard word.hasArticle, isEnclosed(at) || isShortHead(at, behind: full, on: board) else { continue }
      board.put(Mention(shortFor: full, .organisation, at: at, word))
    }
  }

  /// The first body that each definite head names, by the head's name with its article.
  private func headsOfBodies(on board: MentionBoard) -> [Int32: Int] {
    var heads: [Int32: Int] = [:]
    for index in board.indices where board[index].entityClass == .organisation {
      let start = board[index].start
      guard board.stands(index) else { continue }
      guard board[index].end - start > 1, words[start].best == 0 || words[start].hasArticle else { continue }
      let definite: Int32? =
        words[start].hasArticle
        ? (words.kindsWithoutArticle(start).contains(.shortHead) ? words[start].name : nil)
        : words[start].kind.contains(.bodyHead) ? words.cache.definiteName(of: words.facts[start].type) : nil
      if let definite, heads[definite].map({ board[$0].start > start }) ?? true { heads[definite] = index }
    }
    return heads
  }

  private func isEnclosed(_ at: Int) -> Bool {
    at + 1 < words.count && words.facts[at - 1].traits.contains(.quote) && words.facts[at + 1].traits.contains(.quote)
  }

  /// Whether a head that is used so stands behind the body's name, and no adjective or demonstrative makes another of it.
  private func isShortHead(_ at: Int, behind full: Int, on board: MentionBoard) -> Bool {
    guard at >= board[full].end, words.kindsWithoutArticle(at).contains(.shortHead),
      !words[at - 1].wholeKind.contains(.demonstrative)
    else { return false }
    guard at + 1 < words.count, !words.isMark(at + 1), at + 1 < words.sentence(at).end, words[at + 1].hasArticle else {
      return true
    }
    let next = words[at + 1].kind.union(words.kindsWithoutArticle(at + 1))
    return next.isDisjoint(with: [.adjective, .nisba, .demonym, .ordinal]) && !words.edges(at + 1).contains(.nisbaEnd)
  }
}
