import NaqlText

/// The word types of a model, made at first sight and kept.
package final class VowelTypes {
  let model: VowelModel
  private let candidates: Candidates
  /// Types made, apart by effort (full, quick).
  private var known: [[[UInt8]: WordType]] = [[:], [:]]
  /// Scores the context-free features where the weights are there (they are not while the ranker is being trained).
  private let isScored: Bool

  /// Types by `model` and `lexicon`.
  package init(model: VowelModel, lexicon: Lexicon) {
    self.model = model
    candidates = Candidates(model: model, lexicon: lexicon)
    isScored = model.ranker.count > 1
  }

  /// Number of types kept before the store is emptied: bounds the memory of runs over large corpora.
  private static let limit = 60_000

  /// The type of a spelling. A type made quickly has fewer candidates, and is kept apart.
  func type(_ letters: [UInt8], quick: Bool = false) -> WordType {
    let store = quick ? 1 : 0
    if let type = known[store][letters] { return type }
    let type = make(letters, quick: quick)
    if known[store].count >= Self.limit { known[store].removeAll(keepingCapacity: true) }
    known[store][letters] = type
    return type
  }

  private func make(_ letters: [UInt8], quick: Bool) -> WordType {
    let found = candidates.all(of: letters, quick: quick)
    var type = WordType(letters, candidates: found, model: model)
    if isScored {
      score(type)
      // Readings far behind the best have no chance in any context.
      if let best = type.scores.max() {
        let kept = found.indices.filter { type.scores[$0] > best - 5 }
        if kept.count < found.count {
          let scores = kept.map { type.scores[$0] }
          let none = type.noneScore
          type = WordType(type, keeping: kept)
          type.scores = scores
          type.noneScore = none
        }
      }
    }
    return type
  }

  /// The name of a lexicon kind by its hash.
  func kindName(_ hash: UInt8) -> String {
    candidates.kinds.firstIndex(of: hash).map { candidates.lexicon.kinds[$0] } ?? "word"
  }

  private func score(_ type: WordType) {
    let weights = model.ranker
    let mask = weights.count - 1
    func sum(_ features: [UInt32]) -> Float {
      var total = 0
      for feature in features { total += Int(weights[Int(feature) & mask]) }
      return Float(total) * WeightTable.step
    }
    type.scores = type.features.map(sum)
    type.noneScore = sum(type.noneFeatures)
  }
}
