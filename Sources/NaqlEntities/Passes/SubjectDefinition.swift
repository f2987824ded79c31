import NaqlModel

/// The subject of an encyclopaedic article, by what its first sentence says it is: سولفاي, then سولفاي شركة كيميائية بلجيكية.
struct SubjectDefinition: MentionPass {
  let words: DocumentWords

  /// Words of the longest subject, and of the longest bracket behind it.
  private static let longest = (subject: 4, bracket: 40)

  /// Gives the subject its class and all of its letters.
  func edit(_ board: inout MentionBoard) {
    defineSubject(on: &board)
    defineBracketed(on: &board)
    keepSubjectWhole(on: &board)
  }

  /// Gives the subject its class wherever it stands by itself.
  private func defineSubject(on board: inout MentionBoard) {
    guard words.sentenceEnds.count > 1 else { return }
    let end = words.sentenceEnds[0]
    guard end > 0, end <= Self.longest.subject, !(0..<end).contains(where: { words.isMark($0) }),
      stands(0..<end, at: end), let entityClass = definition(behind: end * 2, words.sentenceEnds[1])
    else { return }
    let isKnown = board.mentions.contains { $0.count == end && stands($0.words, at: 0) }
    guard isKnown || entityClass == .location || entityClass == .organisation else { return }
    var at = 0
    while at + end <= words.count {
      if words.facts[at].type == words.facts[0].type, stands(0..<end, at: at) {
        define(at..<(at + end), entityClass, on: &board)
      }
      at += 1
    }
  }

  /// A letter that opens the heading of an article, with which its first sentence begins too, is the subject's own and no clitic: ليزه مايتنر, then
  /// ليزه مايتنر (…) عالمة. Where lists have the rest as a name (لبغداد تاريخ) it is one.
  private func keepSubjectWhole(on board: inout MentionBoard) {
    guard let end = words.sentenceEnds.first, end <= Self.longest.subject, stands(0..<end, at: end) else { return }
    for index in board.inOrder()
    where board[index].letters == 1 && !board[index].restored && board[index].origin != .gazetteer
      && words.facts[board[index].start].type == words.facts[0].type
    {
      board[index].letters = 0
    }
  }

  /// Gives the subject the class that a bracket behind it in the heading tells: غيرنيكا (لوحة). A common word is the subject where a sentence
  /// begins only.
  private func defineBracketed(on board: inout MentionBoard) {
    guard let end = words.sentenceEnds.first, end > 3, end <= Self.longest.subject + 3,
      words[end - 1].signature == .closingBracket,
      words[end - 3].signature == .openingBracket, let entityClass = definition(behind: end - 2, end - 1),
      entityClass == .work || entityClass == .location || entityClass == .event || entityClass == .organisation
    else { return }
    let subject = 0..<end - 3
    if subject.contains(where: { words.isMark($0) || words.edges($0).contains(.verb) }) { return }
    let isCommon = subject.count == 1 && !words[0].kind.isDisjoint(with: Self.ordinary)
    for at in 0...max(0, words.count - subject.count)
    where words.facts[at].type == words.facts[0].type && stands(subject, at: at) {
      if !isCommon || at == words.sentence(at).start { define(at..<at + subject.count, entityClass, on: &board) }
    }
  }

  /// Whether the words of `subject` stand at a token too.
  private func stands(_ subject: Range<Int>, at place: Int) -> Bool {
    guard place + subject.count <= words.count else { return false }
    return subject.allSatisfy {
      words.facts[$0].type == words.facts[place + $0 - subject.lowerBound].type
    }
  }

  /// Makes a name of a class of words that are one by themselves or none yet.
  private func define(_ span: Range<Int>, _ entityClass: EntityClass, on board: inout MentionBoard) {
    if let number = board.number(at: span.lowerBound) {
      let known = board[number]
      guard known.words == span else { return }
      board[number].entityClass = entityClass
      board[number].confidence = max(known.confidence, 900)
    } else if span.allSatisfy({ board.isFree($0) }) {
      board.put(
        Mention(
          start: span.lowerBound, end: span.upperBound, entityClass: entityClass, origin: .document,
          rule: .earlierMention, confidence: 900))
    }
  }

  /// The class that the noun behind a subject tells, a bracket and a copula between them or not; nil where it tells none or several.
  private func definition(behind subject: Int, _ end: Int) -> EntityClass? {
    var at = subject
    if at < end, words[at].signature == .openingBracket {
      guard
        let close = (at..<min(end, at + Self.longest.bracket)).first(where: { words[$0].signature == .closingBracket })
      else {
        return nil
      }
      at = close + 1
    }
    while at < end, !words[at].wholeKind.isDisjoint(with: [.copula, .ranking]) { at += 1 }  // هي ثاني أكبر مدينة
    guard at < end, !words.isMark(at), !words[at].hasArticle else { return nil }
    let kind = words[at].wholeKind
    let classes: [(EntityClass, WordFacts.Kind)] = [
      (.organisation, [.bodyHead, .bodyCue]), (.location, [.placeHead, .placeCue]),
      (.media, [.mediaCue, .mediaHead]), (.work, [.workCue, .workHead, .vessel]), (.event, [.eventHead, .eventCue]),
      (.person, [.personCue, .titleHead]),
    ]
    let told = classes.filter { !kind.isDisjoint(with: $0.1) }.map(\.0)
    return told.count == 1 ? told[0] : nil
  }

  /// Kinds of words that mean something else than a name where they stand by themselves.
  private static let ordinary: WordFacts.Kind = [
    .word, .verb, .adjective, .nisba, .demonym, .given, .family, .place, .institution, .title, .titleHead, .bodyHead,
    .placeHead, .kinship,
  ]
}
