import NaqlModel
import NaqlRules
import NaqlTables

/// The trained tagger: the lexicon of labels and one or two passes of weights, mapped.
public struct EntityModel: Sendable {
  /// How words are labelled in the training text.
  public let lexicon: TagLexicon
  /// The passes, in order.
  public let passes: [TaggerModel]

  /// The model in `table`.
  public init(_ table: Table) {
    lexicon = TagLexicon(table)
    passes = (1...2).filter { table.has("p\($0).context") }.map { TaggerModel(table, pass: $0) }
  }

  /// The model shipped in `rules`, or nil.
  public init?(_ rules: RuleSet) throws(Diagnostic) {
    guard let table = try rules.model(TaggerModel.file) else { return nil }
    self.init(table)
  }
}
