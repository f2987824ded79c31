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

  /// The pair as the letter model learns it.
  var example: LetterExample {
    var emissions: [[UInt8]] = []
    var at = 0
    for length in lengths {
      emissions.append(Array(latin[at..<(at + length)]))
      at += length
    }
    return LetterExample(arabic: arabic, tag: tag, emissions: emissions)
  }
}

/// The words of all training lists with their spellings: single names, and the parts of people's and places' names.
struct SpellingWords {
  /// Each distinct word, spelling and tag once, in a fixed order.
  private(set) var pairs: [WordPair] = []

  init(data: String, sample: Int, progress: (String) -> Void) throws(Diagnostic) {
    let names = try SpellingPair.read(data + "/names/train.tsv", latin: "latin") { _, _ in SpellingTag.name }
    let people = try SpellingPair.read(data + "/entities/people.train.tsv", latin: "english") { kind, _ in
      SpellingTag.person(of: kind.hasPrefix("person-") ? String(kind.dropFirst(7)) : nil)
    }
    let places = try SpellingPair.read(data + "/entities/places.tsv", latin: "english") { _, _ in SpellingTag.place }
    var whole: [SpellingPair] = []
    for (number, pair) in (names + people + places).enumerated() where number % sample == 0 && pair.arabic.count < 48 {
      whole.append(pair)
    }
    let aligner = SpellingAligner(whole.filter { $0.arabic.count <= 16 }.map { ($0.arabic, $0.latin) })
    progress("\(whole.count) names aligned")
    var found: [Key: (count: Int, lengths: [Int])] = [:]
    for pair in whole {
      guard let (lengths, log) = aligner.align(pair.arabic, pair.latin) else { continue }
      if log / Float(pair.arabic.count) < -3.2 { continue }
      for unit in Self.units(pair, lengths) {
        found[Key(arabic: unit.arabic, latin: unit.latin, tag: unit.tag), default: (0, unit.lengths)].count += 1
      }
    }
    pairs = found.map {
      WordPair(
        arabic: $0.key.arabic, latin: $0.key.latin, tag: $0.key.tag, count: $0.value.count, lengths: $0.value.lengths)
    }
    pairs.sort {
      $0.arabic != $1.arabic
        ? $0.arabic.lexicographicallyPrecedes($1.arabic)
        : $0.latin != $1.latin ? $0.latin.lexicographicallyPrecedes($1.latin) : $0.tag < $1.tag
    }
    progress("\(pairs.count) words with their spellings")
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
    }
    return found
  }

  /// Writes the Latin lexicon: the public lists and the spellings of `pairs`. Returns the numbers of its words.
  func lexicon(_ pairs: [WordPair], data: String, into image: inout TableImage) throws(Diagnostic) -> [LatinWord: Int] {
    var facts: [LatinWord: UInt16] = [:]
    let path = data + "/names/latin.tsv"
    let file = try TSVFile(
      String(decoding: try FileSystem.read(path), as: UTF8.self), file: path, columns: ["word", "source", "weight"])
    for row in file.rows {
      let letters = SpellingLetters.latin(String(row.cells[0]))
      if letters.count < 2 || letters.count > 20 { continue }
      let weight = Float(row.cells[2]) ?? 0
      let bits: UInt16
      switch row.cells[1] {
      case "census": bits = UInt16(max(1, min(7, 7 + Int((fastLog(max(weight, 1e-6)) / 1.4).rounded(.down)))))
      case "ssa": bits = UInt16(max(1, min(7, Int(fastLog(max(weight, 1)) / 2)))) << 3
      case "faker": bits = 64
      default: bits = 128
      }
      facts[LatinWord(letters), default: 0] |= bits
    }
    for pair in pairs {
      let bit: UInt16 = pair.tag == SpellingTag.name ? 256 : pair.tag == SpellingTag.place ? 1024 : 512
      facts[LatinWord(pair.latin), default: 0] |= bit
    }
    let sorted = facts.map { (letters: $0.key.letters, facts: $0.value) }
      .sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    LatinLexicon.add(sorted, to: &image)
    var numbers: [LatinWord: Int] = [:]
    for (number, word) in sorted.enumerated() { numbers[LatinWord(word.letters)] = number }
    return numbers
  }
}
