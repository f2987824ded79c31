/// One part of a name with its spellings and how likely each is by country.
///
/// What the table of known words has is smoothed by region, by all, and by a guess: that of the letter models, or, of a
/// word with an article (الميرازي) and of two joined words (أبو عامر), the product of its halves.
final class NameUnit {
  /// Distinct spellings; those of the table first.
  private(set) var words: [LatinWord] = []
  /// The rows of the table.
  let known: [KnownWords.Spelling]
  /// Number of names that the table has it from, other lists counted less.
  private(set) var total: Float = 0
  /// Number of spellings that come from the table.
  var tableCount: Int { counts.count }

  private let codes: [UInt8]
  private let isSon: Bool
  private var counts: [[Float]] = []
  private var overall: [Float] = []
  private var totals = [Float](repeating: 0, count: SpellingTag.count)
  private var guess: (Int) -> [Float] = { _ in [] }
  private var guesses = [[Float]?](repeating: nil, count: SpellingTag.count)
  private var byTag = [[Float]?](repeating: nil, count: SpellingTag.count)
  private var traits: [Traits?] = []
  private lazy var isKept = keptConsonants()

  /// What a ranker looks at in a spelling.
  struct Traits {
    var style: NameStyle
    var isListed: Bool
  }

  /// How far to trust the country over its region, the region over all, all over the guess; what single names and places
  /// count; up to how many names a guess is asked for.
  private struct Smoothing {
    let country: Float = 4
    let region: Float = 4
    let all: Float = 3
    /// The same of بن with a name, which countries spell in ways of their own: Ben Hassen in Tunis, bin Hassan in Riyadh.
    let allOfSons: Float = 30
    let others: Float = 0.3
    let asked: Float = 24
  }
  private static let smoothing = Smoothing()

  /// A unit whose table has `known`; `isSon` where it is بن with the name behind it.
  init(_ codes: [UInt8], known: [KnownWords.Spelling], _ lexicon: LatinLexicon, isSon: Bool = false) {
    self.codes = codes
    self.isSon = isSon
    self.known = known
    var numbers: [Int] = []
    for row in known {
      let index = numbers.firstIndex(of: row.word) ?? numbers.count
      if index == numbers.count {
        numbers.append(row.word)
        words.append(lexicon.word(row.word))
        counts.append([Float](repeating: 0, count: SpellingTag.count))
        overall.append(0)
      }
      let isPerson = SpellingTag.isPerson(row.tag)
      let weighed = isPerson ? row.count : row.count * Self.smoothing.others
      if isPerson || row.tag == SpellingTag.name {
        counts[index][row.tag] += row.count
        totals[row.tag] += row.count
      }
      overall[index] += weighed
      total += weighed
    }
  }

  /// Whether the table knows so little that a guess is wanted.
  var wantsGuess: Bool { total < Self.smoothing.asked }

  /// Adds guessed spellings; `guess` gives the probability of each of `words` under a tag.
  func add(_ guessed: [LatinWord], guess: @escaping ([LatinWord], Int) -> [Float]) {
    var seen = Set(words)
    for word in guessed where seen.insert(word).inserted { words.append(word) }
    let words = words
    self.guess = { guess(words, $0) }
    guesses = [[Float]?](repeating: nil, count: SpellingTag.count)
  }

  /// What the models guess of each spelling under a tag.
  private func guesses(_ tag: Int) -> [Float] {
    if let known = guesses[tag] { return known }
    let found = guess(tag)
    guesses[tag] = found
    return found
  }

  /// The probability of each spelling under a tag.
  func probabilities(_ tag: Int) -> [Float] {
    if let known = byTag[tag] { return known }
    let s = Self.smoothing
    let guesses = guesses(tag)
    let region = SpellingTag.regions[tag]
    var near = SpellingTag.people.filter { SpellingTag.regions[$0] == region }
    // Single names are mostly foreign, as people of no Arab country are.
    if tag == SpellingTag.person { near.append(SpellingTag.name) }
    var regional: Float = 0
    for other in near { regional += totals[other] }
    let trust = isSon ? s.allOfSons : s.all
    var found: [Float] = []
    for index in words.indices {
      if !isKept[index] {
        found.append(0)
        continue
      }
      let guess = guesses.isEmpty ? 0 : guesses[index]
      let isKnown = index < counts.count
      let all = ((isKnown ? overall[index] : 0) + trust * guess) / (total + trust)
      var sum: Float = 0
      if isKnown { for other in near { sum += counts[index][other] } }
      let own = (sum + s.region * all) / (regional + s.region)
      found.append(((isKnown ? counts[index][tag] : 0) + s.country * own) / (totals[tag] + s.country))
    }
    byTag[tag] = found
    return found
  }

  /// Which spellings keep the consonants of the letters; all, where none does.
  private func keptConsonants() -> [Bool] {
    if codes.first == SpellingLetters.other { return words.map { _ in true } }  // an article of the table
    let kept = words.map {
      ConsonantSkeleton.isKept(codes, in: $0) && (!isSon || SpellingCapitals.son(in: $0) != nil)
    }
    return kept.contains(true) ? kept : kept.map { _ in true }
  }

  /// Probability of a spelling over all countries.
  func overall(_ index: Int) -> Float {
    let s = Self.smoothing
    let guesses = guesses(SpellingTag.person)
    let guess = guesses.isEmpty ? 0 : guesses[index]
    return ((index < counts.count ? overall[index] : 0) + s.all * guess) / (total + s.all)
  }

  /// What a ranker looks at in a spelling.
  func traits(_ index: Int, _ lexicon: LatinLexicon) -> Traits {
    if traits.isEmpty { traits = [Traits?](repeating: nil, count: words.count) }
    if let known = traits[index] { return known }
    let found = Traits(
      style: NameStyle(words[index], codes), isListed: lexicon.place(of: words[index]) != nil)
    traits[index] = found
    return found
  }
}
