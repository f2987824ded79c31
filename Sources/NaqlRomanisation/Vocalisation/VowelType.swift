/// A word type with its candidate readings and what its neighbours may know of it. Made once a type, then cached.
final class VowelType {
  let letters: [UInt8]
  let candidates: [Candidate]
  /// Hash of the spelling, of its stem, of its ending with the article.
  let word: UInt32
  let stem: UInt32
  let suffix: UInt32
  /// Whether the likeliest reading begins with the article.
  let hasArticle: Bool
  /// What else neighbours may know.
  let facts: Facts
  /// For each candidate its hashes: spelling and reading, stem and reading, ending, vowel pattern.
  let keys: [Keys]
  /// Features of each candidate that need no context, one list after the other.
  let features: [[UInt32]]
  /// Features of “none is right”.
  let noneFeatures: [UInt32]
  /// Scores of these features, filled by the ranker that owns the cache.
  var scores: [Float] = []
  var noneScore: Float = 0
  /// What these features score in running text; empty where the model learnt nothing from it.
  var proseScores: [Float] = []
  var proseNoneScore: Float = 0

  /// What is known of a type that its letters and candidates do not show.
  struct Facts: BitwiseCopyable {
    /// Ending and vowel pattern of the likeliest reading.
    var leadEnding: UInt32 = 0, leadPattern: UInt32 = 0
    /// Number of letters that the likeliest reading has as clitics and article.
    var cut: UInt8 = 0
    /// Kind in the lexicon.
    var kind: UInt8 = 0
    /// How often the stem and the word have a capital.
    var capital: UInt8 = 0, wordCapital: UInt8 = 0
  }

  var leadEnding: UInt32 { facts.leadEnding }
  var leadPattern: UInt32 { facts.leadPattern }
  /// Class of the word: kind in the lexicon, how often it has a capital.
  var kind: UInt32 { UInt32(facts.kind) }
  var capital: UInt32 { UInt32(facts.capital) }
  var wordCapital: UInt32 { UInt32(facts.wordCapital) }

  struct Keys {
    var reading: UInt32
    var stem: UInt32
    var ending: UInt32
    var pattern: UInt32
    var last: UInt32
  }

  init(_ letters: [UInt8], candidates: [Candidate], model: VowelModel) {
    self.letters = letters
    self.candidates = candidates
    let ordinal = model.ordinal(letters)
    facts = Facts(letters, candidates, model)
    word = FeatureHash.bytes(1, letters)
    (stem, suffix, hasArticle) = Self.front(letters, facts)
    keys = candidates.map { VowelType.keys(letters, $0.labels) }
    let seen = model.word(ordinal, length: letters.count).total
    let seenClass = UInt32(min(7, Int.bitWidth - seen.leadingZeroBitCount))
    features = candidates.indices.map {
      RankFeatures.own($0, candidates, letters, keys: VowelType.keys(letters, candidates[$0].labels), seen: seenClass)
    }
    let top = candidates.map(\.prior).max() ?? 0
    let topTag = candidates.map(\.tagShare).max() ?? 0
    noneFeatures = [
      FeatureHash.of(700, 0), FeatureHash.of(701, seenClass), FeatureHash.of(702, UInt32(candidates.count)),
      FeatureHash.of(703, UInt32(min(40, top * 8))), FeatureHash.of(704, UInt32(topTag * 10), seenClass),
      FeatureHash.of(705, word), FeatureHash.of(706, UInt32(facts.kind), seenClass),
      FeatureHash.of(707, UInt32(min(12, letters.count)), seenClass),
    ]
  }

  /// A type that was made before, as `facts` and what is left of its candidates say; without features.
  init(_ letters: [UInt8], candidates: [Candidate], facts: Facts) {
    self.letters = letters
    self.candidates = candidates
    self.facts = facts
    word = FeatureHash.bytes(1, letters)
    (stem, suffix, hasArticle) = Self.front(letters, facts)
    keys = candidates.map { VowelType.keys(letters, $0.labels) }
    (features, noneFeatures) = ([], [])
  }

