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
  }

  private let lexicon: Lexicon?
  /// The lexicon's number of the kind of imperfect verbs.
  private let imperfect: Int?

  init(_ lexicon: Lexicon?) {
    self.lexicon = lexicon
    imperfect = lexicon?.kinds.firstIndex(of: "verb-imperfect")
  }

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
    if let sign = conjunction(letter), start == 0, var found = withArticle(letters, from: 1) {
      if found.signs == "L" { found.signs = "E" }
      found.signs = sign + found.signs
      return found
    }
    if let sign = preposition(letter), start <= 1, letters[start + 1].base == 0x627,
      let rest = article(letters, at: start + 1), !knows(letters[...])
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
    return (alif.base == 0x627 || alif.base == 0x671) && !alif.isMarked && (behind.hasSukun || behind.hasShadda)
  }

  private func withoutArticle(_ letters: [SpelledWord.Letter]) -> Found {
    guard let lexicon, letters.count >= 3, !knows(letters[...]) else { return Found() }
    if letters[1].hasShadda { return Found() }  // كَرُّوبِي: no word begins with a doubled letter
    var rest = letters[...]
    var found = Found()
    let isWhole = knowsWithSuffix(rest)  // وَطَنُهُ
    if let sign = conjunction(letters[0]) {
      rest.removeFirst()
      found = Found(signs: sign, letters: 1)
      if reads(rest) || !isWhole && knowsWithSuffix(rest) { return found }
    }
    guard rest.count >= 3, let first = rest.first else { return Found() }
    if let sign = preposition(first) {
      rest.removeFirst()
      if reads(rest) || !isWhole && knowsWithSuffix(rest) || !isWhole && readsInflected(rest)
        || ClearClitics.isPreposition(first, before: rest) || first.base == 0x644 && ClearClitics.isImperfect(rest)
      {
        return Found(signs: found.signs + sign, letters: found.letters + 1)
      }
    } else if first.base == 0x633, first.vowel == "a" {
      rest.removeFirst()
      var isImperfect = ClearClitics.isImperfect(rest)
      SpelledWord.withSkeleton(rest, foldingWasla: true) { key in
        lexicon.forEach(strictKey: key) { if lexicon.kind($0) == imperfect { isImperfect = true } }
      }
      if isImperfect { return Found(signs: found.signs + "S", letters: found.letters + 1) }
    }
    if !found.signs.isEmpty, !isWhole, ClearClitics.isConjunction(letters[0], before: letters.dropFirst()) {
      return found
    }
    return Found()
  }

  /// Whether the lexicon knows the letters without a pronoun suffix; a ت before it may stand for ة.
  private func knowsWithSuffix(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    for suffix in Self.suffixes where letters.count >= suffix.count + 2 && Self.ends(letters, in: suffix) {
      var stem = letters.dropLast(suffix.count)
      if knows(stem) { return true }
      if stem.last?.base == 0x62A {
        stem[stem.endIndex - 1].base = 0x629
        if knows(stem) { return true }
      }
    }
    return false
  }

  /// Pronoun suffixes: ها هم هما نا كم ه ك.
  private static let suffixes: [[UInt32]] = [
    [0x647, 0x645, 0x627], [0x647, 0x627], [0x647, 0x645], [0x646, 0x627], [0x643, 0x645], [0x647], [0x643],
  ]

  private static func ends(_ letters: ArraySlice<SpelledWord.Letter>, in suffix: [UInt32]) -> Bool {
    for at in suffix.indices where letters[letters.endIndex - suffix.count + at].base != suffix[at] { return false }
    return true
  }

  /// Whether the lexicon has the word without the ending of a plural or dual (هَدَفَيْنِ), with or without ة.
  private func readsInflected(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    for ending in Self.endings where letters.count >= ending.count + 3 && Self.ends(letters, in: ending) {
      var stem = letters.dropLast(ending.count)
      if reads(stem) { return true }
      if stem.last?.base == 0x62A { stem.removeLast() }
      stem.append(.init(base: 0x629))
      if reads(stem) { return true }
    }
    return false
  }

  /// Endings of sound plurals and duals: ين ون ان ات.
  private static let endings: [[UInt32]] = [[0x64A, 0x646], [0x648, 0x646], [0x627, 0x646], [0x627, 0x62A]]

  /// Whether the lexicon has the word with these vowels: لَيْلَة, but not the rest of كَلِيلَة.
  private func reads(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard let lexicon else { return false }
    var isRead = false
    SpelledWord.withSkeleton(letters, foldingWasla: true) { key in
      lexicon.forEach(strictKey: key) { number in
        if !isRead { isRead = SpelledWord.agree(letters, SpelledWord(utf8: lexicon.vocalised(number)).letters) }
      }
    }
    return isRead
  }

  private func knows(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard let lexicon else { return false }
    return SpelledWord.withSkeleton(letters, foldingWasla: true) { lexicon.contains(strictKey: $0) }
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
