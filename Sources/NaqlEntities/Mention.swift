import NaqlModel

/// A name in a text of tokens while it is being decided.
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
    case earlierMention = "earlier-mention"
    case title
  }

  /// First token and the one after the last.
  var start: Int
  var end: Int
  var entityClass: EntityClass
  var origin: Origin
  var rule: Rule
  var confidence: Int
  /// Letters of clitics in front of the first token's name, and whether an article is restored there.
  var letters = 0
  var restored = false
  /// Number of the longer mention of the same name, where this one is short.
  var full: Int?
  /// Number of the mention among all of its document, by which others refer to it.
  var number = 0

  /// Which of two overlapping mentions stays: surer sources first, then the longer.
  var strength: Int { confidence + (end - start) * 60 }

  func overlaps(_ other: Mention) -> Bool { start < other.end && other.start < end }
}
