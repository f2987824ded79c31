import NaqlText

/// The word types of a model, made at first sight and kept.
package final class VowelTypes {
  let model: VowelModel
  private let candidates: Candidates
  /// Types made, apart by search.
  private var known: [Candidates.Search: [[UInt8]: VowelType]] = [:]
  /// Scores the context-free features where the weights are there (they are not while the ranker is being trained).
  private let isScored: Bool

  /// The types of common words, where they are at hand.
  private let common: CommonTypes?

  /// Types by `model` and `lexicon`.
  package convenience init(model: VowelModel, lexicon: Lexicon) {
    self.init(model: model, lexicon: lexicon, common: nil)
  }

  /// The same; those of `common` words are taken from there.
  init(model: VowelModel, lexicon: Lexicon, common: CommonTypes?) {
    self.model = model
    self.common = common
    candidates = Candidates(model: model, lexicon: lexicon)
    isScored = model.ranker.count > 1
  }

  /// Number of types kept before the store is emptied: bounds the memory of runs over large corpora.
  private static let limit = 60_000

  /// The type of a spelling. A type made with less search has fewer candidates, and is kept apart.
  func type(_ letters: [UInt8], _ search: Candidates.Search = .full) -> VowelType {
    if let type = known[search]?[letters] { return type }
    let type = (search == .full || search == .quick ? common?.type(letters) : nil) ?? make(letters, search)
    if known[search, default: [:]].count >= Self.limit { known[search] = [:] }
    known[search, default: [:]][letters] = type
    return type
  }

  private func make(_ letters: [UInt8], _ search: Candidates.Search) -> VowelType {
    let found = candidates.all(of: letters, search)
    var type = VowelType(letters, candidates: found, model: model)
    if isScored {
      score(type)
      // Readings far behind the best have no chance in any context.
      if let best = type.scores.max() {
        let prose = type.proseScores.max().map { $0 - 5 }
        let kept = found.indices.filter { at in
          type.scores[at] > best - 5 || prose.map { type.proseScores[at] > $0 } ?? false
        }
        if kept.count < found.count { type = VowelType(type, keeping: kept) }
      }
    }
    return type
  }

  /// Readings of a word by its letters, of those that its marks allow, best first.
  func readings(allowedBy token: VowelToken) -> [Candidate] {
    if token.letters.count > 24 { return [] }
    return LetterTagger(model: model).best(token, limit: 8).map { path in
      var candidate = Candidate(path.labels)
      candidate.tagShare = path.probability
      return candidate
    }
  }

  /// The name of a lexicon kind by its hash.
  func kindName(_ hash: UInt8) -> String {
    candidates.kinds.firstIndex(of: hash).map { candidates.lexicon.kinds[$0] } ?? "word"
  }

  private func score(_ type: VowelType) {
    func sum(_ features: [UInt32], _ weights: UnsafeBufferPointer<Int8>) -> Float {
      let mask = weights.count - 1
      var total = 0
      for feature in features { total += Int(weights[Int(feature) & mask]) }
      return Float(total) * WeightTable.step
    }
    type.scores = type.features.map { sum($0, model.ranker) }
    type.noneScore = sum(type.noneFeatures, model.ranker)
    if model.prose.isEmpty { return }
    type.proseScores = type.features.indices.map { type.scores[$0] + sum(type.features[$0], model.prose) }
    type.proseNoneScore = type.noneScore + sum(type.noneFeatures, model.prose)
  }
}
