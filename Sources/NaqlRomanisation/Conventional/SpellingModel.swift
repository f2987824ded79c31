import NaqlModel
import NaqlRules
import NaqlTables

/// The trained model of conventional spelling: two letter models, the Latin lexicon, the table of known words, the ranker.
package final class SpellingModel: @unchecked Sendable {
  /// File name under `Rules/models/`.
  package static let file = "spelling.naqlt"
  /// Reads words from their beginning.
  package let forward: LetterModel
  /// Reads words from their end.
  package let backward: LetterModel
  /// Names in Latin script.
  package let lexicon: LatinLexicon
  /// Known Arabic words and how they are spelt.
  package let words: KnownWords
  private let weights: [Float]

  /// The model in a table.
  package init(_ table: Table) {
    let steps = table.array("steps", of: Float.self)
    forward = LetterModel(table.section("forward"), step: steps[0], isReversed: false, owner: table)
    backward = LetterModel(table.section("backward"), step: steps[1], isReversed: true, owner: table)
    lexicon = LatinLexicon(table)
    words = KnownWords(table)
    weights = Array(table.array("ranker", of: Float.self))
  }

  /// How much work a new word is worth.
  package enum Effort: Sendable {
    /// Some tenths of a millisecond: a narrow beam, one model.
    case quick
    /// Some milliseconds: all models, and candidates from the lexicon.
    case full
  }

  /// A spelling with its probability among the candidates.
  package struct Candidate: Sendable {
    package var word: LatinWord
    package var probability: Float
  }

  /// Spellings of a word, best first, with the features that the ranker weighs.
  package func features(_ codes: [UInt8], tag: Int, effort: Effort) -> [(word: LatinWord, features: [Float])] {
    var forwards = LetterDecoder(forward, codes, tag: tag)
    if effort == .quick {
      let found = forwards.spellings(beam: 6, limit: 12)
      return found.map { spelling in
        (spelling.word, features(spelling.word, codes, forward: spelling.log, backward: spelling.log))
      }
    }
    var backwards = LetterDecoder(backward, codes, tag: tag)
    var candidates: [LatinWord] = []
    var seen: Set<LatinWord> = []
    var logs: [LatinWord: Float] = [:]
    for spelling in forwards.spellings(beam: 32, limit: 32) where seen.insert(spelling.word).inserted {
      candidates.append(spelling.word)
      logs[spelling.word] = spelling.log
    }
    for spelling in forwards.spellings(beam: 40, limit: 40, lexicon: lexicon)
    where seen.insert(spelling.word).inserted {
      candidates.append(spelling.word)
    }
    for spelling in backwards.spellings(beam: 24, limit: 24) where seen.insert(spelling.word).inserted {
      candidates.append(spelling.word)
    }
    for known in words.spellings(codes).prefix(8) {
      let word = lexicon.word(known.word)
      if seen.insert(word).inserted { candidates.append(word) }
    }
    var found: [(LatinWord, [Float])] = []
    for word in candidates {
      let ahead = forwards.log(of: word)
      found.append((word, features(word, codes, forward: ahead, backward: backwards.log(of: word))))
    }
    return found
  }

  /// Number of features.
  package static let featureCount = 20

  private func features(_ word: LatinWord, _ codes: [UInt8], forward: Float, backward: Float) -> [Float] {
    var f = [Float](repeating: 0, count: Self.featureCount)
    f[0] = forward
    f[1] = backward
    f[2] = Float(word.count)
    f[3] = min(forward, backward)
    if let number = lexicon.number(of: word) {
      let facts = lexicon.facts(number)
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
      let known = words.spellings(codes)
      if !known.isEmpty {
        let total = known.reduce(0) { $0 + $1.count }
        if let own = known.first(where: { $0.word == number }) {
          f[14] = 1
          f[15] = fastLog(Float(own.count) / Float(total))
          f[16] = fastLog(Float(own.count))
        }
      }
    } else {
      f[19] = word.count <= 5 ? 1 : 0
    }
    return f
  }

  /// Spellings of one word with their probabilities, best first.
  package func spellings(_ codes: [UInt8], tag: Int, effort: Effort) -> [Candidate] {
    let found = features(codes, tag: tag, effort: effort)
    guard !found.isEmpty else { return [] }
    let scores = found.map { score($0.features) }
    let most = scores.max()!
    let total = scores.reduce(Float(0)) { $0 + fastExp($1 - most) }
    return zip(found, scores).map { Candidate(word: $0.word, probability: fastExp($1 - most) / total) }
      .sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.word.bits < $1.word.bits }
  }

  private func score(_ features: [Float]) -> Float {
    var sum: Float = 0
    for index in 0..<Self.featureCount { sum += features[index] * weights[index] }
    return sum
  }
}
