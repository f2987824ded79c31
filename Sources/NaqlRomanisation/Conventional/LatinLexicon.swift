import NaqlTables

/// Names in Latin script, with how common each is: what a free guess is measured against.
///
/// The words are a tree of letters in one run of bytes, each node before its children: a byte of the letter (five bits),
/// whether a word ends here, and how many bytes (0–3) say the length of all that hangs below; those bytes; the number
/// of the word's facts, where one ends; the children by letter. The last child has no length: it ends with its parent.
package final class LatinLexicon: @unchecked Sendable {
  /// A beginning of words: the node it leads to and the bytes of its children.
  package struct Place: Sendable {
    var low: Int32
    var high: Int32
    /// Number of the word that ends here, -1 where none does.
    package var word: Int32
    /// Number of its facts.
    var facts: UInt8
  }

  /// What is known of a word.
  package struct Facts: Sendable {
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
  private let nodes: UnsafeRawBufferPointer
  private let facts: [Facts]

  /// The lexicon in the sections `latin` (the tree) and `latin.facts` (their distinct values) of a table.
  package init(_ table: Table) {
    owner = table
    nodes = table.section("latin")
    facts = table.array("latin.facts", of: UInt16.self).map { Facts($0) }
  }

  /// The empty beginning.
  package var root: Place { Place(low: 0, high: Int32(nodes.count), word: -1, facts: 0) }

  /// The node at `at` inside a parent that ends at `high`: its letter, the place of its word's facts, its end.
  @inline(__always)
  private func node(_ at: Int, _ high: Int) -> (header: UInt8, body: Int, end: Int) {
    let header = nodes[at]
    switch header >> 6 {
    case 0: return (header, at + 1, high)
    case 1: return (header, at + 2, at + 2 + Int(nodes[at + 1]))
    case 2: return (header, at + 3, at + 3 + Int(nodes[at + 1]) + Int(nodes[at + 2]) << 8)
    default:
      return (header, at + 4, at + 4 + Int(nodes[at + 1]) + Int(nodes[at + 2]) << 8 + Int(nodes[at + 3]) << 16)
    }
  }

  @inline(__always)
  private func place(_ at: Int, _ node: (header: UInt8, body: Int, end: Int)) -> Place {
    let isWord = node.header & 32 != 0
    return Place(
      low: Int32(node.body + (isWord ? 1 : 0)), high: Int32(node.end), word: isWord ? Int32(at) : -1,
      facts: isWord ? nodes[node.body] : 0)
  }

  /// The beginning `place` with the letter 1–26 added, or nil where no word goes on so.
  @inline(__always)
  package func child(_ parent: Place, _ letter: UInt8) -> Place? {
    var at = Int(parent.low)
    let high = Int(parent.high)
    while at < high {
      let node = node(at, high)
      let found = node.header & 31
      if found == letter { return place(at, node) }
      if found > letter { return nil }
      at = node.end
    }
    return nil
  }

  /// Where a word ends, or nil.
  package func place(of word: LatinWord) -> Place? {
    var place = root
    for at in 0..<word.count {
      guard let next = child(place, word[at]) else { return nil }
      place = next
    }
    return place.word >= 0 ? place : nil
  }

  /// Number of a word, or nil.
  package func number(of word: LatinWord) -> Int? { place(of: word).map { Int($0.word) } }

  /// The word of a number.
  package func word(_ number: Int) -> LatinWord {
    var word = LatinWord()
    var at = 0, high = nodes.count
    while at < high {
      let node = node(at, high)
      if number >= node.end {
        at = node.end
        continue
      }
      word.append(node.header & 31)
      if number == at { return word }
      at = Int(place(at, node).low)
      high = node.end
    }
    return word
  }

  /// What is known of the word that ends at a place.
  @inline(__always)
  package func facts(_ place: Place) -> Facts { facts[Int(place.facts)] }
}

extension LatinLexicon {
  /// Writes the sections of a lexicon of sorted words. Of facts the 256 commonest values stay; others become their like.
  package static func add(_ words: [(letters: [UInt8], facts: UInt16)], to image: inout TableImage) {
    var counts: [UInt16: Int] = [:]
    for word in words { counts[word.facts, default: 0] += 1 }
    let kept = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(256).map(\.key).sorted()
    var numbers: [UInt16: UInt8] = [:]
    for bits in counts.keys {
      let like = kept.enumerated().min {
        (distance(bits, $0.element), $0.offset) < (distance(bits, $1.element), $1.offset)
      }
      numbers[bits] = UInt8(like!.offset)
    }
    image.add("latin", bytes: tree(words[...], depth: 0, numbers))
    image.add("latin.facts", kept)
  }

  /// How unlike two facts are: a source that one lacks weighs most, then how common the word is.
  private static func distance(_ one: UInt16, _ other: UInt16) -> Int {
    let a = Facts(one), b = Facts(other)
    var sum = abs(a.census - b.census) + abs(a.given - b.given)
    if (a.census == 0) != (b.census == 0) { sum += 20 }
    if (a.given == 0) != (b.given == 0) { sum += 20 }
    return sum + 30 * ((one ^ other) >> 6).nonzeroBitCount
  }

  private static func tree(
    _ words: ArraySlice<(letters: [UInt8], facts: UInt16)>, depth: Int, _ numbers: [UInt16: UInt8]
  )
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var at = words.startIndex
    while at < words.endIndex {
      let letter = words[at].letters[depth]
      var end = at + 1
      while end < words.endIndex, words[end].letters[depth] == letter { end += 1 }
      var body: [UInt8] = []
      var first = at
      let isWord = words[at].letters.count == depth + 1
      if isWord {
        body.append(numbers[words[at].facts]!)
        first += 1
      }
      if first < end { body += tree(words[first..<end], depth: depth + 1, numbers) }
      var kind = 0
      if end < words.endIndex { kind = body.count < 1 << 8 ? 1 : body.count < 1 << 16 ? 2 : 3 }
      bytes.append(letter | (isWord ? 32 : 0) | UInt8(kind) << 6)
      for byte in 0..<kind { bytes.append(UInt8(truncatingIfNeeded: body.count >> (8 * byte))) }
      bytes += body
      at = end
    }
    return bytes
  }
}
