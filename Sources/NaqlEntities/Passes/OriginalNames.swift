import NaqlModel

/// Names in Latin letters, in brackets directly behind the name that they are the original of: براغ (بالتشيكية: Praha).
///
/// Source: usage of encyclopaedias.
struct OriginalNames: MentionPass {
  let words: DocumentWords

  /// Gives such words the class of the name, whatever else was taken for one there.
  func edit(_ board: inout MentionBoard) {
    for at in words.facts.indices where words.facts[at].signature == .openingBracket {
      let last = at > 0 && words.facts[at - 1].signature == .quote ? at - 2 : at - 1
      guard last >= 0, let number = board.number(at: last), case let named = board[number], named.end == last + 1,
        let original = words.original(behind: at)
      else { continue }
      let held = board.numbers(in: original)
      guard held.allSatisfy({ board[$0].isInside(original) && board[$0].entityClass != .media }),
        named.entityClass == .media || original.count > 1 || !isCredit(original.lowerBound, of: named.entityClass)
      else { continue }
      var mention = Mention(
        start: original.lowerBound, end: original.upperBound, entityClass: named.entityClass, origin: .rule,
        rule: .original, confidence: 800)
      mention.full = named.full ?? number
      board.put(mention)
    }
  }

  /// Whether a Latin word in brackets is rather who took the picture or told the news: (AFP), (Reuters). Behind a person or a place a
  /// word of capitals is no original either.
  private func isCredit(_ at: Int, of entityClass: EntityClass) -> Bool {
    if words[at].wholeKind.contains(.credit) { return true }
    return entityClass != .organisation && entityClass != .work && words.bytes(at) { $0.allSatisfy { $0 < 0x61 } }
  }
}
