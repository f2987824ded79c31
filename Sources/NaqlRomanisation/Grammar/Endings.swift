import NaqlText

/// Which vowels at the end of a word are heard in romanisation: not those of case, but those of verbs, particles and
/// pronouns (ALA-LC 2012, rules 9–16 on inflection; the other schemes give names and titles in pause too).
enum Endings {
  /// Whether the vowel on the last letter is written.
  static func keepsVowel(
    _ letters: [SpelledWord.Letter], _ token: GrammarAnnotator.Token, lexicon: Lexicon?, isLast: Bool
  ) -> Bool {
    guard let last = letters.last, let vowel = last.vowel else { return false }
    if token.front.hasArticle { return false }  // الأَمَامِ is a noun, though أَمَامَ is a preposition
    if token.isParticle || letters.count == 1 { return true }
    let isNoun = !token.kinds.isDisjoint(with: [
      "noun", "plural", "adjective", "masdar", "participle", "given", "place", "family",
    ])
    if last.base == 0x647, letters.count > 2, vowel != "a",
      !isNoun || letters.count > 3 && letters[letters.count - 2].vowel == "u"
    {
      return !isLast  // the suffix -hu, -hi, pausal at the close of a line
    }
    if token.kinds.contains(where: { $0.hasPrefix("verb") }), !isNoun || vowel == "a" { return true }
    if isNoun { return false }
    // Unknown words: a three-letter perfect (كَتَبَ) or a derived one ends in fatha, which no noun in pause does.
    return vowel == "a" && letters.count >= 3 && token.kinds.isEmpty && isPerfect(letters)
  }

  /// Whether the vowels are those of a perfect verb: CaCaCa, CaCiCa, CuCiCa, CāCaCa, CaCCaCa, aCCaCa, iCtaCaCa …
  private static func isPerfect(_ letters: [SpelledWord.Letter]) -> Bool {
    guard letters.count >= 3, letters.count <= 6 else { return false }
    let before = letters[letters.count - 2]
    return before.vowel == "a" || before.vowel == "i" || before.base == 0x627
  }

  /// Whether -in belongs to a defective noun (قَاضٍ, مُحَامٍ, ثَانٍ), whose ي it stands for, and is no case ending:
  /// C-ā-C, or mu-…, or C-a-C-ā-C plurals (مَعَانٍ).
  static func isDefective(_ letters: [SpelledWord.Letter]) -> Bool {
    let bases = letters.map(\.base)
    if bases.count == 3, bases[1] == 0x627 { return !regular.contains(SpelledWord.skeleton(letters)) }
    guard bases.count >= 4 else { return false }
    if bases[0] == 0x645, letters[0].vowel == "u" {
      // مُحَامٍ, مُسْتَشْفٍ: the last root letter is missing, so that the last consonant follows ā or a vowelled one
      return bases[bases.count - 2] == 0x627 || bases.count == 4 && letters[1].vowel == "a" && letters[2].hasShadda
    }
    return bases.count == 4 && bases[2] == 0x627 && letters[0].vowel == "a" && letters[1].vowel == "a"
      && defectivePlurals.contains(SpelledWord.skeleton(letters))
  }

  /// Regular nouns of the shape C-ā-C.
  private static let regular: Set<String> = [
    "باب", "دار", "نار", "جار", "خال", "مال", "حال", "بال", "عام", "شاب", "تاج", "ناس", "رأس", "كاس", "جاه", "راي",
    "ماء", "داء", "شاي", "ساق", "طاق", "قاع", "غار", "عاج", "ساج", "باع", "صاع", "تام", "خاص", "عام", "حار", "ضار",
  ]

  /// Defective plurals of the shape C-a-C-ā-C.
  private static let defectivePlurals: Set<String> = [
    "معان", "نواد", "جوار", "ليال", "أراض", "اراض", "أياد", "مبان", "أغان", "نواح", "مساع", "قواف", "مراع", "دواع",
    "ثمان", "أماس", "مآس", "كراس", "صحار", "فتاو", "موان", "أفاع", "تهان", "أهال", "مجار", "مقاه", "ملاه",
  ]
}
