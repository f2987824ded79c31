import NaqlText

/// Folds code points to one byte each, by the loose spelling key: what repetitions and word lists are compared by.
struct FoldTable: Sendable {
  /// Shows nothing and is left out: vowel marks.
  static let ignored: UInt8 = 0
  /// Parts words.
  static let boundary: UInt8 = 1
  /// Tatweel: left out, and an edit.
  static let tatweel: UInt8 = 2
  /// From here on the code stands for a letter or digit.
  static let letter: UInt8 = 0x10

  /// Codes of U+0600 to U+06FF.
  let arabic: [UInt8]
  /// Codes of ASCII.
  let ascii: [UInt8]

  init() {
    var arabic = [UInt8](repeating: Self.boundary, count: 256)
    for c in UInt32(0x600)...0x6FF {
      let at = Int(c - 0x600)
      if c == 0x640 {
        arabic[at] = Self.tatweel
      } else if ArabicScript.isMark(c) {
        arabic[at] = Self.ignored
      } else if let digit = ArabicScript.digit(c) {
        arabic[at] = UInt8(0x30 + digit)
      } else if ArabicScript.isLetter(c), let scalar = Unicode.Scalar(c) {
        let key = SpellingKey.loose.of(String(Character(scalar)))
        // Letters 0621–064A take 80–A9; others of the block share what is left, which is enough to tell words apart.
        if let plain = key.unicodeScalars.first?.value {
          arabic[at] = plain <= 0x64A ? UInt8(0x80 + plain - 0x621) : UInt8(0xAA + plain % 0x50)
        }
      }
    }
    self.arabic = arabic
    var ascii = [UInt8](repeating: Self.boundary, count: 128)
    for c in UInt8(0x30)...0x39 { ascii[Int(c)] = c }
    for c in UInt8(0x61)...0x7A {
      ascii[Int(c)] = c
      ascii[Int(c - 0x20)] = c
    }
    self.ascii = ascii
  }

  /// Appends the code of a letter beyond ASCII and U+06FF.
  func append(other c: UInt32, to key: inout [UInt8]) {
    if c >= 0xFB50, c <= 0xFEFF, let scalar = Unicode.Scalar(c) {
      for plain in SpellingKey.loose.of(String(Character(scalar))).unicodeScalars
      where plain.value >= 0x600 && plain.value < 0x700 {
        key.append(arabic[Int(plain.value - 0x600)])
      }
      return
    }
    key.append(0xFA)
    key.append(UInt8(truncatingIfNeeded: c >> 8))
    key.append(UInt8(truncatingIfNeeded: c))
  }

  /// The folded words of a phrase, without spaces, and where each begins.
  func phrase(_ text: String) -> (key: [UInt8], words: [Int]) {
    var key: [UInt8] = []
    var words: [Int] = []
    var inWord = false
    for scalar in text.unicodeScalars {
      let c = scalar.value
      var code = Self.boundary
      if c < 0x80 {
        code = ascii[Int(c)]
      } else if c >= 0x600, c < 0x700 {
        code = arabic[Int(c - 0x600)]
      } else if ArabicScript.isInvisible(c) {
        code = Self.ignored
      } else if ArabicScript.isOtherLetter(c) || ArabicScript.isLetter(c) {
        if !inWord { words.append(key.count) }
        inWord = true
        append(other: c, to: &key)
        continue
      }
      if code >= Self.letter {
        if !inWord { words.append(key.count) }
        inWord = true
        key.append(code)
      } else if code == Self.boundary {
        inWord = false
      }
    }
    return (key, words)
  }
}
