import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlTables

/// A word or unit with one of its spellings, aligned letter by letter.
struct WordPair: Sendable {
  var arabic: [UInt8]
  var latin: [UInt8]
  var tag: Int
  var count: Int
  var lengths: [Int]

  /// The pair as the letter model learns it: what follows an article without its mark, an article itself not at all.
  var example: LetterExample? {
    if lengths.isEmpty { return nil }
    if SpellingTag.isPerson(tag), ArticleWord(arabic) != nil { return nil }
    var emissions: [[UInt8]] = []
    var at = 0
    for length in lengths {
      emissions.append(Array(latin[at..<(at + length)]))
      at += length
    }
    if arabic[0] == SpellingLetters.other {
      return LetterExample(arabic: Array(arabic.dropFirst()), tag: tag, emissions: Array(emissions.dropFirst()))
    }
    return LetterExample(arabic: arabic, tag: tag, emissions: emissions)
  }
}

/// The names of all training lists: single names, and people's and places' names cut into parts.
struct SpellingWords {
  /// A whole name of a person.
  struct Person: Sendable {
    /// Its parts, each of one word or of two that are spelt together.
    var units: [[[UInt8]]]
    /// All its Latin letters.
    var latin: [UInt8]
    var tag: Int
    /// Whether the rankers learn from it, so that their tables and letter models must not have met it.
    var isHeld: Bool
  }

  /// People, in the order of the list.
  private(set) var people: [Person] = []
  /// Words met in names that are not held back, and in those that are.
  private var met: [(pair: WordPair, isHeld: Bool)] = []

  init(data: String, sample: Int, progress: (String) -> Void) throws(Diagnostic) {
    let names = try SpellingPair.read(data + "/names/train.tsv", latin: "latin") { _, _ in SpellingTag.name }
    let persons = try SpellingPair.read(data + "/entities/people.train.tsv", latin: "english") { kind, _ in
      SpellingTag.person(of: kind.hasPrefix("person-") ? String(kind.dropFirst(7)) : nil)
    }
    let places = try SpellingPair.read(data + "/entities/places.tsv", latin: "english") { _, _ in SpellingTag.place }
    var whole: [SpellingPair] = []
    for (number, pair) in (names + persons + places).enumerated()
    where number % sample == 0 && pair.arabic.count < 48 {
      whole.append(pair)
    }
    let aligner = SpellingAligner(whole.filter { $0.arabic.count <= 16 }.map { ($0.arabic, $0.latin) })
    progress("\(whole.count) names aligned")
    for pair in whole {
      let isPerson = pair.tag != SpellingTag.name && pair.tag != SpellingTag.place
      let isHeld = Self.isHeld(pair.arabic, oneIn: isPerson ? 5 : 10) && pair.tag != SpellingTag.place
      if isPerson {
        let words = pair.arabic.split(separator: SpellingLetters.space).map(Array.init)
        let units = NameUnits.units(words).map { Array(words[$0]) }
        people.append(Person(units: units, latin: pair.latin, tag: pair.tag, isHeld: isHeld))
      }
      guard let (lengths, log) = aligner.align(pair.arabic, pair.latin) else { continue }
      if log / Float(pair.arabic.count) < -3.2 { continue }
      for unit in Self.units(pair, lengths) { met.append((unit, isHeld)) }
    }
  }

  private static func isHeld(_ arabic: [UInt8], oneIn parts: UInt64) -> Bool {
    arabic.withUnsafeBytes { tableHash($0) } % parts == 3
  }

  /// Each distinct word, spelling and tag once with its number, in a fixed order: all, or those that are (not) held back.
  func pairs(held: Bool? = nil) -> [WordPair] {
    var heldNames: Set<[UInt8]> = []
    if held == false {
      for (pair, isHeld) in met where isHeld && pair.tag == SpellingTag.name { heldNames.insert(pair.arabic) }
    }
    var found: [Key: (count: Int, lengths: [Int])] = [:]
    for (pair, isHeld) in met {
      if let held, isHeld != held { continue }
      // A single name held back is new: it is in no other list either.
      if heldNames.contains(pair.arabic) { continue }
      found[Key(arabic: pair.arabic, latin: pair.latin, tag: pair.tag), default: (0, pair.lengths)].count += 1
    }
    var pairs = found.map {
      WordPair(
        arabic: $0.key.arabic, latin: $0.key.latin, tag: $0.key.tag, count: $0.value.count, lengths: $0.value.lengths)
    }
    pairs.sort {
      $0.arabic != $1.arabic
        ? $0.arabic.lexicographicallyPrecedes($1.arabic)
        : $0.latin != $1.latin ? $0.latin.lexicographicallyPrecedes($1.latin) : $0.tag < $1.tag
    }
    return pairs
  }

  private struct Key: Hashable {
    var arabic: [UInt8]
    var latin: [UInt8]
    var tag: Int
  }

  /// The parts of a name: its words, and units of two words both together and apart.
  private static func units(_ pair: SpellingPair, _ lengths: [Int]) -> [WordPair] {
    var words: [(arabic: [UInt8], latin: [UInt8], lengths: [Int])] = [([], [], [])]
    var at = 0
    for (index, code) in pair.arabic.enumerated() {
      if code == SpellingLetters.space {
        words.append(([], [], []))
        continue
      }
      words[words.count - 1].arabic.append(code)
      words[words.count - 1].latin += pair.latin[at..<(at + lengths[index])]
      words[words.count - 1].lengths.append(lengths[index])
      at += lengths[index]
    }
    words.removeAll { $0.arabic.isEmpty }
    var found: [WordPair] = []
    func add(_ range: Range<Int>) {
      let latin = words[range].flatMap(\.latin)
      if latin.isEmpty || latin.count > 24 { return }
      found.append(
        WordPair(
          arabic: words[range].flatMap(\.arabic), latin: latin, tag: pair.tag, count: 1,
          lengths: words[range].flatMap(\.lengths)))
    }
    for unit in NameUnits.units(words.map(\.arabic)) {
      add(unit)
      if unit.count > 1 { for word in unit { add(word..<(word + 1)) } }
      guard SpellingTag.isPerson(pair.tag) else { continue }
      for word in words[unit] {
        guard let cut = ArticleWord(word.arabic) else { continue }
        let length = word.lengths[0] + word.lengths[1]
        if length > 3 || length == word.latin.count { continue }
        found.append(
          WordPair(
            arabic: cut.article, latin: length == 0 ? [ArticleWord.none] : Array(word.latin[..<length]), tag: pair.tag,
            count: 1, lengths: []))
        found.append(
          WordPair(
            arabic: cut.stem, latin: Array(word.latin[length...]), tag: pair.tag, count: 1,
            lengths: [0] + word.lengths[2...]))
      }
    }
    return found
  }
}
