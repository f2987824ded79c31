/// What the letter model sees of an Arabic word: its letters with edges, and facts of the whole word.
///
/// All that does not depend on the Latin letters written is hashed once for each letter; while decoding, a feature costs
/// one multiplication.
package struct LetterContext: Sendable {
  /// Number of letters.
  package let count: Int
  /// Number of templates that see Arabic letters and what the letter has emitted; the last three also see the tag.
  package static let fixedCount = 17
  /// Number of templates that see the Latin letters written so far; the last one also sees the tag.
  package static let writtenCount = 16
  /// Templates of either kind that see the tag.
  package static let fixedTagged = 3, writtenTagged = 1

  /// Hashes of the Arabic side: for each letter the fixed templates, then the others.
  private let seeds: [UInt64]

  /// The context of a word given by its codes.
  package init(_ codes: [UInt8]) {
    count = codes.count
    let padded: [UInt8] = [0, 0, 0, 0] + codes + [0, 0, 0, 0, 0]
    // Letters that hardly occur outside Arabic words: ث ح خ ذ ص ض ط ظ ع غ ق ء and ة.
    var native: UInt64 = 0
    for code in codes where [1, 9, 11, 13, 14, 16, 21, 22, 23, 24, 25, 26, 34].contains(code) { native += 1 }
    let shape = min(native, 3) * 8 + UInt64(min(codes.count, 7))
    let first = UInt64(codes.first ?? 0) << 6 | UInt64(codes.count > 1 ? codes[1] : 0)
    let last = UInt64(codes.last ?? 0) << 6 | UInt64(codes.count > 1 ? codes[codes.count - 2] : 0)
    var seeds: [UInt64] = []
    seeds.reserveCapacity(codes.count * (Self.fixedCount + Self.writtenCount))
    for at in codes.indices {
      func window(_ from: Int, _ to: Int) -> UInt64 {
        var packed: UInt64 = 0
        var offset = from
        while offset <= to {
          packed = packed << 6 | UInt64(padded[at + 4 + offset])
          offset += 1
        }
        return packed
      }
      func add(_ template: UInt64, _ value: UInt64) {
        let h = (value &+ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        seeds.append((h ^ (h >> 29)) &* 0x94D0_49BB_1331_11EB)
      }
      let a0 = window(0, 0)
      let fromStart = UInt64(min(at, 3)), fromEnd = UInt64(min(count - 1 - at, 3))
      add(1, a0)
      add(2, window(0, 1))
      add(3, window(-1, 0))
      add(4, window(-1, 1))
      add(5, window(0, 2))
      add(6, window(-2, 0))
      add(7, window(-1, 2))
      add(8, window(-2, 1))
      add(9, a0 << 8 | fromStart << 4 | fromEnd)
      add(10, a0 << 8 | shape)
      add(11, window(0, 1) << 8 | shape)
      add(12, (a0 << 12 | last) << 3 | fromEnd)
      add(13, (a0 << 12 | first) << 3 | fromStart)
      add(14, window(-1, 1) << 8 | fromStart << 4 | fromEnd)
      add(15, a0)
      add(16, window(0, 1))
      add(17, window(-1, 1))
      // The templates over Latin letters, by how many letters they see (see `writtenRows`).
      add(40, 0)
      add(41, a0)
      add(42, window(0, 1))
      add(43, window(-1, 1))
      add(44, window(0, 2))
      add(45, 0)
      add(46, a0)
      add(47, window(0, 1))
      add(48, window(0, 2))
      add(49, 0)
      add(50, a0)
      add(51, 0)
      add(52, 0)
      add(53, a0)
      add(54, window(0, 1))
      add(55, a0)
    }
    self.seeds = seeds
  }

  @inline(__always)
  private static func hashed(_ value: UInt64, _ kind: UInt64) -> UInt64 {
    let h = (value &+ kind &* 0x9E37_79B9_7F4A_7C15) &* 0x9FB2_1C65_1E98_DF25
    return h ^ (h >> 32)
  }

  @inline(__always)
  private static func row(_ hash: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> shift)
  }

  /// Rows of the templates over Arabic letters at letter `at`, which has emitted `emitted` (packed, five bits a letter, and
  /// their number). A row is the upper bits of a hash; `shift` says how many are left out.
  @inline(__always)
  package func fixedRows(_ at: Int, emitted: UInt64, shift: UInt64, into rows: UnsafeMutablePointer<Int>) {
    let own = Self.hashed(emitted, 1)
    seeds.withUnsafeBufferPointer { seeds in
      let start = at &* (Self.fixedCount + Self.writtenCount)
      for template in 0..<(Self.fixedCount - Self.fixedTagged) {
        rows[template] = Self.row(seeds[start &+ template] ^ own, shift)
      }
    }
  }

  /// Rows of the fixed templates that see the tag.
  @inline(__always)
  package func fixedTaggedRows(
    _ at: Int, emitted: UInt64, tag: Int, shift: UInt64, into rows: UnsafeMutablePointer<Int>
  ) {
    let own = Self.hashed(emitted << 5 | UInt64(tag), 2)
    seeds.withUnsafeBufferPointer { seeds in
      let start = at &* (Self.fixedCount + Self.writtenCount) &+ Self.fixedCount &- Self.fixedTagged
      for template in 0..<Self.fixedTagged { rows[template] = Self.row(seeds[start &+ template] ^ own, shift) }
    }
  }

  /// Rows of the templates over the Latin letters written: `tail` holds the last five, `style` how the word is spelt.
  @inline(__always)
  package func writtenRows(
    _ at: Int, emitted: Int, tail: UInt64, style: UInt64, shift: UInt64, into rows: UnsafeMutablePointer<Int>
  ) {
    let k = UInt64(emitted)
    let h1 = Self.hashed((tail & 0x1F) << 2 | k, 3), h2 = Self.hashed((tail & 0x3FF) << 2 | k, 4)
    let h3 = Self.hashed((tail & 0x7FFF) << 2 | k, 5), h4 = Self.hashed((tail & 0xFFFFF) << 2 | k, 6)
    let h5 = Self.hashed(tail << 2 | k, 7), s = Self.hashed(style << 2 | k, 8)
    let s1 = Self.hashed(style << 7 | (tail & 0x1F) << 2 | k, 9)
    seeds.withUnsafeBufferPointer { all in
      let seeds = UnsafeBufferPointer(
        rebasing: all[(at &* (Self.fixedCount + Self.writtenCount) &+ Self.fixedCount)...])
      for template in 0..<5 { rows[template] = Self.row(seeds[template] ^ h1, shift) }
      for template in 5..<9 { rows[template] = Self.row(seeds[template] ^ h2, shift) }
      for template in 9..<11 { rows[template] = Self.row(seeds[template] ^ h3, shift) }
      rows[11] = Self.row(seeds[11] ^ h4, shift)
      rows[12] = Self.row(seeds[12] ^ h5, shift)
      rows[13] = Self.row(seeds[13] ^ s, shift)
      rows[14] = Self.row(seeds[14] ^ s1, shift)
    }
  }

  /// The row of the template over Latin letters that sees the tag.
  @inline(__always)
  package func writtenTaggedRow(_ at: Int, emitted: Int, tail: UInt64, tag: Int, shift: UInt64) -> Int {
    let h = Self.hashed((tail & 0x3FF) << 7 | UInt64(tag) << 2 | UInt64(emitted), 10)
    return Self.row(seeds[(at + 1) &* (Self.fixedCount + Self.writtenCount) &- 1] ^ h, shift)
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
