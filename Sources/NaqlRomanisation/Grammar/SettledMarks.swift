/// Whether a word's marks leave no vowel open: وَقَّعَ is settled, وقّع and نوّاف are not.
extension SpelledWord {
  /// Whether the marks settle how the word is read: the first consonant has a vowel, no two consonants in a row are bare (one may
  /// stand for a sukun left out), and none is bare where a syllable needs a vowel (Wright, A Grammar of the Arabic Language, § 26).
  var isVocalised: Bool {
    // The tanwin of an adverb alone (سابقاً) settles nothing before it.
    guard
      letters.contains(where: \.isMarked) && letters.count == 1
        || letters.dropLast().contains(where: { $0.isMarked && $0.tanwin == nil })
    else {
      return false
    }
    var bare = 0
    for index in letters.indices {
      if hasVowel(index) {
        bare = 0
        continue
      }
      if letters[index].hasShadda { return false }
      if isArticleLam(index) { continue }
      if index == 0, !opensDoubleLam { return false }
      bare += 1
      if bare > 1 || needsVowel(index) { return false }
    }
    return true
  }

  /// Whether a doubled letter, or و or ي at the head, is surely without its vowel.
  var hasOpenConsonant: Bool {
    letters.indices.contains { index in
      (letters[index].hasShadda || index == 0 && letters[0].isSemivowel) && !hasVowel(index)
    }
  }

  /// Whether the letter has a vowel or sukun of its own, is a long vowel, goes before one, or is the last.
  private func hasVowel(_ index: Int) -> Bool {
    let letter = letters[index]
    if index == letters.count - 1 || letter.hasVowel || letter.hasSukun || carriesLong(index) { return true }
    return letter.isLong && !letter.hasShadda && (index > 0 || !letter.isSemivowel)
  }

  /// Whether a letter of a long vowel, or the doubled ي of an ending -iyy or -iyyah, follows, so that the vowel here is told by it.
  private func carriesLong(_ index: Int) -> Bool {
    guard index + 1 < letters.count else { return false }
    let next = letters[index + 1]
    switch next.base {
    case 0x627, 0x649, 0x629: return true
    case 0x648, 0x64A:
      if !next.hasShadda { return !next.hasVowel }
      // Of a word's second letter nothing is known: سيّد sayyid, نيّة nīyah.
      return index > 0 && (index + 2 == letters.count || letters[index + 2].base == 0x629)
    default: return false
    }
  }

  private func isArticleLam(_ index: Int) -> Bool {
    index == 1 && letters[1].base == 0x644 && (letters[0].base == 0x627 || letters[0].base == 0x644)
  }

  private var opensDoubleLam: Bool { letters.count > 1 && letters[0].base == 0x644 && letters[1].base == 0x644 }

  /// Whether a bare consonant cannot be one without a vowel: before a doubled letter (مُحمّد), behind a consonant with sukun, or between ū or ī
  /// and the last letter (يُوسف).
  private func needsVowel(_ index: Int) -> Bool {
    if index == 0 || isLamOfArticle(index) { return false }
    if letters[index + 1].hasShadda { return true }
    let before = letters[index - 1]
    return before.isSemivowel ? index > 1 && !before.isMarked && index + 2 == letters.count : before.hasSukun
  }

  /// Whether the letter may be the ل of the article behind a clitic: بِالشَّمس, بِالعَقل, لِلّٰه.
  private func isLamOfArticle(_ index: Int) -> Bool {
    guard letters[index].base == 0x644 else { return false }
    return letters[index + 1].base == 0x644 || [0x627, 0x644, 0x671].contains(letters[index - 1].base)
  }
}

extension SpelledWord.Letter {
  /// Whether it is و or ي, which at the head of a word are consonants.
  fileprivate var isSemivowel: Bool { base == 0x648 || base == 0x64A }
}
