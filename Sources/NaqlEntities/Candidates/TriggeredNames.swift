import NaqlModel

/// Names that a word before them announces: in quotation marks, behind a head, behind a word for ships, titles or media.
struct TriggeredNames: CandidateSource {
  let words: DocumentWords
  private let announced: AnnouncedNames
  private let bodies: NationalBodies
  private let headed: HeadedNames

  init(words: DocumentWords) {
    self.words = words
    announced = AnnouncedNames(words: words)
    bodies = NationalBodies(words: words)
    headed = HeadedNames(words: words)
  }

  /// Adds the names that a word announces.
  func add(to candidates: inout [Mention]) {
    var start = 0
    for end in words.sentenceEnds {
      addTriggered(start, end, &candidates)
      start = end
    }
  }

  /// Adds those of the tokens from `start` to before `end`, one sentence.
  private func addTriggered(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    // Where a quotation opens that و joins to a work.
    var afterWork = -1
    while at < end {
      if words.facts[at].traits.isDisjoint(with: [.quote, .head]) {
        at += 1
        continue
      }
      if words[at].signature == .quote, at > start, at + 1 < end, words.isInQuotation(at + 1), !words.isMark(at + 1) {
        let close = endOfQuotation(at, end)
        let entityClass = announcedClass(at == afterWork ? .workCue : words.headKinds(at - 1))
        if let entityClass { addQuoted(at + 1..<close, entityClass, end, &out) }
        // قصائده «نسر» و«في طائرة»
        if entityClass == .work { afterWork = close + 2 < end && words.isSpelt("و", close + 1) ? close + 2 : -1 }
        at = close
        continue
      }
      announced.addNames(behind: at, end, &out)
      if let body = bodies.body(at, start, end) {
        out.append(body)
        at = body.end
        continue
      }
      if let name = headed.name(at, start, end) { out.append(name) }
      at += 1
    }
  }

  /// The token that closes a short quotation.
  private func endOfQuotation(_ open: Int, _ end: Int) -> Int {
    var close = open + 1
    while close < end, words.isInQuotation(close) { close += 1 }
    return close
  }

  /// The class that a cue or head gives what stands in quotation marks behind it.
  private func announcedClass(_ cue: WordFacts.Kind) -> EntityClass? {
    if !cue.isDisjoint(with: [.workCue, .vessel]) { return .work }
    if !cue.isDisjoint(with: [.mediaCue, .mediaHead]) { return .media }
    if cue.contains(.eventHead) { return .event }
    if !cue.isDisjoint(with: [.bodyHead, .bodyCue]) { return .organisation }
    return cue.contains(.placeCue) ? .location : nil
  }

  /// Adds a short name in quotation marks behind a cue, unless it is speech: إن التحالف «لا يستهدف سعرا بعينه».
  private func addQuoted(_ span: Range<Int>, _ entityClass: EntityClass, _ end: Int, _ out: inout [Mention]) {
    if entityClass == .work { addAuthor(behind: span.upperBound, end, &out) }
    guard span.count <= Self.longestQuoted else { return }
    let found = Mention(
      start: span.lowerBound, end: span.upperBound, entityClass: entityClass, origin: .rule, rule: .quotedAfterCue,
      confidence: 900)
    let isSpeech =
      entityClass != .work
      && (span.count > 2 && words.isOrdinary(found, isQuoted: true) || span.count > 1 && opensSpeech(span.lowerBound))
    if !isSpeech { out.append(found) }
  }

  /// Words of the longest name in quotation marks behind a cue.
  private static var longestQuoted: Int { 6 }

  /// Whether a quotation begins with a preposition or a verb, as no body's or event's name does: الحكومة «في الوقت الراهن».
  private func opensSpeech(_ at: Int) -> Bool {
    words[at].wholeKind.contains(.opener) || words[at].score == 0 && words.edges(at).contains(.verb)
  }

  /// The author of a work, with لل behind its closing mark: رواية «الحرافيش» للمحفوظي, كتاب «تاريخ بخارى» للنرشخي.
  private func addAuthor(behind close: Int, _ end: Int, _ out: inout [Mention]) {
    let at = close + 1
    guard at < end, words.begins("لل", at, least: 10), words.edges(at).contains(.nisbaEnd), !words.isLabelled(at),
      at + 1 == end || words.labels[at + 1] != TagLabel.person
    else { return }
    let reading = (1..<4).first { words[at].letters[$0] == 2 || words[at].restored & (1 << UInt8($0)) != 0 }
    out.append(
      Mention(
        start: at, end: at + 1, entityClass: .person, origin: .rule, rule: .head, confidence: 700,
        letters: reading.map { Int(words[at].letters[$0]) } ?? 2, restored: true))
  }
}
