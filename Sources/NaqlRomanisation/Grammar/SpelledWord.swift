import NaqlICU

/// A word of Arabic script taken apart: each letter with the marks on it, in whatever order they were written.
///
/// `مُحَمَّد` → م(u) ح(a) م(a, shadda) د
struct SpelledWord: Sendable {
  /// A letter and its marks.
  struct Letter: Hashable, Sendable {
    /// The letter, its hamza or madda composed.
    var base: UInt32
    /// Its short vowel: `a`, `i`, `u`, or nil.
    var vowel: Character?
    /// Its nunation: `a`, `i`, `u`, or nil.
    var tanwin: Character?
    var hasShadda = false
    var hasSukun = false
    /// A dagger alif on it: a long ā that has no letter.
    var hasDagger = false

    /// Whether anything says how it is read.
    var isMarked: Bool { vowel != nil || tanwin != nil || hasShadda || hasSukun || hasDagger }
    /// Whether a vowel, nunation or dagger alif stands on it.
    var hasVowel: Bool { vowel != nil || tanwin != nil || hasDagger }
  }

  /// The letters in order.
  var letters: [Letter] = []

  /// Takes `word` apart: tatweel and invisible characters left out, presentation forms and Persian letters read as the
  /// letters that Arabic writes.
  init(_ word: String) {
    for scalar in (Self.hasApartHamza(word) ? NormalisationForm.nfc.apply(to: word) : word).unicodeScalars {
      switch scalar.value {
      case 0x64E: letters.mark { $0.vowel = "a" }
      case 0x64F: letters.mark { $0.vowel = "u" }
      case 0x650: letters.mark { $0.vowel = "i" }
      case 0x64B: letters.mark { $0.tanwin = "a" }
      case 0x64C: letters.mark { $0.tanwin = "u" }
      case 0x64D: letters.mark { $0.tanwin = "i" }
      case 0x651: letters.mark { $0.hasShadda = true }
      case 0x652, 0x6E1: letters.mark { $0.hasSukun = true }
      case 0x670, 0x656: letters.mark { $0.hasDagger = true }
      case 0x6A9, 0x6AA: letters.append(Letter(base: 0x643))  // ک ڪ
      case 0x6CC, 0x6D0, 0x6CE: letters.append(Letter(base: 0x64A))  // ی ې ێ
      case 0x6BE, 0x6C1, 0x6C2, 0x6D5: letters.append(Letter(base: 0x647))  // ھ ہ ە
      case 0x6C0: letters.append(Letter(base: 0x629))  // ۀ
      case 0x6A5, 0x6A4: letters.append(Letter(base: 0x6A4))  // ڥ ڤ
      case 0xFB50...0xFDFB, 0xFE70...0xFEFC:
        for plain in NormalisationForm.nfkc.apply(to: String(scalar)).unicodeScalars where plain != scalar {
          letters.append(contentsOf: SpelledWord(String(plain)).letters)
        }
      case 0x621...0x63A, 0x641...0x64A, 0x66E, 0x66F, 0x671...0x6D3: letters.append(Letter(base: scalar.value))
      default: continue
      }
    }
    // In كِتَابَاً the alif carries the nunation and no vowel of its own: as كِتَاباً and كِتَابًا.
    if let last = letters.last, last.tanwin == "a", last.base == 0x627, letters.count > 1,
      letters[letters.count - 2].vowel == "a"
    {
      letters[letters.count - 2].vowel = nil
    }
  }

  /// Whether a madda or hamza stands as a mark of its own (U+0653–U+0655), which is composed with its letter.
  private static func hasApartHamza(_ word: String) -> Bool {
    var isLead = false
    for byte in word.utf8 {
      if isLead, byte >= 0x93, byte <= 0x95 { return true }
      isLead = byte == 0xD9
    }
    return false
  }

  /// The letters without marks, as a key.
  var skeleton: String {
    var scalars = String.UnicodeScalarView()
    for letter in letters { if let scalar = Unicode.Scalar(letter.base) { scalars.append(scalar) } }
    return String(scalars)
  }

  /// Whether the marks that both have are the same, those of the last letter aside.
  func agrees(_ other: SpelledWord) -> Bool {
    guard other.letters.count == letters.count else { return false }
    return zip(letters, other.letters).dropLast().allSatisfy { a, b in
      a.vowel == nil || b.vowel == nil || a.vowel == b.vowel
    }
  }

  /// Whether the marks settle how the word is read: the first consonant has a vowel, and no two consonants in a row are
  /// bare (one may stand for a sukun left out).
  var isVocalised: Bool {
    // The tanwin of an adverb alone (سابقاً) settles nothing before it.
    guard
      letters.contains(where: \.isMarked) && letters.count == 1
        || letters.dropLast().contains(where: { $0.isMarked && $0.tanwin == nil })
    else {
      return false
    }
    var bare = 0
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1].base : 0
      let carriesLong = next == 0x627 || next == 0x648 || next == 0x64A || next == 0x649 || next == 0x629
      let isLong = [0x627, 0x648, 0x64A, 0x649, 0x629, 0x622, 0x671].contains(letter.base)
      if letter.isMarked || isLong || carriesLong || index == letters.count - 1 {
        bare = 0
        continue
      }
      let isArticle = index == 1 && letter.base == 0x644 && (letters[0].base == 0x627 || letters[0].base == 0x644)
      if isArticle { continue }
      if index == 0, letter.base != 0x644 || next != 0x644 { return false }
      bare += 1
      if bare > 1 { return false }
    }
    return true
  }
}

extension [SpelledWord.Letter] {
  /// Puts a mark on the last letter.
  fileprivate mutating func mark(_ change: (inout SpelledWord.Letter) -> Void) {
    if !isEmpty { change(&self[count - 1]) }
  }
}
