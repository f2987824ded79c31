import NaqlModel

/// Two words that are the family name of a person, and are that person elsewhere too: سان مارتين behind خوسيه دي سان مارتين.
struct LongFamilies: MentionPass {
  let words: DocumentWords

  /// Makes the person of what was taken for a place.
  func edit(_ board: inout MentionBoard) {
    var full: [[Int32]: Int] = [:]
    for index in board.inOrder() {
      let m = board[index]
      let types = (max(m.start, m.end - 2)..<m.end).map { words.facts[$0].type }
      if m.entityClass == .person, m.count > 2, words[m.end - 2].wholeKind.contains(.familyPart) {
        if full[types] == nil { full[types] = index }
      } else if m.count == 2, m.letters == 0, m.entityClass == .location, m.confidence < 900,
        let person = full[types]
      {
        board[index].entityClass = .person
        board[index].full = person
      }
    }
  }
}
