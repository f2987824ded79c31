/// Strings of Arabic letters and marks, from a seed: shadda first, then one vowel, nunation, sukun or dagger alif.
struct MarkStrings {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Letters that the reversible schemes write.
  static let letters: [String] =
    (Array(0x621...0x63A) + Array(0x640...0x64A) + [0x671, 0x67E, 0x686, 0x6A4, 0x6AF] as [UInt32])
    .compactMap { Unicode.Scalar($0).map(String.init) }

  /// Every sequence of marks on one letter.
  static let marks: [String] = ["", "\u{651}"].flatMap { shadda in
    ["", "\u{64B}", "\u{64C}", "\u{64D}", "\u{64E}", "\u{64F}", "\u{650}", "\u{652}", "\u{670}"].map { shadda + $0 }
  }

  /// One to nine letters with marks.
  mutating func word() -> String {
    (0...next(9)).map { _ in Self.letters[next(Self.letters.count)] + Self.marks[next(Self.marks.count)] }.joined()
  }

  /// A line over the Arabic blocks, spaces and Latin letters, marks in any order.
  mutating func line() -> String {
    var line = String.UnicodeScalarView()
    for _ in 0...next(16) {
      let value: UInt32 =
        switch next(8) {
        case 0: 0x20
        case 1: UInt32(0xFB50 + next(0x2B0))
        case 2: UInt32(0x61 + next(26))
        case 3, 4: UInt32(0x64B + next(8))
        default: UInt32(0x600 + next(0x100))
        }
      if let scalar = Unicode.Scalar(value) { line.append(scalar) }
    }
    return String(line)
  }

  /// `text` with each shadda before its vowel, and behind it.
  static func bothOrders(_ text: String) -> (shaddaFirst: String, shaddaLast: String) {
    var first: [Unicode.Scalar] = [], last: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let isVowel = (0x64B...0x650).contains(scalar.value)
      if scalar.value == 0x651, let vowel = first.last, (0x64B...0x650).contains(vowel.value) {
        first.insert(scalar, at: first.count - 1)
      } else {
        first.append(scalar)
      }
      if isVowel, last.last?.value == 0x651 { last.insert(scalar, at: last.count - 1) } else { last.append(scalar) }
    }
    func string(_ scalars: [Unicode.Scalar]) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    return (string(first), string(last))
  }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
