/// How alike two names are, and why.
public struct NameComparison: Sendable {
  /// A piece of both names that belongs together: words, or a word that only one name has.
  public struct Part: Sendable {
    /// The words as they are compared; empty where a name lacks them.
    public var left: String, right: String
    /// What the difference costs; 1 is a consonant of another name.
    public var cost: Float
    /// The letters that differ: `ou = u (0.06: why)`.
    public var reasons: [String]
    /// What lists say of the words: `one name in lists`, `two names in lists`, or nothing.
    public var evidence: String
  }

  /// From 0 (different names) to 1 (the same spelling).
  public var score: Double
  /// Whether the score reaches the threshold of the rules.
  public var isSame: Bool
  /// The distance that the score is made from; 0 for equal names.
  public var distance: Float
  /// The pieces, in order; empty unless an explanation was asked for.
  public var parts: [Part]
  /// Number of words by which the second name was turned round (Hallaq Wael → Wael Hallaq).
  public var turned: Int
  /// What the distance is the sum of: the most unlike words, all words, words that one side lacks, and
  /// words that each lacks of the other.
  public var features: [Float]
}

extension NameComparison {
  /// A score with two decimals.
  public static func written(_ score: Double) -> String { NameMatcher.hundredths(Float(score)) }

  /// `yes` or `no` by a threshold, a TAB, and the score.
  public func verdict(_ threshold: Double) -> String {
    (score >= threshold ? "yes" : "no") + "\t" + Self.written(score)
  }

  /// A line for each part: its words, the cost, what lists say, the letters that differ and why; TABs between.
  public var explanation: [String] {
    parts.map { part in
      let left = part.left.isEmpty ? "–" : part.left, right = part.right.isEmpty ? "–" : part.right
      let notes = (part.evidence.isEmpty ? [] : [part.evidence]) + part.reasons
      return "\(left)\t\(right)\t\(NameMatcher.hundredths(part.cost))\t\(notes.joined(separator: "; "))"
    }
  }
}
