import NaqlEntities
import NaqlModel
import NaqlRules

/// A text annotated with names in CoNLL form: a token and its label a line, an empty line between sentences.
public struct AnnotatedText: Sendable {
  /// A sentence: its tokens in UTF-8 and their labels (`TagLabel`).
  public struct Sentence: Sendable {
    /// The tokens, each in UTF-8.
    public var tokens: [[UInt8]]
    /// The label of each token, as `TagLabel` numbers them.
    public var labels: [UInt8]
  }

  /// The sentences, in order.
  public var sentences: [Sentence]

  /// Sentences as they are.
  public init(_ sentences: [Sentence]) { self.sentences = sentences }

  /// Reads a CoNLL file: the token in the first column, the label in the last, white space between.
  public init(path: String) throws(Diagnostic) {
    var sentences: [Sentence] = []
    var current = Sentence(tokens: [], labels: [])
    for line in try FileSystem.read(path).split(separator: 0x0A, omittingEmptySubsequences: false) {
      let columns = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let token = columns.first else {
        if !current.tokens.isEmpty { sentences.append(current) }
        current = Sentence(tokens: [], labels: [])
        continue
      }
      current.tokens.append(Array(token))
      let label = columns.count > 1 ? TagLabel.of(String(decoding: columns[columns.count - 1], as: UTF8.self)) : 0
      // A few gold labels begin with I behind O; the tagger's own never do.
      let previous = Int(current.labels.last ?? 0)
      current.labels.append(TagLabel.allows(previous, Int(label)) ? label : label - 1)
    }
    if !current.tokens.isEmpty { sentences.append(current) }
    self.sentences = sentences
  }

  /// Fold of each sentence among `count`: stretches of 40 sentences in turn, so that articles mostly stay whole.
  public static func fold(ofSentence index: Int, count: Int) -> Int { index / 40 % count }
}
