/// Strings to try schemes with, from a seed: arbitrary lines over the Arabic blocks, and vocalised words.
public struct SchemeStrings: Sendable {
  private var state: UInt64

  /// The same seed gives the same strings.
  public init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  /// Letters that every reversible scheme writes.
  public static let letters: [Unicode.Scalar] =
    (Array(0x621...0x63A) + Array(0x640...0x64A) + [0x671, 0x67E, 0x686, 0x6A4, 0x6AF] as [UInt32])
    .compactMap(Unicode.Scalar.init)

  /// Every sequence of marks on one letter, shadda first.
  public static let marks: [String] = ["", "\u{651}"].flatMap { shadda in
    ["", "\u{64B}", "\u{64C}", "\u{64D}", "\u{64E}", "\u{64F}", "\u{650}", "\u{652}", "\u{670}"].map { shadda + $0 }
  }

  /// One to nine letters with marks, no two of which are one letter decomposed.
  public mutating func word() -> String {
    var word = ""
    for _ in 0...next(9) {
      word.unicodeScalars.append(Self.letters[next(Self.letters.count)])
      word += Self.marks[next(Self.marks.count)]
    }
    return word
  }

  /// At most 24 code points: half the lines words with marks in any order and clitics, half anything from the Arabic
  /// blocks, Latin, digits, punctuation, controls and invisible characters. No line end.
  public mutating func line() -> String {
    var line = String.UnicodeScalarView()
    let isWordy = next(2) == 0
    for _ in 0...next(24) {
      let value = isWordy ? wordy() : anything()
      if let scalar = Unicode.Scalar(value), value != 0x0A, value != 0x0D { line.append(scalar) }
    }
    return String(line)
  }

  /// `text` with each shadda before the vowel beside it, and behind it.
  public static func bothOrders(_ text: String) -> (shaddaFirst: String, shaddaLast: String) {
    var first = Array(text.unicodeScalars), last = first
    for index in first.indices.dropFirst() {
      if first[index].value == 0x651, isVowel(first[index - 1]) { first.swapAt(index, index - 1) }
      if last[index - 1].value == 0x651, isVowel(last[index]) { last.swapAt(index, index - 1) }
    }
    func string(_ scalars: [Unicode.Scalar]) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    return (string(first), string(last))
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool { (0x64B...0x650).contains(scalar.value) }

  private mutating func wordy() -> UInt32 {
    switch next(16) {
    case 0: return 0x20
    case 1: return [0x648, 0x628, 0x644, 0x641, 0x643][next(5)]
    case 2: return [0x627, 0x644, 0x629, 0x649][next(4)]
    case 3...7: return 0x64B + UInt32(next(8))
    case 8: return 0x651
    case 9: return 0x670
    default: return 0x621 + UInt32(next(42))
    }
  }

  private mutating func anything() -> UInt32 {
    switch next(14) {
    case 0: return 0x20
    case 1: return 0x61 + UInt32(next(26))
    case 2: return 0x21 + UInt32(next(32))
    case 3: return UInt32(next(0x20))
    case 4:
      return [0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202B, 0x2066, 0xFEFF, 0xAD, 0x61C, 0x301, 0x130][next(12)]
    case 5: return 0x750 + UInt32(next(0x30))
    case 6: return 0x8A0 + UInt32(next(0x60))
    case 7, 8: return 0xFB50 + UInt32(next(0x2B0))
    case 9: return 0xFE70 + UInt32(next(0x90))
    default: return 0x600 + UInt32(next(0x100))
    }
  }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
