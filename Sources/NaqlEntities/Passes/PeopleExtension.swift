import NaqlModel

/// Words beside a person that belong to the name, and people that و joins to one.
extension MentionFinder {
  /// Brings all people of the text to their full length.
  mutating func extendPeople() {
    let people = inOrder().filter { mentions[$0].entityClass == .person }
    for index in people where owner[mentions[index].start] == Int32(index) {
      let (start, end) = sentence(mentions[index].start)
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
    let isName = (isUnknown(before) || isNameOnly(before)) && !isCommonStart(before) && !isOutside(before)
    guard isName || type(name.start).hasArticle && isSpelt("ود", before) else { return }
    mentions[index].start = before
    owner[before] = Int32(index)
  }

  /// Takes in what goes on with a name: the word behind بن that begins it (بن رمضان), a ruler's number (خوان كارلوس الأول), بن and ولد with the word
  /// behind them.
  private mutating func takeInBehind(_ index: Int, before end: Int) {
    let name = mentions[index]
    if name.end - name.start == 1, type(name.start).wholeKind.contains(.bond), isFree(name.end, before: end),
      !isMark(name.end)
    {
      takeIn(1, index)
    }
    if isFree(mentions[index].end, before: end), isNumberOfRuler(mentions[index]) { takeIn(1, index) }
    if isFree(mentions[index].end, before: end), isRestOfForeignName(mentions[index].end, of: mentions[index]) {
      takeIn(1, index)
    }
    while case let next = mentions[index].end, isFree(next, before: end), isFree(next + 1, before: end),
      type(next).wholeKind.contains(.bond), !isMark(next + 1), type(next + 1).length > 1
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
    guard next < end, isSpelt("عبد", next), owner[next] >= 0, case let other = Int(owner[next]), other != index,
      mentions[other].entityClass == .person, mentions[other].start == next, mentions[other].letters == 0
    else { return }
    takeIn(mentions[other].end - next, index)
  }

  /// Adds the person whose unknown name و joins to one: أوهاد ياحالومي behind a person and و.
  private mutating func addJoinedPerson(behind name: Mention, before end: Int) {
    let next = name.end
    guard next + 1 < end, owner[next] < 0, labels[next - 1] != 0, type(next).letters[1] == 1, type(next).best == 0,
      isUnknown(next), edges(next).isDisjoint(with: .inflected), !isOutside(next), !isJoinedDefinite(next),
      edges(next + 1).isDisjoint(with: .inflected)
    else { return }
    if owner[next + 1] < 0 {
      guard isUnknown(next + 1) else { return }
      put(
        Mention(
          start: next, end: next + 2, entityClass: .person, origin: .rule, rule: .joinedPerson, confidence: 650,
          letters: 1))
      return
    }
    let right = Int(owner[next + 1])
    guard isUnknown(next + 1) || mentions[right].entityClass == .person, mentions[right].letters == 0 else { return }
    mentions[right].start = next
    mentions[right].letters = 1
    owner[next] = Int32(right)
  }

  /// Whether a word that nothing knows goes on with a foreign name: تاماس | فارغا, جوفان باتيستا | ألبيني. Words with an ending or a front of
  /// common ones do not.
  private func isRestOfForeignName(_ at: Int, of name: Mention) -> Bool {
    let before = type(name.end - 1)
    guard isUnknown(at), !before.hasArticle, name.letters == 0 || name.end - name.start > 1,
      !before.kind.isDisjoint(with: [.given, .foreign]) || isUnknown(name.end - 1),
      before.kind.isDisjoint(with: [.word, .verb, .adjective])
    else { return false }
    return edges(at).subtracting([.known, .nisbaEnd, .feminine]).isEmpty && !isOutside(at)
      && !Self.commonEnds.contains { ends(with: $0, at) }
  }

  /// Endings of the accusative, of pronouns and of plurals, with which foreign names seldom end.
  private static let commonEnds = ["ا", "ها", "هم", "ته", "ات", "ون", "ين"]

  /// A word in no list and no lexicon, long enough to be a foreign name.
  func isUnknown(_ at: Int) -> Bool {
    let t = type(at)
    return t.score == 0 && t.length >= 4 && !t.hasArticle && t.signature.isUnknown && t.ordinals[0] < 0
      && t.ordinals[1] < 0
      && t.ordinals[2] < 0
      && t.kinds == 0 && !edges(at).contains(.ordinary)
  }

  /// A word of people's names and of nothing else, which the tagger passed over: عوفر.
  private func isNameOnly(_ at: Int) -> Bool {
    let t = type(at)
    return t.length >= 4 && !t.hasArticle && t.best == 0 && labels[at] == 0 && !t.kind.isEmpty
      && WordFacts.Kind([.given, .family, .foreign]).isSuperset(of: t.kind)
  }

  /// Whether behind a person stands an ordinal that belongs to the name, since a title stands before it: الملك خوان كارلوس الأول.
  private func isNumberOfRuler(_ mention: Mention) -> Bool {
    let next = type(mention.end)
    return next.hasArticle && next.wholeKind.contains(.ordinal) && mention.letters == 0 && mention.start > 0
      && (isTitle(mention.start - 1) || labels[mention.end] == 2)
  }
}
