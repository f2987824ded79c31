import NaqlModel
import NaqlRules

/// Makes of a text what the trainer of sentence ends learns from: the words, and the features of the gap before each.
public struct BoundarySamples {
  /// A word with the gap before it.
  public struct Gap: Sendable {
    /// Offset of the word in UTF-8 bytes.
    public var start: Int
    /// Whether a sentence may end in the gap at all.
    public var isAllowed: Bool
    /// Indices of the weights that hold for it.
    public var features: [Int32]
  }

  private var reader: StretchReader

  /// With the markers of `rules`.
  public init(_ rules: RuleSet) throws(Diagnostic) { reader = StretchReader(try MarkerTable(rules)) }

  /// The words of `text`, in order. The first has no gap and no features.
  public mutating func gaps(_ text: [UInt8]) -> [Gap] {
    text.withUnsafeBytes { reader.read($0, TextRange(0, $0.count)) }
    let words = reader.words
    return reader.cache.facts.withUnsafeBufferPointer { facts in
      words.indices.map { at in
        var features: [Int32] = []
        if at > 0 { GapFeatures.forEach(words, facts, at) { features.append(Int32($0)) } }
        return Gap(
          start: words[at].start, isAllowed: words[at].isSpaced && !words[at].isBracketed, features: features)
      }
    }
  }
}
