import NaqlText

/// What the characters beside a mark are, read off the bytes of one block.
enum Characters {
  /// Offset after any white space, and after invisible marks, from `at` on.
  @inline(__always)
  static func skipSpace(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at < end {
      let b = text[at]
      if b == 0x20 || (b >= 0x09 && b <= 0x0D) {
        at += 1
        continue
      }
      if b < 0xC2 || (b >= 0xC3 && b < 0xE1) { return at }
      let (c, length) = UTF8Scalars.decode(text, at)
      if !ArabicScript.isSpace(c) { return at }
      at += length
    }
    return at
  }

  /// Offset after white space and invisible marks from `at` on.
  @inline(__always)
  static func skipBlank(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at < end {
      let b = text[at]
      if b > 0x20 && b < 0xC2 || b > 0xC2 && b < 0xD8 || b > 0xD8 && b < 0xE1 { return at }
      let (c, length) = UTF8Scalars.decode(text, at)
      if !ArabicScript.isSpace(c) && !ArabicScript.isInvisible(c) { return at }
      at += length
    }
    return at
  }

  /// Offset of the end of what stands before `at`, white space left out, not under `start`.
  @inline(__always)
  static func backSpace(_ text: UnsafeRawBufferPointer, _ at: Int, _ start: Int) -> Int {
    var at = at
    while at > start {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if !ArabicScript.isSpace(c) { return at }
      at -= length
    }
    return at
  }

  /// The same, with invisible marks left out too.
  @inline(__always)
  static func backBlank(_ text: UnsafeRawBufferPointer, _ at: Int, _ start: Int) -> Int {
    var at = at
    while at > start {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if !ArabicScript.isSpace(c) && !ArabicScript.isInvisible(c) { return at }
      at -= length
    }
    return at
  }

  /// A letter of a word: Arabic or other letters, vowel marks, tatweel, joiners inside.
  @inline(__always)
  static func isWord(_ c: UInt32) -> Bool {
    ArabicScript.isLetter(c) || ArabicScript.isMark(c) || c == 0x640 || ArabicScript.isOtherLetter(c)
      || (c >= 0x300 && c <= 0x36F) || ArabicScript.isInvisible(c)
  }

  /// Start of the word that ends at `at`; `at` itself where no letter stands before it. Latin letters close to Arabic
  /// ones (وVol) are a word of their own.
  @inline(__always)
  static func wordStart(_ text: UnsafeRawBufferPointer, _ at: Int, _ start: Int) -> Int {
    var at = at
    var script = 0
    while at > start {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if !isWord(c) { return at }
      let own = ArabicScript.isOtherLetter(c) ? 1 : ArabicScript.isLetter(c) ? 2 : script
      if script != 0, own != script { return at }
      script = own
      at -= length
    }
    return at
  }

  /// End of the word that starts at `at`.
  @inline(__always)
  static func wordEnd(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if !isWord(c) { return at }
      at += length
    }
    return at
  }

  /// Start of the run of digits that ends at `at`.
  static func digitStart(_ text: UnsafeRawBufferPointer, _ at: Int, _ start: Int) -> Int {
    var at = at
    while at > start {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if ArabicScript.digit(c) == nil { return at }
      at -= length
    }
    return at
  }

  /// The number in a run of digits from `at`: its value (at most 9 digits are read), its length in digits, its end.
  static func number(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> (value: Int, digits: Int, end: Int) {
    var at = at
    var value = 0
    var digits = 0
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      guard let digit = ArabicScript.digit(c) else { break }
      if digits < 9 { value = value * 10 + digit }
      digits += 1
      at += length
    }
    return (value, digits, at)
  }
}
