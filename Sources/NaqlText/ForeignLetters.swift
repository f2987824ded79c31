/// Letters for sounds that Arabic does not have, and those that are written for them where a text or a list does without:
/// پاكستان is باكستان, ڤيكتور is فيكتور, بلگراد is بلغراد.
///
/// Source: usage of newspapers and catalogues, from general knowledge: پ as ب, چ and ژ as ج, ڤ as ف; گ as غ, in Egypt ج, in Iraq ك.
public enum ForeignLetters {
  /// Whether a letter is one of them (code point).
  public static func has(_ letter: UInt32) -> Bool { plain(letter, 0) != nil }

  /// Calls `visit` with `key` (UTF-8) as it is written without such letters, in each of the ways, until it returns true; never for a word
  /// without such a letter.
  static func forEachPlain(_ key: UnsafeRawBufferPointer, _ visit: (UnsafeRawBufferPointer) -> Bool) {
    // All of them begin with DA but پ, which is D9 BE.
    guard key.indices.contains(where: { key[$0] == 0xDA || key[$0] == 0xBE && $0 > 0 && key[$0 - 1] == 0xD9 }) else {
      return
    }
    let letters = String(decoding: key, as: UTF8.self).unicodeScalars
    guard letters.contains(where: { has($0.value) }) else { return }
    let ways = letters.contains { $0.value == 0x6AF } ? 3 : 1
    for way in 0..<ways {
      var text = String.UnicodeScalarView()
      for letter in letters { text.append(plain(letter.value, way) ?? letter) }
      var plain = String(text)
      if plain.withUTF8({ visit(UnsafeRawBufferPointer($0)) }) { return }
    }
  }

  private static func plain(_ letter: UInt32, _ way: Int) -> Unicode.Scalar? {
    switch letter {
    case 0x67E: "\u{628}"
    case 0x686, 0x698: "\u{62C}"
    case 0x6A4: "\u{641}"
    case 0x6AF: way == 0 ? "\u{63A}" : way == 1 ? "\u{62C}" : "\u{643}"
    default: nil
    }
  }
}
