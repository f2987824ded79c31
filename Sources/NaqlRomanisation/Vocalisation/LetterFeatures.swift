/// What the letter tagger looks at: letter windows, beginnings and ends, the word's pattern, related known words.
public struct LetterFeatures {
  /// Hashes for each letter, `perLetter` of them one after the other.
  public private(set) var hashes: [UInt32] = []
  /// Hashes for each letter that meet pairs of labels.
  public private(set) var pairs: [UInt32] = []
  /// Features a letter.
  public static let perLetter = 37
  /// Features of a pair of labels, a letter.
  public static let perPair = 3

  /// Letters that also build affixes and patterns; all others are masked as root letters.
  private static let isAffixLetter: [Bool] = {
    var table = [Bool](repeating: false, count: VowelLetter.count)
    for c in "اويىآأإؤئءةتمنسبلكهف".unicodeScalars { table[Int(VowelLetter.code(c.value))] = true }
    return table
  }()

  /// Features of `letters`; `relatives` holds the label that known relatives of the word have there, 255 without any.
  public init(_ letters: [UInt8], relatives: [UInt8]) {
    let count = letters.count
    // Three boundary signs on each side spare every window a check.
    var padded = [UInt32](repeating: 0, count: count + 6)
    var masked = padded
    var related = [UInt32](repeating: 255, count: count + 2)
    for at in 0..<count {
      padded[at + 3] = UInt32(letters[at])
      masked[at + 3] = Self.isAffixLetter[Int(letters[at])] ? UInt32(letters[at]) : 63
      related[at + 1] = UInt32(relatives[at])
    }
    hashes.reserveCapacity(count * Self.perLetter)
    pairs.reserveCapacity(count * Self.perPair)
    var pattern = FeatureHash(90)
    for at in 0..<count { pattern.add(masked[at + 3]) }
    var tails = [UInt32](repeating: 0, count: count + 1)
    var tail = FeatureHash(91)
    for at in stride(from: count - 1, through: 0, by: -1) {
      tail.add(padded[at + 3])
      tails[at] = tail.value
    }
    let prefix2 = padded[3] << 8 | padded[4]
    let suffix2 = padded[count + 2] << 8 | padded[count + 1]
    let suffix3 = suffix2 << 8 | (count > 2 ? padded[count] : 0)
    var head = FeatureHash(92)
    for at in 0..<count {
      let w = at + 3
      let a = padded[w - 3], b = padded[w - 2], c = padded[w - 1], d = padded[w], e = padded[w + 1], f = padded[w + 2]
      let g = padded[w + 3]
      let front = UInt32(min(at, 7)), back = UInt32(min(count - 1 - at, 7))
      head.add(d)
      func add(_ template: UInt32, _ x: UInt32, _ y: UInt32 = 0) { hashes.append(FeatureHash.of(template, x, y)) }
      add(1, d)
      add(2, d << 8 | e)
      add(3, c << 8 | d)
      add(4, c << 16 | d << 8 | e)
      add(5, d << 16 | e << 8 | f)
      add(6, b << 16 | c << 8 | d)
      add(7, b << 24 | c << 16 | d << 8 | e)
      add(8, c << 24 | d << 16 | e << 8 | f)
      add(9, b << 24 | c << 16 | d << 8 | e, f)
      add(10, d << 24 | e << 16 | f << 8 | g)
      add(11, a << 24 | b << 16 | c << 8 | d)
      add(12, a << 24 | b << 16 | c << 8 | d, e << 16 | f << 8 | g)
      add(13, c << 24 | d << 16 | e << 8 | f, g)
      add(14, tails[at])
      add(15, head.value)
      add(16, at > 0 ? tails[at - 1] : 0, 1)
      var wider = head
      wider.add(e)
      add(17, wider.value)
      add(18, d << 8 | front)
      add(19, d << 8 | back)
      add(20, d, front << 16 | back << 8)
      add(21, suffix3, d << 8 | back)
      add(22, suffix2, d << 8 | back)
      add(23, prefix2, d << 8 | front)
      add(24, pattern.value, front)
      add(25, pattern.value, front << 8 | d)
      let m = masked
      add(26, m[w - 2] << 24 | m[w - 1] << 16 | m[w] << 8 | m[w + 1], m[w + 2])
      add(27, m[w - 3] << 24 | m[w - 2] << 16 | m[w - 1] << 8 | m[w], m[w + 1] << 16 | m[w + 2] << 8 | m[w + 3])
      add(28, m[w - 1] << 16 | m[w] << 8 | m[w + 1], d << 16 | front << 8 | back)
      add(29, m[w] << 16 | m[w + 1] << 8 | m[w + 2], d << 16 | back)
      add(30, related[at + 1])
      add(31, related[at + 1], d << 8 | back)
      add(32, related[at] << 16 | related[at + 1] << 8 | related[at + 2])
      add(33, related[at + 1] << 8 | related[at + 2], d << 8 | e)
      add(34, c << 8 | e, UInt32(count))
      add(35, d << 8 | UInt32(min(count, 12)), back)
      add(36, b << 16 | c << 8 | d, back)
      add(37, d << 16 | e << 8 | f, back)
      pairs.append(FeatureHash.of(50, d))
      pairs.append(FeatureHash.of(51, c, d << 8 | e))
      pairs.append(FeatureHash.of(52, e, back == 0 ? 1 : 0))
    }
  }
}
