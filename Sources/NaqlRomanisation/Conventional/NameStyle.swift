/// How a part of a name is spelt, in a few respects that tend to agree within a name: al- or el-, sh or ch, u or ou …
package struct NameStyle: Sendable {
  /// Number of respects.
  package static let count = 14
  /// For each respect 0 where the Arabic does not show it, else which of its ways was taken.
  package let ways: [UInt8]

  private static func code(_ letter: String) -> UInt8 { SpellingLetters.codes(letter)[0] }
  private static let alef = code("ا"), lam = code("ل"), sheen = code("ش"), waw = code("و"), jeem = code("ج")
  private static let qaf = code("ق"), kaf = code("ك"), ghain = code("غ"), yeh = code("ي"), teh = code("ة")
  private static let khah = code("خ"), thal = code("ذ"), zah = code("ظ"), dad = code("ض"), ain = code("ع")

  /// The style of `word`, which spells the Arabic `codes`.
  package init(_ word: LatinWord, _ codes: [UInt8]) {
    let text = Array(word.letters)
    func has(_ letters: String) -> Bool {
      let wanted = letters.utf8.map { $0 - 0x60 }
      if wanted.count == 1 { return text.contains(wanted[0]) }
      for at in text.indices.dropLast() where text[at] == wanted[0] && text[at + 1] == wanted[1] { return true }
      return false
    }
    func begins(_ letters: String) -> Bool { text.starts(with: letters.utf8.map { $0 - 0x60 }) }
    func first(_ choices: [String]) -> UInt8 {
      UInt8((choices.firstIndex(where: has) ?? choices.count) + 1)
    }
    var ways = [UInt8](repeating: 0, count: Self.count)
    if codes.count > 3, codes[0] == Self.alef, codes[1] == Self.lam {
      ways[0] = begins("al") ? 1 : begins("el") ? 2 : 3
    }
    if codes.contains(Self.sheen) { ways[1] = first(["sh", "ch"]) }
    if codes.dropFirst().contains(Self.waw) { ways[2] = first(["ou", "oo", "w", "u", "o"]) }
    if codes.contains(Self.jeem) { ways[3] = first(["dj", "j", "g"]) }
    if codes.contains(Self.qaf) { ways[4] = first(["q", "k", "c", "g"]) }
    if codes.contains(Self.kaf) { ways[5] = first(["c", "k"]) }
    if codes.contains(Self.ghain) { ways[6] = first(["gh", "g"]) }
    ways[7] = has("ee") ? 1 : has("e") ? 2 : 3
    if codes.contains(Self.yeh) { ways[8] = first(["ee", "ei", "ai", "ay", "y", "i"]) }
    ways[9] = 1
    for at in text.indices.dropLast() where text[at] == text[at + 1] && ![1, 5, 15].contains(text[at]) { ways[9] = 2 }
    if codes.last == Self.teh { ways[10] = text.last == 8 ? 1 : text.last == 1 ? 2 : 3 }
    if codes.contains(Self.khah) { ways[11] = first(["kh"]) }
    if codes.contains(where: { $0 == Self.thal || $0 == Self.zah || $0 == Self.dad }) {
      ways[12] = first(["dh", "th", "d", "z"])
    }
    if codes.last == Self.yeh { ways[13] = text.last == 25 ? 1 : text.last == 9 ? 2 : 3 }
    self.ways = ways
  }
}
