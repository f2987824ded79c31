import NaqlTables
import NaqlText

/// What is known of a spelling: hashes of the word and its parts, its kind, the classes of the lists it belongs to.
struct SpellingFacts {
  /// Hash of the word in the plain spelling.
  var word: UInt32 = 0
  /// Hash of the word as it is written, marks aside.
  var written: UInt32 = 0
  /// Hash of the word without its conjunction.
  var rest: UInt32 = 0
  /// Hashes of the first two and three letters of the rest.
  var prefix2: UInt32 = 0
  var prefix3: UInt32 = 0
  /// Hashes of the last two and three letters.
  var suffix1: UInt32 = 0
  var suffix2: UInt32 = 0
  var suffix3: UInt32 = 0
  /// 0 none, 1 و, 2 ف; only where the rest is a word of its own or the whole is in no list.
  var conjunction: UInt8 = 0
  /// 1 where ال begins the rest, 2 for a preposition with or without ال.
  var article: UInt8 = 0
  var kind = WordKind.unknown
  /// Letters of the rest, at most 15.
  var letters: UInt8 = 0
  /// Bits of the word itself.
  var bits: UInt32 = 0
  /// Bits of the rest behind the conjunction.
  var restBits: UInt32 = 0

  /// Bit of a word inside a marker of several words.
  static let inside: UInt32 = 1 << 30

  /// Whether it is a verb by a list or by its shape.
  var isVerb: Bool { kind == .perfect || kind == .imperfect || kind == .imperfectShape }

  /// Kind and conjunction in one number.
  var tag: UInt32 { UInt32(kind.rawValue) | UInt32(conjunction) << 5 | UInt32(article) << 7 }
}

/// A word of a stretch without punctuation.
struct StretchWord {
  /// Offsets in UTF-8 bytes into the text.
  var start: Int
  var end: Int
  /// Index into the facts of spellings.
  var spelling: Int32
  /// Whether white space stands before it.
  var isSpaced: Bool
  /// The strongest mark before it: 0 none, 1 comma, 2 colon, 3 dash, 4 quotation mark, 5 bracket, 6 other.
  var mark: UInt8
  /// Whether the gap before it lies in brackets.
  var isBracketed: Bool
  /// Classes of the longest marker of several words that begins here, and how many words it has.
  var phraseBits: UInt32 = 0
  var phraseWords: UInt8 = 0
  /// Classes of a marker of several words that ends just before this one; 1 << 30 where it lies inside one.
  var passedBits: UInt32 = 0
  /// How thick verbs stand around it: their number among some thirty words, in steps.
  var verbs: UInt8 = 0
  /// Words since the last verb before it and to the next one after it, in steps.
  var sinceVerb: UInt8 = 0
  var toVerb: UInt8 = 0
}

/// Finds what is known of words; keeps it by spelling. One worker's own.
struct SpellingCache {
  private let markers: MarkerTable
  private(set) var facts: [SpellingFacts] = [SpellingFacts()]
  private var slots: [UInt64: Int32] = [:]
  private var key: [UInt8] = []
  private var written: [UInt8] = []

  init(_ markers: MarkerTable) {
    self.markers = markers
    facts[0].kind = .edge
  }

  /// Forgets all where many spellings have gathered; indices are void then.
  mutating func trim() {
    if facts.count > 200_000 {
      facts.removeSubrange(1...)
      slots.removeAll(keepingCapacity: true)
    }
  }

  /// Index of the facts about a token.
  mutating func index(_ bytes: UnsafeRawBufferPointer, isNumber: Bool, isLatin: Bool) -> Int32 {
    let hash = tableHash(bytes)
    if let known = slots[hash] { return known }
    let index = Int32(facts.count)
    facts.append(analyse(bytes, isNumber: isNumber, isLatin: isLatin))
    slots[hash] = index
    return index
  }

  private mutating func analyse(_ bytes: UnsafeRawBufferPointer, isNumber: Bool, isLatin: Bool) -> SpellingFacts {
    var facts = SpellingFacts()
    if isNumber || isLatin {
      facts.kind = isNumber ? .number : .latin
      facts.word = isNumber ? 11 : 12
      if isNumber, bytes.count == 4 { facts.word = 13 }
      facts.written = facts.word
      facts.rest = facts.word
      return facts
    }
    key.removeAll(keepingCapacity: true)
    SpellingKey.loose.append(bytes, to: &key)
    written.removeAll(keepingCapacity: true)
    SpellingKey.strict.append(bytes, to: &written)
    facts.word = Self.hash(key, 0, key.count)
    facts.written = Self.hash(written, 0, written.count)
    let count = key.count
    var from = 0
    let own = markers.find(key, 0)
    facts.bits = own.bits
    // و and ف are conjunctions unless the lexicon knows the whole word; the rest must have two letters at least.
    if count >= 6, Self.letter(key, 0) == 0x648 || Self.letter(key, 0) == 0x641 {
      let rest = lookUpRest(2)
      let known = own.kind != .unknown || own.bits & ~MarkerRecipe.phrase != 0
      if !known || (rest.found && own.kind != .perfect && own.kind != .particle && own.bits == 0 && own.kind != .name) {
        from = 2
        facts.conjunction = Self.letter(key, 0) == 0x648 ? 1 : 2
        facts.restBits = markers.find(key, 2).bits
      }
    }
    facts.rest = Self.hash(key, from, count)
    facts.prefix2 = Self.hash(key, from, min(from + 4, count))
    facts.prefix3 = Self.hash(key, from, min(from + 6, count))
    facts.suffix1 = Self.hash(key, max(from, count - 2), count)
    facts.suffix2 = Self.hash(key, max(from, count - 4), count)
    facts.suffix3 = Self.hash(key, max(from, count - 6), count)
    facts.letters = UInt8(min(15, (count - from) / 2))
    classify(from, &facts)
    return facts
  }

