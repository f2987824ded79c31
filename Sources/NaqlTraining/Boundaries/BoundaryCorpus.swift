import NaqlModel
import NaqlRules
import NaqlSegmentation

/// Punctuated text as sentences in their order, for learning where sentences end without punctuation.
public struct BoundaryCorpus: Sendable {
  /// Sentences that follow each other, in UTF-8.
  public var sentences: [[UInt8]] = []

  /// Nothing yet.
  public init() {}

  /// Reads `path`: a CoNLL file (`.conll`: a token in the first column, an empty line after each sentence), else text
  /// whose lines are paragraphs. Paragraphs without a terminator at their end, such as headlines, are passed over.
  public mutating func add(path: String, rules: RuleSet) throws(Diagnostic) {
    let segmentation = try PlainSegmentation(SegmentationSettings(rules: rules))
    let isAnnotated = path.hasSuffix(".conll")
    let lines =
      isAnnotated
      ? try Self.lines(ofCoNLL: path)
      : try FileSystem.read(path).split { $0 == 0x0A || $0 == 0x0D }
        .map(Array.init)
    for line in lines {
      guard isAnnotated || Self.endsInTerminator(line) else { continue }
      var found: [UInt8] = []
      try segmentation.write(line, to: &found)
      sentences += found.split(separator: 0x0A).map(Array.init)
    }
  }

  private static func lines(ofCoNLL path: String) throws(Diagnostic) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for row in try FileSystem.read(path).split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let token = row.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }).first else {
        if !line.isEmpty { lines.append(line) }
        line = []
        continue
      }
      if !line.isEmpty { line.append(0x20) }
      line += token
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func endsInTerminator(_ line: [UInt8]) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    let closers: Set<Character> = ["\"", "”", "»", ")", "]", "’", "'", " "]
    guard let last = text.last(where: { !closers.contains($0) }) else { return false }
    return [".", "!", "?", "؟", "…", "۔"].contains(last)
  }

  /// Documents of 3 to 14 sentences in turn, as texts without the marks of `extent` and the offsets where sentences
  /// begin. With `count`, each has so many.
  func documents(_ extent: PunctuationRemoval.Extent, count: Int? = nil, seed: UInt64 = 1)
    -> [(text: [UInt8], starts: [Int])]
  {
    var documents: [(text: [UInt8], starts: [Int])] = []
    var text: [UInt8] = []
    var starts: [Int] = []
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var left = count ?? 5
    for sentence in sentences {
      let bare = PunctuationRemoval.remove(extent, from: sentence)
      if bare.isEmpty { continue }
      if !text.isEmpty { text.append(0x20) }
      starts.append(text.count)
      text += bare
      left -= 1
      if left == 0 {
        documents.append((text, starts))
        text = []
        starts = []
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        left = count ?? 3 + Int((state >> 33) % 12)
      }
    }
    if starts.count > 1 { documents.append((text, starts)) }
    return documents
  }
}
