import NaqlModel
import NaqlRules
import NaqlText

/// Restores the vowels of Arabic words: authority list, lexicon, clitics, trained model, word pattern, letters.
///
/// `بشار الأسد` → بَشَّار الْأَسَد. One vocaliser serves one task at a time: it keeps the word types it has met.
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
  private let known: KnownReadings?
  /// Words that the grammar treats on their own.
  let grammar: GrammarWords
  /// Words met, apart by effort (full, quick).
  private var seen = [TextTable<SeenWord>(), TextTable<SeenWord>()]
  /// Number of words kept before a store is emptied.
  private static let limit = 100_000
  /// How much work a word is worth; full unless set.
  public var effort = Effort.full

  /// Whether hamzas that the source leaves out inside a word are written (تاليف → تَأْلِيف), as schemes need them.
  public var restoresHamza = true

  /// A vocaliser over the model and lexicon of `rules`, with the readings of `authority` before all others.
  public convenience init(_ rules: RuleSet, authority: Authority = Authority()) throws(Diagnostic) {
    self.init(
      model: try VowelModel(rules), lexicon: try Lexicon(rules), authority: authority,
      patterns: try WordPatterns(rules), catalogue: try SchemeCatalogue(rules))
  }

  private convenience init(
    model: VowelModel, lexicon: Lexicon, authority: Authority, patterns: WordPatterns, catalogue: SchemeCatalogue
  ) {
    self.init(
      model: model, lexicon: lexicon, authority: authority, patterns: patterns, grammar: catalogue.words,
      known: catalogue.readings)
  }

  /// A vocaliser over parts that are there already; all may be shared among tasks. Types of `common` words are taken from
  /// there.
  init(
    model: VowelModel, lexicon: Lexicon, common: CommonTypes? = nil, authority: Authority = Authority(),
    patterns: WordPatterns? = nil, grammar: GrammarWords, known: KnownReadings? = nil
  ) {
    self.known = known
    self.grammar = grammar
    types = VowelTypes(model: model, lexicon: lexicon, common: common)
    ranker = ContextRanker(model: model)
    self.authority = authority
    self.patterns = patterns
  }

  /// What the model alone decides for each word: labels, capital and probability; nil for words without letters.
  func decide(_ tokens: [VowelToken], use: Use) -> [(
    labels: [UInt8], capital: VocalisedWord.Capital, probability: Float
  )?] {
    let line = VowelLine(tokens, use: use, types: types)
    let chosen = ranker.choose(line, quick: effort == .quick, use: use)
    return tokens.indices.map { at in
      guard let type = line.types[at], let best = chosen[at].order.first else { return nil }
      return (type.candidates[best].labels, chosen[at].capital ?? .lower, chosen[at].probabilities[best])
    }
  }

  /// All candidates of each word with their probabilities here, best first.
  func weighed(_ tokens: [VowelToken], use: Use) -> [[(Candidate, Float)]] {
    let line = VowelLine(tokens, use: use, types: types)
    let chosen = ranker.choose(line, quick: effort == .quick, use: use)
    return tokens.indices.map { at in
      guard let type = line.types[at] else { return [] }
      return chosen[at].order.map { (type.candidates[$0], chosen[at].probabilities[$0]) }
    }
  }

  /// The name of a lexicon kind by the hash that candidates carry.
  func kindName(_ hash: UInt8) -> String { types.kindName(hash) }

  public func readings(of words: [String], wanted: [Bool], use: Use, limit: Int) -> [[WordReading]] {
    let seen = words.map(seenWord)
    var listed =
      seen.contains { !$0.standing.isEmpty } ? known?.readings(of: seen, use: use) ?? [:] : [:]
    if authority.hasPhrases {
      for (at, word) in authority.readings(of: seen.map(\.token)) {
        listed[at] = WordReading(VocalisedWord(word), probability: 1, origin: .authority)
      }
    }
    let asked = seen.indices.map { wanted[$0] && seen[$0].settled == nil && listed[$0] == nil }
    let chosen = asked.contains(true) ? choices(seen, asked: asked, use) : []
    return seen.indices.map { at in
      if !wanted[at] { return [] }
      if let settled = seen[at].settled ?? listed[at] { return [settled] }
      return readings(seen[at], chosen[at], limit: max(1, limit))
    }
  }

  public func uncutReadings(of word: String) -> [WordReading] {
    let seen = SeenWord(VowelToken(word), .uncut)
    guard !seen.token.letters.isEmpty, let type = seen.type(of: types), !type.candidates.isEmpty else { return [] }
    let line = VowelLine([seen.token], use: .name, types: [type])
    return readings(seen, ranker.choose(line, quick: effort == .quick, use: .name)[0], limit: 1)
  }

  /// What is chosen for the words asked for; for others nothing, unless they had to be read for that.
  private func choices(_ seen: [SeenWord], asked: [Bool], _ use: Use) -> [ContextRanker.Choice] {
    let tokens = seen.map(\.token)
    if let needed = NeededWords(tokens, asked: asked, use: use) {
      let line = VowelLine(
        tokens, use: use, types: seen.indices.map { needed.types[$0] ?? seen[$0].type(of: types) })
      if let chosen = ranker.choose(line, needed.spans, asked: asked, quick: effort == .quick, use: use) {
        return chosen
      }
    }
    let line = VowelLine(tokens, use: use, types: seen.map { $0.type(of: types) })
    return ranker.choose(line, quick: effort == .quick, use: use)
  }

  /// The word as read from the text, with its type, from the store where it was met before.
  private func seenWord(_ text: String) -> SeenWord {
    let isQuick = effort == .quick
    let store = isQuick ? 1 : 0
    if let known = seen[store][text] { return known }
    let token = VowelToken(text)
    let search: Candidates.Search = token.isFullyMarked ? .tables : isQuick ? .quick : .full
    let word = SeenWord(token, search)
    if token.isArabic, !token.hasMarks, let own = authority.reading(of: token) {
      word.settled = WordReading(VocalisedWord(own), probability: 1, origin: .authority)
    } else if !token.isArabic || token.isFullyMarked {
      word.settled = WordReading(VocalisedWord(token.text), probability: 1, origin: .marks)
    } else if token.letters == [VowelLetter.alif],
      let initial = token.text(with: [[0x64E]], spelling: [[VowelLetter.alifHamza]])
    {
      // A letter by itself (ا. س. بوشكين, 1305 ا.ه.) is an initial.
      word.settled = WordReading(VocalisedWord(initial, capital: .first), probability: 0.9, origin: .pattern)
    } else if let clitic = LoneClitic.vocalised(text) {
      word.settled = WordReading(VocalisedWord(clitic, capital: .lower), probability: 1, origin: .pattern)
    } else if token.letters.isEmpty {
      word.settled = WordReading(VocalisedWord(text), probability: 0.5, origin: .letters)
    }
    if word.settled == nil, let known { word.standing = known.standing(of: token) }
    if seen[store].count >= Self.limit { seen[store] = TextTable() }
    seen[store].add(word, of: text)
    return word
  }

  private func readings(_ word: SeenWord, _ choice: ContextRanker.Choice, limit: Int) -> [WordReading] {
    if let settled = word.settled { return [settled] }
    guard let type = word.type else { return [] }
    let token = word.token
    var found: [WordReading] = []
    var sum = 0.0
    for k in token.hasMarks ? type.activeFirst(choice.order, token) : choice.order {
      guard var form = word.form(k, restoresHamza: restoresHamza) else { continue }
      form.capital = choice.capital
      let probability = Double(choice.probabilities[k])
      sum += probability
      if found.isEmpty || !found.contains(where: { $0.word == form }) {
        found.append(WordReading(form, probability: probability, origin: type.candidates[k].origin))
      }
      if found.count == limit, !token.hasMarks { break }
    }
    if token.hasMarks, sum > 0 {
      // The marks given rule out the other readings: what is left is all there is.
      for i in found.indices { found[i].probability = min(1, found[i].probability / sum) }
      found = Array(found.prefix(limit))
    }
    if found.isEmpty, token.hasMarks {
      // No reading that is known agrees with the marks: the letters are read anew, bound by them.
      for candidate in types.readings(allowedBy: token) where found.count < limit {
        guard var form = word.form(candidate, restoresHamza: restoresHamza) else { continue }
        form.capital = choice.capital
        found.append(WordReading(form, probability: 0.5 * Double(candidate.tagShare), origin: .model))
      }
    }
    if found.isEmpty, let labels = patterns?.labels(token.letters),
      let text = token.text(with: LabelRendering.marks(token.letters, labels, isNisba: false))
    {
      found.append(
        WordReading(
          VocalisedWord(text, capital: choice.capital, clitics: LabelRendering.clitics(token.letters, labels)),
          probability: 0.2, origin: .pattern))
    }
    if found.isEmpty {
      found.append(WordReading(VocalisedWord(token.text, capital: choice.capital), probability: 0.1, origin: .letters))
    }
    return found
  }
}

extension Candidate {
  /// Which link of the chain the reading comes from, the most trusted one first.
  var origin: Origin {
    if sources.contains(.lexicon) { return .lexicon }
    if !sources.isDisjoint(with: [.suffixed, .inflected]), lexiconRank > 0 { return .lexicon }
    return .model
  }
}
