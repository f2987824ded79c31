import NaqlModel

/// Names in hashtags, whose words are joined by underscores: #أيمن_الصفدي.
struct Hashtags: MentionPass {
  let words: DocumentWords

  /// Makes of the names inside a hashtag of several words one that takes all of them, with the class of the longest.
  func edit(_ board: inout MentionBoard) {
    for at in 0..<words.count where words.facts[at].signature == .sign && words.isSpelt("#", at) {
      var end = at + 2
      while end + 1 < words.count, words.isSpelt("_", end), words[end + 1].length > 0 { end += 2 }
      guard end > at + 2, end <= words.count else { continue }
      let span = at + 1..<end
      let held = board.numbers(in: span).sorted()
      guard let longest = held.max(by: { board[$0].count < board[$1].count }),
        held.allSatisfy({ board[$0].isInside(span) })
      else { continue }
      let kept = held[0]
      let entityClass = board[longest].entityClass
      board.stretch(kept, over: span)
      (board[kept].entityClass, board[kept].letters, board[kept].restored) = (entityClass, 0, false)
    }
  }
}
