/// Folds the spelling habits of Arabic text away, so that words can be looked up however they were typed.
public struct SpellingKey: OptionSet, Sendable {
  public let rawValue: Int
  /// The options as bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// أ إ آ ٱ → ا, ؤ → و, ئ → ي.
  public static let hamza = SpellingKey(rawValue: 1)
  /// ى → ي.
  public static let alifMaqsura = SpellingKey(rawValue: 2)
  /// ة → ه.
  public static let tehMarbuta = SpellingKey(rawValue: 4)
  /// Digits of every script → 0.
  public static let digits = SpellingKey(rawValue: 8)
  /// Keep vowel marks (they are dropped otherwise).
  public static let keepMarks = SpellingKey(rawValue: 16)

  /// Nothing folded but what always is: marks, tatweel and invisible characters dropped, ک ی ھ and presentation forms
  /// read as the plain letters. What is romanised keeps its hamzas, ة and ى.
  public static let strict: SpellingKey = []
  /// Everything folded, for gazetteers and for finding repetitions.
  public static let loose: SpellingKey = [.hamza, .alifMaqsura, .tehMarbuta]

  /// Appends the key of `word` (UTF-8) to `key`.
  @inline(__always)
  public func append(_ word: UnsafeRawBufferPointer, to key: inout [UInt8]) {
    var at = 0
    while at < word.count {
      let (c, length) = UTF8Scalars.decode(word, at)
      at += length
      appendFolded(c, to: &key)
    }
  }

  /// The key of `word`.
  public func of(_ word: String) -> String {
    var key: [UInt8] = []
    var copy = word
    copy.withUTF8 { append(UnsafeRawBufferPointer($0), to: &key) }
    return String(decoding: key, as: UTF8.self)
  }

  @inline(__always)
  private func appendFolded(_ c: UInt32, to key: inout [UInt8]) {
    if c < 0x600 {
      if contains(.digits), c >= 0x30, c <= 0x39 { return key.append(0x30) }
      if c == 0xAD { return }
      return UTF8Scalars.append(c, to: &key)
    }
    if ArabicScript.isMark(c) {
      if contains(.keepMarks) { UTF8Scalars.append(c, to: &key) }
      return
    }
    if c == 0x640 || ArabicScript.isInvisible(c) { return }
    if c >= 0xFB50 {
      if let plain = PresentationForms.letters(c) {
        for letter in plain { appendFolded(letter, to: &key) }
        return
      }
      return UTF8Scalars.append(c, to: &key)
    }
    UTF8Scalars.append(folded(c), to: &key)
  }

  @inline(__always)
  private func folded(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x622, 0x623, 0x625, 0x671: contains(.hamza) ? 0x627 : c == 0x671 ? 0x627 : c
    case 0x624: contains(.hamza) ? 0x648 : c
    case 0x626: contains(.hamza) ? 0x64A : c
    case 0x649: contains(.alifMaqsura) ? 0x64A : c
    case 0x629: contains(.tehMarbuta) ? 0x647 : c
    case 0x6A9: 0x643  // ک
    case 0x6CC, 0x6D0: 0x64A  // ی ې
    case 0x6BE, 0x6C1, 0x6D5: 0x647  // ھ ہ ە
    case 0x660...0x669: contains(.digits) ? 0x30 : c - 0x660 + 0x30
    case 0x6F0...0x6F9: contains(.digits) ? 0x30 : c - 0x6F0 + 0x30
    default: c
    }
  }
}