  /// What follows from where the likeliest reading cuts the word: hashes of the stem and of the ending, whether there is an article.
  private static func front(_ letters: [UInt8], _ facts: Facts) -> (stem: UInt32, suffix: UInt32, hasArticle: Bool) {
    let cut = Int(facts.cut)
    let hasArticle =
      cut >= 2 && letters[cut - 1] == VowelLetter.lam
      && (letters[cut - 2] == VowelLetter.alif || letters[cut - 2] == VowelLetter.lam)
    var ending = FeatureHash(3)
    for code in letters.suffix(2) { ending.add(UInt32(code)) }
    ending.add(hasArticle ? 1 : 0)
    return (FeatureHash.bytes(2, letters[cut...]), ending.value, hasArticle)
  }

  /// A type that holds the place of a word in a line and is never looked at; `stem` tells it from others.
  init(standIn stem: UInt32) {
    self.stem = stem
    (letters, candidates, keys, features, noneFeatures) = ([], [], [], [], [])
    (word, suffix, facts) = (0, 0, Facts())
    hasArticle = false
  }

  /// The same type with only some of its candidates.
  init(_ other: VowelType, keeping kept: [Int]) {
    letters = other.letters
    candidates = kept.map { other.candidates[$0] }
    word = other.word
    stem = other.stem
    suffix = other.suffix
    hasArticle = other.hasArticle
    facts = other.facts
    keys = kept.map { other.keys[$0] }
    features = kept.map { other.features[$0] }
    noneFeatures = other.noneFeatures
    scores = kept.map { other.scores[$0] }
    noneScore = other.noneScore
    proseScores = other.proseScores.isEmpty ? [] : kept.map { other.proseScores[$0] }
    proseNoneScore = other.proseNoneScore
  }

  fileprivate static func keys(_ letters: [UInt8], _ labels: [UInt8]) -> Keys {
    var cut = 0
    for at in labels.indices.dropLast() where VowelLabel(raw: labels[at]).hasHyphen { cut = at + 1 }
    var reading = FeatureHash(11), stem = FeatureHash(12), pattern = FeatureHash(13)
    for at in labels.indices {
      reading.add(UInt32(letters[at]) << 8 | UInt32(labels[at]))
      if at >= cut {
        stem.add(UInt32(letters[at]) << 8 | UInt32(labels[at]))
        pattern.add(UInt32(labels[at]))
      }
    }
    let last = labels.count - 1
    var ending = FeatureHash(14)
    if last >= 0 {
      ending.add(UInt32(letters[last]))
      ending.add(UInt32(labels[last]))
      ending.add(last > 0 ? UInt32(labels[last - 1]) : 255)
    }
    let final = last >= 0 ? UInt32(letters[last]) << 8 | UInt32(labels[last]) : 0
    return Keys(reading: reading.value, stem: stem.value, ending: ending.value, pattern: pattern.value, last: final)
  }
}

extension VowelType.Facts {
  /// What `model` and the `candidates`, likeliest first, say of a word.
  init(_ letters: [UInt8], _ candidates: [Candidate], _ model: VowelModel) {
    let lead = candidates.first?.labels ?? []
    var cut = 0
    for at in lead.indices.dropLast() where VowelLabel(raw: lead[at]).hasHyphen { cut = at + 1 }
    let own = model.wordCapitals(model.ordinal(letters)), ofStem = model.stemCapitals(model.ordinal(letters[cut...]))
    let keys = candidates.first.map { VowelType.keys(letters, $0.labels) }
    self.init(
      leadEnding: keys?.ending ?? 0, leadPattern: keys?.pattern ?? 0, cut: UInt8(cut),
      kind: candidates.filter { $0.lexiconRank > 0 }.min { $0.lexiconRank < $1.lexiconRank }?.kind ?? 0,
      capital: ofStem.share / 26 << 3 | ofStem.seen, wordCapital: own.share / 26 << 3 | own.seen)
  }
}

extension VowelType {
  /// `order` with the passives behind all others (who marks a word in part marks the damma that tells a passive), and guesses by the letters
  /// alone behind them: what is left where marks rule out the likely readings is rather a word.
  func activeFirst(_ order: [Int], _ token: VowelToken) -> [Int] {
    let hasDamma = token.given.contains { $0.contains(0x64F) }
    func place(_ at: Int) -> Int {
      if candidates[at].sources == .tagger { return 2 }
      return candidates[at].kind == Self.passive && !hasDamma ? 1 : 0
    }
    return (0..<3).flatMap { group in order.filter { place($0) == group } }
  }

  private static let passive = Candidates.kindHash("verb-passive")
}
