/// Tells spellings that keep the consonants of their Arabic letters from those a letter model merely allows.
///
/// البزري is Bazri or Bizri, but not Beeri; العلاف is Allaf, but not Laf. Letters that spellings leave out in places (ا و ي ه ح ع ء ة) are
/// not asked for. Of the single names in the development data 98.3 % of all attested spellings keep them so.
package enum ConsonantSkeleton {
  /// Whether the letters of `word` keep the consonants of `arabic` in their order; the article may be there or not.
  package static func isKept(_ arabic: [UInt8], in word: LatinWord) -> Bool {
    let start = hasArticle(arabic) ? 2 : 0
    guard start < arabic.count, arabic[start] == ayn, !isVowel(word, 0) else {
      return isKept(arabic[start...], in: word, from: 0)
    }
    // ع at the head of a word is always heard as a vowel, maybe behind an article's l: العلمي Lalami.
    return start > 0 && word.count > 1 && word[0] == 12 && isVowel(word, 1)
      && isKept(arabic[start...], in: word, from: 1)
  }

  private static func isKept(_ arabic: ArraySlice<UInt8>, in word: LatinWord, from first: Int) -> Bool {
    var at = first
    for index in arabic.indices {
      guard let choices = spelt[Int(arabic[index])], !isOptional(arabic, index) else { continue }
      while at < word.count, choices & 1 << UInt32(word[at]) == 0 { at += 1 }
      if at == word.count { return false }
      at += 1
    }
    return true
  }

  private static let ayn: UInt8 = 25, lam: UInt8 = 36
  private static let dentals = codes("تدطك"), sibilants = codes("شسزجص"), sun = codes("تثدذرزسشصضطظلن")

  private static func hasArticle(_ arabic: [UInt8]) -> Bool {
    arabic.count > 4 && arabic[0] == 7 && arabic[1] == lam
  }

  /// Whether a consonant may be one with its neighbour: ت and س are z (موتسارت Mozart), ك and س x, the article's ل the letter behind it, two
  /// of one kind a single one.
  private static func isOptional(_ arabic: ArraySlice<UInt8>, _ index: Int) -> Bool {
    if index > arabic.startIndex, arabic[index - 1] == arabic[index] { return true }
    guard index + 1 < arabic.endIndex else { return false }
    let next = arabic[index + 1]
    if dentals.contains(arabic[index]), sibilants.contains(next) { return true }
    return arabic[index] == lam && index > arabic.startIndex && arabic[index - 1] == 7 && sun.contains(next)
  }

  private static func isVowel(_ word: LatinWord, _ at: Int) -> Bool {
    at < word.count && vowels & 1 << UInt32(word[at]) != 0
  }

  private static let vowels = letters("aeiouyw")

  /// The Latin letters that each consonant is spelt with, alone or as the first of several; nil for other codes.
  private static let spelt: [UInt32?] = {
    var table = [UInt32?](repeating: nil, count: SpellingLetters.arabicCodes)
    for (consonant, latin) in [
      ("ب", "bpvw"), ("ت", "tdcz"), ("ث", "tszcd"), ("ج", "jgdczy"), ("خ", "khcjgxq"), ("د", "dtz"), ("ذ", "dzts"),
      ("ر", "r"), ("ز", "zsxcj"), ("س", "sczx"), ("ش", "scxjzqt"), ("ص", "sczx"), ("ض", "dzt"), ("ط", "td"),
      ("ظ", "zdt"), ("غ", "ghrj"), ("ف", "fvpw"), ("ق", "qkgcx"), ("ك", "kcqgx"), ("ل", "l"), ("م", "mn"), ("ن", "nm"),
      ("پ", "pb"), ("چ", "cjg"), ("ڤ", "vfw"), ("گ", "gk"), ("ژ", "zjg"),
    ] { table[Int(codes(consonant)[0])] = letters(latin) }
    return table
  }()

  private static func codes(_ text: String) -> [UInt8] { SpellingLetters.codes(text) }

  private static func letters(_ text: String) -> UInt32 {
    SpellingLetters.latin(text).reduce(0) { $0 | 1 << UInt32($1) }
  }
}
