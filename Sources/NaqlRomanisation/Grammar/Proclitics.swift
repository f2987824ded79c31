import NaqlText

/// Finds what is glued to the front of a vocalised word: و ف, then ب ل ك س, then the article.
///
/// With the article the letters settle it (وَالرِّيَاض, بِالقُدْس, لِلسَّلَام); without it the rest must be a word that
/// the lexicon knows, and the whole none (وَمُحَمَّد, but وَزِير).
struct Proclitics {
  /// Signs of the clitics and the article, in order, and how many letters they take.
  struct Found {
    var signs = ""
    var letters = 0
    var hasArticle = false
    /// Whether a conjunction or preposition stands there.
    var hasClitic: Bool { !signs.isEmpty && signs != "L" }
  }

  private let words: KnownLetters?

  init(_ known: KnownLetters?) { words = known }

  /// The clitics of `word`. With `lengths` (letters of each clitic, from the vocaliser) only those are taken.
  func find(in word: SpelledWord, lengths: [Int]?) -> Found {
    let letters = word.letters
    if let lengths { return given(lengths, letters) }
    if let found = withArticle(letters, from: 0) { return found }
    return withoutArticle(letters)
  }

  /// Clitics in front of an article, or the article alone.
  private func withArticle(_ letters: [SpelledWord.Letter], from start: Int) -> Found? {
    guard letters.count - start >= 3 else { return nil }
    let letter = letters[start]
    if let rest = article(letters, at: start) {
      return Found(signs: start == 0 ? "L" : "E", letters: rest, hasArticle: true)
    }
    if letter.base == 0x644, letters[start + 1].base == 0x644, letter.vowel == nil || letter.vowel == "i",
      isLamOfArticle(letters, at: start + 1), letters.count - start >= 4,
      !letters[start + 1].hasShadda || letters[start + 2].base == 0x64A
    {
      return Found(signs: "J", letters: start + 2, hasArticle: true)
    }
    // لِلُّغَةِ: of the three lams the last two are written as one.
    if letter.base == 0x644, letters[start + 1].base == 0x644, letter.vowel == nil || letter.vowel == "i",
      letters[start + 1].hasShadda, letters[start + 1].hasVowel, letters.count - start >= 4,
      !Self.relatives.contains(SpelledWord.skeleton(letters[(start + 1)...]))
    {
      return Found(signs: "J", letters: start + 1, hasArticle: true)
    }
    if let sign = conjunction(letter), start == 0, var found = withArticle(letters, from: 1) {
      if found.signs == "L" { found.signs = "E" }
      found.signs = sign + found.signs
      return found
    }
    if let sign = preposition(letter), start <= 1, [0x627, 0x671].contains(letters[start + 1].base),
      let rest = article(letters, at: start + 1), !(words?.knows(letters[...]) ?? false)
    {
      return Found(signs: sign + "E", letters: rest, hasArticle: true)
    }
    return nil
  }

  /// Number of letters up to the end of an article at `at`, or nil: a bare or fatha alif, a lam without vowel or
  /// shadda, and at least two letters behind.
  private func article(_ letters: [SpelledWord.Letter], at: Int) -> Int? {
    guard letters.count - at >= 4 || (letters.count - at == 3 && letters[at + 2].isMarked),
      letters[at].base == 0x627 || letters[at].base == 0x671, letters[at].vowel == nil || letters[at].vowel == "a",
      letters[at + 1].base == 0x644, isLamOfArticle(letters, at: at + 1), !letters[at + 1].hasShadda
    else { return nil }
    // التَقَى is a verb: behind the article a ت would be doubled.
    if letters[at + 1].hasSukun, letters[at + 2].base == 0x62A, letters[at + 2].hasVowel, !letters[at + 2].hasShadda {
      return nil
    }
    // After a clitic with fatha, ا may be a long vowel: then the lam has a vowel, which is excluded above.
    return at + 2
  }

