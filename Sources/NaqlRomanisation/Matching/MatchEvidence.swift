import NaqlModel
import NaqlRules
import NaqlTables

/// What lists of names say of two words: whether they spell one Arabic word, or are known as different names.
///
/// The table of known words of the spelling model has an Arabic word's spellings; read the other way round it has the
/// Arabic words of a spelling. Two words of either script are alike as far as their counts fall on the same words.
final class MatchEvidence {
  private let model: SpellingModel
  /// For each spelling, by its number, the keys of Arabic words with their counts; made once many words were asked for.
  private var keys: [Int: [UInt32: Float]] = [:]
  private var asked = 0
  private var cache: [[UInt8]: [UInt32: Float]] = [:]

  /// The evidence of `rules`; nil where there is no trained model.
  init?(_ rules: RuleSet) throws(Diagnostic) {
    guard let table = try rules.model(SpellingModel.file), table.has("calibration") else { return nil }
    model = SpellingModel(table)
  }

  /// How often a spelling, by its number, stands for each Arabic word. A few words are looked for one by one: that takes
  /// less time than turning the table round.
  private func arabic(_ number: Int) -> [UInt32: Float] {
    asked += 1
    if asked == Self.few {
      model.words.forEachName(nil) { key, row in keys[row.word, default: [:]][key, default: 0] += row.count }
    }
    if asked >= Self.few { return keys[number] ?? [:] }
    var counts: [UInt32: Float] = [:]
    model.words.forEachName(number) { key, row in counts[key, default: 0] += row.count }
    return counts
  }

  private static let few = 200

  /// What lists say of two words, in codes without gaps.
  ///
  /// `alike` is from 0 (never the same Arabic word) to 1; `least` the smaller number of names that have them.
  func compare(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> (alike: Float, least: Float) {
    let areArabic = one.allSatisfy(MatchLetters.isArabic) && other.allSatisfy(MatchLetters.isArabic)
    let a = areArabic ? spellings(one) : counts(Array(one)), b = areArabic ? spellings(other) : counts(Array(other))
    let sum = a.values.reduce(0, +), otherSum = b.values.reduce(0, +)
    if sum == 0 || otherSum == 0 { return (0, 0) }
    var alike: Float = 0
    for (key, count) in a { alike += min(count / sum, (b[key] ?? 0) / otherSum) }
    return (alike, min(sum, otherSum))
  }

  /// How often an Arabic word is spelt in each way, by the number of the spelling.
  private func spellings(_ word: ArraySlice<UInt8>) -> [UInt32: Float] {
    var counts: [UInt32: Float] = [:]
    for row in model.words.rows(word.map { $0 - MatchLetters.arabic }) where row.tag != SpellingTag.place {
      counts[UInt32(row.word), default: 0] += row.count
    }
    return counts
  }

  /// How often a word stands for each Arabic word, itself if it is Arabic.
  private func counts(_ word: [UInt8]) -> [UInt32: Float] {
    if let known = cache[word] { return known }
    var counts: [UInt32: Float] = [:]
    if word.allSatisfy(MatchLetters.isLatin) {
      if let number = model.lexicon.number(of: LatinWord(word)) { counts = arabic(number) }
    } else if word.allSatisfy(MatchLetters.isArabic) {
      let codes = word.map { $0 - MatchLetters.arabic }
      let total = model.words.rows(codes).filter { $0.tag != SpellingTag.place }.reduce(0) { $0 + $1.count }
      if total > 0 { counts = [KnownWords.key(codes): total] }
    }
    cache[word] = counts
    return counts
  }
}
