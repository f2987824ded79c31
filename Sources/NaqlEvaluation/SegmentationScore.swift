/// How well found sentences agree with gold ones: boundaries inside documents, and documents that are wholly right.
public struct SegmentationScore: Sendable {
  /// Boundaries found that are in the gold.
  public private(set) var correct = 0
  /// Boundaries found.
  public private(set) var found = 0
  /// Boundaries in the gold.
  public private(set) var expected = 0
  /// Documents without any difference.
  public private(set) var exact = 0
  /// Documents.
  public private(set) var documents = 0

  /// Nothing counted yet.
  public init() {}

  /// Share of the boundaries found that are right; 1 where none was found.
  public var precision: Double { found == 0 ? 1 : Double(correct) / Double(found) }
  /// Share of the gold's boundaries that were found; 1 where there are none.
  public var recall: Double { expected == 0 ? 1 : Double(correct) / Double(expected) }
  /// Harmonic mean of both.
  public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  /// Share of the documents without any difference.
  public var exactRate: Double { documents == 0 ? 1 : Double(exact) / Double(documents) }

  /// Counts one document; returns whether it is wholly right. White space does not count.
  @discardableResult
  public mutating func add(found ours: [String], expected gold: [String]) -> Bool {
    let a = Self.boundaries(ours)
    let b = Self.boundaries(gold)
    correct += a.intersection(b).count
    found += a.count
    expected += b.count
    documents += 1
    if ours == gold { exact += 1 }
    return ours == gold
  }

  /// Ends of all sentences but the last, in code points that are no white space.
  private static func boundaries(_ sentences: [String]) -> Set<Int> {
    var ends: Set<Int> = []
    var at = 0
    for sentence in sentences.dropLast() {
      for scalar in sentence.unicodeScalars where !scalar.properties.isWhitespace { at += 1 }
      ends.insert(at)
    }
    return ends
  }
}
