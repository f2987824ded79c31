import NaqlModel
import NaqlRomanisation

/// Trains the model of conventional spelling from the lists of names; reads train files only.
///
/// The rankers learn from names that a first model has not met: a tenth of the single names and a fifth of the people.
/// The model that is written then learns its letters and tables from all of them and keeps those rankers.
public struct SpellingTrainer {
  private let data: String
  private let sample: Int
  private let progress: (String) -> Void

  /// A trainer over the folder `data` (with `names/` and `entities/`); with `sample` n only every n-th name is used.
  public init(data: String, sample: Int = 1, progress: @escaping (String) -> Void) {
    self.data = data
    self.sample = max(1, sample)
    self.progress = progress
  }

  /// The bytes of the model's file.
  public func train() throws(Diagnostic) -> [UInt8] {
    let words = try SpellingWords(data: data, sample: sample, progress: progress)
    let first = try parts(words, held: false, seed: 1)
    let rankers = try rankers(words, first)
    return try parts(words, held: nil, seed: 2).image(rankers)
  }

  /// The rankers, learnt from what `first` has not met.
  private func rankers(_ words: SpellingWords, _ first: SpellingParts) throws(Diagnostic) -> SpellingParts.Rankers {
    var rankers = SpellingParts.Rankers()
    let trainer = RankerTrainer(progress: progress)
    rankers.words = trainer.words(words, model: try first.model(rankers))
    (rankers.names, rankers.styles) = NameRankerTrainer(progress: progress).train(
      words, model: try first.model(rankers))
    rankers.calibration = CalibrationTrainer(progress: progress).train(words, model: try first.model(rankers))
    return rankers
  }

  /// Letter models and tables from all words, or from those that are (not) held back.
  private func parts(_ words: SpellingWords, held: Bool?, seed: UInt64) throws(Diagnostic) -> SpellingParts {
    let pairs = words.pairs(held: held)
    if pairs.isEmpty {
      throw Diagnostic("train.empty", "there are no names to learn from, or too few", file: data)
    }
    progress("\(pairs.count) words with their spellings")
    var parts = SpellingParts()
    let examples = pairs.compactMap(\.example)
    let trainer = LetterTrainer()
    parts.forward = trainer.train(examples, seed: seed)
    progress("letters from the beginning: step \(parts.forward.step)")
    parts.backward = trainer.train(examples.map(\.reversed), seed: seed + 100)
    progress("letters from the end: step \(parts.backward.step)")
    let numbers = try parts.addLexicon(LatinList.read(data, with: pairs))
    parts.addKnown(pairs, numbers)
    parts.countries = [Float](repeating: 0, count: CountryGuess.count)
    let people = words.people.filter { held == nil || $0.isHeld == held }
    parts.countries = CountryTrainer(progress: progress).train(people, try parts.model(SpellingParts.Rankers()).words)
    return parts
  }
}
