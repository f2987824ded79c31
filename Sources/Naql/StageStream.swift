import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlRules

/// Runs one stage alone over a stream of documents, as in a shell pipe.
///
/// A document that lacks a layer which the stage requires (a text page given straight to `naql segment`, say) gets it
/// from the stages before, with their standard options; so the result is the same as in the whole pipeline.
public struct StageStream {
  /// The stages in the order of the pipeline.
  public static let order = ["clean", "segment", "recognise", "romanise", "align"]

  private var chain: [(description: StageDescription, worker: any StageWorker)] = []
  private let last: String

  /// A stream through the stage `name` with `options`; those before it are opened too, with standard options.
  public init(_ name: String, options: StageOptions, rules: RuleSet) throws(Diagnostic) {
    last = name
    for stage in Self.order {
      guard let type = BuiltIn.stages.find(stage) else { continue }
      let made = try type.init(options: stage == name ? options : StageOptions(), rules: rules)
      chain.append((type.description, try made.makeWorker()))
      if stage == name { break }
    }
  }

  /// Adds the stage's layers to `document`, and before them those that it needs and does not have.
  public func process(_ document: inout Document) throws(Diagnostic) {
    for (description, worker) in chain
    where description.name == last || !document.layers.isSuperset(of: description.provides) {
      try worker.ready()
      try worker.process(&document)
    }
  }
}
