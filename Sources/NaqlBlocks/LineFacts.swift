import NaqlModel

/// What is known of one line from its own text.
struct LineFacts {
  /// Where it stands, without outer white space.
  var range: TextRange
  /// Words and numbers in it.
  var words = 0
  /// What it looks like: bits of `Features`.
  var features: UInt64 = 0
  /// Word classes of the phrase that is the whole line.
  var line: UInt64 = 0
  /// Word classes of the phrases that open it.
  var start: UInt64 = 0
  /// Word classes of the phrase that ends it.
  var end: UInt64 = 0
  /// Which of the rules' `every` masks all its phrases meet; none where the line is long.
  var every: UInt64 = 0
  /// Word classes that any of its phrases has; none where the line is long.
  var some: UInt64 = 0
  /// One bit for each longer word of its first 24: lines that share most of them say the same.
  var wordBits: UInt64 = 0
  /// Hash of its loose spelling without spaces and marks.
  var hash: UInt64 = 0
  /// The same without what looks like a site's name at the end (`| النهار`); 0 where there is none.
  var headHash: UInt64 = 0
  /// The same of what stands behind a colon or dash after one to three words (`كسلا: النيل نيوز`); 0 where there is none.
  var tailHash: UInt64 = 0
}
