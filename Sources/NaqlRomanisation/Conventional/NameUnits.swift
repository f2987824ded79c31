/// Cuts an Arabic name into what is spelt together: words, and عبد, أبو, بن, آل … with the word behind them.
package enum NameUnits {
  private static let joining: Set<[UInt8]> = Set(
    ["عبد", "أبو", "ابو", "أبي", "ابي", "بن", "ابن", "بو", "آل", "ال", "ذو", "أم", "ام"].map {
      SpellingLetters.codes($0)
    })

  /// Son of, in either spelling.
  static let sons: Set<[UInt8]> = Set(["بن", "ابن"].map { SpellingLetters.codes($0) })

  /// Ranges of words that make a unit each.
  package static func units(_ words: [[UInt8]]) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var at = 0
    while at < words.count {
      var end = at + 1
      if joining.contains(words[at]), end < words.count { end += 1 }
      units.append(at..<end)
      at = end
    }
    return units
  }
}
