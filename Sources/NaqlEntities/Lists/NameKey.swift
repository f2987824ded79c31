import NaqlText

/// The key under which a word is looked up: marks dropped, hamza, ة and ى folded, digits read as 0.
public enum NameKey {
  static let folding: SpellingKey = [.hamza, .alifMaqsura, .tehMarbuta, .digits]

  /// Appends the key of `word` (UTF-8): `إلى` → الي.
  @inline(__always)
  public static func append(_ word: UnsafeRawBufferPointer, to key: inout [UInt8]) {
    // Plain Arabic letters are two bytes each and need at most a look into a small table.
    var at = 0
    let count = word.count
    while at + 1 < count {
      let lead = word[at]
      guard lead == 0xD8 || lead == 0xD9 else { break }
      let c = Int(lead & 1) << 6 | Int(word[at + 1] & 0x3F)
      let plain = table[c]
      if plain == 0 { break }
      if plain != 1 {
        key.append(lead)
        key.append(word[at + 1])
        if plain > 2 {
          key[key.count - 2] = plain >> 6 == 0 ? 0xD8 : 0xD9
          key[key.count - 1] = 0x80 | plain & 0x3F
        }
      }
      at += 2
    }
    if at < count { folding.append(UnsafeRawBufferPointer(rebasing: word[at...]), to: &key) }
  }

  /// For U+0600…U+067F: 0 not plain (slow way), 1 dropped, 2 kept, else the folded letter as low 7 bits.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 128)
    for c in 0x21...0x4A where c != 0x40 { table[c] = 2 }
    for c in 0x4B...0x52 { table[c] = 1 }
    table[0x40] = 1
    table[0x22] = 0x27
    table[0x23] = 0x27
    table[0x25] = 0x27
    table[0x24] = 0x48
    table[0x26] = 0x4A
    table[0x49] = 0x4A
    table[0x29] = 0x47
    return table
  }()

  /// The keys of the tokens of a list's word: `أ.ف.ب` gives three letters and two marks.
  static func parts(of text: Substring) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    var parts: [[UInt8]] = []
    bytes.withUnsafeBytes { buffer in
      Tokeniser.forEachToken(in: buffer, .init(0, bytes.count)) { token in
        var key: [UInt8] = []
        append(UnsafeRawBufferPointer(rebasing: buffer[Int(token.start)..<Int(token.end)]), to: &key)
        if !key.isEmpty { parts.append(key) }
      }
    }
    return parts
  }
}
