/// The names that block rules use for what a line looks like, and the bits behind them.
enum Features {
  static let stop: UInt64 = 1 << 0
  static let question: UInt64 = 1 << 1
  static let exclamation: UInt64 = 1 << 2
  static let dots: UInt64 = 1 << 3
  static let comma: UInt64 = 1 << 4
  static let colon: UInt64 = 1 << 5
  static let closed: UInt64 = 1 << 6
  static let open: UInt64 = 1 << 7
  static let quoted: UInt64 = 1 << 8
  static let bracketed: UInt64 = 1 << 9
  static let bullet: UInt64 = 1 << 10
  static let label: UInt64 = 1 << 11
  static let path: UInt64 = 1 << 12
  static let pipe: UInt64 = 1 << 13
  static let hashtags: UInt64 = 1 << 14
  static let address: UInt64 = 1 << 15
  static let foreign: UInt64 = 1 << 16
  static let numeric: UInt64 = 1 << 17
  static let sentences: UInt64 = 1 << 18
  static let earlyColon: UInt64 = 1 << 19
  static let innerDots: UInt64 = 1 << 20
  static let innerDash: UInt64 = 1 << 21
  static let endBracket: UInt64 = 1 << 22
  static let quoteStart: UInt64 = 1 << 23
  static let clock: UInt64 = 1 << 24
  static let slash: UInt64 = 1 << 25
  static let commas: UInt64 = 1 << 26
  static let manyPaths: UInt64 = 1 << 27
  static let empty: UInt64 = 1 << 28
  static let copyright: UInt64 = 1 << 30
  static let labelColon: UInt64 = 1 << 29
  static let columns: UInt64 = 1 << 31
  static let arrow: UInt64 = 1 << 32
  static let manyParts: UInt64 = 1 << 33
  static let shortParts: UInt64 = 1 << 34
  static let colonPart: UInt64 = 1 << 35
  static let innerComma: UInt64 = 1 << 36
  static let addressIn: UInt64 = 1 << 37
  static let initialCredit: UInt64 = 1 << 38
  // What the page adds.
  static let first: UInt64 = 1 << 40
  static let repeated: UInt64 = 1 << 41
  static let unstopped: UInt64 = 1 << 42
  static let titled: UInt64 = 1 << 44
  static let title: UInt64 = 1 << 45
  static let likeHeadline: UInt64 = 1 << 43
  static let siteTail: UInt64 = 1 << 46
  static let table: UInt64 = 1 << 47
  static let titleBelow: UInt64 = 1 << 48

  /// Every feature by its name in `kinds.yaml`.
  static let names: [(String, UInt64)] = [
    ("stop", stop), ("question", question), ("exclamation", exclamation), ("dots", dots), ("comma", comma),
    ("colon", colon), ("closed", closed), ("open", open), ("quoted", quoted), ("bracketed", bracketed),
    ("bullet", bullet), ("label", label), ("path", path), ("pipe", pipe), ("hashtags", hashtags),
    ("address", address), ("foreign", foreign), ("numeric", numeric), ("sentences", sentences),
    ("early-colon", earlyColon), ("inner-dots", innerDots), ("inner-dash", innerDash), ("end-bracket", endBracket),
    ("quote-start", quoteStart), ("clock", clock), ("slash", slash), ("commas", commas), ("many-paths", manyPaths),
    ("empty", empty), ("first", first), ("repeated", repeated), ("unstopped", unstopped),
    ("copyright", copyright), ("titled", titled), ("title", title),
    ("label-colon", labelColon), ("like-headline", likeHeadline), ("columns", columns),
    ("arrow", arrow), ("many-parts", manyParts), ("short-parts", shortParts), ("colon-part", colonPart),
    ("inner-comma", innerComma), ("address-in", addressIn), ("initial-credit", initialCredit),
    ("site-tail", siteTail), ("table", table), ("title-below", titleBelow),
  ]

  /// What the block before can be: a kind, or `start`. Bits follow the order of `BlockKind.allCases`.
  static let start: UInt64 = 1 << 20
  /// What the block behind can be: a kind known from its own text, or one of these.
  static let end: UInt64 = 1 << 20
  /// Not known from its own text, 12 words or fewer.
  static let short: UInt64 = 1 << 21
  /// The same text again.
  static let same: UInt64 = 1 << 22

  /// Parts of a page, by their names in `kinds.yaml`.
  static let zones: [(String, UInt64)] = [
    ("lead", 1), ("body", 2), ("inline", 4), ("related", 8), ("foot", 16), ("comments", 32),
  ]
}
