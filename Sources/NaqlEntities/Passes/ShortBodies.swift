import NaqlModel

/// Short forms that a document has made of the names of bodies: a head with its article, in quotation marks or where the head is one that is
/// used so ("الهيئة" after "هيئة تحرير الشام", الوكالة after الوكالة الدولية للطاقة الذرية).
extension MentionFinder {
  /// Adds the short forms of bodies whose names stand before them.
  mutating func shortBodies() {
    let heads = headsOfBodies()
    guard !heads.isEmpty else { return }
    // Most words are no head by one bit of their name's number.
    let bits = heads.keys.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1 & 63) }
    for at in text.facts.indices.dropFirst()
    where owner[at] < 0 && bits >> UInt64(text.facts[at].name & 63) & 1 == 1 {
      guard let full = heads[text.facts[at].name] else { continue }
      let word = type(at)
      guard word.hasArticle, isEnclosed(at) || isShortHead(at, behind: full) else { continue }
      short(at, word, .organisation, full)
    }
  }

  /// The first body that each definite head names, by the head's name with its article.
  private func headsOfBodies() -> [Int32: Int] {
    var heads: [Int32: Int] = [:]
    for index in mentions.indices where mentions[index].entityClass == .organisation {
      let start = mentions[index].start
      guard owner[start] == Int32(index) else { continue }
      guard mentions[index].end - start > 1, type(start).best == 0 || type(start).hasArticle else { continue }
      let definite: Int32? =
        type(start).hasArticle
        ? (kindsWithoutArticle(start).contains(.shortHead) ? type(start).name : nil)
        : type(start).kind.contains(.bodyHead) ? cache.definiteName(of: text.facts[start].type) : nil
      if let definite, heads[definite].map({ mentions[$0].start > start }) ?? true { heads[definite] = index }
    }
    return heads
  }

  private func isEnclosed(_ at: Int) -> Bool {
    at + 1 < text.count && text.facts[at - 1].traits.contains(.quote) && text.facts[at + 1].traits.contains(.quote)
  }

  /// Whether a head that is used so stands behind the body's name, and no adjective or demonstrative makes another of it.
  private func isShortHead(_ at: Int, behind full: Int) -> Bool {
    guard at >= mentions[full].end, kindsWithoutArticle(at).contains(.shortHead),
      !type(at - 1).wholeKind.contains(.demonstrative)
    else { return false }
    guard at + 1 < text.count, !isMark(at + 1), at + 1 < sentence(at).end, type(at + 1).hasArticle else { return true }
    let next = type(at + 1).kind.union(kindsWithoutArticle(at + 1))
    return next.isDisjoint(with: [.adjective, .nisba, .demonym, .ordinal]) && !edges(at + 1).contains(.nisbaEnd)
  }
}
