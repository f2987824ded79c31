import NaqlText

/// What makes two spellings one name: hamza, ة, ى folded, عبد and أبو joined to the word behind them, ءو read as ؤ.
///
/// عبد الرحمن البكري and عبدالرحمن البكري are `عبدالرحمن_البكري`, رءوف and رؤوف `رووف`.
enum NameIdentity {
  /// The key of a name, words parted by `_`. Digits stay: 3 فبراير and 5 فبراير are two clubs.
  static func key(of name: String) -> String {
    var folded: [UInt8] = []
    var copy = name
    copy.withUTF8 { NameKey.folding.subtracting(.digits).append(UnsafeRawBufferPointer($0), to: &folded) }
    var key: [UInt8] = []
    key.reserveCapacity(folded.count)
    var isJoined = true
    for word in folded.split(separator: UInt8(ascii: " ")) {
      if !isJoined, !word.elementsEqual(god) { key.append(UInt8(ascii: "_")) }  // نصر الله, نصرالله
      key += word
      isJoined = word.isOne(of: joined)
    }
    seatHamzas(&key)
    return String(decoding: key, as: UTF8.self)
  }

  /// Writes ءو as the folded ؤ with its و.
  private static func seatHamzas(_ key: inout [UInt8]) {
    for at in key.indices.dropLast(hamzaWaw.count - 1) where key[at] == hamzaWaw[0] && key[at + 1] == hamzaWaw[1] {
      if key[(at + 2)...].starts(with: waw) { key.replaceSubrange(at..<at + waw.count, with: waw) }
    }
  }

  private static let waw = Array("و".utf8), hamzaWaw = Array("ءو".utf8)
  private static let god = Array("الله".utf8)

  /// The parts of a person's key that may stand for all of it: those that begin with a word of kinship, not the first, the last word
  /// where عبد or أبو is joined in it, and the front up to the father's name or one behind it.
  ///
  /// `محمد_بن_سلمان_ال_سعود`: `بن_سلمان`, `بن_سلمان_ال_سعود`, `ال_سعود` …, `محمد_بن_سلمان`; `شيرين_ابوعاقله`: `ابوعاقله`.
  static func parts(of key: String) -> [String] {
    let words = words(of: key)
    func part(_ range: ClosedRange<Int>) -> String {
      String(key[words[range.lowerBound].startIndex..<words[range.upperBound].endIndex])
    }
    var parts: [String] = []
    for start in words.indices.dropFirst() {
      if isKinship(words[start]) {
        for end in words.indices.dropFirst(start + 1) { parts.append(part(start...end)) }
      } else if start == words.count - 1, isJoined(words[start]), !isKinship(words[start - 1]) {
        parts.append(part(start...start))
      }
    }
    if isWithFather(words) {
      for end in 2..<words.count - 1 where !isKinship(words[end]) { parts.append(part(0...end)) }
    }
    return parts
  }

  /// Whether a key may be a part of a longer one, as `parts` gives them.
  static func isPart(_ key: String) -> Bool {
    let words = words(of: key)
    guard let first = words.first else { return false }
    return words.count > 1 ? isKinship(first) || isWithFather(words) : isJoined(first)
  }

  private typealias Word = Substring.UTF8View

  private static func words(of key: String) -> [Word] { key.utf8.split(separator: UInt8(ascii: "_")) }

  /// Whether a name goes on with بن or بنت and the father's.
  private static func isWithFather(_ words: [Word]) -> Bool { words.count > 2 && words[1].isOne(of: fatherhood) }

  private static func isJoined(_ word: Word) -> Bool {
    joined.contains { word.count > $0.count && word.starts(with: $0) }
  }

  private static func isKinship(_ word: Word) -> Bool { word.isOne(of: kinship) }

  /// The first words of names that are written as one with the next, folded.
  private static let joined = ["عبد", "ابو"].map { Array($0.utf8) }
  private static let fatherhood = ["بن", "ابن", "بنت"].map { Array($0.utf8) }
  /// Words of kinship before a name, folded: those of fathers, and ولد, آل.
  private static let kinship = fatherhood + ["ولد", "ال"].map { Array($0.utf8) }
}

extension Collection where Element == UInt8 {
  /// Whether these bytes are those of one of some words.
  fileprivate func isOne(of words: [[UInt8]]) -> Bool { words.contains { elementsEqual($0) } }
}
