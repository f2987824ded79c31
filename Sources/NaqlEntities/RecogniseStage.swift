import NaqlModel
import NaqlPipeline
import NaqlRules

/// The stage `recognise`: finds the names of people, places, bodies, media, events and works, and people's titles.
public struct RecogniseStage: Stage {
  public static let description = StageDescription(
    name: "recognise", summary: "Finds names and titles.", requires: [.segments, .tokens], provides: [.entities],
    options: [
      OptionDescription("model", .boolean, "Use the trained tagger.", standard: "true"),
      OptionDescription("gazetteers", .boolean, "Use the lists of names.", standard: "true"),
      OptionDescription(
        "min-confidence", .integer(0...1000), "Leave out names less sure than this.", standard: "0"),
    ])

  private let settings: EntityRecogniser.Settings
  private let table: NameTable
  private let clusters: WordClusters?
  private let model: EntityModel?
  private let missing: Diagnostic?

  public init(options: StageOptions, rules: RuleSet) throws(Diagnostic) {
    var settings = EntityRecogniser.Settings()
    settings.model = options.boolean("model", true)
    settings.gazetteers = options.boolean("gazetteers", true)
    settings.minimumConfidence = options.integer("min-confidence", 0)
    self.settings = settings
    table = try NameTable(rules)
    clusters = settings.model ? try WordClusters(rules) : nil
    model = settings.model ? try EntityModel(rules) : nil
    missing = settings.model && model == nil ? EntityModel.missing(in: rules) : nil
  }

  public func makeWorker() throws(Diagnostic) -> any StageWorker {
    Worker(
      EntityRecogniser(table, clusters, model, settings),
      missing: missing)
  }

  private final class Worker: StageWorker {
    private let recogniser: EntityRecogniser
    /// Said of every document, so that none depends on which came first.
    private let missing: Diagnostic?

    init(_ recogniser: EntityRecogniser, missing: Diagnostic?) {
      self.recogniser = recogniser
      self.missing = missing
    }

    func process(_ document: inout Document) throws(Diagnostic) {
      document.entities = recogniser.entities(in: document)
      document.layers.insert(.entities)
      if let missing, document.part <= 1 { document.diagnostics.append(missing) }
    }
  }
}
