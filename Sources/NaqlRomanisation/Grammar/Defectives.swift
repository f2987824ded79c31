import NaqlText

/// Nouns whose last root letter, a weak one, is lost before the nunation: قَاضٍ, مُحَامٍ, مَعَانٍ. Their -in is no case
/// ending (ALA-LC 2012 writes qāḍin; Wright, A Grammar of the Arabic Language, on nouns of weak third radical).
enum Defectives {
  /// Whether -in at the end of `letters` belongs to the word: the lexicon has it with ي; else, where the lexicon does not
  /// know it as it stands either, its shape says so.
  static func ends(_ letters: [SpelledWord.Letter], kinds: WordKinds, lexicon: Lexicon?) -> Bool {
    if letters.count == 2, !kinds.isDisjoint(with: regular) { return false }  // أَخٍ, though أَخِي is a word
    if let lexicon {
      for entry in lexicon.entries(of: SpelledWord.skeleton(letters) + "ي")
      where entry.note != "construct" && common.contains(WordKinds(named: entry.kind))
        || entry.kind == "place" && kinds.isDisjoint(with: regular)
      {
        if isSame(letters, SpelledWord(entry.vocalised).letters) { return true }
      }
    }
    return kinds.isDisjoint(with: regular) && hasShape(letters)
  }

  /// Kinds of words that have a form in -in.
  private static let common: WordKinds = [
    .noun, .plural, .adjective, .masdar, .participle, .institution, .title, .numeral,
  ]
  /// Kinds of words that are known as they stand.
  private static let regular: WordKinds = [
    .noun, .plural, .adjective, .masdar, .participle, .given, .family, .place,
  ]

  /// Whether `full`, which has a ي more, is the same word and no nisba.
  private static func isSame(_ letters: [SpelledWord.Letter], _ full: [SpelledWord.Letter]) -> Bool {
    guard full.count == letters.count + 1, let last = full.last, !last.hasShadda,
      full[full.count - 2].vowel != "a"
    else { return false }
    return zip(letters, full).dropLast().allSatisfy { a, b in a.vowel == nil || b.vowel == nil || a.vowel == b.vowel }
      && letters.last?.hasShadda == full[letters.count - 1].hasShadda
  }

  /// C-ā-C (قَاضٍ), mu-…-ā-C (مُحَامٍ), mu-C-t-C (مُقْتَضٍ), mu-…-aCC (مُغَنٍّ), and taCaCCin, taCāCin (تَحَدٍّ, تَفَانٍ).
  private static func hasShape(_ letters: [SpelledWord.Letter]) -> Bool {
    let bases = letters.map(\.base)
    let count = bases.count
    if count == 3, bases[1] == 0x627 { return true }
    guard count >= 3, let last = letters.last else { return false }
    let before = letters[count - 2]
    if bases[0] == 0x645, letters[0].vowel == "u" {
      if before.base == 0x627 { return true }
      if count == 4, bases[2] == 0x62A, letters[1].hasSukun, !last.hasShadda { return true }
      return last.hasShadda && before.vowel == "a" && count <= 4 && !letters[1].hasSukun
    }
    return bases[0] == 0x62A && letters[0].vowel == "a" && letters[1].vowel == "a"
      && (count == 4 && before.base == 0x627 || count == 3 && last.hasShadda)
  }
}
