/// A line whose names stand in brackets with their class before them, taken apart: `قال [PER محمود عباس] في [LOC رام الله]`.
public struct BracketedLine {
  /// The line without brackets and classes, UTF-8.
  public private(set) var text: [UInt8] = []
  /// The names in it, in order.
  public private(set) var names: [BracketedName] = []

  /// Nil where brackets are not closed or hold no class.
  public init?(_ line: Substring) {
    var rest = line
    while let open = rest.firstIndex(of: "[") {
      text += Array(rest[..<open].utf8)
      guard let close = rest.firstIndex(of: "]"), close > open else { return nil }
      let inner = rest[rest.index(after: open)..<close].split(separator: " ", maxSplits: 1)
      guard inner.count == 2, let label = BracketedName.labels[String(inner[0])], !inner[1].contains("[") else {
        return nil
      }
      let start = text.count
      text += Array(inner[1].utf8)
      names.append(BracketedName(range: start..<text.count, label: label))
      rest = rest[rest.index(after: close)...]
    }
    if rest.contains("]") { return nil }
    text += Array(rest.utf8)
  }
}

/// A name in brackets.
public struct BracketedName: Sendable {
  /// Where it stands, in UTF-8 bytes of the line without brackets.
  public var range: Range<Int>
  /// Its class for the tagger.
  public var label: String

  /// The tagger's classes of those of pages.
  static let labels = ["PER": "PER", "LOC": "LOC", "ORG": "ORG", "MEDIA": "ORG", "EVENT": "MISC", "WORK": "MISC"]
}
