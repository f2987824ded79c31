import NaqlModel

/// The site's name wherever it stands in the document, once `SiteNames` has found it.
struct SiteNameSpread: MentionPass {
  let words: DocumentWords

  /// Makes media of the site's name wherever it stands in the document: in the line of rights the tagger takes it for a body, or its
  /// second word for a place. A single word may be a common one, and is left unless it is taken for a body.
  func edit(_ board: inout MentionBoard) {
    guard let found = board.mentions.first(where: { $0.rule == .siteName && $0.entityClass == .media }) else { return }
    let site = found.words
    if site.count == 1 {
      for index in board.indices
      where board[index].entityClass == .organisation && board[index].count == 1
        && words.repeats(site, at: board[index].start)
      {
        board[index].entityClass = .media
      }
      return
    }
    for at in 0..<max(0, words.count - site.count + 1) where at != site.lowerBound && words.repeats(site, at: at) {
      placeSite(at..<at + site.count, on: &board)
    }
  }

  /// Puts the site's name in the place of what was taken for names among its words.
  private func placeSite(_ span: Range<Int>, on board: inout MentionBoard) {
    let held = board.numbers(in: span)
    guard held.allSatisfy({ board[$0].isInside(span) }) else { return }
    let first = words[span.lowerBound]
    let mention = Mention(
      start: span.lowerBound, end: span.upperBound, entityClass: .media, origin: .rule, rule: .siteName,
      confidence: 730, letters: Int(first.letters[Int(first.best)]))
    guard let kept = held.min() else { return board.put(mention) }
    board.replace(kept, by: mention)
  }
}
