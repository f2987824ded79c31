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
      let held = board.numbers(in: at + 1..<end).sorted()
      guard
        let longest = held.max(by: { board[$0].count < board[$1].count }),
        held.allSatisfy({ board[$0].start > at && board[$0].end <= end })
      else { continue }
      let kept = held[0]
      let entityClass = board[longest].entityClass
      board.stretch(kept, over: at + 1..<end)
      (board[kept].entityClass, board[kept].letters, board[kept].restored) = (entityClass, 0, false)
    }
  }
}
