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
    inLexicon(candidate, type) + opening(candidate, type, x, position) + conjunction(candidate, type, x)
      + construct(candidate, type, x) + future(candidate, type)
  }

  private static func inLexicon(_ candidate: Candidate, _ type: WordType) -> Float {
    if NamePrior.isAccusative(candidate), !isWholeWord(candidate), type.candidates.contains(where: isWholeWord) {
      return -4  // درعا is Darʻā, no dirʻ-an
    }
    if NamePrior.isLooseVerb(candidate) { return -3 }
    guard candidate.lexiconRank > 0, !candidate.sources.contains(.loose) else { return 0 }
    return candidate.lexiconRank == 1 ? 1.5 : 0.5
  }

  private static func isWholeWord(_ candidate: Candidate) -> Bool {
    candidate.sources.contains(.lexicon) && !candidate.sources.contains(.loose)
  }

  /// A verb opens the sentence: وصف المراقبون waṣafa, not waṣf. What ends in no full stop may be a headline, which opens with a
  /// noun as often.
  private static func opening(
    _ candidate: Candidate, _ type: WordType, _ x: RankFeatures.Context, _ position: Int
  ) -> Float {
    guard position == 0, candidate.lexiconRank > 0, candidate.lexiconRank <= 3, !type.hasArticle, let next = x.next,
      candidate.kind == perfect && !hasPreposition(candidate, type) || candidate.kind == imperfect
    else { return 0 }
    let isSure = candidate.lexiconRank == 1 || next.hasArticle && x.breakAfter == 0
    return isSure && x.closing == 0x2E ? 7 : 3
  }

  /// Whether something other than و or ف is cut off its front: no perfect has it (وسجل is no wa-sa-jalla).
  private static func hasPreposition(_ candidate: Candidate, _ type: WordType) -> Bool {
    zip(type.letters, candidate.labels).contains { letter, label in
      VowelLabel(raw: label).hasHyphen && letter != VowelLetter.waw && letter != VowelLetter.fa
    }
  }

  /// سـ before an imperfect that the lexicon has is sa-: ستواصل sa-tuwāṣilu.
  private static func future(_ candidate: Candidate, _ type: WordType) -> Float {
    guard candidate.kind == imperfect, candidate.lexiconRank > 0, !candidate.sources.contains(.loose) else { return 0 }
    let at = type.letters.first == VowelLetter.waw || type.letters.first == VowelLetter.fa ? 1 : 0
    guard at < type.letters.count, type.letters[at] == VowelLetter.sin, candidate.labels[at] == CliticCut.wa else {
      return 0
    }
    return 5
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

  /// ة before a word with the article reads -t, but for adjectives; a nunation does not stand there (حليفا الأسد).
  private static func construct(_ candidate: Candidate, _ type: WordType, _ x: RankFeatures.Context) -> Float {
    if x.breakAfter == 0, x.next?.hasArticle == true, NamePrior.isAccusative(candidate) { return -4 }
    guard type.letters.last == VowelLetter.tehMarbuta, !type.hasArticle, x.breakAfter == 0, x.next?.hasArticle == true,
      let last = candidate.labels.last, VowelLabel(raw: last).consonants == 2
    else { return 0 }
    return adjectives.contains(candidate.kind) ? 0 : 1.5
  }
}
