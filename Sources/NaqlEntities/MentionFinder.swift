import NaqlModel

/// Finds the names of one document: what lists, the tagger, triggers and earlier mentions say, weighed together.
struct MentionFinder {
  /// What is done to the candidates once they are settled, in this order: each pass sees what those before it left.
  private let passes: [any MentionPass.Type] = [
    PeopleExtension.self,
    HyphenatedNames.self,
    OriginalFit.self,
    EventYears.self,
    SubjectDefinition.self,
    MediaNames.self,
    NameRows.self,
    QuotedTitles.self,
    NounsBeforeFamilies.self,
    EarlierMentions.self,
    LongFamilies.self,
    ShortBodies.self,
    SiteNameSpread.self,
    Hashtags.self,
    OriginalNames.self,
  ]

  private let usesLists: Bool
  /// The words of the document at hand.
  private(set) var words: DocumentWords!
  private var board = MentionBoard()

  /// A finder for one document after the other.
  init(lists: Bool) { usesLists = lists }

  /// All names of a document, in order; titles apart.
  mutating func find(in words: DocumentWords) -> [Mention] {
    self.words = words
    board.clear(tokens: words.count)
    // The words are the caller's again.
    defer { self.words = nil }
    board.settle(candidates())
    for pass in passes { pass.init(words: words).edit(&board) }
    return board.numbered()
  }

  private func candidates() -> [Mention] {
    var candidates: [Mention] = []
    var start = 0
    for end in words.sentenceEnds {
      prefetchLabelled(after: end)
      addTagged(start, end, &candidates)
      start = end
    }
    if usesLists {
      for (index, match) in words.text.matches.enumerated() {
        if index + DocumentWords.ahead < words.text.matches.count {
          words.prefetch(Int(words.text.matches[index + DocumentWords.ahead].start))
        }
        addListed(match, &candidates)
      }
    }
    start = 0
    for end in words.sentenceEnds {
      addTriggered(start, end, &candidates)
      start = end
    }
    addSiteName(&candidates)
    addWorkLists(&candidates)
    return candidates
  }

  /// Asks for the types of the labelled tokens that follow soon, with the ones before and behind them.
  private func prefetchLabelled(after end: Int) {
    for at in max(end, 1)..<max(end, 1, min(end + 32, words.count - 1))
    where words.labels[at - 1] | words.labels[at] | words.labels[at + 1] != 0 {
      words.prefetch(at)
    }
  }
}