  /// Whether the part of the key from `from` on, its article aside, is in a list.
  private func lookUpRest(_ from: Int) -> (kind: WordKind, found: Bool) {
    let plain = markers.find(key, from)
    if plain.kind != .unknown || plain.bits != 0 { return (plain.kind, true) }
    let skipped = articleEnd(from)
    if skipped > from { return (.definite, true) }
    return (.unknown, false)
  }

  /// Offset after ال, بال, وال, كال or لل at `from`; `from` where there is none.
  private func articleEnd(_ from: Int) -> Int {
    let first = Self.letter(key, from)
    let second = Self.letter(key, from + 2)
    guard key.count - from >= 8 else { return from }
    if first == 0x627, second == 0x644 { return from + 4 }
    if first == 0x644, second == 0x644 { return from + 4 }
    if first == 0x628 || first == 0x643, second == 0x627, Self.letter(key, from + 4) == 0x644 { return from + 6 }
    return from
  }

  private func classify(_ from: Int, _ facts: inout SpellingFacts) {
    let count = key.count
    let plain = markers.find(key, from)
    if plain.kind != .unknown {
      facts.kind = plain.kind
      return
    }
    let after = articleEnd(from)
    if after > from {
      facts.article = after == from + 4 && Self.letter(key, from) == 0x627 ? 1 : 2
      let inner = markers.find(key, after).kind
      facts.kind = inner == .unknown || inner == .perfect || inner == .imperfect ? .definite : inner
      return
    }
    let first = Self.letter(key, from)
    if first == 0x628 || first == 0x644 || first == 0x643, count - from >= 6 {
      let inner = markers.find(key, from + 2).kind
      if inner == .noun || inner == .name || inner == .adjective {
        facts.kind = inner
        facts.article = 2
        return
      }
    }
    let letters = (count - from) / 2
    let last = Self.letter(key, count - 2)
    // سيـ, ستـ: the future.
    if letters >= 5, first == 0x633, [0x64A, 0x62A, 0x646].contains(Self.letter(key, from + 2)) {
      if markers.find(key, from + 2).kind == .imperfect {
        facts.kind = .imperfect
        return
      }
    }
    // Pronouns behind a known word.
    for length in [2, 4] where count - from - length >= 4 {
      let tail = Self.letter(key, count - length)
      let ends =
        length == 2
        ? tail == 0x647 || tail == 0x643
        : (tail == 0x647 || tail == 0x646) && (last == 0x627 || last == 0x645 || last == 0x64A)
      guard ends else { continue }
      let inner = key.withUnsafeBytes {
        markers.find(UnsafeRawBufferPointer(rebasing: $0[from..<(count - length)])).kind
      }
      if inner != .unknown {
        facts.kind = inner == .noun ? .construct : inner
        return
      }
    }
    if letters >= 4, first == 0x64A {
      facts.kind = .imperfectShape
    } else if last == 0x647 {
      facts.kind = .feminine
    } else if letters >= 4, last == 0x62A && Self.letter(key, count - 4) == 0x627 || last == 0x646 {
      facts.kind = .plural
    } else if last == 0x627 {
      facts.kind = .tanwin
    } else {
      facts.kind = letters <= 3 ? .short : .long
    }
  }

  @inline(__always)
  private static func letter(_ key: [UInt8], _ at: Int) -> UInt32 {
    guard at >= 0, at + 1 < key.count, key[at] >= 0xD8, key[at] < 0xE0 else { return 0 }
    return UInt32(key[at] & 0x1F) << 6 | UInt32(key[at + 1] & 0x3F)
  }

  private static func hash(_ key: [UInt8], _ from: Int, _ to: Int) -> UInt32 {
    key.withUnsafeBytes {
      UInt32(truncatingIfNeeded: tableHash(UnsafeRawBufferPointer(rebasing: $0[min(from, to)..<to])))
    }
  }
}
