import NaqlText

/// Which vowels at the end of a word are heard in romanisation: not those of case, but those of verbs, particles and
/// pronouns (ALA-LC 2012, rules 9–16 on inflection; the other schemes give names and titles in pause too).
enum Endings {
  /// Which endings the close of a line takes away (ALA-LC 2012, rules 13 and 15).
  enum Pause: Int {
    /// None: inside a line, or in schemes that know no pause.
    case none
    /// That of a pronoun suffix: a word cited alone.
    case suffix
    /// That of a verb too: the close of a longer line (wa-sallam).
    case full
    /// None, and the short vowel is the word's own: a verb of weak last letter in the jussive (لَمْ نَنْسَ).
    case apocope
  }

  /// Whether the vowel on the last letter is written.
  static func keepsVowel(
    _ letters: [SpelledWord.Letter], _ token: GrammarAnnotator.Token, lexicon: Lexicon?, pause: Pause
  ) -> Bool {
    guard let last = letters.last, let vowel = last.vowel else { return false }
    if pause == .apocope { return true }
    if let keeps = token.given.keepsEnding {
      let isSuffix = last.base == 0x647 && letters.count > 2 && vowel != "a" && letters[letters.count - 2].vowel != nil
      return keeps && !(isSuffix && pause == .full)
    }
    if token.front.hasArticle { return false }  // الأَمَامِ is a noun, though أَمَامَ is a preposition
    if token.stemRoles.contains(.month) { return false }
    if token.isParticle {
      // The pronoun behind a preposition: ilayh, minh.
      if pause == .full, last.base == 0x647, letters.count > 2, letters[letters.count - 2].vowel != "i" { return false }
      return !isHelper(last, of: token, lexicon)
    }
    if letters.count == 1 { return true }
    if token.stemRoles.contains(.suffixed) { return pause == .none }
    // نَهْرٌ يَنْبُعُ, يَعِيشُ الشَّاعِرُ: names that are spelt like a verb
    let isVerbOrName =
      vowel == "u" && token.kinds.contains(.verbImperfect)
      && token.kinds.isDisjoint(with: nouns.subtracting([.place, .given, .family]))
    let isNoun = token.kinds.containsAny(of: nouns) && !isVerbOrName
    let before = letters[letters.count - 2]
    if last.base == 0x64A, vowel == "a", before.base == 0x627, letters.count > 3 { return true }  // صَدِيقَايَ
    let isBehindSukun =
      before.hasSukun
      || last.base == 0x62A && !before.isMarked && ![0x627, 0x648, 0x64A, 0x649].contains(before.base)  // عَجِبتُ
    // أَخُوهُنَّ
    if last.base == 0x646, last.hasShadda, vowel == "a", before.base == 0x647, letters.count > 3, !isNoun {
      return true
    }
    // مُعَلِّمَتِكُنَّ
    if last.base == 0x646, last.hasShadda, vowel == "a", before.base == 0x643, before.vowel == "u", letters.count > 4 {
      return true
    }
    // سَمِعْتُنَّ
    if last.base == 0x646, last.hasShadda, vowel == "a", before.base == 0x62A, before.vowel == "u", letters.count > 4 {
      return true
    }
    // أَلفَ سَيَّارَةٍ
    if token.stemRoles.contains(.multiple), !letters.contains(where: \.hasShadda) { return false }
    if token.hasAddressee { return pause == .none || !isBehindSukun && letters[letters.count - 2].vowel == nil }
    // زُرْتُ, رَأَيْتِ
    if !isNoun, last.base == 0x62A, isBehindSukun, letters.count > 2, letters[0].vowel != nil,
      token.opensClause || letters.count < 5
    {
      return pause != .full
    }
    if token.kinds.isEmpty, token.opensClause, last.base == 0x646, [0x64A, 0x62A].contains(letters[0].base),
      [0x648, 0x64A, 0x627].contains(letters[letters.count - 2].base)
    {
      return pause != .full  // يُطَالِبُونَ
    }
    if token.kinds.isEmpty, last.base == 0x646, vowel == "a", isBehindSukun, letters.count > 3 {
      return pause != .full  // يَغْسِلْنَ
    }
    if token.kinds.isEmpty, last.base == 0x646, vowel == "a", isImperfectPlural(letters) { return pause != .full }
    if last.base == 0x647, letters.count > 2, vowel != "a",
      !isNoun || before.vowel == "u" && (letters.count > 3 || before.hasShadda)  // أُمُّهُ
    {
      // The suffix -hu, -hi, pausal at the close of a line (ʻaṣruh, muʻāṣirīh), but not behind a diphthong or ā (yadayhi, waṣafāhu).
      return pause == .none || isBehindSukun || vowel == "u" && letters[letters.count - 2].vowel == nil
    }
    if vowel == "i", last.base == 0x62A, token.kinds.contains(.verbPerfect) { return false }  // كَانَتِ البِنْتُ
    if vowel == "i", last.base != 0x647, token.isVerb { return false }  // لَمْ تُعْلِنِ الشَّرِكَةُ
    if vowel != "a", last.base != 0x62A, token.kinds == .verbPerfect { return false }  // حَفَرُ is no perfect
    if token.kinds.containsAny(of: .verbs), !isNoun || vowel == "a" {
      return pause != .full || last.base == 0x62A
    }
    if isNoun { return false }
    // Unknown words: a three-letter perfect (كَتَبَ) or a derived one ends in fatha, which no noun in pause does.
    guard token.kinds.isEmpty else { return false }
    if token.front.signs.hasSuffix("S") { return pause != .full }  // سَنَعُودُ
    if isFirstOrSecondPerson(letters), token.opensClause || letters.count < 6 { return true }
    // لَنْ أَعِيشَ
    if vowel != "i", let lexicon, KnownLetters(lexicon).hasImperfectOfOther(letters[...]) { return pause != .full }
    return pause != .full && (isImperfect(letters) || vowel == "a" && isPerfect(letters))
  }

