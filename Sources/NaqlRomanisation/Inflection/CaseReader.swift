import NaqlText

/// Gives the words of a line their endings of case and mood: what the marks of the input say, else what the syntax of
/// news prose makes likely.
///
/// A verb is followed by its subject and then its object; a preposition or a noun in the construct state by a genitive;
/// an adjective agrees. Names that stand without article keep their form in pause. How often it is right is told in
/// docs/endings.md. Words and patterns: `Rules/romanisation/grammar/cases.tsv`.
struct CaseReader {
  private let annotator: GrammarAnnotator
  private let words: CaseWords

  init(_ annotator: GrammarAnnotator, words: CaseWords) {
    self.annotator = annotator
    self.words = words
  }

  /// The words of a line with what their syntax settles: the moods of verbs, the case before a pronoun, and with
  /// `endings` those of all words. What the marks of the input gave, by `isGiven`, stays.
  func read(_ line: [VocalisedWord], isGiven: [Bool], endings: Bool) -> [VocalisedWord] {
    let items = line.map(item)
    var clause = Clause()
    var result = line
    for at in items.indices {
      guard let item = items[at] else {
        clause.phrase = nil
        continue
      }
      let next = item.isStopped || at + 1 == items.count ? nil : items[at + 1]
      switch clause.read(item, before: next) {
      case .none: break
      case .ending(let ending):
        if endings { result[at].ending = ending }
      case .inner(let ending):
        if !isGiven[at], let noun = item.possessed { result[at].text = noun.text(item.text, with: ending) }
      case .mood(let mood):
        if isGiven[at] { break }
        // The vowel of the indicative gives way to that of the subjunctive, or to none.
        if let text = item.text(in: mood) {
          result[at].text = text
          if mood == .subjunctive { result[at].keepsEnding = true }
        } else if mood == .subjunctive, endings {
          result[at].ending = .a
        }
      }
      if item.isStopped { clause.pause() }
      if item.isClosed { clause = Clause() }
    }
    return result
  }

  /// A word with what it is to the syntax; nil where it is no Arabic word.
  private func item(_ word: VocalisedWord) -> Item? {
    let runs = TextRun.split(word.text)
    guard runs.count(where: \.isArabic) == 1, let at = runs.firstIndex(where: \.isArabic) else { return nil }
    var inner = word
    inner.text = runs[at].text
    let token = annotator.token(inner)
    guard !token.stem.isEmpty else { return nil }
    let behind = at + 1 < runs.count ? runs[at + 1].text : ""
    return Item(token, of: words, text: word.text, behind: behind, kindsOf: annotator.kinds)
  }
}
