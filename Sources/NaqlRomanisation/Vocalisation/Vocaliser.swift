import NaqlModel
import NaqlRules
import NaqlText

/// Restores the vowels of Arabic words: authority list, lexicon, clitics, trained model, word pattern, letters.
///
/// `بشار الأسد` → بَشَّار الأَسَد. One vocaliser serves one task at a time: it keeps the word types it has met.
public final class Vocaliser: Vocalising {
  /// How much work a word is worth.
  public enum Effort: Sendable {
    /// Neighbours choose among the readings.
    case full
    /// The best reading without regard to neighbours but for the construct: for very long documents.
    case quick
  }

  private let types: VowelTypes
  private let ranker: ContextRanker
  private let authority: Authority
  private let patterns: WordPatterns?
  /// How much work a word is worth; full unless set.
  public var effort = Effort.full

  /// A vocaliser over the model and lexicon of `rules`, with the readings of `authority` before all others.
  public convenience init(_ rules: RuleSet, authority: Authority = Authority()) throws(Diagnostic) {
    self.init(
      model: try VowelModel(rules), lexicon: try Lexicon(rules), authority: authority,
      patterns: try WordPatterns(rules))
  }

  /// A vocaliser over parts that are there already; model and lexicon may be shared among tasks.
  public init(model: VowelModel, lexicon: Lexicon, authority: Authority = Authority(), patterns: WordPatterns? = nil) {
    types = VowelTypes(model: model, lexicon: lexicon)
    ranker = ContextRanker(model: model)
    self.authority = authority
    self.patterns = patterns
  }

  /// What the model alone decides for each word: labels, capital and probability; nil for words without letters.
  func decide(_ tokens: [VowelToken], use: Use) -> [(labels: [UInt8], capital: VocalisedWord.Capital, probability: Float)?] {
    let line = VowelLine(tokens, use: use, types: types)
    let chosen = ranker.choose(line, quick: effort == .quick, use: use)
    return tokens.indices.map { at in
      guard let type = line.types[at], let best = chosen[at].order.first else { return nil }
      return (type.candidates[best].labels, chosen[at].capital ?? .lower, chosen[at].probabilities[best])
    }
  }

  public func readings(of words: [String], use: Use, limit: Int) -> [[WordReading]] {
    let tokens = words.map { VowelToken($0) }
    let line = VowelLine(tokens, use: use, types: types)
    let chosen = ranker.choose(line, quick: effort == .quick, use: use)
    var result: [[WordReading]] = []
    result.reserveCapacity(words.count)
    for at in tokens.indices {
      result.append(readings(tokens[at], chosen[at], line.types[at], use: use, limit: max(1, limit), line, at))
    }
    return result
  }

  private func readings(
    _ token: VowelToken, _ choice: ContextRanker.Choice, _ type: WordType?, use: Use, limit: Int, _ line: VowelLine,
    _ at: Int
  ) -> [WordReading] {
    guard token.isArabic else {
      return [WordReading(VocalisedWord(token.text), probability: 1, origin: .marks)]
    }
    if let own = authority.reading(of: token), token.hasMarks == false {
      return [WordReading(VocalisedWord(own), probability: 1, origin: .authority)]
    }
    guard let type else { return [WordReading(VocalisedWord(token.text), probability: 0.5, origin: .letters)] }
    if token.isFullyMarked { return [WordReading(VocalisedWord(token.text), probability: 1, origin: .marks)] }
    var found: [WordReading] = []
    var sum = 0.0
    for k in choice.order {
      let candidate = type.candidates[k]
      let reading = Reading(letters: token.letters, labels: candidate.labels)
      guard let text = token.text(with: reading.marks(candidate, after: at > 0 ? line.types[at - 1] : nil)) else { continue }
      let word = VocalisedWord(
        text, isConstruct: reading.isConstruct, capital: choice.capital,
        clitics: LabelRendering.clitics(token.letters, candidate.labels))
      let probability = Double(choice.probabilities[k])
      sum += probability
      if !found.contains(where: { $0.word == word }) {
        found.append(WordReading(word, probability: probability, origin: candidate.origin))
      }
      if found.count == limit, !token.hasMarks { break }
    }
    if token.hasMarks, sum > 0 {
      for i in found.indices { found[i].probability = min(1, found[i].probability / sum) }
      found = Array(found.prefix(limit))
    }
    if found.isEmpty, let labels = patterns?.labels(token.letters),
      let text = token.text(with: LabelRendering.marks(token.letters, labels, isNisba: false))
    {
      found.append(
        WordReading(
          VocalisedWord(text, capital: choice.capital, clitics: LabelRendering.clitics(token.letters, labels)),
          probability: 0.2, origin: .pattern))
    }
    if found.isEmpty { found.append(WordReading(VocalisedWord(token.text, capital: choice.capital), probability: 0.1, origin: .letters)) }
    return found
  }
}

/// A candidate on the letters of its word.
private struct Reading {
  let letters: [UInt8]
  let labels: [UInt8]

  /// Whether a final ة is read as -t; nil for words that do not end so.
  var isConstruct: Bool? {
    guard letters.last == VowelLetter.tehMarbuta, let last = labels.last else { return nil }
    return VowelLabel(raw: last).consonants == 2
  }

  func marks(_ candidate: Candidate, after previous: WordType?) -> [[UInt32]] {
    let isNisba = candidate.isNisba ?? NisbaGuess.isNisba(letters, labels)
    return LabelRendering.marks(letters, labels, isNisba: isNisba)
  }
}

extension Candidate {
  /// Which link of the chain the reading comes from, the most trusted one first.
  var origin: Origin {
    if sources.contains(.lexicon) { return .lexicon }
    if sources.contains(.suffixed), lexiconRank > 0 { return .lexicon }
    return .model
  }
}
