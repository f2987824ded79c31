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

  /// Latin letters as numbers 1–26, one or two of them: the second in the higher bits.
  private static func letters(_ text: [String]) -> [UInt16] {
    text.map { $0.utf8.reversed().reduce(0) { $0 << 8 | UInt16($1 - 0x60) } }
  }
  private static let shibilants = letters(["sh", "ch"]), waws = letters(["ou", "oo", "w", "u", "o"])
  private static let jeems = letters(["dj", "j", "g"]), qafs = letters(["q", "k", "c", "g"])
  private static let kafs = letters(["c", "k"]), ghains = letters(["gh", "g"]), long = letters(["ee", "e"])
  private static let yehs = letters(["ee", "ei", "ai", "ay", "y", "i"]), khahs = letters(["kh"])
  private static let interdentals = letters(["dh", "th", "d", "z"])

  /// The style of `word`, which spells the Arabic `codes`.
  package init(_ word: LatinWord, _ codes: [UInt8]) {
    let text = word.letters
    func has(_ wanted: UInt16) -> Bool {
      let one = UInt8(wanted & 0xFF), two = UInt8(wanted >> 8)
      for at in text.indices where text[at] == one && (two == 0 || at + 1 < text.count && text[at + 1] == two) {
        return true
      }
      return false
    }
    func first(_ choices: [UInt16]) -> UInt8 { UInt8((choices.firstIndex(where: has) ?? choices.count) + 1) }
    func begins(_ one: UInt8, _ two: UInt8) -> Bool { text.count > 1 && text[0] == one && text[1] == two }
    var ways = [UInt8](repeating: 0, count: Self.count)
    if codes.count > 3, codes[0] == Self.alef, codes[1] == Self.lam {
      ways[0] = begins(1, 12) ? 1 : begins(5, 12) ? 2 : 3  // al, el
    }
    if codes.contains(Self.sheen) { ways[1] = first(Self.shibilants) }
    if codes.dropFirst().contains(Self.waw) { ways[2] = first(Self.waws) }
    if codes.contains(Self.jeem) { ways[3] = first(Self.jeems) }
    if codes.contains(Self.qaf) { ways[4] = first(Self.qafs) }
    if codes.contains(Self.kaf) { ways[5] = first(Self.kafs) }
    if codes.contains(Self.ghain) { ways[6] = first(Self.ghains) }
    ways[7] = first(Self.long)
    if codes.contains(Self.yeh) { ways[8] = first(Self.yehs) }
    ways[9] = 1
    for at in text.indices.dropLast() where text[at] == text[at + 1] && ![1, 5, 15].contains(text[at]) { ways[9] = 2 }
    if codes.last == Self.teh { ways[10] = text.last == 8 ? 1 : text.last == 1 ? 2 : 3 }
    if codes.contains(Self.khah) { ways[11] = first(Self.khahs) }
    if codes.contains(where: { $0 == Self.thal || $0 == Self.zah || $0 == Self.dad }) {
      ways[12] = first(Self.interdentals)
    }
    if codes.last == Self.yeh { ways[13] = text.last == 25 ? 1 : text.last == 9 ? 2 : 3 }
    self.ways = ways
  }
}
