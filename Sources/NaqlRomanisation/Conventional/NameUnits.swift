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

  /// Whether a name is built as those of the Middle Ages are: an honorific in الدين or a kunya, the name with a forefather's, and where he is from
  /// (شمس الدين محمد بن أحمد الذهبي), or an honorific and ابن (عز الدين ابن الأثير). English books have such names in plain letters of the strict
  /// schemes, ibn and all, not as families spell theirs today.
  static func isMedieval(_ words: [[UInt8]]) -> Bool {
    guard words.count > 3, let son = words.lastIndex(where: { sons.contains($0) }), son > 1 else { return false }
    let honorific = words.firstIndex { honorifics.contains($0) }
    if let honorific, honorific + 1 < words.count, words[honorific + 1] == writtenSon { return true }
    let isTitled = honorific == 1 || fathers.contains(words[0])
    return isTitled && words.count > 4 && words[words.count - 1].starts(with: article)
  }

  private static let honorifics = Set(["الدين", "الدولة"].map { SpellingLetters.codes($0) })
  private static let fathers = Set(["أبو", "ابو"].map { SpellingLetters.codes($0) })
  private static let writtenSon = SpellingLetters.codes("ابن"), article = SpellingLetters.codes("ال")
}
