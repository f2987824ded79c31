import NaqlModel
import NaqlRules
import NaqlText

/// Bodies and sites named by a common noun and a place: شرطة مومباي → Mumbai Police (`bodies.tsv`, rows with `{p}`), or and a body: حركة حماس →
/// Hamas (`{b}`), or a medium: قناة الجزيرة → Al Jazeera (`{o}`); media by their last word: الخليج نيوز → al-Khalij News (`{n}`).
struct NamePatterns: Sendable {
  /// What a row leaves open.
  enum Slot: String, CaseIterable {
    /// A place.
    case place = "{p}"
    /// A body.
    case body = "{b}"
    /// A medium.
    case medium = "{o}"
  }

  private struct Pattern {
    var slot: Slot
    /// Words before and behind the place, as keys of look-up.
    var front: [String]
    var back: [String]
    /// The English name, `{}` for the place's.
    var english: String
  }

  private let patterns: [Pattern]
  /// What media end in, as keys, with the English pattern.
  private let tails: [(words: [String], english: String)]

  /// The rows for the table, a line each.
  static func text(_ rules: RuleSet) throws(Diagnostic) -> String {
    guard rules.find("entities/bodies.tsv") != nil else { return "" }
    return try NameListRecipe.cells("bodies", rules).filter { row in
      (Slot.allCases.map(\.rawValue) + ["{n}"]).contains { row.arabic.contains($0) } && row.english.contains("{}")
    }
    .map { $0.arabic + "\t" + $0.english }.joined(separator: "\n")
  }

  /// The patterns of the table's text.
  init(_ text: String) {
    var patterns: [Pattern] = []
    var tails: [(words: [String], english: String)] = []
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t")
      let words = cells[0].split(separator: " ")
      guard cells.count == 2 else { continue }
      func keys(_ words: ArraySlice<Substring>) -> [String] { words.map { SpellingKey.loose.of(String($0)) } }
      if let place = words.firstIndex(where: { Slot(rawValue: String($0)) != nil }) {
        patterns.append(
          Pattern(
            slot: Slot(rawValue: String(words[place]))!, front: keys(words[..<place]),
            back: keys(words[(place + 1)...]), english: String(cells[1])))
      } else if words.first == "{n}", words.count > 1 {
        tails.append((keys(words[1...]), String(cells[1])))
      }
    }
    (self.patterns, self.tails) = (patterns, tails)
  }

  /// A medium by what it ends in, with the spelling that `spell` gives the rest; nil where it ends in nothing of the kind.
  func medium(_ name: String, spell: (String) -> String) -> String? {
    let words = name.split(separator: " ")
    let keys = words.map { SpellingKey.loose.of(String($0)) }
    guard
      let tail = tails.first(where: { keys.count > $0.words.count && keys.suffix($0.words.count) == $0.words[...] }),
      let gap = tail.english.firstRange(of: "{}")
    else { return nil }
    return tail.english.replacingCharacters(
      in: gap, with: spell(words.dropLast(tail.words.count).joined(separator: " ")))
  }

  /// The English name of `name`; `listed` gives that of its place or body, nil for what is no listed one.
  func spelling(of name: String, listed: (String, Slot) -> String?) -> String? {
    let words = name.split(separator: " ")
    if words.count < 2 { return nil }
    let keys = words.map { SpellingKey.loose.of(String($0)) }
    for pattern in patterns where keys.count > pattern.front.count + pattern.back.count {
      guard keys.starts(with: pattern.front), keys.suffix(pattern.back.count).elementsEqual(pattern.back) else {
        continue
      }
      let rest = words[pattern.front.count..<(words.count - pattern.back.count)].joined(separator: " ")
      guard let english = listed(rest, pattern.slot), let gap = pattern.english.firstRange(of: "{}") else { continue }
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
