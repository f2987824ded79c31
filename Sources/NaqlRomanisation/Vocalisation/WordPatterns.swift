import NaqlModel
import NaqlRules
import NaqlText

/// Guesses vowels by the pattern (wazn) of a word that neither lists nor model can read.
///
/// A pattern is a vocalised word over ف ع ل as the grammars write it; the root letters stand for any consonant.
public struct WordPatterns: Sendable {
  private struct Pattern {
    var letters: [UInt8]
    var labels: [UInt8]
    var isRoot: [Bool]
  }

  private var byLength: [Int: [Pattern]] = [:]

  /// The patterns of `Rules/romanisation/patterns.tsv`, in order of preference.
  public init(_ rules: RuleSet) throws(Diagnostic) {
    let file = try TSVFile(rules, "romanisation/patterns.tsv", columns: ["pattern"])
    let column = file.column("pattern")!
    for row in file.rows {
      let reading = Array(row.cells[column].utf8).withUnsafeBytes { LabelReading(vocalised: $0) }
      if reading.letters.isEmpty {
        throw file.error(
          row, "patterns.pattern", "a vocalised word over ف ع ل was expected, found “\(row.cells[column])”")
      }
      let isRoot = reading.letters.map { $0 == VowelLetter.fa || $0 == 25 || $0 == VowelLetter.lam }
      byLength[reading.letters.count, default: []].append(
        Pattern(letters: reading.letters, labels: reading.labels, isRoot: isRoot))
    }
  }

  /// Labels by the first pattern that fits the word, clitics and article taken off where needed.
  func labels(_ letters: [UInt8]) -> [UInt8]? {
    for cut in CliticCut.all(of: letters).sorted(by: { $0.hasArticle && !$1.hasArticle }) {
      let stem = Array(letters[cut.length...])
      for pattern in byLength[stem.count] ?? [] where fits(pattern, stem) { return cut.labels + pattern.labels }
    }
    return nil
  }

  private func fits(_ pattern: Pattern, _ stem: [UInt8]) -> Bool {
    for at in stem.indices {
      if pattern.isRoot[at] {
        if VowelLetter.isVowelLetter(stem[at]) || stem[at] == VowelLetter.tehMarbuta { return false }
      } else if stem[at] != pattern.letters[at] {
        return false
      }
    }
    return true
  }
}
