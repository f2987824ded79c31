import NaqlText

/// Names are no running text: what common words do there, names hardly do. In units of log probability; set by judgement
/// on the names of the samples, not trained.
enum NamePrior {
  private static let verbs = ["verb-perfect", "verb-imperfect", "verb-passive"].map(Candidates.kindHash)

  private static let names = ["given", "family", "foreign-given", "foreign-family", "place"].map(Candidates.kindHash)

  /// What a reading gains in a name: what the lexicon has as one (جو is Jū, not jaww); a verb that only another hamza makes of the
  /// letters loses (بريت is Barīt, not burriʾat), and the accusative of a common word (ناسا is Nāsā, though nās-an is a word).
  /// A name begins with no particle but the article: باسم يوسف is Bāsim.
  static func bonus(_ candidate: Candidate, isFirst: Bool) -> Float {
    if isFirst, let first = candidate.labels.first, clitics.contains(first) { return -5 }
    if isLooseVerb(candidate) || isAccusative(candidate) || hasOpenEnd(candidate) { return -5 }
    if isCutAtRandom(candidate) { return candidate.labels.count > 6 ? -2 : -5 }  // وضحايا ومفقودي
    return names.contains(candidate.kind) && !candidate.sources.contains(.loose) ? 1 : 0
  }

  private static let clitics = [CliticCut.wa, CliticCut.bi]

  /// Whether a clitic is cut off before what nobody knows: ورسمه is no wa- with a word.
  private static func isCutAtRandom(_ candidate: Candidate) -> Bool {
    guard let first = candidate.labels.first, clitics.contains(first) else { return false }
    return candidate.sources.isDisjoint(with: [.word, .stem, .lexicon, .suffixed, .inflected])
  }

  /// Whether the reading ends in a short i or u, as pronouns do (ـه): ليزه is Līzih, no Līzihi.
  private static func hasOpenEnd(_ candidate: Candidate) -> Bool {
    candidate.labels.last.map { [.i, .u].contains(VowelLabel(raw: $0).vowel) } == true
  }

  /// Whether the lexicon has the reading as a verb of another spelling.
  private static func isLooseVerb(_ candidate: Candidate) -> Bool {
    candidate.sources.contains(.loose) && verbs.contains(candidate.kind)
  }

  /// Whether the reading is a noun or adjective of the lexicon with nunation behind it.
  private static func isAccusative(_ candidate: Candidate) -> Bool {
    candidate.sources.contains(.suffixed) && candidate.labels.last.map { VowelLabel(raw: $0).vowel == .an } == true
  }
}
