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
    passes = (1...2).filter { table.has(TaggerModel.section($0)) }.map { TaggerModel(table, pass: $0) }
  }

  /// What is said where the rules have no model: `without` is what becomes of names then.
  static func missing(_ severity: Severity, _ without: String = "") -> Diagnostic {
    Diagnostic(
      "recognise.no-model",
      "the tagger's model is missing\(without); take it anew, or make it with `naql train entities`",
      severity: severity, file: "models/" + TaggerModel.file)
  }

  /// A warning where `rules` have no model.
  public static func missing(in rules: RuleSet) -> Diagnostic? {
    rules.find("models/" + TaggerModel.file) == nil
      ? missing(.warning, ", and names are found by lists and rules alone") : nil
  }

  /// The model shipped in `rules`, or nil. One of another version is an error.
  public init?(_ rules: RuleSet) throws(Diagnostic) {
    guard let table = try rules.model(TaggerModel.file) else { return nil }
    self.init(table)
    if passes.isEmpty {
      throw Diagnostic(
        "recognise.model", "the tagger's model is of another version; make it anew with `naql train entities`",
        file: "models/" + TaggerModel.file)
    }
  }
}
