import NaqlICU
import NaqlText

/// A word of Arabic script taken apart: each letter with the marks on it, in whatever order they were written.
///
/// `مُحَمَّد` → م(u) ح(a) م(a, shadda) د
struct SpelledWord: Sendable {
  /// A short vowel, told by its Latin letter: `a`, `i` or `u`.
  struct Vowel: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
    private let sign: UInt8

    init(unicodeScalarLiteral sign: Unicode.Scalar) { self.sign = UInt8(truncatingIfNeeded: sign.value) }

    /// Its letter.
    var scalar: Unicode.Scalar { Unicode.Scalar(sign) }
  }

  /// A letter and its marks.
  struct Letter: Hashable, Sendable {
    /// The letter, its hamza or madda composed.
    var base: UInt32
    /// Its short vowel: `a`, `i`, `u`, or nil.
    var vowel: Vowel?
    /// Its nunation: `a`, `i`, `u`, or nil.
    var tanwin: Vowel?
    var hasShadda = false
    var hasSukun = false
    /// A dagger alif on it: a long ā that has no letter.
    var hasDagger = false

    /// Whether anything says how it is read.
    var isMarked: Bool { vowel != nil || tanwin != nil || hasShadda || hasSukun || hasDagger }
    /// Whether it may stand for a long vowel: ا و ي ى ة آ ٱ.
    var isLong: Bool {
      switch base {
      case 0x627, 0x648, 0x64A, 0x649, 0x629, 0x622, 0x671: true
      default: false
      }
    }
    /// Whether a vowel, nunation or dagger alif stands on it.
    var hasVowel: Bool { vowel != nil || tanwin != nil || hasDagger }
  }

  /// The letters in order.
  var letters: [Letter] = []

  /// Takes `word` apart: tatweel and invisible characters left out, presentation forms and Persian letters read as the
  /// letters that Arabic writes.
  init(_ word: String) {
    var word = word
    let isRead = word.withUTF8 { read(UnsafeRawBufferPointer($0)) }
    if !isRead { readComposed(word) }
  }

  /// Takes a word of UTF-8 apart.
  init(utf8 word: UnsafeRawBufferPointer) {
    if !read(word) { readComposed(String(decoding: word, as: UTF8.self)) }
  }

  /// Reads a word in which a madda or hamza stands as a mark of its own.
  private mutating func readComposed(_ word: String) {
    var last = Letter(base: 0)
    for scalar in NormalisationForm.nfc.apply(to: word).unicodeScalars { read(scalar.value, &last) }
    close(&last)
  }

  /// Reads all letters and marks; false, and nothing read, where a madda or hamza stands as a mark of its own
  /// (U+0653–U+0655), which is to be composed with its letter.
  private mutating func read(_ word: UnsafeRawBufferPointer) -> Bool {
    letters.reserveCapacity(word.count / 3 + 1)
    var last = Letter(base: 0)
    var at = 0
    while at < word.count {
      let (c, length) = UTF8Scalars.decode(word, at)
      if c >= 0x653, c <= 0x655 {
        letters = []
        return false
      }
      read(c, &last)
      at += length
    }
    close(&last)
    return true
  }

  /// Reads a code point; `last` is the letter whose marks are being read, of base 0 before the first.
  @inline(__always)
  private mutating func read(_ c: UInt32, _ last: inout Letter) {
    if last.mark(c) { return }
    let base = Self.base(of: c)
    if base != 0 {
      if last.base != 0 { letters.append(last) }
      last = Letter(base: base)
    } else if (0xFB50...0xFDFB).contains(c) || (0xFE70...0xFEFC).contains(c) {
      readPresentationForm(c, &last)
    }
  }

  private mutating func close(_ last: inout Letter) {
    if last.base != 0 { letters.append(last) }
    mendNunation()
  }

  /// The letter that Arabic writes for a code point; 0 where it is none.
  private static func base(of c: UInt32) -> UInt32 {
    switch c {
    case 0x621...0x63A, 0x641...0x64A: c
    case 0x6A9, 0x6AA: 0x643  // ک ڪ
    case 0x6CC, 0x6D0, 0x6CE: 0x64A  // ی ې ێ
    case 0x6BE, 0x6C1, 0x6C2, 0x6D5: 0x647  // ھ ہ ە
    case 0x6C0: 0x629  // ۀ
    case 0x6A5, 0x6A4: 0x6A4  // ڥ ڤ
    case 0x66E, 0x66F, 0x671...0x6D3: c
    default: 0
    }
  }

  /// Reads the letters of a presentation form, the last of which may have marks behind it.
  private mutating func readPresentationForm(_ c: UInt32, _ last: inout Letter) {
    guard let scalar = Unicode.Scalar(c) else { return }
    for plain in NormalisationForm.nfkc.apply(to: String(scalar)).unicodeScalars where plain != scalar {
      for letter in SpelledWord(String(plain)).letters {
        if last.base != 0 { letters.append(last) }
        last = letter
      }
    }
  }

  /// In كِتَابَاً the alif carries the nunation and no vowel of its own: as كِتَاباً and كِتَابًا.
  private mutating func mendNunation() {
    if let last = letters.last, last.tanwin == "a", last.base == 0x627, letters.count > 1,
      letters[letters.count - 2].vowel == "a"
    {
      letters[letters.count - 2].vowel = nil
    }
  }

  /// The letters without marks.
  var skeleton: String { Self.skeleton(letters) }

  /// These letters without marks; ٱ read as ا where it is folded.
  static func skeleton(_ letters: some Collection<Letter>, foldingWasla: Bool = false) -> String {
    String(unsafeUninitializedCapacity: letters.count * 2) { bytes in
      write(letters, foldingWasla: foldingWasla, to: UnsafeMutableRawBufferPointer(bytes))
    }
  }

  /// Calls `body` with these letters without marks (UTF-8), as the lexicon finds words by them.
  static func withSkeleton<Result>(
    _ letters: ArraySlice<Letter>, foldingWasla: Bool = false, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: letters.count * 2 + 1, alignment: 1) { bytes in
      let count = write(letters, foldingWasla: foldingWasla, to: bytes)
      return body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
  }

  /// All letters lie in U+0600–U+06FF, which take two bytes.
  @inline(__always)
  private static func write(
    _ letters: some Collection<Letter>, foldingWasla: Bool, to bytes: UnsafeMutableRawBufferPointer
  ) -> Int {
    var at = 0
    for letter in letters {
      let base = foldingWasla && letter.base == 0x671 ? 0x627 : letter.base
      bytes[at] = UInt8(truncatingIfNeeded: 0xC0 | base >> 6)
      bytes[at + 1] = UInt8(truncatingIfNeeded: 0x80 | base & 0x3F)
      at += 2
    }
    return at
  }

  /// Whether the marks that both have are the same, those of the last letter aside.
  static func agree(_ letters: ArraySlice<Letter>, _ other: [Letter]) -> Bool {
    guard other.count == letters.count else { return false }
    for at in other.indices.dropLast() {
      if let a = letters[letters.startIndex + at].vowel, let b = other[at].vowel, a != b { return false }
    }
    return true
  }

  /// Whether the vowels, sukuns and doublings that both have are the same; the last letter's vowel, a case or mood ending, aside.
  static func match(_ letters: ArraySlice<Letter>, _ other: [Letter]) -> Bool {
    guard other.count == letters.count else { return false }
    for index in other.indices {
      let a = letters[letters.startIndex + index], b = other[index]
      if index < other.count - 1 {
        if let x = a.vowel, let y = b.vowel, x != y { return false }
        if a.vowel != nil && b.hasSukun || a.hasSukun && b.vowel != nil { return false }  // خَلَف is no خَلْفَ
      }
      if index > 0, a.hasShadda != b.hasShadda, !(a.base == 0x64A && index == other.count - 1) { return false }
    }
    return true
  }

  /// The same where `other` is a particle: فَقَدَ is a verb and no فَقَدْ; but مِنَ, with the vowel that helps over, is مِنْ.
  static func matchParticle(_ letters: ArraySlice<Letter>, _ other: [Letter]) -> Bool {
    if let last = letters.last, last.vowel == "a", last.base != 0x646, other.last?.hasSukun == true { return false }
    return match(letters, other)
  }
}

extension SpelledWord.Letter {
  /// Puts a mark on the letter; false where the code point is none.
  @inline(__always)
  fileprivate mutating func mark(_ c: UInt32) -> Bool {
    switch c {
    case 0x64E: vowel = "a"
    case 0x64F: vowel = "u"
    case 0x650: vowel = "i"
    case 0x64B: tanwin = "a"
    case 0x64C: tanwin = "u"
    case 0x64D: tanwin = "i"
    case 0x651: hasShadda = true
    case 0x652, 0x6E1: hasSukun = true
    case 0x670, 0x656: hasDagger = true
    default: return false
    }
    return true
  }
}
