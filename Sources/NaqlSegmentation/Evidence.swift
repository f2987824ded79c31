/// The kinds of evidence about a place where a sentence may end, in the order in which they are gathered.
///
/// A rule asks for the cheap ones first; a kind is gathered only when a rule asks for it.
enum Tier: Int, CaseIterable, Sendable {
  /// The marks themselves, the characters on both sides, and what quotation or bracket is open.
  case marks = 0
  /// The word or number before the marks.
  case before = 1
  /// The word before that.
  case earlier = 2
  /// The first word after the marks, or a phrase of up to three.
  case after = 3
  /// What takes a look at more than the neighbours.
  case wide = 4
}

/// The names that rules use for evidence, and the bits behind them. Word classes come from `words.tsv` and take the
/// bits under `classLimit`.
enum Evidence {
  /// How many word classes there can be.
  static let classLimit = 40

  // Marks.
  static let stop: UInt64 = 1 << 0
  static let question: UInt64 = 1 << 1
  static let exclamation: UInt64 = 1 << 2
  static let ellipsis: UInt64 = 1 << 3
  static let semicolon: UInt64 = 1 << 4
  static let spaced: UInt64 = 1 << 5
  static let quoteClosed: UInt64 = 1 << 6
  static let bracketClosed: UInt64 = 1 << 7
  static let closedStop: UInt64 = 1 << 8
  // What comes next.
  static let space: UInt64 = 1 << 9
  static let glued: UInt64 = 1 << 10
  static let nextArabic: UInt64 = 1 << 11
  static let nextUpper: UInt64 = 1 << 12
  static let nextLower: UInt64 = 1 << 13
  static let nextDigit: UInt64 = 1 << 14
  static let nextQuote: UInt64 = 1 << 15
  static let nextBracket: UInt64 = 1 << 16
  static let nextDash: UInt64 = 1 << 17
  static let nextComma: UInt64 = 1 << 18
  static let nextHandle: UInt64 = 1 << 19
  static let nextOther: UInt64 = 1 << 20
  // What stands right before.
  static let previousStart: UInt64 = 1 << 24
  static let previousArabic: UInt64 = 1 << 25
  static let previousLatin: UInt64 = 1 << 26
  static let previousDigit: UInt64 = 1 << 27
  static let previousCloser: UInt64 = 1 << 28
  static let previousOther: UInt64 = 1 << 29
  static let previousLong: UInt64 = 1 << 30
  // What is open, or was closed by these marks.
  static let quoted: UInt64 = 1 << 32
  static let bracketed: UInt64 = 1 << 33
  static let bracketInner: UInt64 = 1 << 34
  static let lone: UInt64 = 1 << 35
  static let quoteFirst: UInt64 = 1 << 36
  static let quoteColon: UInt64 = 1 << 37
  static let quoteWord: UInt64 = 1 << 38
  static let quoteMany: UInt64 = 1 << 39
  static let semicolons: UInt64 = 1 << 40
  static let turn: UInt64 = 1 << 41
  static let aside: UInt64 = 1 << 42

  // A word.
  static let single: UInt64 = 1 << 40
  static let dotted: UInt64 = 1 << 41
  static let initials: UInt64 = 1 << 42
  static let measured: UInt64 = 1 << 43
  static let first: UInt64 = 1 << 44
  static let label: UInt64 = 1 << 45
  static let marked: UInt64 = 1 << 46
  static let roman: UInt64 = 1 << 47
  static let capital: UInt64 = 1 << 48
  static let shortNumber: UInt64 = 1 << 49
  static let dottedNumber: UInt64 = 1 << 51
  static let joined: UInt64 = 1 << 52
  static let conjunction: UInt64 = 1 << 53
  static let imperfect: UInt64 = 1 << 54
  static let article: UInt64 = 1 << 55
  static let speaker: UInt64 = 1 << 56
  static let number: UInt64 = 1 << 57
  static let none: UInt64 = 1 << 58
  static let brief: UInt64 = 1 << 59
  static let unknown: UInt64 = 1 << 60

  // The wider view.
  static let introduces: UInt64 = 1 << 0
  static let enumeration: UInt64 = 1 << 1
  static let fronted: UInt64 = 1 << 2
  static let speechQuote: UInt64 = 1 << 3
  static let short: UInt64 = 1 << 4
  static let oneWord: UInt64 = 1 << 5
  static let date: UInt64 = 1 << 6
  static let address: UInt64 = 1 << 7
  static let nounQuote: UInt64 = 1 << 8
  static let unclosed: UInt64 = 1 << 9
  static let shortSentence: UInt64 = 1 << 10
  static let shortClause: UInt64 = 1 << 11
  static let adverbial: UInt64 = 1 << 12
  static let cited: UInt64 = 1 << 13

  /// A field of a rule's conditions: the kind of evidence and its names.
  struct Field: Sendable {
    let name: String
    let tier: Tier
    let names: [(String, UInt64)]
  }

  private static let wordNames: [(String, UInt64)] = [
    ("single", single), ("dotted", dotted), ("initials", initials), ("measured", measured), ("first", first),
    ("label", label), ("marked", marked), ("roman", roman), ("capital", capital), ("short-number", shortNumber),
    ("dotted-number", dottedNumber), ("joined", joined), ("conjunction", conjunction),
    ("imperfect", imperfect), ("article", article), ("speaker", speaker), ("number", number), ("none", none),
    ("brief", brief), ("unknown", unknown),
  ]

  /// Every field that a rule may name.
  static let fields: [Field] = [
    Field(
      name: "mark", tier: .marks,
      names: [
        ("stop", stop), ("question", question), ("exclamation", exclamation), ("ellipsis", ellipsis),
        ("semicolon", semicolon), ("spaced", spaced), ("quote", quoteClosed), ("bracket", bracketClosed),
        ("closed-stop", closedStop),
      ]),
    Field(
      name: "next", tier: .marks,
      names: [
        ("space", space), ("glued", glued), ("arabic", nextArabic), ("upper", nextUpper), ("lower", nextLower),
        ("digit", nextDigit), ("quote", nextQuote), ("bracket", nextBracket), ("dash", nextDash),
        ("comma", nextComma), ("handle", nextHandle), ("other", nextOther),
      ]),
    Field(
      name: "previous", tier: .marks,
      names: [
        ("start", previousStart), ("arabic", previousArabic), ("latin", previousLatin), ("digit", previousDigit),
        ("closer", previousCloser), ("other", previousOther), ("long", previousLong),
      ]),
    Field(
      name: "state", tier: .marks,
      names: [
        ("quoted", quoted), ("bracketed", bracketed), ("bracket-inner", bracketInner), ("lone", lone),
        ("quote-first", quoteFirst), ("quote-colon", quoteColon), ("quote-word", quoteWord), ("quote-many", quoteMany),
        ("semicolons", semicolons), ("turn", turn), ("aside", aside),
      ]),
    Field(name: "before", tier: .before, names: wordNames),
    Field(name: "earlier", tier: .earlier, names: wordNames),
    Field(name: "after", tier: .after, names: wordNames),
    Field(
      name: "wide", tier: .wide,
      names: [
        ("introduces", introduces), ("enumeration", enumeration), ("fronted", fronted),
        ("speech-quote", speechQuote), ("short", short), ("one-word", oneWord), ("date", date), ("address", address),
        ("noun-quote", nounQuote), ("unclosed", unclosed), ("short-sentence", shortSentence),
        ("short-clause", shortClause), ("adverbial", adverbial), ("cited", cited),
      ]),
  ]
}
