/// What is known of a word type, computed once: its readings without clitics, its facts, its rough kind.
public struct WordType: BitwiseCopyable {
  /// Ordinals in the name table of up to four readings: whole, without conjunction, preposition, both; -1 unknown.
  public var ordinals: SIMD4<Int32> = SIMD4(repeating: -1)
  /// The same of words, too, that only stand in titles of works and events, and are no evidence of names.
  public var inTitles: SIMD4<Int32> = SIMD4(repeating: -1)
  /// Letters of clitics before each reading's name; 255: no such reading.
  public var letters: SIMD4<UInt8> = SIMD4(0, 255, 255, 255)
  /// Bit i: reading i came from لل, its name begins with a restored article.
  public var restored: UInt8 = 0
  /// The reading that the lists speak for.
  public var best: UInt8 = 0
  /// Rough kind, for pairs of neighbours.
  public var signature = WordSignature.none
  /// Coarse cluster, 0–64.
  public var cluster: UInt8 = 0
  /// Kinds of the best reading, as bits of `WordFacts.Kind`.
  public var kinds: UInt64 = 0
  /// Kinds of the whole word, as bits of `WordFacts.Kind`.
  public var wholeKinds: UInt64 = 0
  /// Number of the best reading's key in its cache, for counting mentions.
  public var name: Int32 = 0
  /// Whether the word has the article in its best reading.
  public var hasArticle = false
  /// Made of Arabic letters, and how many.
  public var length: UInt8 = 0
  /// Rank of list evidence for the best reading.
  public var score: UInt8 = 0
  /// What makes its tokens worth a look.
  public var traits: WordTraits = []
  /// What its endings and fronts say; none before they were asked for.
  var edges: WordEdges = []

  /// Kinds of the best reading.
  public var kind: WordFacts.Kind { WordFacts.Kind(rawValue: kinds) }
  /// Kinds of the whole word.
  public var wholeKind: WordFacts.Kind { WordFacts.Kind(rawValue: wholeKinds) }
  /// Whether a listed name may begin with this reading: a clitic reading of a word that is itself evidence for a name is
  /// not tried, since باريس is not ب+اريس.
  @inline(__always)
  func mayBegin(reading: Int) -> Bool {
    letters[reading] != 255 && (reading == 0 || reading == Int(best) || score == 0 || best != 0)
  }
}

/// What every token of a word type is asked for, side by side; all zero beyond the ends of a sentence.
public struct TypeFacts: BitwiseCopyable, Sendable {
  /// Number of the type in its cache.
  public var type: Int32 = 0
  /// Number of its name: see `WordType.name`.
  public var name: Int32 = 0
  /// Ordinal of the whole word in the name table, or -1.
  public var ordinal: Int32 = -1
  /// Rough kind of the type, for pairs of neighbours.
  public var signature = WordSignature.none
  /// Coarse cluster of the type, 0–64.
  public var cluster: UInt8 = 0
  /// What makes its tokens worth a look.
  public var traits: WordTraits = []
}

/// What makes the tokens of a word type worth a look when names are searched; most words have none of it.
public struct WordTraits: OptionSet, BitwiseCopyable, Sendable {
  public let rawValue: UInt8
  /// The traits as bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A mark of quotation.
  public static let quote = WordTraits(rawValue: 1)
  /// A bracket that opens or closes.
  public static let bracket = WordTraits(rawValue: 2)
  /// Some reading of it begins a listed name.
  public static let beginsListed = WordTraits(rawValue: 4)
  /// It stands in a listed name behind the first word.
  public static let continuesListed = WordTraits(rawValue: 16)
  /// A head word of a body, a place or an event.
  public static let head = WordTraits(rawValue: 8)
  /// A heading of a list of works.
  public static let workList = WordTraits(rawValue: 128)
  /// A word of sport.
  public static let sport = WordTraits(rawValue: 64)
  /// An Arabic comma, semicolon or question mark.
  public static let arabicMark = WordTraits(rawValue: 32)
}
