/// A half-open stretch of a document's text, in UTF-8 bytes: `start` is the first byte, `end` the one after the last.
public struct TextRange: Hashable, Sendable {
  /// Offset of the first byte, counted from the start of the document part's text.
  public var start: Int
  /// Offset of the byte after the last.
  public var end: Int

  /// The bytes from `start` up to and without `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Length in UTF-8 bytes.
  public var count: Int { end - start }
  /// Whether the range holds no byte.
  public var isEmpty: Bool { end <= start }
  /// The same stretch as a Swift range, for slicing a byte array.
  public var bytes: Range<Int> { start..<end }

  /// Whether every byte of `other` lies in this range.
  public func contains(_ other: TextRange) -> Bool { other.start >= start && other.end <= end }
  /// Whether the two ranges share a byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
  /// The same stretch moved by `distance` bytes.
  public func shifted(by distance: Int) -> TextRange { TextRange(start + distance, end + distance) }
}

extension TextRange: Comparable {
  /// Earlier start first; of two with one start, the shorter first.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
