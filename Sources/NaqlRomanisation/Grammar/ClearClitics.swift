/// Clitics that the spelling alone gives away, before words that no lexicon has.
///
/// A hamza inside a word takes the seat of its neighbours' vowels, so that إ, or أ behind a kasra, opens a word; Arabic
/// words have no long vowel before a sukun, nor, but for endings, the shapes وَCُC…, وَCَCْC…, وَCَCَاC…, وَCِCَاC…, وَأَCَCْ… and وَCaCaC-iyyāt (Wright, A Grammar of
/// the Arabic Language, on hamza, closed syllables and the patterns of nouns). Words of the lexicon with an ending have been
/// told apart before.
enum ClearClitics {
  /// Whether و or ف is a conjunction: `وَإِكْرَام`, `فَاسْتَقَرَّ`, `وَضُحَاهَا`, `وَمَنْصُوب`, but not `وَطَن`, `وَصَلْتُ`.
  static func isConjunction(_ clitic: SpelledWord.Letter, before rest: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard clitic.vowel == "a", rest.count >= 3 else { return false }
    let rest = Array(rest)
    let first = rest[0], second = rest[1]
    if first.base == 0x625 || first.base == 0x671 { return true }
    if first.base == 0x627, first.vowel == nil, second.hasSukun { return true }
    if first.vowel == "u", !first.hasShadda, second.vowel == "i" { return true }  // فَقُطِعَتْ
    if first.base == 0x623, first.vowel == "a", second.hasSukun || !second.isMarked && second.base != 0x627,
      rest.count >= 4
    {
      return true  // فَأَجْهَشَ
    }
    if first.base == 0x623, first.vowel == "a", second.vowel == "a", rest.count >= 5, rest[2].hasSukun {
      return true  // وَأَطَعْنَا
    }
    if rest.count >= 4, first.vowel == "i", second.vowel == "a", !first.hasShadda, !second.hasShadda,
      rest[2].base == 0x627, !rest[2].isMarked
    {
      return true  // وَشِيَاتِهَا
    }
    // وَحَلَوِيَّات: no root has so many letters
    if clitic.base == 0x648, rest.count >= 6, rest.suffix(3).map(\.base) == [0x64A, 0x627, 0x62A],
      rest[rest.count - 3].hasShadda
    {
      return true
    }
    if rest.count >= 5, first.vowel == "a", second.vowel == "a", !first.hasShadda, rest[2].base == 0x627 {
      return true  // وَمَبَالِغ
    }
    guard clitic.base == 0x648, let vowel = first.vowel, !first.hasShadda else { return false }
    if vowel == "u", second.base != 0x648 { return true }
    // No noun or verb from a root with و has its third letter doubled behind a short vowel: وَدِقَّة, وَعَيَّنَ, but وَلِيّ, وَصِيَّة.
    if second.hasShadda, second.base != 0x64A && second.base != 0x648 || vowel == "a" { return true }
    return second.hasSukun && second.base != 0x64A && second.base != 0x648 && !isPerfectEnding(rest)  // وَدَرْء
  }

  /// Whether ب or ل is a preposition: `بِأَخْلَاق`, `لِإِعْمَار`.
  static func isPreposition(_ clitic: SpelledWord.Letter, before rest: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard clitic.vowel == "i", rest.count >= 3 else { return false }
    let rest = Array(rest)
    if rest[0].base == 0x623 || rest[0].base == 0x625 || rest[0].base == 0x622 { return true }
    if rest[0].vowel == "u", !rest[0].hasShadda { return true }  // لِمُرَبِّي: no word has a u behind an i
    // No Arabic word of five letters has the shape CiCaCaC…: بِكَثَافَة.
    return rest.count >= 4 && rest[0].vowel == "a" && rest[1].vowel != nil && !rest[0].hasShadda && !rest[1].hasShadda
  }

  /// Whether a word ends in the mark of a genitive, which a preposition at its front would have made (بِمَبْلَغٍ). A word that no
  /// lexicon has and that begins with بِ or لِ itself is taken for one too when it stands in the genitive.
  static func isGenitive(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard let last = letters.last, letters.count >= 3, letters.first?.hasVowel == true || letters.first?.base == 0x627
    else { return false }
    return last.vowel == "i" || last.tanwin == "i"
  }

  /// Whether the rest behind لِ or سَ can only be an imperfect: `لِتُشْحَن`, `سَيَعْمَل`, but not `لِيَاقَة`, `سَيَّارَة`, `سَأَلْت`.
  static func isImperfect(_ rest: ArraySlice<SpelledWord.Letter>) -> Bool {
    let rest = Array(rest)
    guard rest.count >= 4, !rest[0].hasShadda else { return false }
    switch (rest[0].base, rest[0].vowel) {
    case (0x62A, "u"), (0x64A, "u"), (0x646, "u"):
      return !rest[1].hasVowel || rest[2].hasVowel || rest[2].hasShadda || rest[2].base == 0x627  // سَتُسَافِر
    case (0x64A, "a"), (0x62A, "a"), (0x646, "a"): return rest[1].hasSukun && !isPerfectEnding(rest)
    default: return false
    }
  }

  private static let perfectEndings = [
    Ending(0x62A), Ending(0x62A, 0x645), Ending(0x62A, 0x645, 0x627), Ending(0x646, 0x627), Ending(0x646),
  ]

  /// Whether what follows the third letter is a suffix of the perfect: تُ تَ تِ تُمْ نَا نَ.
  private static func isPerfectEnding(_ rest: [SpelledWord.Letter]) -> Bool {
    perfectEndings.contains { $0.isAll(of: rest.dropFirst(2)) }
  }
}
