import NaqlModel

/// Titles in quotation marks that stand beside a person or another title.
///
/// Source: usage of newspapers: «سلمى» للسوري جود سعيد; «المحاكمة» و«القلعة».
struct QuotedTitles: MentionPass {
  let words: DocumentWords

  /// Words of the longest title, and of the longest bracket behind one.
  private static let longest = 8

  /// Makes works of such titles.
  func edit(_ board: inout MentionBoard) {
    addTitlesByAuthor(on: &board)
    addSecondTitles(on: &board)
  }

  /// Makes a work of what stands in quotation marks before لل and a word for a person, with the person behind it: «سلمى» للسوري جود سعيد.
  private func addTitlesByAuthor(on board: inout MentionBoard) {
    for close in words.facts.indices
    where words.facts[close].signature == .quote && close > 0 && words.isInQuotation(close - 1)
      && close + 2 < words.count
    {
      guard words.begins("لل", close + 1, least: 10),
        !words.cache.kindsBehindLil(words.facts[close + 1].type).isDisjoint(with: [.titleHead, .demonym]),
        board.mention(at: close + 2)?.entityClass == .person
      else { continue }
      var first = close - 1
      while first > 0, words.isInQuotation(first - 1) { first -= 1 }
      guard close - first <= Self.longest else { continue }
      board.put(
        Mention(start: first, end: close, entityClass: .work, origin: .rule, rule: .quotedAfterCue, confidence: 800))
    }
  }

  /// Makes a work of what stands in quotation marks behind a work in such marks and و: «المحاكمة» و«القلعة».
  private func addSecondTitles(on board: inout MentionBoard) {
    for index in board.inOrder() where board[index].entityClass == .work {
      var close = board[index].end
      if close + 1 < words.count, words[close].signature == .quote, words[close + 1].signature == .openingBracket,
        let end = (close + 1..<min(words.count, close + 1 + Self.longest)).first(where: {
          words[$0].signature == .closingBracket
        })
      {
        close = end  // «سوبر تروبر» (1980) و«ذا فيزيتورز»
      }
      guard close + 3 < words.count, [.quote, .closingBracket].contains(words[close].signature),
        words.isSpelt("و", close + 1), words[close + 2].signature == .quote
      else { continue }
      var last = close + 3
      while last < words.count, words.isInQuotation(last), board.isFree(last) { last += 1 }
      guard last > close + 3, last < words.count, words[last].signature == .quote else { continue }
      board.put(
        Mention(
          start: close + 3, end: last, entityClass: .work, origin: .rule, rule: .quotedAfterCue, confidence: 800))
    }
  }
}
