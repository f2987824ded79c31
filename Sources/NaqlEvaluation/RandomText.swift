/// Random text of what makes segmentation hard, with a fixed course, so that a failure can be repeated.
public struct RandomText: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A course of its own for each seed.
  public init(seed: UInt64) { state = seed }

  /// The next number (SplitMix64).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Words, letters, numbers, terminators, marks that pair or do not, controls, marks without a letter, emoji.
  private static let pieces = [
    "ا", "و", "قال", "كتاب", "د", "ه", "م", "أ", "لن", "إلخ", "المؤتمر", "وأضاف", "5", "٢", "2023", ".", "..", "…", "؟",
    "!", "؛", "،", ":", "\"", "«", "»", "“", "”", "(", ")", "((", "))", "[", "]", "{", "}", " ", " ", " ", " ",
    "\u{A0}",
    "\t", "-", "—", "\u{200F}", "\u{202B}", "\u{202C}", "\u{2067}", "\u{2069}", "\u{200D}", "\u{200C}", "\u{FEFF}",
    "\u{64E}", "\u{651}\u{64F}", "\u{670}", "\u{640}", "😍", "👩‍👩‍👧", "🇪🇬", "\u{FE0F}", "U.S", "Dr", "abc", "a@b.co",
    "http://x.y/z?q=1", "۔", "ی", "ٹی", "\u{FD3E}", "\u{FD3F}", "\u{FDFA}", "\u{FEFB}", "\u{0}", "\u{1B}", "\u{85}",
    "\u{2028}", "\u{61C}", "é", "e\u{301}", "漢", "\u{10FFFF}", "\n", "\r\n", "\r",
  ]

  /// Up to `most` pieces in a row, and now and then a code point of Arabic script or any other.
  public mutating func text(most: Int = 14) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1...most, using: &self) {
      switch next() % 16 {
      case 0: Self.append(UInt32.random(in: 0x600...0x6FF, using: &self), to: &text)
      case 1: Self.append(UInt32.random(in: 1...0x10FFFF, using: &self), to: &text)
      default: text += Self.pieces[Int(next() % UInt64(Self.pieces.count))].utf8
      }
    }
    return text
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) { text += String(Character(scalar)).utf8 }
  }
}
