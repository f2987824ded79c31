import NaqlModel

/// Words beside a person that belong to the name, and people that و joins to one.
extension MentionFinder {
  /// Brings all people of the text to their full length.
  mutating func extendPeople() {
    let people = inOrder().filter { mentions[$0].entityClass == .person }
    for index in people where owner[mentions[index].start] == Int32(index) {
      let (start, end) = words.sentence(mentions[index].start)
      takeInBefore(index, start)
      takeInBehind(index, before: end)
      joinServant(index, before: end)
      addJoinedPerson(behind: mentions[index], before: end)
    }
  }

  /// Takes in the word before a name of one word: an unknown one or one of people's names only (عوفر كالديرون), ود before the article ("son of" in
  /// Sudanese names, ود الريس).
  private mutating func takeInBefore(_ index: Int, _ start: Int) {
    let name = mentions[index], before = name.start - 1
    guard name.end - name.start == 1, name.letters == 0, name.start > start, owner[before] < 0 else { return }
    let isName =
      (words.isUnknown(before) || isNameOnly(before)) && !words.isCommonStart(before) && !words.isOutside(before)
    guard isName || words[name.start].hasArticle && words.isSpelt("ود", before) else { return }
    mentions[index].start = before
    owner[before] = Int32(index)
  }

  /// Takes in what goes on with a name: the word behind بن that begins it (بن رمضان), a ruler's number (خوان كارلوس الأول), بن and ولد with the word
  /// behind them.
  private mutating func takeInBehind(_ index: Int, before end: Int) {
    let name = mentions[index]
    if name.end - name.start == 1, words[name.start].wholeKind.contains(.bond), isFree(name.end, before: end),
      !words.isMark(name.end)
    {
      takeIn(1, index)
    }
    if isFree(mentions[index].end, before: end), isNumberOfRuler(mentions[index]) { takeIn(1, index) }
    if isFree(mentions[index].end, before: end), isRestOfForeignName(mentions[index].end, of: mentions[index]) {
      takeIn(1, index)
    }
    while case let next = mentions[index].end, isFree(next, before: end), isFree(next + 1, before: end),
      words[next].wholeKind.contains(.bond), !words.isMark(next + 1), words[next + 1].length > 1
    {
      takeIn(2, index)
    }
  }

  /// Whether a token stands before `end` and belongs to no name.
  private func isFree(_ at: Int, before end: Int) -> Bool { at < end && owner[at] < 0 }

  /// Takes the next tokens into a name.
  private mutating func takeIn(_ count: Int, _ index: Int) {
    let end = mentions[index].end
    for at in end..<end + count { owner[at] = Int32(index) }
    mentions[index].end += count
  }

  /// Joins to a person the one directly behind it whose name begins with عبد: محمد البدوي عبد الماجد.
  private mutating func joinServant(_ index: Int, before end: Int) {
    let next = mentions[index].end
    guard next < end, words.isSpelt("عبد", next), owner[next] >= 0, case let other = Int(owner[next]), other != index,
      mentions[other].entityClass == .person, mentions[other].start == next, mentions[other].letters == 0
    else { return }
    takeIn(mentions[other].end - next, index)
  }

  /// Adds the person whose unknown name و joins to one: أوهاد ياحالومي behind a person and و.
  private mutating func addJoinedPerson(behind name: Mention, before end: Int) {
    let next = name.end
    guard next + 1 < end, owner[next] < 0, words.labels[next - 1] != 0, words[next].letters[1] == 1,
      words[next].best == 0,
      words.isUnknown(next), words.edges(next).isDisjoint(with: .inflected), !words.isOutside(next),
      !words.isJoinedDefinite(next),
      words.edges(next + 1).isDisjoint(with: .inflected)
    else { return }
    if owner[next + 1] < 0 {
      guard words.isUnknown(next + 1) else { return }
      put(
        Mention(
          start: next, end: next + 2, entityClass: .person, origin: .rule, rule: .joinedPerson, confidence: 650,
          letters: 1))
      return
    }
    let right = Int(owner[next + 1])
    guard words.isUnknown(next + 1) || mentions[right].entityClass == .person, mentions[right].letters == 0 else {
      return
    }
    mentions[right].start = next
    mentions[right].letters = 1
    owner[next] = Int32(right)
  }

  /// Whether a word that nothing knows goes on with a foreign name: تاماس | فارغا, جوفان باتيستا | ألبيني. Words with an ending or a front of
  /// common ones do not.
  private func isRestOfForeignName(_ at: Int, of name: Mention) -> Bool {
    let before = words[name.end - 1]
    guard words.isUnknown(at), !before.hasArticle, name.letters == 0 || name.end - name.start > 1,
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
    return t.length >= 4 && !t.hasArticle && t.best == 0 && words.labels[at] == 0 && !t.kind.isEmpty
      && WordFacts.Kind([.given, .family, .foreign]).isSuperset(of: t.kind)
  }

  /// Whether behind a person stands an ordinal that belongs to the name, since a title stands before it: الملك خوان كارلوس الأول.
  private func isNumberOfRuler(_ mention: Mention) -> Bool {
    let next = words[mention.end]
    return next.hasArticle && next.wholeKind.contains(.ordinal) && mention.letters == 0 && mention.start > 0
      && (words.isTitle(mention.start - 1) || words.labels[mention.end] == 2)
  }
}
