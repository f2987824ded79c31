import NaqlModel
import NaqlRules
import NaqlText

/// The sentences of `romanisation/prose/` of the rules, which are written with all their marks.
public enum VocalisedProse {
  /// Words of two letters or more that bear no mark at all, the first of each line, for `naql rules check`.
  public static func faults(in rules: RuleSet) throws(Diagnostic) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for path in rules.list("romanisation/prose", suffix: ".txt") {
      let file = try rules.require(path)
      for (number, line) in try rules.lines(path).enumerated()
      where !line.hasPrefix("#") {
        guard let word = line.split(separator: " ").first(where: isBare) else { continue }
        faults.append(
          Diagnostic("train.unmarked", "“\(word)” has no marks; write them all", file: file, line: number + 1))
      }
    }
    return faults
  }

  private static func isBare(_ word: Substring) -> Bool {
    let scalars = word.unicodeScalars
    return !scalars.contains { ArabicScript.isMark($0.value) }
      && scalars.count(where: { ArabicScript.isLetter($0.value) }) > 1
  }
}
