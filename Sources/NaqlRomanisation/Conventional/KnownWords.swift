import NaqlTables

/// Arabic words met in lists of names, with their spellings counted by country.
package final class KnownWords: @unchecked Sendable {
  /// How often a word was spelt so.
  package struct Spelling: Sendable {
    /// Number of the spelling in the Latin lexicon.
    package var word: Int
    /// The tag of the names it was met in (see `SpellingTag`).
    package var tag: Int
    /// How often, to about one part in twenty.
    package var count: Float
  }

  private let owner: AnyObject?
  private let keys: UnsafeBufferPointer<UInt32>
  private let rows: UnsafeBufferPointer<UInt32>

  /// The words in the sections `words.keys` (sorted hashes) and `words.rows` of a table.
  package init(_ table: Table) {
    owner = table
    keys = table.array("words.keys", of: UInt32.self)
    rows = table.array("words.rows", of: UInt32.self)
  }

  /// The key of a word: a hash of its codes, hamza, ى and ة folded. Spaces inside a unit (عبد الله) are left out.
  package static func key(_ codes: [UInt8]) -> UInt32 {
    let folded = SpellingLetters.folded(codes).filter { $0 != SpellingLetters.space }
    return UInt32(truncatingIfNeeded: folded.withUnsafeBytes { tableHash($0) } >> 16)
  }

  /// A row as stored: 21 bits of the spelling, 5 of the tag, 6 of the count.
  package static func row(word: Int, tag: Int, count: Int) -> UInt32 {
    var level = 0
    while level < 63, counts[level + 1] <= Float(count) { level += 1 }
    return UInt32(word) << 11 | UInt32(tag) << 6 | UInt32(level)
  }

  /// Counts as stored: whole numbers to 20, then a tenth more each.
  private static let counts: [Float] = {
    var counts: [Float] = [0]
    for level in 1..<64 { counts.append(level <= 20 ? Float(level) : counts[level - 1] * 1.1) }
    return counts
  }()

  /// All rows of a word.
  package func rows(_ codes: [UInt8]) -> [Spelling] {
    let key = Self.key(codes)
    var low = 0, high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    var found: [Spelling] = []
    while low < keys.count, keys[low] == key {
      let row = rows[low]
      found.append(Spelling(word: Int(row >> 11), tag: Int(row >> 6 & 31), count: Self.counts[Int(row & 63)]))
      low += 1
    }
    return found
  }

  /// Calls `body` with the key of an Arabic word and a row of it, for all rows that count persons or single names, or
  /// for those of one spelling.
  package func forEachName(_ spelling: Int?, _ body: (UInt32, Spelling) -> Void) {
    for at in keys.indices {
      let row = rows[at]
      if let spelling, Int(row >> 11) != spelling { continue }
      let tag = Int(row >> 6 & 31)
      if tag == SpellingTag.place { continue }
      body(keys[at], Spelling(word: Int(row >> 11), tag: tag, count: Self.counts[Int(row & 63)]))
    }
  }
}