  /// Whether a word in ya-, yu- ends in -ūna, or in a consonant and -na, as no noun does: يُصْغُونَ, يُضَمِّدْنَ; but يَابَانِيُّونَ
  /// (Wright, A Grammar of the Arabic Language, the paradigm of the imperfect).
  private static func isImperfectPlural(_ letters: [SpelledWord.Letter]) -> Bool {
    guard letters.count > 4, letters[0].base == 0x64A, letters[0].vowel == "a" || letters[0].vowel == "u" else {
      return false
    }
    let before = letters[letters.count - 2]
    if before.base == 0x648 { return !before.hasShadda && !letters[letters.count - 3].hasShadda }
    return before.base != 0x64A && before.base != 0x627 && before.vowel == nil && !before.hasShadda
  }

  /// Kinds of words whose last vowel is that of case.
  private static let nouns: WordKinds = [
    .noun, .plural, .adjective, .masdar, .participle, .institution, .given, .place, .family,
  ]

  /// Whether the last vowel of a particle is none of its own: it helps it over the article (مِنَ, عَنِ, هَلِ, which alone end
  /// in a sukun), or is the case of a noun spelt alike (غَيْرُ beside غَيْرَ).
  private static func isHelper(
    _ last: SpelledWord.Letter, of token: GrammarAnnotator.Token, _ lexicon: Lexicon?
  ) -> Bool {
    guard let lexicon, token.stem.count > 1 else { return false }
    let forms = lexicon.entries(of: token.stemSkeleton).filter {
      $0.kind == "particle" || $0.kind == "pronoun"
    }
    let ends = forms.compactMap { SpelledWord($0.vocalised).letters.last }
    if token.kinds.contains(.noun), !ends.isEmpty, ends.allSatisfy({ $0.vowel != nil && $0.vowel != last.vowel }) {
      return true
    }
    if last.hasShadda {  // أَيِّ
      let doubled = ends.filter(\.hasShadda)
      return !doubled.isEmpty && doubled.allSatisfy { $0.vowel == nil }
    }
    return !ends.isEmpty && ends.allSatisfy { $0.hasSukun || $0.hasShadda } && ends.contains { $0.hasSukun }
  }

  /// Whether a word in no lexicon ends in the -tu, -ta, -ti of a perfect: وَصَلْتَ.
  private static func isFirstOrSecondPerson(_ letters: [SpelledWord.Letter]) -> Bool {
    guard letters.count >= 4, letters[letters.count - 1].base == 0x62A, letters[0].vowel != nil else { return false }
    return letters[letters.count - 2].hasSukun && letters[letters.count - 3].vowel != nil
  }

  /// Whether a word in no lexicon is an imperfect: yaCCuCu, tuCCiCu, naCCaCu; with ya-, yu- any (يُحَاوِلُ).
  private static func isImperfect(_ letters: [SpelledWord.Letter]) -> Bool {
    let isSubjunctive =  // أَنْ يَصْمُتَ
      letters.count == 4 && letters[0].base == 0x64A && letters[1].hasSukun && letters[3].vowel == "a"
    let isGeminate = letters.count == 3 && letters[2].hasShadda  // يُظَنُّ
    guard letters.count >= 4 || isGeminate, letters[letters.count - 1].vowel == "u" || isSubjunctive,
      letters[0].vowel == "a" || letters[0].vowel == "u"
    else { return false }
    switch letters[0].base {
    case 0x64A: return true
    case 0x62A, 0x646: return isImperfectInT(letters)
    default: return false
    }
  }

  /// Whether a word in t- or n- that ends in -u has the shape of an imperfect and of no noun: taktubu, tuCaCCiCu, tuCāCiCu, taCtaCiCu,
  /// tastaCCiCu (Wright, A Grammar of the Arabic Language, the paradigms of the derived forms).
  private static func isImperfectInT(_ letters: [SpelledWord.Letter]) -> Bool {
    let (second, third) = (letters[1], letters[2])
    if letters.count == 4, second.hasSukun { return third.vowel != nil }
    if letters[0].vowel == "u", second.vowel == "a" {
      return letters.count == 4 && third.hasShadda && third.vowel != "u"  // تُحَمِّصُ
        || letters.count == 5 && third.base == 0x627 && letters[3].vowel == "i"  // تُشَاهِدُ
    }
    guard letters[0].vowel == "a", second.hasSukun else { return false }
    return letters.count == 5 && third.vowel == "a" && letters[3].vowel == "i"  // تَنْكَمِشُ
      || letters.count == 6 && second.base == 0x633 && third.base == 0x62A  // تَسْتَخْدِمُ
  }

  /// Whether the vowels are those of a perfect verb: CaCaCa, CaCiCa, CuCiCa, CāCaCa, CaCCaCa, aCCaCa, iCtaCaCa …
  private static func isPerfect(_ letters: [SpelledWord.Letter]) -> Bool {
    guard letters.count >= 3, letters.count <= 6 else { return false }
    let before = letters[letters.count - 2]
    if before.base == 0x627, letters.count > 3,
      ![0x627, 0x623, 0x671].contains(letters[0].base)
    {
      return false  // وَرْدَانَ, سِنْدِبَادَ: of longer words only اِخْتَارَ, أَعَادَ are perfects
    }
    return before.vowel == "a" || before.vowel == "i" || before.base == 0x627
  }
}
