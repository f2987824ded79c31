import NaqlModel

/// A name in a text of tokens while it is being decided; small, since a long text has very many.
struct Mention {
  /// What found it; the raw value is its id in outputs.
  enum Rule: String {
    case tagger
    case list
    case ownList = "list-own"
    case quotedAfterCue = "quoted-after-cue"
    case bodyOfNation = "body-nation"
    case head
    case joinedPerson = "joined-person"
    case original
    case announced
    case workList = "work-list"
    case earlierMention = "earlier-mention"
    case siteName = "site-name"
    case title
  }

  private var first: Int32
  private var next: Int32
  private var sureness: Int32
  private var fullNumber: Int32 = -1
  private var ownNumber: Int32 = 0
  private var clitics: UInt8
  var entityClass: EntityClass
  var origin: Origin
  var rule: Rule
  /// Whether an article is restored in front of the first token's name.
  var restored: Bool

  init(
    start: Int, end: Int, entityClass: EntityClass, origin: Origin, rule: Rule, confidence: Int, letters: Int = 0,
    restored: Bool = false
  ) {
    (first, next, sureness) = (Int32(start), Int32(end), Int32(confidence))
    (self.entityClass, self.origin, self.rule) = (entityClass, origin, rule)
    (clitics, self.restored) = (UInt8(letters), restored)
  }

  /// A short form of the mention with the number `full`: one word, as lists read it.
  init(shortFor full: Int, _ entityClass: EntityClass, at: Int, _ word: WordType) {
    self.init(
      start: at, end: at + 1, entityClass: entityClass, origin: .document, rule: .earlierMention, confidence: 740)
    readAsListed(word)
    self.full = full
  }

  /// First token and the one after the last.
  var start: Int {
    get { Int(first) }
    set { first = Int32(newValue) }
  }
  var end: Int {
    get { Int(next) }
    set { next = Int32(newValue) }
  }
  /// Its tokens.
  var words: Range<Int> {
    get { start..<end }
    set { (start, end) = (newValue.lowerBound, newValue.upperBound) }
  }
  /// Number of its tokens.
  var count: Int { end - start }

  /// Whether all of its words are among some.
  func isInside(_ span: Range<Int>) -> Bool { start >= span.lowerBound && end <= span.upperBound }

  var confidence: Int {
    get { Int(sureness) }
    set { sureness = Int32(newValue) }
  }
  /// Letters of clitics in front of the first token's name.
  var letters: Int {
    get { Int(clitics) }
    set { clitics = UInt8(newValue) }
  }
  /// Number of the longer mention of the same name, where this one is short.
  var full: Int? {
    get { fullNumber < 0 ? nil : Int(fullNumber) }
    set { fullNumber = Int32(newValue ?? -1) }
  }
  /// Number of the mention among all of its document, by which others refer to it.
  var number: Int {
    get { Int(ownNumber) }
    set { ownNumber = Int32(newValue) }
  }

  /// Sets the clitics in front of the first token's name as the lists read it.
  mutating func readAsListed(_ first: WordType) { read(first, as: Int(first.best)) }

  /// Sets the clitics in front of the first token's name by one of its readings.
  mutating func read(_ first: WordType, as reading: Int) {
    letters = Int(first.letters[reading])
    restored = first.restored & (1 << UInt8(reading)) != 0
  }

  /// Which of two overlapping mentions stays: surer sources first, then the longer.
  var strength: Int { confidence + count * 60 }
}
