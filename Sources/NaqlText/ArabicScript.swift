/// What a code point is to a reader of Arabic script (source: the Unicode Standard 15, blocks 0600, 0750, 08A0, FB50,
/// FE70, and general punctuation).
public enum ArabicScript {
  /// A letter of Arabic script, presentation forms included; no mark, no digit, no tatweel.
  @inlinable @inline(__always)
  public static func isLetter(_ c: UInt32) -> Bool {
    if c < 0x620 { return false }
    if c <= 0x64A { return c != 0x640 }
    if c < 0x66E { return false }
    if c <= 0x6FF {
      return c <= 0x66F || (c >= 0x671 && c <= 0x6D3) || c == 0x6D5 || c == 0x6E5 || c == 0x6E6 || c == 0x6EE
        || c == 0x6EF || (c >= 0x6FA && c <= 0x6FC) || c == 0x6FF
    }
    if c >= 0x750, c <= 0x77F { return true }
    if c >= 0x8A0, c <= 0x8C7 { return true }
    if c >= 0xFB50, c <= 0xFDFC { return !(c >= 0xFBB2 && c <= 0xFBD2) && c != 0xFD3E && c != 0xFD3F }
    return c >= 0xFE70 && c <= 0xFEFC && (c & 1 == 0 || c >= 0xFE80 || c == 0xFE73)
  }

  /// A vowel mark, shadda, sukun, dagger alif, madda or other combining mark of Arabic script.
  @inlinable @inline(__always)
  public static func isMark(_ c: UInt32) -> Bool {
    (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x610 && c <= 0x61A) || (c >= 0x6D6 && c <= 0x6DC)
      || (c >= 0x6DF && c <= 0x6E4) || c == 0x6E7 || c == 0x6E8 || (c >= 0x6EA && c <= 0x6ED)
      || (c >= 0x8D3 && c <= 0x8FF)
  }

  /// The stretching stroke ـ.
  @inlinable @inline(__always)
  public static func isTatweel(_ c: UInt32) -> Bool { c == 0x640 }

  /// A format character that shows nothing: joiners, bidi marks, embeddings and isolates, soft hyphen, byte-order mark.
  @inlinable @inline(__always)
  public static func isInvisible(_ c: UInt32) -> Bool {
    if c < 0x200B { return c == 0xAD || c == 0x61C || c == 0x180E }
    return c <= 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF
  }

  /// A decimal digit: 0–9, ٠–٩ or ۰–۹; its value, or nil.
  @inlinable @inline(__always)
  public static func digit(_ c: UInt32) -> Int? {
    if c >= 0x30, c <= 0x39 { return Int(c - 0x30) }
    if c >= 0x660, c <= 0x669 { return Int(c - 0x660) }
    if c >= 0x6F0, c <= 0x6F9 { return Int(c - 0x6F0) }
    return nil
  }

  /// White space, line ends included.
  @inlinable @inline(__always)
  public static func isSpace(_ c: UInt32) -> Bool {
    c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A)
      || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000
  }

  /// A Latin, Greek, Cyrillic or other letter that is not Arabic, by a coarse rule good enough for tokens.
  @inlinable @inline(__always)
  public static func isOtherLetter(_ c: UInt32) -> Bool {
    if c < 0x80 { return (c >= 0x41 && c <= 0x5A) || (c >= 0x61 && c <= 0x7A) }
    if c < 0x600 {
      return c >= 0xC0 && c != 0xD7 && c != 0xF7 || c == 0xAA || c == 0xB5 || c == 0xBA
    }
    if c < 0x900 { return c >= 0x700 && c < 0x750 }
    return (c >= 0x900 && c < 0x2000) || (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3041 && c < 0xD7FF)
      || (c >= 0xF900 && c < 0xFB50) || (c >= 0xFF21 && c < 0xFFDC)
  }
}
