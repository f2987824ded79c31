import NaqlModel

/// Media among what was taken for bodies or people, by the word that they end in or by where they stand.
///
/// Source: usage of newspapers: الخليج نيوز; (أحمد سعد/رويترز).
struct MediaNames: MentionPass {
  let words: DocumentWords

  /// Gives such names the class of media.
  func edit(_ board: inout MentionBoard) {
    nameByTail(on: &board)
    nameCredits(on: &board)
    nameTold(on: &board)
  }

  /// Makes media of bodies, and of what was taken for people, whose last word only media have (الخليج نيوز), but for a company or a team
  /// that is called one: شركة أموري سبورت.
  private func nameByTail(on board: inout MentionBoard) {
    for index in board.inOrder() where board[index].count > 1 {
      let mention = board[index]
      guard words[mention.end - 1].wholeKind.contains(.mediaTail),
        mention.start == 0 || words[mention.start - 1].wholeKind.isDisjoint(with: .bodyCue),
        words.listed(mention.start)?.list.contains(.organisation) != true
      else { continue }
      if mention.entityClass == .organisation
        || mention.entityClass == .person && words[mention.start].kind.isDisjoint(with: [.given, .family, .foreign])
      {
        board[index].entityClass = .media
      }
    }
  }

  /// Makes media of what stands behind a stroke in brackets, where a person before it took the picture: (أحمد سعد/رويترز).
  private func nameCredits(on board: inout MentionBoard) {
    for index in board.inOrder() where board[index].entityClass == .organisation {
      let start = board[index].start, end = board[index].end
      guard start > 1, end < words.count, words.isSpelt("/", start - 1), words.isSpelt(")", end),
        board.mention(at: start - 2)?.entityClass == .person
      else { continue }
      board[index].entityClass = .media
    }
  }

  /// Makes media of what stands in quotation marks behind ل, where what was told it follows: قالت ل"النصر" إن, مصادر لـ«ملاعب اليوم» أن.
  private func nameTold(on board: inout MentionBoard) {
    for index in board.inOrder() where [.organisation, .work].contains(board[index].entityClass) {
      let start = board[index].start, end = board[index].end
      guard start > 2, end + 1 < words.count, words[start - 1].signature == .quote, words[end].signature == .quote,
        ["ل", "لـ"].contains(where: { words.isSpelt($0, start - 2) }), words[end + 1].wholeKind.contains(.clause)
      else { continue }
      board[index].entityClass = .media
    }
  }
}
