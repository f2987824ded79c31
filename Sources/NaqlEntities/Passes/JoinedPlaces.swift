import NaqlModel

/// Places of one word that و joins to the place before, where another place has the letters of both: الرياض وجدة are Riyadh and Jeddah, no Oujda.
///
/// Source: Arabic syntax: of two names side by side the second is joined by a conjunction, or is no name of its own.
struct JoinedPlaces: MentionPass {
  let words: DocumentWords

  /// Reads such places without their و.
  func edit(_ board: inout MentionBoard) {
    for index in board.inOrder() {
      let m = board[index]
      guard m.entityClass == .location, m.count == 1, m.letters == 0, m.start > 0, words.begins("و", m.start),
        words.edges(m.start).contains(.joined), let before = board.mention(at: m.start - 1),
        before.entityClass == .location, before.end == m.start
      else { continue }
      let word = words[m.start]
      let reading = (1..<4).first {
        word.letters[$0] == 1 && word.ordinals[$0] >= 0 && words.isPlace(named: word.ordinals[$0])
      }
      guard let reading else { continue }
      board[index].read(word, as: reading)
    }
  }
}
