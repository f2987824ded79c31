import NaqlModel

/// Names whose words a hyphen joins without a space: تارا سبايرز-جونز, ماري-لويز كولي, مازدا إم إكس-5, كاسيني-هويجنس.
///
/// Source: usage of newspapers and encyclopaedias. Two people or places beside each other (قمة ترامب-بوتين, خط دمشق-بيروت) stay two.
struct HyphenatedNames: MentionPass {
  let words: DocumentWords

  /// Joins what stands on both sides of a hyphen where it is one name.
  func edit(_ board: inout MentionBoard) {
    var doubles: Set<[Int32]> = []  // types of the words of double names met
    for at in words.text.hyphens {
      let sides = [words.facts[at - 1].type, words.facts[at + 1].type]
      let left = board.number(at: at - 1), right = board.number(at: at + 1)
      guard left != right else { continue }
      if words.isNumber(at + 1) {
        if let left, board[left].end == at, isModel(board[left]) {
          board.stretch(left, over: board[left].start..<at + 2)
          board[left].entityClass = .work
        }
        continue
      }
      guard
        isDouble(left.map { board[$0] }, right.map { board[$0] }, around: at) || doubles.contains(sides),
        let kept = left ?? right
      else { continue }
      doubles.insert(sides)
      let classes = [left, right].compactMap { $0 }.map { board[$0].entityClass }
      if left == nil { board[kept].letters = 0 }
      board.stretch(kept, over: (left.map { board[$0].start } ?? at - 1)..<(right.map { board[$0].end } ?? at + 2))
      board[kept].entityClass = classes.contains(.work) ? .work : .person
    }
  }

  /// Whether the words beside a hyphen are one name: a work and what goes on with it, a family name of two parts behind a given name, a
  /// given name of two parts before a family name.
  private func isDouble(_ left: Mention?, _ right: Mention?, around at: Int) -> Bool {
    guard let left, left.end == at else {
      guard left == nil, let right else { return false }
      return right.start == at + 1 && right.letters == 0 && right.entityClass == .person && words.isUnknown(at - 1)
    }
    guard let right else { return left.entityClass == .work || left.entityClass == .person && words.isUnknown(at + 1) }
    guard right.start == at + 1, right.letters == 0 else { return false }
    if left.entityClass == .work { return left.confidence < 900 && right.end == at + 2 }
    guard left.entityClass == .person else { return false }
    if left.count > 1 { return right.end == at + 2 && right.confidence < 900 }
    return right.entityClass == .person && right.end > at + 2 && isGiven(at - 1) && isGiven(at + 1)
  }

  private func isGiven(_ at: Int) -> Bool {
    !words[at].kind.isDisjoint(with: [.given, .foreign]) || words.isUnknown(at)
  }

  /// Whether a name before a hyphen and a number is that of a model, whose last word is the name of a Latin letter or two: آر إكس-7.
  private func isModel(_ mention: Mention) -> Bool {
    let last = words[mention.end - 1]
    return mention.entityClass != .location && mention.entityClass != .media && last.length <= 4 && !last.hasArticle
      && mention.confidence < 900
  }
}
