import NaqlText

/// Running news is no catalogue, on whose titles the weights were trained: what the lexicon says of verbs, particles and
/// words counts for more there, and sentences open with verbs.
///
/// Gains are in units of log probability; chosen by reading vocalised sentences (the part `seen` of
/// Tests/Gold/endings.tsv), not trained.
enum NewsPrior {
  private static let perfect = Candidates.kindHash("verb-perfect")
  private static let imperfect = Candidates.kindHash("verb-imperfect")
  private static let adjectives = ["adjective", "participle", "nisba"].map(Candidates.kindHash)

  /// What a reading gains in running text.
  static func bonus(
    _ candidate: Candidate, of type: WordType, _ x: RankFeatures.Context, position: Int
  ) -> Float {
    inLexicon(candidate) + opening(candidate, type, x, position) + conjunction(candidate, type, x)
      + construct(candidate, type, x)
  }

  private static func inLexicon(_ candidate: Candidate) -> Float {
    guard candidate.lexiconRank > 0, !candidate.sources.contains(.loose) else { return 0 }
    return candidate.lexiconRank == 1 ? 1.5 : 0.5
  }

  /// A verb opens the sentence: وصف المراقبون waṣafa, not waṣf.
  private static func opening(
    _ candidate: Candidate, _ type: WordType, _ x: RankFeatures.Context, _ position: Int
  ) -> Float {
    guard position == 0, candidate.lexiconRank > 0, candidate.lexiconRank <= 3, !type.hasArticle, let next = x.next
    else { return 0 }
    guard candidate.kind == perfect || candidate.kind == imperfect else { return 0 }
    return candidate.lexiconRank == 1 || next.hasArticle && x.breakAfter == 0 ? 7 : 3
  }

  /// أن before an imperfect is an, else anna; إن is inna.
  private static func conjunction(_ candidate: Candidate, _ type: WordType, _ x: RankFeatures.Context) -> Float {
    let letters = type.letters
    guard letters.count >= 2, letters.count <= 3, letters.last == VowelLetter.nun, let last = candidate.labels.last
    else { return 0 }
    let isDoubled = VowelLabel(raw: last).consonants == 2
    switch letters[letters.count - 2] {
    case VowelLetter.alifHamza where candidate.labels.count == letters.count:
      let isBeforeVerb = x.next?.kind == UInt32(imperfect)
      return isDoubled != isBeforeVerb ? 3 : 0
    case VowelLetter.alifHamzaBelow: return isDoubled ? 3 : 0
    default: return 0
    }
  }

  /// ة before a word with the article reads -t, but for adjectives.
  private static func construct(_ candidate: Candidate, _ type: WordType, _ x: RankFeatures.Context) -> Float {
    guard type.letters.last == VowelLetter.tehMarbuta, !type.hasArticle, x.breakAfter == 0, x.next?.hasArticle == true,
      let last = candidate.labels.last, VowelLabel(raw: last).consonants == 2
    else { return 0 }
    return adjectives.contains(candidate.kind) ? 0 : 1.5
  }
}
