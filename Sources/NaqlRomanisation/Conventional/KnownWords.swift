import NaqlTables

/// Arabic words met in lists of names, with their spellings counted by country.
package final class KnownWords: @unchecked Sendable {
  /// How often a word was spelt so.
  package struct Spelling: Sendable {
    /// Number of the spelling in the Latin lexicon.
    package var word: Int
    /// The tag of the names it was met in (see `SpellingTag`).
    package var tag: Int
    /// How often, at most 127.
    package var count: Int
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

  /// A row as stored: 20 bits of the spelling, 5 of the tag, 7 of the count.
  package static func row(word: Int, tag: Int, count: Int) -> UInt32 {
    UInt32(word) << 12 | UInt32(tag) << 7 | UInt32(min(count, 127))
  }

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
      found.append(Spelling(word: Int(row >> 12), tag: Int(row >> 7 & 31), count: Int(row & 127)))
      low += 1
    }
    return found
  }

  /// Spellings of a word over all tags, commonest first.
  package func spellings(_ codes: [UInt8]) -> [Spelling] {
    var found: [Spelling] = []
    for row in rows(codes) {
      if let at = found.firstIndex(where: { $0.word == row.word }) {
        found[at].count += row.count
      } else {
        found.append(Spelling(word: row.word, tag: 0, count: row.count))
      }
    }
    return found.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }
}

/// What kind of name a word comes from, as the models count it.
package enum SpellingTag {
  /// A single name of unknown origin.
  package static let name = 0
  /// A person of unknown country.
  package static let person = 1
  /// A place.
  package static let place = 2
  /// Countries whose people the models know; their tags follow.
  package static let countries = [
    "AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO",
    "SY", "TN", "YE",
  ]

  /// The tag of a person of `country` (ISO code), or that of any person.
  package static func person(of country: String?) -> Int {
    country.flatMap { countries.firstIndex(of: $0) }.map { $0 + 3 } ?? person
  }
}

/// Cuts an Arabic name into what is spelt together: words, and عبد, أبو, بن, آل … with the word behind them.
package enum NameUnits {
  private static let joining: Set<[UInt8]> = Set(
    ["عبد", "أبو", "ابو", "أبي", "ابي", "بن", "ابن", "بو", "آل", "ال", "ذو", "أم", "ام"].map {
      SpellingLetters.codes($0)
    })

  /// Ranges of words that make a unit each.
  package static func units(_ words: [[UInt8]]) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var at = 0
    while at < words.count {
      var end = at + 1
      if joining.contains(words[at]), end < words.count { end += 1 }
      units.append(at..<end)
      at = end
    }
    return units
  }
}
