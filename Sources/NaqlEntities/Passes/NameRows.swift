import NaqlModel

/// Names in a row: what و and commas join to a name is of its class where little else tells.
///
/// Source: usage of newspapers and encyclopaedias: شركتا أيريتاليا وماكي, أسبوعيات لوجورنال ودومان, ولداه صالح وآدم.
struct NameRows: MentionPass {
  let words: DocumentWords

  /// Confidence from which a name keeps its class, whatever it stands beside.
  private static var sure: Int { 900 }

  /// Gives the names in a row the class that the word before says, and a given name joined to one that of a person.
  func edit(_ board: inout MentionBoard) {
    let order = board.inOrder()
    for (place, index) in order.enumerated() {
      let first = board[index]
      if let said = classOfSeveral(before: first.start) {
        classRow(order[place...], said, on: &board)
      } else if first.entityClass == .person, first.count == 1, words[first.start].kind.contains(.given),
        place + 1 < order.count, case let next = order[place + 1], isJoined(board[next], to: first),
        isGivenName(board[next])
      {
        board[next].entityClass = .person
      }
    }
  }

  /// Gives the names of a row, the first of `order` and those joined to it, the class `said` as far as they are not sure.
  private func classRow(_ order: ArraySlice<Int>, _ said: EntityClass, on board: inout MentionBoard) {
    var last: Mention?
    for index in order {
      let name = board[index]
      if let last, !isJoined(name, to: last) { break }
      last = name
      if name.entityClass != said, name.confidence < Self.sure,
        words.listed(name.start)?.list.contains(.country) != true
      {
        board[index].entityClass = said
      }
    }
    if let end = last?.end { addUnknown(behind: end, said, on: &board) }
  }

  /// Adds the word that و joins to a row, where it is no common one.
  private func addUnknown(behind end: Int, _ said: EntityClass, on board: inout MentionBoard) {
    guard end < words.sentence(end - 1).end, board.isFree(end), words.edges(end).contains(.joined), !words.isMark(end)
    else { return }
    let word = words[end], ordinal = word.ordinals[1]
    guard word.letters[1] == 1, word.ordinals[0] < 0, word.length > 4, !words.isJoinedDefinite(end),
      !words.isOutside(end),
      words.edges(end).isDisjoint(with: [.inflected, .ordinary, .verb, .joinedParticle, .commonWithAlif, .possessed]),
      ordinal < 0 || !WordEdges.isCommon(words.nameFacts(ordinal).kind)
    else { return }
    board.put(
      Mention(
        start: end, end: end + 1, entityClass: said, origin: .rule, rule: .announced, confidence: 700, letters: 1))
  }

  /// The class of several names that the word before them says: شركتا, صحيفتي.
  private func classOfSeveral(before start: Int) -> EntityClass? {
    let cue = words.cueBefore(start, words.sentence(start).start)
    guard cue.contains(.several) else { return nil }
    return cue.contains(.placeCue) ? .location : cue.contains(.mediaCue) ? .media : .organisation
  }

  /// Whether a name stands behind another and و or a comma, brackets between them left aside.
  private func isJoined(_ name: Mention, to last: Mention) -> Bool {
    var at = last.end
    if at < words.count, words[at].signature == .openingBracket {
      while at < name.start, words[at].signature != .closingBracket { at += 1 }
      at += 1
    }
    let isBehindComma = at < name.start && words[at].signature == .comma
    if isBehindComma { at += 1 }
    guard at == name.start else { return false }
    return isBehindComma || name.letters == 1 && words.edges(at).contains(.joined)
  }

  /// Whether a listed place of one word, no country, is a given name too: آدم.
  private func isGivenName(_ name: Mention) -> Bool {
    name.entityClass == .location && name.count == 1 && name.confidence < Self.sure
      && words[name.start].kind.contains(.given) && words.listed(name.start)?.list.contains(.country) != true
  }
}
