import NaqlICU
import NaqlModel
import NaqlRules
import NaqlText

/// Turns conventional spellings into house styles: Bashar al-Assad in the styles el, y → Bashar el-Assad.
///
/// What a spelling has for which Arabic word is found as names are matched. One worker's own.
public final class SpellingStyler {
  private let styles: [SpellingStyle]
  private let rules: MatchingRules
  private let aligner: MatchAligner

  /// A styler of the styles called `names`, applied in order. An unknown style is an error with the nearest name.
  public init(_ names: [String], _ rules: RuleSet) throws(Diagnostic) {
    styles = try SpellingStyle.read(names, rules)
    self.rules = try MatchingRules(rules)
    aligner = MatchAligner(self.rules)
  }

  /// Reads what is wrong with `names` without making a styler.
  static func check(_ names: [String], _ rules: RuleSet) throws(Diagnostic) { _ = try SpellingStyle.read(names, rules) }

  /// The spelling `latin` of the name `arabic` in the styles.
  public func styled(_ latin: String, of arabic: String) -> String {
    var text = latin
    for style in styles {
      if !style.rules.isEmpty { text = words(text, arabic, style) }
      if !style.letters.isEmpty || style.dropsMarks { text = letters(text, style) }
    }
    return text
  }

  private func letters(_ text: String, _ style: SpellingStyle) -> String {
    let replaced = text.map { style.letters[$0] ?? String($0) }.joined()
    guard style.dropsMarks else { return replaced }
    let marked = NormalisationForm.nfd.apply(to: replaced).unicodeScalars
    return String(String.UnicodeScalarView(marked.filter { $0.properties.generalCategory != .nonspacingMark }))
  }

  private func words(_ text: String, _ arabic: String, _ style: SpellingStyle) -> String {
    let left = WordSpans(arabic, rules), right = WordSpans(text, rules)
    guard !left.words.isEmpty, aligner.cost(left.name, right.name) != nil else { return text }
    var result = ""
    var end = text.startIndex
    for piece in aligner.pieces(left.name, right.name) {
      let ours = left.words(piece.left), theirs = right.words(piece.right)
      guard let first = theirs.first, let last = theirs.last, !ours.isEmpty else { continue }
      let range = right.words[first].lowerBound..<right.words[last].upperBound
      let before = ours.first! > 0 ? String(arabic[left.words[ours.first! - 1]]) : ""
      let word = Self.word(String(text[range]), ours.map { String(arabic[left.words[$0]]) }, before, style)
      result += text[end..<range.lowerBound] + word
      end = range.upperBound
    }
    return result + text[end...]
  }

  /// A word's spelling by the first rule that fits.
  private static func word(_ text: String, _ arabic: [String], _ before: String, _ style: SpellingStyle) -> String {
    for rule in style.rules {
      guard let form = rule.isEnding ? arabic.last : arabic.first else { continue }
      let bare = SpellingKey.strict.of(form)
      if rule.isEnding ? !bare.hasSuffix(rule.arabic) : !bare.hasPrefix(rule.arabic) { continue }
      // A joined name (Abdulrahman) has its article inside.
      if !rule.isEnding && arabic.count > 1 || rule.notAfter.contains(before) { continue }
      let lower = text.lowercased()
      if rule.keep.contains(where: { rule.isEnding ? lower.hasSuffix($0) : lower.hasPrefix($0) }) { continue }
      for from in rule.from {
        guard lower.count == text.count, text.count > from.count + 1 else { continue }
        if rule.isEnding {
          if lower.hasSuffix(from) { return text.dropLast(from.count) + rule.to }
        } else if lower.hasPrefix(from) {
          let rest = PlainLatin.capital(String(text.dropFirst(from.count)))
          return rule.to + (rule.to.last?.isLetter == true ? rest.lowercased() : rest)
        }
      }
    }
    return text
  }

  /// The words of a text as they are compared, and where each stands in it.
  private struct WordSpans {
    let name: MatchName
    private(set) var words: [Range<String.Index>] = []

    init(_ text: String, _ rules: MatchingRules) {
      name = MatchName(text, rules, turning: false)
      for word in text.split(whereSeparator: MatchLetters.isGap) where !MatchName(String(word), rules).codes.isEmpty {
        words.append(word.startIndex..<word.endIndex)
      }
    }

    /// Numbers of the words in a range of codes.
    func words(_ range: Range<Int>) -> [Int] {
      var number = -1
      var found: [Int] = []
      for at in name.codes.indices {
        if name.isStart[at] { number += 1 }
        if range.contains(at), name.codes[at] != MatchLetters.gap, found.last != number { found.append(number) }
      }
      return found
    }
  }
}
