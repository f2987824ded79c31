/// Spells one Arabic word: what the letter models propose, weighed with what is known of names in Latin script.
package final class WordSpeller {
  /// A spelling of a word.
  package struct Candidate: Sendable {
    package var word: LatinWord
    /// Probability among the candidates.
    package var probability: Float
  }

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
    let (free, listed, margin, most) = Self.beam(effort)
    var found = ahead.spellings(free: free, listed: listed, margin: margin, model.lexicon)
    if effort == .quick {
      return found.map { spelling in
        let place = spelling.place
        return (
          spelling.word,
          WordRanker.features(
            spelling.word, forward: spelling.log, backward: spelling.log, place, model.lexicon, known,
            letters: codes.count)
        )
      }
    }
    var numbers: Set<Int> = []
    for spelling in known where numbers.count < 8 && numbers.insert(spelling.word).inserted {
      let word = model.lexicon.word(spelling.word)
      if found.contains(where: { $0.word == word }) { continue }
      found.append(
        LetterDecoder.Spelling(word: word, log: ahead.log(of: word), place: model.lexicon.place(of: word)))
    }
    if found.count > most {
      found.sort { Self.promise($0) != Self.promise($1) ? Self.promise($0) > Self.promise($1) : $0.word < $1.word }
      found.removeSubrange(most...)
    }
    back.begin(codes, tag: tag)
    return found.map { spelling in
      let features = WordRanker.features(
        spelling.word, forward: spelling.log, backward: back.log(of: spelling.word), spelling.place, model.lexicon,
        known, letters: codes.count)
      return (spelling.word, features)
    }
  }

  /// Width of the beam for free and listed spellings, how far behind the best (in log odds), and how many are ranked.
  private static func beam(_ effort: SpellingModel.Effort) -> (free: Int, listed: Int, margin: Float, most: Int) {
    switch effort {
    case .quick: (6, 6, 5, 12)
    case .first: (16, 24, 6, 24)
    case .full: (32, 44, 7.5, 64)
    case .thorough: (48, 64, 9, 90)
    case .widest: (72, 96, 10, 140)
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
