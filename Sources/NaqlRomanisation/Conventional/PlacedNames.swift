import NaqlModel
import NaqlRules
import NaqlText

/// Bodies and sites named by a common noun and a place: شرطة مومباي → Mumbai Police (`bodies.tsv`, rows with `{p}`).
struct PlacedNames: Sendable {
  private struct Pattern {
    /// Words before and behind the place, as keys of look-up.
    var front: [String]
    var back: [String]
    /// The English name, `{}` for the place's.
    var english: String
  }

  private let patterns: [Pattern]

  /// The rows for the table, a line each.
  static func text(_ rules: RuleSet) throws(Diagnostic) -> String {
    guard rules.find("entities/bodies.tsv") != nil else { return "" }
    return try NameListRecipe.cells("bodies", rules).filter { $0.arabic.contains("{p}") && $0.english.contains("{}") }
      .map { $0.arabic + "\t" + $0.english }.joined(separator: "\n")
  }

  /// The patterns of the table's text.
  init(_ text: String) {
    patterns = text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t")
      let words = cells[0].split(separator: " ")
      guard cells.count == 2, let place = words.firstIndex(of: "{p}") else { return nil }
      func keys(_ words: ArraySlice<Substring>) -> [String] { words.map { SpellingKey.loose.of(String($0)) } }
      return Pattern(front: keys(words[..<place]), back: keys(words[(place + 1)...]), english: String(cells[1]))
    }
  }

  /// The English name of `name`; `place` gives that of its place, nil for what is no listed one.
  func spelling(of name: String, place: (String) -> String?) -> String? {
    let words = name.split(separator: " ")
    if words.count < 2 { return nil }
    let keys = words.map { SpellingKey.loose.of(String($0)) }
    for pattern in patterns where keys.count > pattern.front.count + pattern.back.count {
      guard keys.starts(with: pattern.front), keys.suffix(pattern.back.count).elementsEqual(pattern.back) else {
        continue
      }
      let rest = words[pattern.front.count..<(words.count - pattern.back.count)].joined(separator: " ")
      guard let english = place(rest), let gap = pattern.english.firstRange(of: "{}") else { continue }
      return pattern.english.replacingCharacters(in: gap, with: english)
    }
    return nil
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
