/// Why a word was read as it was: the readings that were weighed, what each source said, what was chosen.
public struct VowelExplanation: Sendable {
  /// A reading that was weighed.
  public struct Reading: Sendable {
    /// ALA-LC form, lower case.
    public var form: String
    /// Probability in this place.
    public var probability: Double
    /// What the sources say: `word 0.93`, `stem 0.80 of 12`, `lexicon given 1`, `tagger 0.61`, `with pronoun`.
    public var evidence: [String]
  }

  /// The word.
  public var word: String
  /// Which link of the chain decided.
  public var origin: String
  /// Readings, best first.
  public var readings: [Reading]
  /// Probability that none of them is right.
  public var none: Double
  /// Whether the two best are close: under twice the probability of each other.
  public var isClose: Bool {
    readings.count > 1 && readings[0].probability < 2 * readings[1].probability
  }
}

extension Vocaliser {
  /// The readings of each word of a line with their evidence, at most `limit` a word.
  public func explanation(of words: [String], use: Use, limit: Int = 6) -> [VowelExplanation] {
    let tokens = words.map { VowelToken($0) }
    let best = readings(of: words, use: use, limit: 1)
    return weighed(tokens, use: use).enumerated().map { at, weighed in
      let readings = weighed.prefix(limit).map { candidate, probability in
        VowelExplanation.Reading(
          form: LabelRendering.latin(tokens[at].letters, candidate.labels), probability: Double(probability),
          evidence: evidence(candidate))
      }
      let sum = weighed.reduce(0) { $0 + Double($1.1) }
      return VowelExplanation(
        word: words[at], origin: best[at].first?.origin.rawValue ?? "", readings: readings,
        none: weighed.isEmpty ? 0 : max(0, 1 - sum))
    }
  }

  private func evidence(_ candidate: Candidate) -> [String] {
    var found: [String] = []
    if candidate.sources.contains(.word) { found.append("word \(Self.hundredths(candidate.wordShare))") }
    if candidate.sources.contains(.stem) {
      found.append("stem \(Self.hundredths(candidate.stemShare)) of \(candidate.stemSeen)")
    }
    if candidate.lexiconRank > 0 {
      found.append("lexicon \(kindName(candidate.kind)) \(candidate.lexiconRank)")
    }
    if candidate.sources.contains(.loose) { found.append("hamza or ى folded") }
    if candidate.sources.contains(.suffixed) { found.append("with pronoun") }
    if candidate.sources.contains(.inflected) { found.append("form of a verb") }
    if candidate.sources.contains(.tagger) { found.append("tagger \(Self.hundredths(candidate.tagShare))") }
    return found
  }

  private static func hundredths(_ share: Float) -> String {
    let whole = Int((share * 100).rounded())
    return whole >= 100 ? "1.00" : "0." + (whole < 10 ? "0" : "") + String(whole)
  }
}
