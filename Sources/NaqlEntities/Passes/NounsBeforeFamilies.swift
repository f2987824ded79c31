import NaqlModel

/// Common nouns that are given names too, before the family name of somebody who is called otherwise: اعتماد الأسد beside بشار الأسد.
struct NounsBeforeFamilies: MentionPass {
  let words: DocumentWords

  /// Leaves such a noun out of the name.
  func edit(_ board: inout MentionBoard) {
    var sure: [Int32: Int] = [:]
    for index in board.inOrder() where words.givesFamily(board[index]) {
      let last = words.facts[board[index].end - 1].type
      if words[board[index].start].kind.isDisjoint(with: .word), sure[last] == nil { sure[last] = index }
    }
    for index in board.indices where board[index].entityClass == .person && board.stands(index) {
      let mention = board[index]
      guard mention.count == 2, words[mention.start].kind.isSuperset(of: [.word, .given]),
        beginsFewNames(mention.start) || words.isGoverned(mention.start),
        let full = sure[words.facts[mention.start + 1].type]
      else { continue }
      board.cut(index, to: mention.words.dropFirst())
      board[index].letters = 0
      board[index].full = full
    }
  }

  /// Whether hardly a person of the lists has a word for a given name.
  private func beginsFewNames(_ at: Int) -> Bool {
    let ordinal = words[at].ordinals[0]
    return ordinal >= 0 && words.nameFacts(ordinal).first < 3
  }
}
