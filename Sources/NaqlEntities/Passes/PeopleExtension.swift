import NaqlModel

/// Words beside a person that belong to the name, and people that و joins to one.
struct PeopleExtension: MentionPass {
  let words: DocumentWords

  /// Brings all people of the text to their full length.
  func edit(_ board: inout MentionBoard) {
    let people = board.inOrder().filter { board[$0].entityClass == .person }
    for index in people where board.stands(index) {
      let (start, end) = words.sentence(board[index].start)
      takeInBefore(index, start, on: &board)
      takeInBehind(index, before: end, on: &board)
      joinServant(index, before: end, on: &board)
      addJoinedPerson(behind: board[index], before: end, on: &board)
    }
  }

  /// Takes in the word before a name of one word: an unknown one or one of people's names only (عوفر كالديرون), ود before the article ("son of" in
  /// Sudanese names, ود الريس).
  private func takeInBefore(_ index: Int, _ start: Int, on board: inout MentionBoard) {
    let name = board[index], before = name.start - 1
    guard name.count == 1, name.letters == 0, name.start > start, board.isFree(before) else { return }
    let isName =
      (words.isUnknown(before) || isNameOnly(before)) && !words.isCommonStart(before) && !words.isOutside(before)
    guard isName || words[name.start].hasArticle && words.isSpelt("ود", before) else { return }
    board.stretch(index, over: before..<name.end)
  }

  /// Takes in what goes on with a name: the word behind بن that begins it (بن رمضان), a ruler's number (خوان كارلوس الأول), بن and ولد with the word
  /// behind them.
  private func takeInBehind(_ index: Int, before end: Int, on board: inout MentionBoard) {
    let name = board[index]
    if name.count == 1, words[name.start].wholeKind.contains(.bond), isFree(name.end, before: end, on: board),
      !words.isMark(name.end)
    {
      takeIn(1, index, on: &board)
    }
    if isFree(board[index].end, before: end, on: board), isNumberOfRuler(board[index]) { takeIn(1, index, on: &board) }
    if isFree(board[index].end, before: end, on: board), isRestOfForeignName(board[index].end, of: board[index]) {
      takeIn(1, index, on: &board)
    }
    while case let next = board[index].end, isFree(next, before: end, on: board),
      isFree(next + 1, before: end, on: board),
      words[next].wholeKind.contains(.bond), !words.isMark(next + 1), words[next + 1].length > 1
    {
      takeIn(2, index, on: &board)
    }
  }

  /// Whether a token stands before `end` and belongs to no name.
  private func isFree(_ at: Int, before end: Int, on board: MentionBoard) -> Bool { at < end && board.isFree(at) }

  /// Takes the next tokens into a name.
  private func takeIn(_ count: Int, _ index: Int, on board: inout MentionBoard) {
    board.stretch(index, over: board[index].start..<board[index].end + count)
  }

  /// Joins to a person the one directly behind it whose name begins with عبد: محمد البدوي عبد الماجد.
  private func joinServant(_ index: Int, before end: Int, on board: inout MentionBoard) {
    let next = board[index].end
    guard next < end, words.isSpelt("عبد", next), let other = board.number(at: next), other != index,
      board[other].entityClass == .person, board[other].start == next, board[other].letters == 0
    else { return }
    takeIn(board[other].end - next, index, on: &board)
  }

  /// Adds the person whose unknown name و joins to one: أوهاد ياحالومي behind a person and و.
  private func addJoinedPerson(behind name: Mention, before end: Int, on board: inout MentionBoard) {
    let next = name.end
    guard next + 1 < end, board.isFree(next), words.isLabelled(next - 1), words[next].letters[1] == 1,
      words[next].best == 0,
      words.isUnknown(next), words.edges(next).isDisjoint(with: .inflected), !words.isOutside(next),
      !words.isJoinedDefinite(next), words.edges(next + 1).isDisjoint(with: .inflected)
    else { return }
    guard let right = board.number(at: next + 1) else {
      guard words.isUnknown(next + 1) else { return }
      board.put(
        Mention(
          start: next, end: next + 2, entityClass: .person, origin: .rule, rule: .joinedPerson, confidence: 650,
          letters: 1))
      return
    }
    guard words.isUnknown(next + 1) || board[right].entityClass == .person, board[right].letters == 0 else {
      return
    }
    board.stretch(right, over: next..<board[right].end)
    board[right].letters = 1
  }

  /// Whether a word that nothing knows goes on with a foreign name: تاماس | فارغا, جوفان باتيستا | ألبيني. Words with an ending or a front of
  /// common ones do not.
  private func isRestOfForeignName(_ at: Int, of name: Mention) -> Bool {
    let before = words[name.end - 1]
    guard words.isUnknown(at), !before.hasArticle, name.letters == 0 || name.count > 1,
      !before.kind.isDisjoint(with: [.given, .foreign]) || words.isUnknown(name.end - 1),
      before.kind.isDisjoint(with: [.word, .verb, .adjective])
    else { return false }
    return words.edges(at).subtracting([.known, .nisbaEnd, .feminine]).isEmpty && !words.isOutside(at)
      && !Self.commonEnds.contains { words.ends(with: $0, at) }
  }

  /// Endings of the accusative, of pronouns and of plurals, with which foreign names seldom end.
  private static let commonEnds = ["ا", "ها", "هم", "ته", "ات", "ون", "ين"]

  /// A word of people's names and of nothing else, which the tagger passed over: عوفر.
  private func isNameOnly(_ at: Int) -> Bool {
    let t = words[at]
    return t.length >= 4 && !t.hasArticle && t.best == 0 && !words.isLabelled(at) && !t.kind.isEmpty
      && WordFacts.Kind([.given, .family, .foreign]).isSuperset(of: t.kind)
  }

  /// Whether behind a person stands an ordinal that belongs to the name, since a title stands before it: الملك خوان كارلوس الأول.
  private func isNumberOfRuler(_ mention: Mention) -> Bool {
    let next = words[mention.end]
    return next.hasArticle && next.wholeKind.contains(.ordinal) && mention.letters == 0 && mention.start > 0
      && (words.isTitle(mention.start - 1) || words.labels[mention.end] == TagLabel.insidePerson)
  }
}