  /// Whether a lam has no vowel, or only the kasra that helps over an alif of union (الِاتِّحَاد).
  private func isLamOfArticle(_ letters: [SpelledWord.Letter], at: Int) -> Bool {
    if !letters[at].hasVowel { return true }
    guard letters[at].vowel == "i", at + 3 < letters.count else { return false }
    let alif = letters[at + 1], behind = letters[at + 2]
    return (alif.base == 0x627 || alif.base == 0x671) && !alif.isMarked
      && (behind.hasSukun || behind.hasShadda || !behind.hasVowel)
  }

  private func withoutArticle(_ letters: [SpelledWord.Letter]) -> Found {
    guard let words, letters.count >= 3 else { return Found() }
    if let sign = conjunction(letters[0]), words.isParticle(letters.dropFirst()), !words.isParticle(letters[...]),
      !isMarkedNoun(letters)
    {
      return Found(signs: sign, letters: 1)  // وَفِي, though وَفِيّ is a word
    }
    if letters[0].base == 0x623, letters[0].vowel == "a",
      Self.denials.contains(SpelledWord.skeleton(letters.dropFirst())),
      words.isParticle(letters.dropFirst()) || letters.count > 3
    {
      return Found(signs: "Q", letters: 1)  // أَلَمْ تَرَ
    }
    if isQuestion(letters) { return Found(signs: "Q", letters: 1) }
    if letters.count == 3, letters[0].base == 0x644, letters[0].vowel == "a", letters[1].base == 0x645,
      letters[1].vowel == "a", letters[2].base == 0x627
    {
      return Found(signs: "A", letters: 1)  // لَمَا
    }
    let isMarked = isFullyMarked(letters)
    if isMarked ? words.readsExactly(letters[...]) : words.knows(letters[...]) { return Found() }
    if letters[0].base == 0x644, letters[0].vowel == "a", !letters[0].hasShadda, words.readsPerfect(letters.dropFirst())
    {
      return Found(signs: "A", letters: 1)  // لَمَاتَ, لَأَكْرَمْتُكَ
    }
    if letters[0].base == 0x644, letters[0].vowel == "a", letters.count > 4, isEnergetic(letters.dropFirst()) {
      return Found(signs: "A", letters: 1)
    }
    if isMarked, words.readsEnded(letters[...]) { return Found() }
    if letters[1].hasShadda { return Found() }  // كَرُّوبِي: no word begins with a doubled letter
    // وَصْفَة: none but وَلْيَكُنْ, وَهْوَ begins with a bare one
    if letters[1].hasSukun, letters[1].base != 0x644, letters[1].base != 0x647, conjunction(letters[0]) != nil {
      return Found()
    }
    var rest = letters[...]
    var found = Found()
    // وَطَنُهُ, but وَضَوْءُهُ, though the lexicon has وَضُوء
    let isWhole = isMarked ? words.readsWithSuffix(rest) : words.knowsWithSuffix(rest)
    if let sign = conjunction(letters[0]) {
      rest.removeFirst()
      found = Found(signs: sign, letters: 1)
      if let second = rest.first.flatMap(preposition), words.isParticle(rest.dropFirst()) {
        return Found(signs: sign + second, letters: 2)  // وَبِذَلِكَ
      }
      if words.reads(rest) || !isWhole && (words.knowsWithSuffix(rest) || words.readsInflected(rest)) { return found }
      if !isWhole,
        words.readsPluralWithSuffix(rest) || words.readsPerfectWithObject(rest)
          || isMarked && rest.count > 4 && words.readsPerfect(rest)
      {
        return found  // وَنَصَحَنِي, وَنَسِيتُمَا
      }
    }
    guard rest.count >= 3, let first = rest.first else { return Found() }
    if isMarked, found.letters == 0, letters.count > 5, words.readsInflected(letters[...]) { return found }  // كَرِيمَانِ
    if let sign = preposition(first) {
      rest.removeFirst()
      if words.reads(rest) || !isWhole && words.knowsWithSuffix(rest) || !isWhole && words.readsInflected(rest)
        || ClearClitics.isPreposition(first, before: rest)
        || !isWhole && first.vowel == "i" && ClearClitics.isGenitive(rest)
        || first.base == 0x644 && ClearClitics.isImperfect(rest)
      {
        return Found(signs: found.signs + sign, letters: found.letters + 1)
      }
    } else if first.base == 0x633, first.vowel == "a" {
      rest.removeFirst()
      if ClearClitics.isImperfect(rest) || words.hasImperfect(rest) || words.hasImperfectOfOther(rest)
        || words.hasImperfectWithObject(rest)
      {
        return Found(signs: found.signs + "S", letters: found.letters + 1)
      }
    }
    if !found.signs.isEmpty, !isWhole, ClearClitics.isConjunction(letters[0], before: letters.dropFirst()) {
      return found
    }
    return Found()
  }

