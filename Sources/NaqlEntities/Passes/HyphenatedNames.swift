import NaqlModel

/// Names whose words a hyphen joins without a space: تارا سبايرز-جونز, ماري-لويز كولي, مازدا إم إكس-5, كاسيني-هويجنس.
///
/// Source: usage of newspapers and encyclopaedias. Two people or places beside each other (قمة ترامب-بوتين, خط دمشق-بيروت) stay two.
extension MentionFinder {
  /// Joins what stands on both sides of a hyphen where it is one name.
  mutating func joinHyphens() {
    var doubles: Set<[Int32]> = []  // types of the words of double names met
    for at in words.text.hyphens {
      let sides = [words.facts[at - 1].type, words.facts[at + 1].type]
      let left = Int(owner[at - 1]), right = Int(owner[at + 1])
      guard left != right else { continue }
      if words[at + 1].signature == .number {
        if left >= 0, mentions[left].end == at, isModel(mentions[left]) {
          join(left, upTo: at + 2)
          mentions[left].entityClass = .work
        }
        continue
      }
      guard isDouble(left, right, around: at) || doubles.contains(sides) else { continue }
      doubles.insert(sides)
      let kept = left >= 0 ? left : right
      let classes = [left, right].filter { $0 >= 0 }.map { mentions[$0].entityClass }
      if left < 0 { mentions[kept].letters = 0 }
      let start = left >= 0 ? mentions[left].start : at - 1
      join(kept, from: start, upTo: right >= 0 ? mentions[right].end : at + 2)
      mentions[kept].entityClass = classes.contains(.work) ? .work : .person
    }
  }

  /// Whether the words beside a hyphen are one name: a work and what goes on with it, a family name of two parts behind a given name, a
  /// given name of two parts before a family name.
  private func isDouble(_ left: Int, _ right: Int, around at: Int) -> Bool {
    guard left >= 0, mentions[left].end == at else {
      return left < 0 && right >= 0 && mentions[right].start == at + 1 && mentions[right].letters == 0
        && mentions[right].entityClass == .person && words.isUnknown(at - 1)
    }
    let name = mentions[left]
    guard right >= 0 else { return name.entityClass == .work || name.entityClass == .person && words.isUnknown(at + 1) }
    let other = mentions[right]
    guard other.start == at + 1, other.letters == 0 else { return false }
    if name.entityClass == .work { return name.confidence < 900 && other.end == at + 2 }
    guard name.entityClass == .person else { return false }
    let isLong = name.end - name.start > 1
    if isLong { return other.end == at + 2 && other.confidence < 900 }
    return other.entityClass == .person && other.end > at + 2 && isGiven(at - 1) && isGiven(at + 1)
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

  private mutating func join(_ index: Int, from start: Int? = nil, upTo end: Int) {
    mentions[index].start = start ?? mentions[index].start
    mentions[index].end = end
    for at in mentions[index].start..<end { owner[at] = Int32(index) }
  }
}
