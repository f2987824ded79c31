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

  /// Words that are compared at once, of which the first are taken: what lies at the end of a stretch may be cut wrongly.
  private static let window = (left: 12, right: 18, taken: 6)

  private func words(_ text: String, _ arabic: String, _ style: SpellingStyle) -> String {
    let left = WordSpans(arabic, rules), right = WordSpans(text, rules)
    if left.fits, right.fits {
      let found = stretch(text, right, arabic, left, before: "", style, most: .max)
      return found.text + text[(found.right > 0 ? right.words[found.right - 1].upperBound : text.startIndex)...]
    }
    var result = "", end = text.startIndex
    var i = 0, j = 0
    while i < left.words.count, j < right.words.count {
      let lastLeft = min(i + Self.window.left, left.words.count)
      let lastRight = min(j + Self.window.right, right.words.count)
      let isLast = lastLeft == left.words.count && lastRight == right.words.count
      let source = String(arabic[left.words[i].lowerBound..<left.words[lastLeft - 1].upperBound])
      let target = String(text[right.words[j].lowerBound..<right.words[lastRight - 1].upperBound])
      let found = stretch(
        target, WordSpans(target, rules), source, WordSpans(source, rules),
        before: i > 0 ? String(arabic[left.words[i - 1]]) : "", style, most: isLast ? .max : Self.window.taken)
      guard found.left > 0 || found.right > 0 else { break }
      if found.right > 0 {
        result += text[end..<right.words[j].lowerBound] + found.text
        end = right.words[j + found.right - 1].upperBound
      }
      i += found.left
      j += found.right
    }
    return result + text[end...]
  }

  /// The spelling of the first words of a text, at least `most` of the Arabic ones where there are so many, and how many words that is on
  /// either side. None where the two do not belong together.
  private func stretch(
    _ text: String, _ right: WordSpans, _ arabic: String, _ left: WordSpans, before: String, _ style: SpellingStyle,
    most: Int
  ) -> (text: String, left: Int, right: Int) {
    guard !left.words.isEmpty, aligner.cost(left.name, right.name) != nil else { return ("", 0, 0) }
    var result = "", end = text.startIndex
    var read = 0, written = 0
    for piece in aligner.pieces(left.name, right.name) {
      if read >= most || written / 2 >= most { break }
      let ours = left.words(piece.left), theirs = right.words(piece.right)
      read = max(read, (ours.last ?? -1) + 1)
      written = max(written, (theirs.last ?? -1) + 1)
      guard let first = theirs.first, let last = theirs.last, let own = ours.first else { continue }
      let range = right.words[first].lowerBound..<right.words[last].upperBound
      let previous = own > 0 ? String(arabic[left.words[own - 1]]) : before
      let word = Self.word(String(text[range]), ours.map { String(arabic[left.words[$0]]) }, previous, style)
      result += text[end..<range.lowerBound] + word
      end = range.upperBound
    }
    if written > 0 { result += text[end..<max(end, right.words[written - 1].upperBound)] }
    return (result, read, written)
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

    /// Whether all of it is compared at once.
    var fits: Bool { name.codes.count <= MatchAligner.longest }

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
