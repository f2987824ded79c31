/// What speaks for a cut in text without punctuation: the class of the marker after it, or a verb, or the words alone.
public enum UnpunctuatedRule: Int, CaseIterable, Sendable {
  case reporting, contrast, addition, sequence, time, topic, conclusion, stance, emphasis, question, deictic, example
  case copula, negation, conjoinedVerb, verb, conjunction, words

  /// The stable name.
  public var id: String {
    switch self {
    case .conjoinedVerb: "unpunctuated.conjunction-verb"
    default: "unpunctuated.\(self)"
    }
  }

  /// Why there is a cut.
  public var reason: String {
    switch self {
    case .reporting: "A reporting opener follows, and the model finds a sentence end likely."
    case .contrast: "A marker of contrast follows, and the model finds a sentence end likely."
    case .addition: "A marker of addition follows, and the model finds a sentence end likely."
    case .sequence: "A marker of sequence follows, and the model finds a sentence end likely."
    case .time: "A time phrase follows, and the model finds a sentence end likely."
    case .topic: "A marker of a new topic follows, and the model finds a sentence end likely."
    case .conclusion: "A marker of conclusion follows, and the model finds a sentence end likely."
    case .stance: "A phrase of stance follows, and the model finds a sentence end likely."
    case .emphasis: "A particle that heads a clause follows, and the model finds a sentence end likely."
    case .question: "A question word follows, and the model finds a sentence end likely."
    case .deictic: "A pronoun follows, and the model finds a sentence end likely."
    case .example: "A marker of example follows, and the model finds a sentence end likely."
    case .copula: "A verb of being follows, and the model finds a sentence end likely."
    case .negation: "A negated verb follows, and the model finds a sentence end likely."
    case .conjoinedVerb: "A conjunction with a verb follows, and the model finds a sentence end likely."
    case .verb: "A verb follows, and the model finds a sentence end likely."
    case .conjunction: "A conjunction follows, and the model finds a sentence end likely."
    case .words: "By the words around it and the length of the sentence the model finds a sentence end likely."
    }
  }

  /// Whether a row of markers.tsv speaks for the cut.
  public var isMarker: Bool { rawValue <= Self.negation.rawValue }

  /// The rule for a gap before a word with these marker classes.
  init(_ bits: UInt32, isConjoined: Bool, kind: WordKind) {
    let known = bits & ((1 << UInt32(Self.negation.rawValue + 1)) - 1)
    if known != 0 {
      self = UnpunctuatedRule(rawValue: known.trailingZeroBitCount)!
    } else if kind == .perfect || kind == .imperfect || kind == .imperfectShape {
      self = isConjoined ? .conjoinedVerb : .verb
    } else {
      self = isConjoined ? .conjunction : .words
    }
  }
}
