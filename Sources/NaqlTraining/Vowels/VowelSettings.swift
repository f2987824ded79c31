/// How the vowel model is trained; chosen by the dev fields, never learnt from them.
///
/// Gentle steps matter most: with a sum of squares that starts near 0 every rare feature is learnt by heart, which cost
/// 1.6 points.
struct VowelSettings {
  /// Folds of the cross-fitting.
  var folds = 8
  /// Rounds of the letter tagger, its rate, the start of its sums of squares, how far weights shrink at each step.
  var tagger = ChoiceTrainer.Pace(rounds: 8, rate: 0.3, start: 1, shrink: 2e-5)
  /// The same of the re-ranker.
  var ranker = ChoiceTrainer.Pace(rounds: 6, rate: 0.05, start: 0.3, shrink: 1e-4)
  /// The same of what running text adds to the re-ranker.
  var prose = ChoiceTrainer.Pace(rounds: 14, rate: 0.1, start: 0.3, shrink: 1e-4)
  /// The same of the casing model.
  var casing = ChoiceTrainer.Pace(rounds: 8, rate: 0.1, start: 0.3, shrink: 1e-4)
}
