import NaqlText

/// What is heard of a vocalised word, sound by sound, to be held against a spelling in Latin letters.
///
/// `مَارْك` → م ā ر ك. The article is left out, and so are a hamza at the front and silent letters.
struct HeardSounds {
  /// A sound: a vowel, or a consonant by its letter.
  struct Sound {
    var code: UInt8
    var isDoubled = false

    /// Whether it is a vowel.
    var isVowel: Bool { Int(code) < vowels.count }
  }

  /// The vowels, in ALA-LC letters; their codes are their places here.
  static let vowels = ["a", "i", "u", "ā", "ī", "ū", "á", "ay", "aw", "ah"]
  /// Number of codes.
  static let count = consonants + VowelLetter.count
  /// The code of the first letter; consonants follow in the order of `VowelLetter`.
  private static let consonants = vowels.count

  private enum Vowel {
    static let a: UInt8 = 0, i: UInt8 = 1, u: UInt8 = 2, longA: UInt8 = 3, longI: UInt8 = 4, longU: UInt8 = 5
    static let maqsura: UInt8 = 6, ay: UInt8 = 7, aw: UInt8 = 8, ah: UInt8 = 9
  }

  /// The sounds in order.
  private(set) var sounds: [Sound] = []

  /// Whether there is a vowel, and one soon: a foreign name may begin with two consonants, no word with three or with a doubled one (Wright, A
  /// Grammar of the Arabic Language, on syllables).
  var isSpeakable: Bool {
    guard let vowel = sounds.firstIndex(where: \.isVowel) else { return false }
    return vowel < 3 && sounds.first?.isDoubled == false
  }

  /// Whether a sound is a short vowel that is spoken but often not spelt: between the first two consonants, as Arabic words begin with one
  /// only (Kremlin for al-Kirimlīn), or i before the last consonant and ة (Dakhla for al-Dākhilah).
  func isWeak(_ at: Int) -> Bool {
    guard at > 0, sounds[at].code <= Vowel.u else { return false }
    if at + 3 == sounds.count { return sounds[at].code == Vowel.i && sounds[at + 2].code == Vowel.ah }
    return at == 1 && at + 1 < sounds.count && !sounds[0].isVowel && !sounds[2].isVowel
  }

  /// The code of a sound by its name in the rules; nil for none.
  static func code(_ name: Substring) -> UInt8? {
    if let vowel = vowels.firstIndex(of: String(name)) { return UInt8(vowel) }
    guard let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1 else { return nil }
    let letter = VowelLetter.code(scalar.value)
    return letter == VowelLetter.other ? nil : consonant(letter)
  }

  /// The code of a letter as a consonant; hamzas on any seat are one.
  private static func consonant(_ letter: UInt8) -> UInt8 {
    let letter = VowelLetter.isHamza(letter) ? VowelLetter.hamza : letter
    return UInt8(consonants) + (letter == VowelLetter.alifMaqsura ? VowelLetter.ya : letter)
  }

  /// The sounds of a word; `hasArticle` where its first two letters are the article.
  init(_ word: SpelledWord, hasArticle: Bool) {
    let letters = word.letters
    var at = hasArticle && letters.count > 3 ? 2 : 0
    let start = at
    while at < letters.count {
      let letter = letters[at]
      let code = VowelLetter.code(letter.base)
      if code == VowelLetter.tehMarbuta {
        if sounds.last?.code == Vowel.a { sounds.removeLast() }
        sounds.append(Sound(code: Vowel.ah))
      } else if code == VowelLetter.madda {
        sounds.append(Sound(code: Vowel.longA))
      } else if VowelLetter.isVowelLetter(code), at > start, !letter.hasVowel, !letter.hasShadda {
        lengthen(code, before: letter, letters[at - 1])
      } else if !(code == VowelLetter.alif || at == start && VowelLetter.isHamza(code)) {
        sounds.append(Sound(code: Self.consonant(code), isDoubled: letter.hasShadda && !(hasArticle && at == start)))
      }
      add(letter)
      at += 1
    }
  }

  /// Adds the vowel on a letter.
  private mutating func add(_ letter: SpelledWord.Letter) {
    if letter.hasDagger { return sounds.append(Sound(code: Vowel.longA)) }
    guard let vowel = letter.vowel ?? letter.tanwin else { return }
    sounds.append(Sound(code: vowel == "a" ? Vowel.a : vowel == "i" ? Vowel.i : Vowel.u))
    if letter.tanwin != nil { sounds.append(Sound(code: Self.consonant(VowelLetter.nun))) }
  }

  /// Makes the short vowel before a letter long, or a diphthong; else the letter is a consonant.
  private mutating func lengthen(_ code: UInt8, before letter: SpelledWord.Letter, _ last: SpelledWord.Letter) {
    let short = last.hasVowel ? sounds.last?.code : nil
    let long: UInt8? =
      switch (code, short) {
      case (VowelLetter.alif, Vowel.a), (VowelLetter.alif, nil): Vowel.longA
      case (VowelLetter.alifMaqsura, Vowel.a): Vowel.maqsura
      case (VowelLetter.ya, Vowel.a): Vowel.ay
      case (VowelLetter.waw, Vowel.a): Vowel.aw
      case (VowelLetter.ya, Vowel.i), (VowelLetter.alifMaqsura, Vowel.i): Vowel.longI
      case (VowelLetter.waw, Vowel.u): Vowel.longU
      default: nil
      }
    if let long {
      if short != nil { sounds.removeLast() }
      sounds.append(Sound(code: long))
    } else if code != VowelLetter.alif {
      sounds.append(Sound(code: Self.consonant(code)))
    }
  }
}
