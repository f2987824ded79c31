/// Guesses the spelling of names that no list has: of a lone word, a place, or a name with parts.
package final class NameSpeller {
  /// A spelling of a name.
  package struct Candidate {
    /// The spelling of each unit.
    package var words: [LatinWord]
    /// How likely it is the right one.
    package var probability: Float
  }

  /// What is to be spelt.
  package enum Kind: Sendable {
    /// A word alone, from anywhere; of a person's the article may be dropped (الأسد → Assad).
    case word(dropsArticle: Bool)
    /// A place.
    case place
    /// A name whose parts follow one country, that of the tag if it is known, rather that of the article else.
    case parts(country: Int?, article: Int? = nil)

    /// Which calibration it has.
    package var calibration: Int {
      switch self {
      case .word, .place: 0
      case .parts(let country, _): country == nil ? 1 : 2
      }
    }
  }

  private let model: SpellingModel
  private let effort: SpellingModel.Effort
  private let speller: WordSpeller
  private let composer: NameComposer
  private var cache: [CacheKey: [WordSpeller.Candidate]] = [:]

  /// A speller by `model`.
  package init(_ model: SpellingModel, effort: SpellingModel.Effort) {
    self.model = model
    self.effort = effort
    speller = WordSpeller(model)
    composer = NameComposer(model, effort: effort)
  }

  /// At most `limit` spellings of a name given by its units, each of one word or two, best first.
  package func spellings(_ units: [[[UInt8]]], _ kind: Kind, limit: Int) -> [Candidate] {
    let found: [Candidate]
    switch kind {
    case .word(let dropsArticle):
      found = joined(units, tag: SpellingTag.name, dropsArticle: dropsArticle, limit)
    case .place:
      found = joined(units, tag: SpellingTag.place, dropsArticle: false, limit)
    case .parts(let country, let article):
      found = composer.spellings(units, country: country, article: article).map {
        Candidate(words: $0.words, probability: $0.probability)
      }
    }
    return model.calibration.applied(to: Array(found.prefix(limit)), kind.calibration, doubt: effort.doubt)
  }

  /// Spellings part by part, each part without regard to the others.
  private func joined(_ units: [[[UInt8]]], tag: Int, dropsArticle: Bool, _ limit: Int) -> [Candidate] {
    var paths = [Candidate(words: [], probability: 1)]
    for unit in units {
      let parts = spellings(Array(unit.joined()), tag: tag, dropsArticle: dropsArticle)
      var next: [Candidate] = []
      for path in paths {
        for part in parts.prefix(units.count == 1 ? limit : 12) {
          next.append(Candidate(words: path.words + [part.word], probability: path.probability * part.probability))
        }
      }
      let order = next.indices.sorted {
        next[$0].probability != next[$1].probability ? next[$0].probability > next[$1].probability : $0 < $1
      }
      paths = order.prefix(max(40, limit)).map { next[$0] }
    }
    return paths
  }

  /// How often a family name that stands alone drops its article: about its share in the training data.
  private static let articleless: Float = 0.8

  /// Spellings of one unit: those met in lists, more so under `tag`, and the model's where few are known.
  private func spellings(_ codes: [UInt8], tag: Int, dropsArticle: Bool) -> [WordSpeller.Candidate] {
    let key = CacheKey(codes: codes, tag: tag, dropsArticle: dropsArticle)
    if let known = cache[key] { return known }
    var masses = masses(codes, model.words.rows(codes), tag)
    if dropsArticle, let article = ArticleWord(codes) {
      for (word, mass) in masses { masses[word] = mass * (1 - Self.articleless) }
      let rows = model.words.rows(article.bare) + model.words.rows(article.stem)
      for (word, mass) in self.masses(article.bare, rows, tag) { masses[word, default: 0] += mass * Self.articleless }
    }
    let kept = masses.filter { ConsonantSkeleton.isKept(codes, in: $0.key) }
    if !kept.isEmpty { masses = kept }
    let found = masses.map { WordSpeller.Candidate(word: $0.key, probability: $0.value) }
      .sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.word < $1.word }
    if cache.count > 50_000 { cache.removeAll(keepingCapacity: true) }
    cache[key] = found
    return found
  }

  private struct CacheKey: Hashable {
    var codes: [UInt8]
    var tag: Int
    var dropsArticle: Bool
  }

  /// The probability of each spelling of a word whose table has `rows`.
  private func masses(_ codes: [UInt8], _ rows: [KnownWords.Spelling], _ tag: Int) -> [LatinWord: Float] {
    let all = rows.reduce(0) { $0 + $1.count }
    let own = rows.filter { $0.tag == tag }.reduce(0) { $0 + $1.count }
    let sum = all == 0 ? 1 : own + 4 + 1.5
    var masses: [LatinWord: Float] = [:]
    for row in rows {
      masses[model.lexicon.word(row.word), default: 0] += (4 * row.count / all + (row.tag == tag ? row.count : 0)) / sum
    }
    if all < 12 {
      let weight: Float = all == 0 ? 1 : 1.5 / sum
      for candidate in speller.spellings(codes, tag: tag, known: rows, effort: effort).prefix(20) {
        masses[candidate.word, default: 0] += weight * candidate.probability
      }
    }
    return masses
  }
}

/// Makes stated probabilities true: a straight line over their logits, for each kind of name.
package struct SpellingCalibration: Sendable {
  /// Number of kinds: a word or place, parts of an unknown country, parts of a known one.
  package static let kinds = 3
  /// Slope and offset of each kind.
  private let lines: [Float]

  /// A calibration by its lines.
  package init(_ lines: [Float]) { self.lines = lines }

  /// The logarithm of the odds of a probability.
  package static func logit(_ probability: Float) -> Float {
    let p = min(max(probability, 1e-5), 1 - 1e-5)
    return fastLog(p / (1 - p))
  }

  /// The candidates, best first, with true probabilities: the first by its line less `doubt` (logarithm of odds), the others in proportion.
  func applied(to found: [NameSpeller.Candidate], _ kind: Int, doubt: Float) -> [NameSpeller.Candidate] {
    guard let first = found.first?.probability, first > 0 else { return found }
    let x = lines[2 * kind] * Self.logit(first) + lines[2 * kind + 1] - doubt
    let most = 1 / (1 + fastExp(-abs(x)))
    let stated = x >= 0 ? most : 1 - most
    let scale = min(stated / first, first < 0.9999 ? (1 - stated) / (1 - first) : 1)
    var calibrated = found
    for index in calibrated.indices { calibrated[index].probability *= index == 0 ? stated / first : scale }
    return calibrated
  }
}