  /// What the relative pronouns leave behind their alif, which li- takes away: لِلَّذِي (Wright, A Grammar of the Arabic Language, on alif
  /// of union).
  private static let relatives: Set<String> = ["لذي", "لتي", "لذين"]

  /// What the أ of a question is glued to (Wright, A Grammar of the Arabic Language, on the interrogative particles).
  private static let denials: Set<String> = ["لم", "ليس", "ليست", "لن"]

  /// Whether the letters are those of an imperfect with -anna: أُكْرِمَنَّ (Wright, A Grammar of the Arabic Language, on the energetic).
  private func isEnergetic(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard let first = letters.first, let last = letters.last else { return false }
    return [0x623, 0x62A, 0x646, 0x64A].contains(first.base) && first.vowel != nil && last.base == 0x646
      && last.hasShadda && last.vowel == "a"
  }

  /// Whether the lexicon has a noun with just these marks: فَلَك, though لَك is a particle.
  private func isMarkedNoun(_ letters: [SpelledWord.Letter]) -> Bool {
    letters.last?.isMarked == false && isFullyMarked(letters) && words?.readsNoun(letters[...]) == true
  }

  /// Whether أ asks, before an imperfect of the first form: أَتَذْكُرِينَ, but أَتَكَلَّمُ.
  private func isQuestion(_ letters: [SpelledWord.Letter]) -> Bool {
    letters.count > 4 && letters[0].base == 0x623 && letters[0].vowel == "a"
      && [0x62A, 0x64A].contains(letters[1].base)
      && letters[1].vowel == "a" && letters[2].hasSukun && letters[3].hasVowel
  }

  /// Whether every consonant but the last bears a mark.
  private func isFullyMarked(_ letters: [SpelledWord.Letter]) -> Bool {
    letters.dropLast().allSatisfy { $0.isMarked || [0x627, 0x648, 0x64A, 0x649, 0x622].contains($0.base) }
  }

  private func conjunction(_ letter: SpelledWord.Letter) -> String? {
    guard letter.vowel == nil || letter.vowel == "a", !letter.hasShadda, !letter.hasSukun else { return nil }
    return letter.base == 0x648 ? "W" : letter.base == 0x641 ? "F" : nil
  }

  private func preposition(_ letter: SpelledWord.Letter) -> String? {
    guard !letter.hasShadda, !letter.hasSukun else { return nil }
    switch letter.base {
    case 0x628: return letter.vowel == nil || letter.vowel == "i" ? "B" : nil
    case 0x644: return letter.vowel == nil || letter.vowel == "i" ? "I" : nil
    case 0x643: return letter.vowel == nil || letter.vowel == "a" ? "K" : nil
    default: return nil
    }
  }

  private func given(_ lengths: [Int], _ letters: [SpelledWord.Letter]) -> Found {
    var found = Found()
    for length in lengths where found.letters + length < letters.count {
      let letter = letters[found.letters]
      if length == 2 || letter.base == 0x627 || letter.base == 0x671 {
        found.signs += found.letters == 0 ? "L" : "E"
        found.hasArticle = true
      } else if length == 1, letter.base == 0x644, found.signs.last == "I" {
        found.signs.removeLast()
        found.signs += "J"
        found.hasArticle = true
      } else if let sign = conjunction(letter) ?? preposition(letter) ?? (letter.base == 0x633 ? "S" : nil) {
        found.signs += sign
      } else {
        return found  // لَهُ is a word of its own
      }
      found.letters += length
    }
    return found
  }
}
