import NaqlTables

/// Names in Latin script, sorted, with how common each is: what a free guess is measured against.
package final class LatinLexicon: @unchecked Sendable {
  /// Words that share a beginning, as positions in the sorted list.
  package struct Range {
    var low: Int32
    var high: Int32
  }

  /// What is known of a word, two bytes.
  package struct Facts {
    /// Logarithm of the share in the US census of 1990, 0–7; 0 is none.
    package var census: Int
    /// Logarithm of the count in US social security, 0–7; 0 is none.
    package var given: Int
    /// Whether lists of international names have it.
    package var isListed: Bool
    /// Whether a list of Japanese names has it.
    package var isJapanese: Bool
    /// Whether it spells a single name of the training data.
    package var isName: Bool
    /// Whether it spells a part of a person's name in the training data.
    package var isPerson: Bool
    /// Whether it spells a part of a place's name in the training data.
    package var isPlace: Bool

    /// Facts from their two bytes.
    package init(_ bits: UInt16) {
      census = Int(bits & 7)
      given = Int(bits >> 3 & 7)
      isListed = bits & 64 != 0
      isJapanese = bits & 128 != 0
      isName = bits & 256 != 0
      isPerson = bits & 512 != 0
      isPlace = bits & 1024 != 0
    }
  }

  private let owner: AnyObject?
  private let letters: UnsafeRawBufferPointer
  private let starts: UnsafeBufferPointer<UInt16>
  private let blocks: UnsafeBufferPointer<UInt32>
  private let facts: UnsafeBufferPointer<UInt16>

  /// The lexicon in the sections `latin…` of a table: `latin` the letters one word after the other, `latin.blocks` where
  /// every 256th word begins, `latin.starts` where each word begins behind that, `latin.facts`.
  package init(_ table: Table) {
    owner = table
    letters = table.section("latin")
    starts = table.array("latin.starts", of: UInt16.self)
    blocks = table.array("latin.blocks", of: UInt32.self)
    facts = table.array("latin.facts", of: UInt16.self)
  }

  /// Number of words.
  package var count: Int { facts.count }
  /// All words.
  package var all: Range { Range(low: 0, high: Int32(count)) }

  @inline(__always)
  private func start(_ word: Int) -> Int { Int(blocks[word >> 8]) + Int(starts[word]) }

  /// Letter `at` of a word, 0 behind its end.
  @inline(__always)
  private func letter(_ word: Int, _ at: Int) -> UInt8 {
    let place = start(word) + at
    return place < start(word + 1) ? letters[place] : 0
  }

  /// The words of `range` whose letter `at` is `letter`, or nil.
  @inline(__always)
  package func narrow(_ range: Range, at: Int, to wanted: UInt8) -> Range? {
    var low = Int(range.low), high = Int(range.high)
    while low < high {
      let middle = (low + high) / 2
      if letter(middle, at) < wanted { low = middle + 1 } else { high = middle }
    }
    let first = low
    high = Int(range.high)
    while low < high {
      let middle = (low + high) / 2
      if letter(middle, at) <= wanted { low = middle + 1 } else { high = middle }
    }
    return first < low ? Range(low: Int32(first), high: Int32(low)) : nil
  }

  /// Whether the first word of `range`, whose `length` letters are known, ends there.
  @inline(__always)
  package func isWord(_ range: Range, length: Int) -> Bool { letter(Int(range.low), length) == 0 }

  /// Number of a word, or nil.
  package func number(of word: LatinWord) -> Int? {
    var range = all
    for at in 0..<word.count {
      guard let narrowed = narrow(range, at: at, to: word[at]) else { return nil }
      range = narrowed
    }
    return count > 0 && isWord(range, length: word.count) ? Int(range.low) : nil
  }

  /// The word of a number.
  package func word(_ number: Int) -> LatinWord { LatinWord(letters[start(number)..<start(number + 1)]) }

  /// What is known of a word by its number.
  package func facts(_ number: Int) -> Facts { Facts(facts[number]) }

  /// Writes the sections of a lexicon of sorted words.
  package static func add(_ words: [(letters: [UInt8], facts: UInt16)], to image: inout TableImage) {
    var letters: [UInt8] = []
    var starts: [UInt16] = []
    var blocks: [UInt32] = []
    for (number, word) in words.enumerated() {
      if number & 255 == 0 { blocks.append(UInt32(letters.count)) }
      starts.append(UInt16(letters.count - Int(blocks[number >> 8])))
      letters += word.letters
    }
    if words.count & 255 == 0 { blocks.append(UInt32(letters.count)) }
    starts.append(UInt16(letters.count - Int(blocks[words.count >> 8])))
    image.add("latin", bytes: letters)
    image.add("latin.starts", starts)
    image.add("latin.blocks", blocks)
    image.add("latin.facts", words.map(\.facts))
  }
}
