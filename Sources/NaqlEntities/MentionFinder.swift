import NaqlModel

/// Finds the names of one document: what lists, the tagger, triggers and earlier mentions say, weighed together.
struct MentionFinder {
  /// What finds candidates, in this order: of two equally strong ones that begin with one word the first stays.
  private let sources: [any CandidateSource.Type]

  /// What is done to the candidates once they are settled, in this order: each pass sees what those before it left.
  private let passes: [any MentionPass.Type] = [
    PeopleExtension.self,
    HyphenatedNames.self,
    OriginalFit.self,
    EventYears.self,
    SubjectDefinition.self,
    MediaNames.self, JoinedPlaces.self,
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

  private var board = MentionBoard()

  /// A finder for one document after the other. Without `lists` no listed name is a candidate.
  init(lists: Bool) {
    sources =
      [TaggedNames.self] + (lists ? [ListedNames.self] : []) + [TriggeredNames.self, SiteNames.self, WorkLists.self]
  }

  /// All names of a document, in order; titles apart.
  mutating func find(in words: DocumentWords) -> [Mention] {
    var candidates: [Mention] = []
    for source in sources { source.init(words: words).add(to: &candidates) }
    board.clear(tokens: words.count)
    board.settle(candidates)
    for pass in passes { pass.init(words: words).edit(&board) }
    return board.numbered()
  }
}
