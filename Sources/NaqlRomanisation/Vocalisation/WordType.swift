/// A word type with its candidate readings and what its neighbours may know of it. Made once a type, then cached.
final class WordType {
  let letters: [UInt8]
  let candidates: [Candidate]
  /// Hash of the spelling, of its stem, of its ending with the article.
  let word: UInt32
  let stem: UInt32
  let suffix: UInt32
  /// Whether the likeliest reading begins with the article.
  let hasArticle: Bool
  /// Ending and vowel pattern of the likeliest reading.
  let leadEnding: UInt32
  let leadPattern: UInt32
  /// Class of the word: kind in the lexicon, how often it has a capital.
  let kind: UInt32
  let capital: UInt32
  let wordCapital: UInt32
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
    word = FeatureHash.bytes(1, letters)
    let lead = candidates.first?.labels ?? []
    var cut = 0
    for at in lead.indices.dropLast() where VowelLabel(raw: lead[at]).hasHyphen { cut = at + 1 }
    let stemLetters = letters[cut...]
    stem = FeatureHash.bytes(2, stemLetters)
    hasArticle =
      cut >= 2 && letters[cut - 1] == VowelLetter.lam
      && (letters[cut - 2] == VowelLetter.alif || letters[cut - 2] == VowelLetter.lam)
    var h = FeatureHash(3)
    for code in letters.suffix(2) { h.add(UInt32(code)) }
    h.add(hasArticle ? 1 : 0)
    suffix = h.value
    let ordinal = model.ordinal(letters)
    let own = model.wordCapitals(ordinal)
    let ofStem = model.stemCapitals(model.ordinal(stemLetters))
    capital = UInt32(ofStem.share) / 26 << 3 | UInt32(ofStem.seen)
    wordCapital = UInt32(own.share) / 26 << 3 | UInt32(own.seen)
    let bestKind = candidates.filter { $0.lexiconRank > 0 }.min { $0.lexiconRank < $1.lexiconRank }?.kind ?? 0
    kind = UInt32(bestKind)
    keys = candidates.map { WordType.keys(letters, $0.labels) }
    leadEnding = keys.first?.ending ?? 0
    leadPattern = keys.first?.pattern ?? 0
    let seen = model.word(ordinal, length: letters.count).total
    let seenClass = UInt32(min(7, Int.bitWidth - seen.leadingZeroBitCount))
    features = candidates.indices.map {
      RankFeatures.own($0, candidates, letters, keys: WordType.keys(letters, candidates[$0].labels), seen: seenClass)
    }
    let top = candidates.map(\.prior).max() ?? 0
    let topTag = candidates.map(\.tagShare).max() ?? 0
    noneFeatures = [
      FeatureHash.of(700, 0), FeatureHash.of(701, seenClass), FeatureHash.of(702, UInt32(candidates.count)),
      FeatureHash.of(703, UInt32(min(40, top * 8))), FeatureHash.of(704, UInt32(topTag * 10), seenClass),
      FeatureHash.of(705, word), FeatureHash.of(706, UInt32(bestKind), seenClass),
      FeatureHash.of(707, UInt32(min(12, letters.count)), seenClass),
    ]
  }

  /// A type that holds the place of a word in a line and is never looked at; `stem` tells it from others.
  init(standIn stem: UInt32) {
    self.stem = stem
    (letters, candidates, keys, features, noneFeatures) = ([], [], [], [], [])
    (word, suffix, leadEnding, leadPattern, kind, capital, wordCapital) = (0, 0, 0, 0, 0, 0, 0)
    hasArticle = false
  }

  /// The same type with only some of its candidates.
  init(_ other: WordType, keeping kept: [Int]) {
    letters = other.letters
    candidates = kept.map { other.candidates[$0] }
    word = other.word
    stem = other.stem
    suffix = other.suffix
    hasArticle = other.hasArticle
    leadEnding = other.leadEnding
    leadPattern = other.leadPattern
    kind = other.kind
    capital = other.capital
    wordCapital = other.wordCapital
    keys = kept.map { other.keys[$0] }
    features = kept.map { other.features[$0] }
    noneFeatures = other.noneFeatures
    scores = kept.map { other.scores[$0] }
    noneScore = other.noneScore
    proseScores = other.proseScores.isEmpty ? [] : kept.map { other.proseScores[$0] }
    proseNoneScore = other.proseNoneScore
  }

  private static func keys(_ letters: [UInt8], _ labels: [UInt8]) -> Keys {
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
