/// The letters of the vowel model, one byte each: U+0621…U+064A as 1…42, then پ چ ژ ڤ گ, then any other letter.
///
/// Consonants in Latin follow the ALA-LC table of 2012; ع and hamza are written ʻ and ʼ.
public enum VowelLetter {
  static let hamza: UInt8 = 1
  static let madda: UInt8 = 2
  static let alifHamza: UInt8 = 3
  static let wawHamza: UInt8 = 4
  static let alifHamzaBelow: UInt8 = 5
  static let yaHamza: UInt8 = 6
  static let alif: UInt8 = 7
  static let ba: UInt8 = 8
  static let tehMarbuta: UInt8 = 9
  static let ta: UInt8 = 10
  static let sin: UInt8 = 19
  static let fa: UInt8 = 33
  static let kaf: UInt8 = 35
  static let lam: UInt8 = 36
  static let mim: UInt8 = 37
  static let nun: UInt8 = 38
  static let ha: UInt8 = 39
  static let waw: UInt8 = 40
  static let alifMaqsura: UInt8 = 41
  static let ya: UInt8 = 42
  static let other: UInt8 = 48
  /// One more than the largest code.
  public static let count = 49

  /// The code of a letter that spelling keys have already made plain.
  @inline(__always)
  public static func code(_ c: UInt32) -> UInt8 {
    if c >= 0x621, c <= 0x64A { return UInt8(truncatingIfNeeded: c - 0x620) }
    switch c {
    case 0x67E: return 43
    case 0x686: return 44
    case 0x698: return 45
    case 0x6A4: return 46
    case 0x6AF: return 47
    default: return other
    }
  }

  /// Sun letters, whose lam is assimilated in speech.
  static func isSun(_ code: UInt8) -> Bool {
    code == ta || code == 11 || (code >= 15 && code <= 24) || code == lam || code == nun
  }

  /// Letters that stand for a long vowel.
  @inline(__always)
  static func isVowelLetter(_ code: UInt8) -> Bool { code == alif || code == waw || code == ya || code == alifMaqsura }

  /// Hamza on any seat, or alif, which catalogues write for it.
  @inline(__always)
  static func isHamza(_ code: UInt8) -> Bool { code <= alif && code >= hamza }

  /// The consonant in Latin letters, ALA-LC; empty for a letter without one.
  public static func consonant(_ code: UInt8) -> String { consonants[Int(code)] }

  private static let consonants: [String] = {
    var table = [String](repeating: "", count: count)
    for code in 1...7 { table[code] = "ʼ" }
    let names = [
      "b", "h", "t", "th", "j", "ḥ", "kh", "d", "dh", "r", "z", "s", "sh", "ṣ", "ḍ", "ṭ", "ẓ", "ʻ", "gh",
    ]
    for (at, name) in names.enumerated() { table[8 + at] = name }
    for (at, name) in ["f", "q", "k", "l", "m", "n", "h", "w", "y", "y"].enumerated() { table[33 + at] = name }
    for (at, name) in ["p", "ch", "zh", "v", "g"].enumerated() { table[43 + at] = name }
    return table
  }()
}

/// What a letter takes of the romanised word: the consonant once, twice or not at all, a vowel, a hyphen behind it.
public struct VowelLabel: Hashable, Sendable {
  /// Bits 0–1: consonants; bits 2–5: the vowel; bit 6: hyphen.
  public let raw: UInt8

  /// A label from its bits.
  @inline(__always)
  public init(raw: UInt8) { self.raw = raw }

  /// A label. `consonants` 3 stands for a long vowel and its consonant (īy of ـِيّ, ūw of ـُوّ); 2 for -t on ة.
  @inline(__always)
  public init(_ consonants: UInt8, _ vowel: Vowel, hyphen: Bool = false) {
    raw = consonants | vowel.rawValue << 2 | (hyphen ? 64 : 0)
  }

  /// Vowels that a label can hold.
  public enum Vowel: UInt8, CaseIterable, Sendable {
    case none, a, i, u, longA, longI, longU, maqsura, an, `in`, un

    /// The short vowel of a fatha, kasra or damma.
    init?(mark: UInt32) {
      switch mark {
      case 0x64E: self = .a
      case 0x64F: self = .u
      case 0x650: self = .i
      default: return nil
      }
    }
  }

  /// 0 silent or vowel only, 1 consonant, 2 doubled (-t on ة), 3 long vowel and consonant.
  @inline(__always) public var consonants: UInt8 { raw & 3 }
  /// The vowel behind.
  @inline(__always) public var vowel: Vowel { Vowel(rawValue: raw >> 2 & 15) ?? .none }
  /// Whether a hyphen follows: the end of a clitic or of the article.
  @inline(__always) public var hasHyphen: Bool { raw & 64 != 0 }
  /// Number of labels.
  public static let count = 128
  /// The vowel's text, ALA-LC.
  static let texts = ["", "a", "i", "u", "ā", "ī", "ū", "á", "an", "in", "un"]
}
