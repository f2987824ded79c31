/// Whether an Arabic word spells a Latin one, by their consonants: أستور and Astor, فالتسكوغ and Fältskog.
///
/// Consonants that transliteration confuses are one; vowels, h, w and y do not count. Source: the correspondences of
/// `Rules/romanisation/matching.tsv`, reduced to groups.
enum OriginalLetters {
  /// Whether a word in Arabic letters and one in Latin letters, both UTF-8, are alike: three of five consonants agree in order.
  static func areAlike(_ arabic: [UInt8], _ latin: [UInt8]) -> Bool {
    let a = groups(arabic, of: Self.arabic), l = groups(latin, of: Self.latin)
    guard !a.isEmpty, !l.isEmpty else { return false }
    return common(a, l) * 5 >= max(a.count, l.count) * 3
  }

  /// Groups of consonants, as sets of bits: a letter may belong to several (c).
  private static let labial = 1, dental = 2, velar = 4, sibilant = 8, fricative = 16, lateral = 32, trill = 64,
    nasal = 128,
    lip = 256

  private static let arabic: [Character: Int] = [
    "ب": labial, "پ": labial, "ت": dental, "ط": dental, "د": dental, "ض": dental, "ث": dental | sibilant,
    "ذ": dental | sibilant, "ج": velar | sibilant, "غ": velar, "ق": velar, "ك": velar, "گ": velar, "خ": velar,
    "س": sibilant,
    "ص": sibilant, "ز": sibilant, "ش": sibilant, "ظ": sibilant, "ف": fricative | labial, "ڤ": fricative, "ل": lateral,
    "ر": trill, "ن": nasal, "م": lip,
  ]

  private static let latin: [Character: Int] = [
    "b": labial, "p": labial, "t": dental, "d": dental, "g": velar | sibilant, "j": velar | sibilant, "k": velar,
    "c": velar | sibilant, "q": velar, "x": velar | sibilant, "s": sibilant, "z": sibilant | dental, "f": fricative,
    "v": fricative, "l": lateral, "r": trill, "n": nasal, "m": lip,
  ]

  /// The groups of a word's consonants; a doubled one counts once.
  private static func groups(_ word: [UInt8], of table: [Character: Int]) -> [Int] {
    var found: [Int] = []
    var last: Character?
    for letter in String(decoding: word, as: UTF8.self).lowercased() {
      let plain = letter.unicodeScalars.first.map(plainLetter) ?? letter
      defer { last = plain }
      if plain != last, let group = table[plain] { found.append(group) }
    }
    return found
  }

  /// A letter without its diacritic: ä, č.
  private static func plainLetter(_ letter: Unicode.Scalar) -> Character {
    let name = letter.properties.name ?? ""
    guard name.hasPrefix("LATIN SMALL LETTER "), let base = name.dropFirst(19).first else { return Character(letter) }
    return Character(base.lowercased())
  }

  /// Length of the longest common subsequence.
  private static func common(_ a: [Int], _ b: [Int]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (at, y) in b.enumerated() {
        let above = row[at + 1]
        row[at + 1] = x & y != 0 ? diagonal + 1 : max(above, row[at])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
