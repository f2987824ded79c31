/// What the letter model sees of an Arabic word: its letters with edges, and facts of the whole word.
package struct LetterContext: Sendable {
  /// Codes with four edges (0) on either side.
  package let padded: [UInt8]
  /// Number of letters.
  package let count: Int
  /// Where the word comes from: 0 a single name, 1 a person, 2 a place, 3 and over a person of one country.
  package let tag: UInt64
  private let shape: UInt64
  private let first: UInt64
  private let last: UInt64

  /// The context of a word given by its codes.
  package init(_ codes: [UInt8], tag: Int) {
    padded = [0, 0, 0, 0] + codes + [0, 0, 0, 0, 0]
    count = codes.count
    self.tag = UInt64(tag)
    // Letters that hardly occur outside Arabic words: ث ح خ ذ ص ض ط ظ ع غ ق ء and ة.
    var native: UInt64 = 0
    for code in codes where [1, 9, 11, 13, 14, 16, 21, 22, 23, 24, 25, 26, 34].contains(code) { native += 1 }
    shape = min(native, 3) * 8 + UInt64(min(codes.count, 7))
    first = UInt64(codes.first ?? 0) << 6 | UInt64(codes.count > 1 ? codes[1] : 0)
    last = UInt64(codes.last ?? 0) << 6 | UInt64(codes.count > 1 ? codes[codes.count - 2] : 0)
  }

  /// Number of templates that see Arabic letters and what the letter has emitted.
  package static let staticCount = 25
  /// Number of templates that see the Latin letters written so far.
  package static let historyCount = 25

  @inline(__always)
  private func window(_ at: Int, _ from: Int, _ to: Int) -> UInt64 {
    var packed: UInt64 = 0
    var offset = from
    while offset <= to {
      packed = packed << 6 | UInt64(padded[at + 4 + offset])
      offset += 1
    }
    return packed
  }

  @inline(__always)
  static func row(_ template: UInt64, _ value: UInt64, _ value2: UInt64, _ mask: UInt64) -> Int {
    var h = (value &+ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    h = (h ^ (h >> 29) ^ value2 &* 0x94D0_49BB_1331_11EB) &* 0x9FB2_1C65_1E98_DF25
    return Int(truncatingIfNeeded: (h >> 32) & mask)
  }

  /// Rows of the templates over Arabic letters at letter `at`, which has emitted `emitted` (packed, five bits a letter).
  @inline(__always)
  package func staticRows(_ at: Int, emitted: UInt64, mask: UInt64, into rows: UnsafeMutablePointer<Int>) {
    let a0 = UInt64(padded[at + 4])
    let fromStart = UInt64(min(at, 3)), fromEnd = UInt64(min(count - 1 - at, 3))
    rows[0] = Self.row(1, a0, emitted, mask)
    rows[1] = Self.row(2, window(at, 0, 1), emitted, mask)
    rows[2] = Self.row(3, window(at, -1, 0), emitted, mask)
    rows[3] = Self.row(4, window(at, -1, 1), emitted, mask)
    rows[4] = Self.row(5, window(at, 0, 2), emitted, mask)
    rows[5] = Self.row(6, window(at, -2, 0), emitted, mask)
    rows[6] = Self.row(7, window(at, -1, 2), emitted, mask)
    rows[7] = Self.row(8, window(at, -2, 1), emitted, mask)
    rows[8] = Self.row(9, window(at, 0, 3), emitted, mask)
    rows[9] = Self.row(10, window(at, -3, 0), emitted, mask)
    rows[10] = Self.row(11, window(at, -2, 2), emitted, mask)
    rows[11] = Self.row(12, window(at, 0, 4), emitted, mask)
    rows[12] = Self.row(13, window(at, -3, 1), emitted, mask)
    rows[13] = Self.row(14, window(at, -1, 3), emitted, mask)
    rows[14] = Self.row(15, a0 << 8 | tag, emitted, mask)
    rows[15] = Self.row(16, window(at, 0, 1) << 8 | tag, emitted, mask)
    rows[16] = Self.row(17, window(at, -1, 1) << 8 | tag, emitted, mask)
    rows[17] = Self.row(18, a0 << 8 | fromStart << 4 | fromEnd, emitted, mask)
    rows[18] = Self.row(19, a0 << 8 | shape, emitted, mask)
    rows[19] = Self.row(20, window(at, 0, 1) << 8 | shape, emitted, mask)
    rows[20] = Self.row(21, a0 << 12 | last, emitted << 3 | fromEnd, mask)
    rows[21] = Self.row(22, a0 << 12 | first, emitted << 3 | fromStart, mask)
    rows[22] = Self.row(23, window(at, -3, 3), emitted, mask)
    rows[23] = Self.row(24, window(at, -1, 1) << 8 | fromStart << 4 | fromEnd, emitted, mask)
    rows[24] = Self.row(25, window(at, -2, 3), emitted, mask)
  }

  /// Rows of the templates over the Latin letters written: `tail` holds the last five, `style` how the word is spelt.
  @inline(__always)
  package func historyRows(
    _ at: Int, emitted: Int, tail: UInt64, style: UInt64, mask: UInt64, into rows: UnsafeMutablePointer<Int>
  ) {
    let a0 = UInt64(padded[at + 4])
    let k = UInt64(emitted)
    let h1 = tail & 0x1F, h2 = tail & 0x3FF, h3 = tail & 0x7FFF, h4 = tail & 0xFFFFF, h5 = tail & 0x1FF_FFFF
    let a01 = window(at, 0, 1), a012 = window(at, 0, 2), a101 = window(at, -1, 1)
    let fromEnd = UInt64(min(count - 1 - at, 2))
    rows[0] = Self.row(40, h1, k, mask)
    rows[1] = Self.row(41, h1 << 6 | a0, k, mask)
    rows[2] = Self.row(42, h2, k, mask)
    rows[3] = Self.row(43, h2 << 6 | a0, k, mask)
    rows[4] = Self.row(44, h3, k, mask)
    rows[5] = Self.row(45, h3 << 6 | a0, k, mask)
    rows[6] = Self.row(46, h4, k, mask)
    rows[7] = Self.row(47, h4 << 6 | a0, k, mask)
    rows[8] = Self.row(48, h5 << 6 | a0, k, mask)
    rows[9] = Self.row(49, h5, k, mask)
    rows[10] = Self.row(50, h1 << 12 | a01, k, mask)
    rows[11] = Self.row(51, h2 << 12 | a01, k, mask)
    rows[12] = Self.row(52, h3 << 12 | a01, k, mask)
    rows[13] = Self.row(53, h1 << 18 | a101, k, mask)
    rows[14] = Self.row(54, h2 << 18 | a101, k, mask)
    rows[15] = Self.row(55, h1 << 18 | a012, k, mask)
    rows[16] = Self.row(56, h2 << 18 | a012, k, mask)
    rows[17] = Self.row(57, h2 << 14 | a0 << 8 | tag, k, mask)
    rows[18] = Self.row(58, h3 << 18 | a012, k, mask)
    rows[19] = Self.row(59, h2 << 6 | a0, k << 2 | fromEnd, mask)
    rows[20] = Self.row(60, style << 6 | a0, k, mask)
    rows[21] = Self.row(61, style << 12 | a01, k << 5 | h1, mask)
    rows[22] = Self.row(62, h3 << 18 | a101, k, mask)
    rows[23] = Self.row(63, h2 << 6 | UInt64(padded[at + 5]), k, mask)
    rows[24] = Self.row(64, h4 << 12 | a01, k, mask)
  }

  /// How a word is spelt so far: c, k, ou, ee or oo, a doubled letter, y.
  @inline(__always)
  package static func style(_ style: UInt64, adding letter: UInt8, after previous: UInt8) -> UInt64 {
    var style = style
    switch letter {
    case 3: style |= 1
    case 11: style |= 2
    case 21: if previous == 15 { style |= 4 }
    case 25: style |= 32
    default: break
    }
    if letter == previous { style |= letter == 5 || letter == 15 ? 8 : 16 }
    return style
  }
}
