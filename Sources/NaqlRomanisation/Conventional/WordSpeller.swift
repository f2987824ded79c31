/// Spells one Arabic word: what the letter models propose, weighed with what is known of names in Latin script.
package final class WordSpeller {
  /// A spelling of a word.
  package struct Candidate: Sendable {
    package var word: LatinWord
    /// Probability among the candidates.
    package var probability: Float
  }

  /// Most candidates that are weighed.
  private static let candidates = 56

  private let model: SpellingModel
  private let ahead: LetterDecoder
  private let back: LetterDecoder

  /// A speller by `model`, for one word after the other.
  package init(_ model: SpellingModel) {
    self.model = model
    ahead = LetterDecoder(model.forward)
    back = LetterDecoder(model.backward)
  }

  /// Spellings of a word with the features that the ranker weighs; `known` are the rows of the table for it.
  package func features(_ codes: [UInt8], tag: Int, known: [KnownWords.Spelling], effort: SpellingModel.Effort)
    -> [(word: LatinWord, features: WordRanker.Features)]
  {
    ahead.begin(codes, tag: tag)
    if effort == .quick {
      let found = ahead.spellings(free: 6, listed: 6, margin: 5, model.lexicon)
      return found.map { spelling in
        let place = spelling.place
        return (
          spelling.word,
          WordRanker.features(spelling.word, forward: spelling.log, backward: spelling.log, place, model.lexicon, known)
        )
      }
    }
    var found = ahead.spellings(free: 32, listed: 40, margin: 8, model.lexicon)
    var numbers: Set<Int> = []
    for spelling in known where numbers.count < 8 && numbers.insert(spelling.word).inserted {
      let word = model.lexicon.word(spelling.word)
      if found.contains(where: { $0.word == word }) { continue }
      found.append(
        LetterDecoder.Spelling(word: word, log: ahead.log(of: word), place: model.lexicon.place(of: word)))
    }
    if found.count > Self.candidates {
      found.sort { Self.promise($0) != Self.promise($1) ? Self.promise($0) > Self.promise($1) : $0.word < $1.word }
      found.removeSubrange(Self.candidates...)
    }
    back.begin(codes, tag: tag)
    return found.map { spelling in
      let features = WordRanker.features(
        spelling.word, forward: spelling.log, backward: back.log(of: spelling.word), spelling.place, model.lexicon,
        known)
      return (spelling.word, features)
    }
  }

  private static func promise(_ spelling: LetterDecoder.Spelling) -> Float {
    spelling.place == nil ? spelling.log : spelling.log + 5
  }

  /// Spellings of a word with their probabilities, best first.
  package func spellings(_ codes: [UInt8], tag: Int, known: [KnownWords.Spelling], effort: SpellingModel.Effort)
    -> [Candidate]
  {
    let found = features(codes, tag: tag, known: known, effort: effort)
    guard !found.isEmpty else { return [] }
    let scores = found.map { model.wordRanker.score($0.features, isPerson: SpellingTag.isPerson(tag)) }
    let most = scores.max()!
    let total = scores.reduce(Float(0)) { $0 + fastExp($1 - most) }
    return zip(found, scores).map { Candidate(word: $0.word, probability: fastExp($1 - most) / total) }
      .sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.word < $1.word }
  }

  /// For the word last spelt: how much likelier a spelling is under each of `tags` than under the word's own.
  package func gains(of word: LatinWord, tags: [Int]) -> [Float] { ahead.gains(of: word, tags: tags) }
}

/// Weighs the candidates of one word, those of single names and those of parts of people's names apart.
package struct WordRanker: Sendable {
  /// Number of features.
  package static let count = 20
  package typealias Features = [Float]

  private let weights: [Float]

  /// A ranker by two runs of weights: for single names and for parts of people's names.
  package init(_ weights: [Float]) { self.weights = weights }

  /// The score of a candidate; e to its power is its share.
  package func score(_ features: Features, isPerson: Bool) -> Float {
    let start = isPerson ? Self.count : 0
    var sum: Float = 0
    for index in 0..<Self.count { sum += features[index] * weights[start + index] }
    return sum
  }

  static func features(
    _ word: LatinWord, forward: Float, backward: Float, _ place: LatinLexicon.Place?, _ lexicon: LatinLexicon,
    _ known: [KnownWords.Spelling]
  ) -> Features {
    var f = [Float](repeating: 0, count: count)
    f[0] = forward
    f[1] = backward
    f[2] = Float(word.count)
    f[3] = min(forward, backward)
    guard let place else {
      f[19] = word.count <= 5 ? 1 : 0
      return f
    }
    let facts = lexicon.facts(place)
    f[4] = 1
    f[5] = Float(facts.census)
    f[6] = Float(facts.given)
    f[7] = facts.isListed ? 1 : 0
    f[8] = facts.isJapanese ? 1 : 0
    f[9] = facts.isName ? 1 : 0
    f[10] = facts.isPerson ? 1 : 0
    f[11] = facts.isPlace ? 1 : 0
    f[12] = facts.census > 0 ? 1 : 0
    f[13] = facts.given > 0 ? 1 : 0
    f[17] = Float(word.count) * 0.1
    f[18] = word.count <= 4 ? 1 : 0
    var total: Float = 0, own: Float = 0
    for spelling in known {
      total += spelling.count
      if spelling.word == Int(place.word) { own += spelling.count }
    }
    if own > 0 {
      f[14] = 1
      f[15] = fastLog(own / total)
      f[16] = fastLog(own)
    }
    return f
  }
}
