/// Plain measures of how alike two strings are, to hold the matcher against.
public enum StringLikeness {
  /// A spelling as it is compared: see `ConventionalEvaluation`.
  private static func folded(_ text: String) -> [Unicode.Scalar] { ConventionalEvaluation.folded(text) }

  /// One less the edit distance over the longer length, from 0 to 1; case, diacritics, hyphens and spaces do not count.
  public static func levenshtein(_ one: String, _ other: String) -> Double {
    let a = folded(one), b = folded(other)
    let longest = max(a.count, b.count)
    return longest == 0 ? 1 : 1 - Double(ConventionalEvaluation.distance(a, b)) / Double(longest)
  }

  /// Jaro's likeness with Winkler's bonus of 0.1 for each of at most four equal first letters (Winkler 1990).
  public static func jaroWinkler(_ one: String, _ other: String) -> Double {
    let a = folded(one), b = folded(other)
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty ? 1 : 0 }
    let reach = max(0, max(a.count, b.count) / 2 - 1)
    var taken = [Bool](repeating: false, count: b.count)
    var mine: [Unicode.Scalar] = []
    for (at, letter) in a.enumerated() {
      let low = max(0, at - reach), high = min(b.count - 1, at + reach)
      guard low <= high, let found = (low...high).first(where: { !taken[$0] && b[$0] == letter }) else { continue }
      taken[found] = true
      mine.append(letter)
    }
    if mine.isEmpty { return 0 }
    let theirs = b.indices.filter { taken[$0] }.map { b[$0] }
    let turned = Double(zip(mine, theirs).filter { $0 != $1 }.count) / 2
    let m = Double(mine.count)
    let jaro = (m / Double(a.count) + m / Double(b.count) + (m - turned) / m) / 3
    let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}
