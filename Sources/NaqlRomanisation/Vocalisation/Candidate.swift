import NaqlText

/// A reading that some source proposes for a word type, with what the sources say of it.
struct Candidate {
  var labels: [UInt8]
  /// Which sources propose it.
  var sources: Sources = []
  /// Share of the word's occurrences, and its place among the readings.
  var wordShare: Float = 0
  var wordRank: UInt8 = 15
  /// Share of the stem's occurrences, and how often the stem was seen.
  var stemShare: Float = 0
  var stemSeen: UInt16 = 0
  /// Probability by the letter tagger, and place.
  var tagShare: Float = 0
  var tagRank: UInt8 = 15
  /// Rank in the lexicon (0: not there) and a stable hash of the kind.
  var lexiconRank: UInt8 = 0
  var kind: UInt8 = 0
  /// What the lexicon says of -ī against -iyy.
  var isNisba: Bool?

  struct Sources: OptionSet, Hashable {
    let rawValue: UInt8
    static let word = Sources(rawValue: 1)
    static let stem = Sources(rawValue: 2)
    static let lexicon = Sources(rawValue: 4)
    static let tagger = Sources(rawValue: 8)
    static let suffixed = Sources(rawValue: 16)
    static let loose = Sources(rawValue: 32)
    static let pattern = Sources(rawValue: 64)
    static let inflected = Sources(rawValue: 128)
  }

  init(_ labels: [UInt8]) { self.labels = labels }

  /// Whether a consonant without a vowel stands before a doubled one, the article's ل aside: no Arabic word has that (Wright, A Grammar of
  /// the Arabic Language, on syllables).
  var lacksVowel: Bool {
    labels.indices.dropLast().contains { at in
      let own = VowelLabel(raw: labels[at]), next = VowelLabel(raw: labels[at + 1])
      return own.consonants == 1 && own.vowel == .none && !own.hasHyphen && next.consonants == 2
        && (at + 2 < labels.count || next.vowel != .none)
    }
  }

  /// A first guess of how good the reading is, before any weights.
  var prior: Float {
    var score = wordShare * 4 + stemShare * 1.5 + tagShare
    if lexiconRank > 0 { score += (sources.contains(.loose) ? 0.4 : 0.8) / Float(lexiconRank) }
    if !sources.isDisjoint(with: [.suffixed, .inflected]) { score *= 0.6 }
    return score
  }
}
