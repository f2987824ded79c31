/// What a token is made of.
public enum TokenKind: UInt8, CaseIterable, Sendable {
  /// Arabic letters, with any marks and tatweel between them.
  case arabic = 0
  /// Letters of another script.
  case latin = 1
  /// Digits of any script, with separators inside (1.5, 2024/05/01).
  case number = 2
  /// One mark of punctuation or one symbol.
  case punctuation = 3
  /// A web or e-mail address, or a handle (@naql). A hashtag is its mark and its words, each a token.
  case address = 4
}

/// A word, number or mark; tokens never overlap and white space lies between them. Compact, since a page has many.
public struct Token: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int32
  /// Offset of the byte after the last.
  public var end: Int32
  /// What it is made of.
  public var kind: TokenKind

  /// A token over the bytes `start..<end`.
  public init(start: Int, end: Int, kind: TokenKind) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.kind = kind
  }

  /// Where it stands, in UTF-8 bytes.
  public var range: TextRange { TextRange(Int(start), Int(end)) }
}
