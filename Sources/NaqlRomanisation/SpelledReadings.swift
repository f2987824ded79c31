import NaqlText

/// Chooses the readings of a name's words by how the name is known to be spelt in Latin letters.
///
/// مارك روته is Mārk, not Mārik, since lists have Mark Rutte. Readings that the spelling does not contradict stay as they are.
struct SpelledReadings {
  private let catalogue: SchemeCatalogue

  /// Up to which cost a reading is no contradiction, and up to which one may take its place.
  private static let fits: Float = 0.7, mayFit: Float = 1.2
  /// By how much the other one must fit better; by how much one that is not in the lexicon, where the first is: vowels that are spoken but
  /// not spelt (Dakhla for al-Dākhilah) do not make words of their own.
  private static let gain: Float = 0.3, gainOverLexicon: Float = 1.2
  /// What a sound of another name costs in units of log probability; set by judgement (docs/spelling.md).
  private static let weight: Float = 3
  /// The same where the spellings are those of the word in other names: up to which average cost a reading agrees with them, what a sound
  /// costs, and the most that one spelling may count. Set by judgement, with a look at names of the blind batches and at people whom no list has.
  private static let fitsMost: Float = 0.5, weightOfMost: Float = 5, another: Float = 1.5
  /// What a reading costs that nobody could speak.
  private static let unspeakable: Float = 9
  /// Readings of a word that are tried.
  static let tried = 12

  /// Chooses by the rules of `catalogue`.
  init(_ catalogue: SchemeCatalogue) { self.catalogue = catalogue }

  /// The words of a name whose readings (the first of each) its spelling contradicts, with the letters that spell each; none where the
  /// words of both cannot be paired.
  func contradicted(_ readings: [[WordReading]], of words: [String], _ spelling: String) -> [Int: [[UInt8]]] {
    guard let paired = Self.pairs(words, spelling) else { return [:] }
    var found: [Int: [[UInt8]]] = [:]
    for (at, latin) in paired.enumerated() where !latin.isEmpty {
      guard let first = readings[at].first, misfit(first.word, latin) > Self.fits else { continue }
      found[at] = latin
    }
    return found
  }

  /// The likeliest of the readings of a word in the light of its spelling; nil where none fits so much better than the first.
  func best(of readings: [WordReading], _ latin: [[UInt8]]) -> WordReading? {
    best(of: readings, readings.map { misfit($0.word, latin) }, weight: Self.weight) { costs, isKnown in
      min(Self.mayFit, costs[0] - (isKnown ? Self.gain : Self.gainOverLexicon))
    }
  }

  /// The likeliest of the readings with their `costs` that costs no more than `limit` allows, where it is likelier than the first; `limit` is told
  /// whether the reading is in the lexicon, if the first is.
  private func best(
    of readings: [WordReading], _ costs: [Float], weight: Float, limit: ([Float], Bool) -> Float
  ) -> WordReading? {
    guard let first = readings.first else { return nil }
    var best: (index: Int, score: Float)?
    var total: Float = 0
    for (index, reading) in readings.enumerated() {
      let score = fastLog(max(1e-6, Float(reading.probability))) - weight * costs[index]
      total += fastExp(score)
      let isKnown = first.origin != .lexicon || reading.origin == .lexicon
      if costs[index] <= limit(costs, isKnown), Self.isUncut(reading.word), score > best?.score ?? -.infinity {
        best = (index, score)
      }
    }
    let own = fastLog(max(1e-6, Float(first.probability))) - weight * costs[0]
    guard let best, best.score > own else { return nil }
    var chosen = readings[best.index]
    chosen.probability = Double(fastExp(best.score) / total)
    return chosen
  }

  /// Whether a reading of a word contradicts how it is spelt in most names.
  func contradicts(_ reading: WordReading, _ spellings: [WordSpellings.Spelling]) -> Bool {
    !spellings.isEmpty && misfit(reading.word, spellings) > Self.fitsMost
  }

  /// The likeliest of the readings of a word in the light of its spellings in other names; nil where none fits so much better than the
  /// first.
  func best(of readings: [WordReading], _ spellings: [WordSpellings.Spelling]) -> WordReading? {
    best(of: readings, readings.map { misfit($0.word, spellings) }, weight: Self.weightOfMost) { costs, isKnown in
      isKnown ? costs[0] - Self.gain : -1
    }
  }

  /// What the spellings of a word in other names cost on average, none much more than another word would.
  private func misfit(_ word: VocalisedWord, _ spellings: [WordSpellings.Spelling]) -> Float {
    let spelled = SpelledWord(word.text)
    let heard = HeardSounds(spelled, hasArticle: Self.hasArticle(spelled))
    if !heard.isSpeakable { return Self.unspeakable }
    return spellings.reduce(0) { $0 + $1.share * min(Self.another, catalogue.evidence.misfit(heard, $1.letters)) }
  }

  private func misfit(_ word: VocalisedWord, _ latin: [[UInt8]]) -> Float {
    let spelled = SpelledWord(word.text)
    let heard = HeardSounds(spelled, hasArticle: Self.hasArticle(spelled))
    if !heard.isSpeakable { return Self.unspeakable }
    return latin.map { catalogue.evidence.misfit(heard, $0) }.min() ?? 0
  }

  /// Whether a word has no clitic but the article that it is written with.
  private static func isUncut(_ word: VocalisedWord) -> Bool {
    guard let clitics = word.clitics, !clitics.isEmpty else { return true }
    return clitics == [2] && hasArticle(SpelledWord(word.text))
  }

  private static func hasArticle(_ word: SpelledWord) -> Bool {
    word.letters.count > 4 && word.letters[0].base == 0x627 && word.letters[1].base == 0x644
  }

  /// For each word the letters that may spell it: of one with an article those behind the article. Nil where the numbers of words
  /// differ.
  private static func pairs(_ words: [String], _ spelling: String) -> [[[UInt8]]]? {
    let parts = spelling.split { $0 == " " || $0 == "-" }.map { SpellingLetters.latin(String($0)) }
      .filter { !$0.isEmpty }
    var paired: [[[UInt8]]] = []
    var at = 0
    for word in words {
      let letters = SpelledWord(word)
      if letters.letters.isEmpty { return nil }
      let hasArticle = hasArticle(letters)
      if hasArticle, at + 1 < parts.count, LatinWords.articles.contains(parts[at]) { at += 1 }
      guard at < parts.count else { return nil }
      var forms = [parts[at]]
      if hasArticle, parts[at].count > 4 {
        forms += LatinWords.articles.filter { parts[at].starts(with: $0) }.map { Array(parts[at].dropFirst($0.count)) }
      }
      paired.append(forms)
      at += 1
    }
    return at == parts.count ? paired : nil
  }
}
