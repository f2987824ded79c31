import NaqlICU
import NaqlText

/// Letters as the spelling models count them: 53 Arabic codes, a–z, and words packed five bits a letter.
package enum SpellingLetters {
  /// Number of Arabic codes; 0 stands for the edge of a word.
  package static let arabicCodes = 64
  /// Code of a space between Arabic words.
  package static let space: UInt8 = 62
  /// Code of any other character.
  package static let other: UInt8 = 63

  /// Codes of an Arabic word: marks and tatweel dropped, ک ی read as ك ي, hamza ة ى kept.
  package static func codes(_ word: String) -> [UInt8] {
    var key: [UInt8] = []
    var word = word
    word.withUTF8 { SpellingKey.strict.append(UnsafeRawBufferPointer($0), to: &key) }
    var codes: [UInt8] = []
    key.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        let (c, length) = UTF8Scalars.decode(bytes, at)
        at += length
        codes.append(code(c))
      }
    }
    return codes
  }

  /// Codes with the variants of hamza, ى and ة folded, for looking words up.
  package static func folded(_ codes: [UInt8]) -> [UInt8] {
    codes.compactMap { code in
      switch code {
      case 2, 3, 5: 7  // آ أ إ → ا
      case 4: 40  // ؤ → و
      case 6: 42  // ئ → ي
      case 9: 39  // ة → ه
      case 41: 42  // ى → ي
      default: code
      }
    }
  }

  /// The letter of an Arabic code; nil for the edge, a space and other characters.
  package static func letter(_ code: UInt8) -> UnicodeScalar? {
    if code >= 1, code <= 42 { return UnicodeScalar(0x620 + UInt32(code)) }
    let others: [UInt32] = [0x67E, 0x686, 0x6A4, 0x6AF, 0x698, 0x6A8, 0x6AD, 0x6C6]
    return code >= 43 && code <= 50 ? UnicodeScalar(others[Int(code) - 43]) : nil
  }

  @inline(__always)
  private static func code(_ c: UInt32) -> UInt8 {
    if c >= 0x621, c <= 0x64A { return UInt8(c - 0x620) }
    switch c {
    case 0x67E: return 43  // پ
    case 0x686: return 44  // چ
    case 0x6A4: return 45  // ڤ
    case 0x6AF: return 46  // گ
    case 0x698: return 47  // ژ
    case 0x6A8: return 48  // ڨ
    case 0x6AD: return 49  // ڭ
    case 0x6C6, 0x6CB: return 50
    case 0x20, 0xA0: return space
    default: return other
    }
  }

  /// A Latin word as letters 1–26: diacritics dropped, ø as o, ł as l, ß as ss, æ as ae, þ as th; all else left out.
  package static func latin(_ text: String) -> [UInt8] {
    var letters: [UInt8] = []
    for scalar in NormalisationForm.nfd.apply(to: text).unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A: letters.append(UInt8(scalar.value - 0x60))
      case 0x41...0x5A: letters.append(UInt8(scalar.value - 0x40))
      case 0xF8, 0xD8: letters.append(15)
      case 0x142, 0x141: letters.append(12)
      case 0x131: letters.append(9)
      case 0x111, 0x110, 0xF0: letters.append(4)
      case 0xDF: letters += [19, 19]
      case 0xE6, 0xC6: letters += [1, 5]
      case 0x153, 0x152: letters += [15, 5]
      case 0xFE, 0xDE: letters += [20, 8]
      default: break
      }
    }
    return letters
  }
}

/// A Latin word of at most 24 letters in 128 bits.
package struct LatinWord: Hashable, Sendable {
  package var bits: UInt128
  package var count: Int

  /// The empty word.
  package init() {
    bits = 0
    count = 0
  }

  /// A word of letters 1–26; what is beyond 24 letters is cut.
  package init(_ letters: some Sequence<UInt8>) {
    self.init()
    for letter in letters where count < 24 { append(letter) }
  }

  /// Adds a letter 1–26.
  @inline(__always)
  package mutating func append(_ letter: UInt8) {
    bits |= UInt128(letter) << UInt128(5 * count)
    count += 1
  }

  /// Letter 1–26 at a position.
  @inline(__always)
  package subscript(_ at: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt128(5 * at)) & 31 }

  /// The last `n` letters in the low bits, the last one lowest.
  @inline(__always)
  package func tail(_ n: Int) -> UInt64 {
    var packed: UInt64 = 0
    var at = max(0, count - n)
    while at < count {
      packed = packed << 5 | UInt64(self[at])
      at += 1
    }
    return packed
  }

  /// The letters, in order.
  package var letters: [UInt8] { (0..<count).map { self[$0] } }

  /// The word read backwards.
  package var reversed: LatinWord { LatinWord(letters.reversed()) }

  /// Lower-case text.
  package var text: String { String(decoding: letters.map { $0 + 0x60 }, as: UTF8.self) }
}

extension LatinWord: Comparable {
  /// Some fixed order.
  package static func < (one: LatinWord, other: LatinWord) -> Bool { one.bits < other.bits }
}
