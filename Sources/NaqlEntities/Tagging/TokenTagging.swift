import NaqlModel
import NaqlRules

/// Labels text that is already cut into tokens and sentences, in ANERcorp's classes.
public struct TokenTagging {
  private let cache: TypeCache
  private var text = TokenText()
  private let usesLists: Bool

  /// A tagging with the model and the lists of `rules`. Without a model it is an error.
  public init(_ rules: RuleSet, lists: Bool = true) throws(Diagnostic) {
    guard let model = try EntityModel(rules) else {
      throw EntityModel.missing(.error)
    }
    let analyser = WordAnalyser(try NameTable(rules), clusters: try WordClusters(rules))
    cache = TypeCache(analyser, lexicon: model.lexicon, passes: model.passes)
    usesLists = lists
  }

  /// Reads `input`, a token a line (only its first column counts) and an empty line between sentences, and appends the
  /// same lines, each with a TAB and its label, to `output`.
  public mutating func tag(_ input: [UInt8], to output: inout [UInt8]) {
    text.removeAll()
    var lines: [(start: Int, end: Int, token: Bool)] = []
    input.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var last = at
        while last < end, bytes[last] != 0x20, bytes[last] != 0x09 { last += 1 }
        if last == at {
          text.endSentence()
          lines.append((at, at, false))
        } else {
          text.append(cache.facts(of: UnsafeRawBufferPointer(rebasing: bytes[at..<last])))
          lines.append((at, end, true))
        }
        if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
        at = end + 1
      }
    }
    text.endSentence()
    text.annotate(cache, lists: usesLists)
    var tagger = Tagger(cache)
    let labels = tagger.tag(text)
    var token = 0
    for line in lines {
      if line.token {
        output.append(contentsOf: input[line.start..<line.end])
        output.append(0x09)
        output.append(contentsOf: TagLabel.names[Int(labels[token])].utf8)
        token += 1
      }
      output.append(0x0A)
    }
  }
}
