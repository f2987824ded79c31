import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlRules

/// Runs one stage alone over a stream of documents, as in a shell pipe.
///
/// A document that lacks a layer which the stage requires (a text page given straight to `naql segment`, say) gets it
/// from the stages before, with their standard options; so the result is the same as in the whole pipeline. Layers that were made
/// from one that is made anew are dropped.
public struct StageStream {
  /// The stages in the order of the pipeline.
  public static let order = ["clean", "segment", "recognise", "romanise", "align"]

  /// The stages, the layers that each makes stale, and what does the work.
  private var chain: [(description: StageDescription, stale: Set<Layer>, worker: any StageWorker)] = []
  private let last: String
  /// The layers that one of them requires: another that a document lacks is no reason to make those it has anew.
  private var needed: Set<Layer> = []

  /// A stream through the stage `name` with `options`; those before it are opened too, with standard options. A name that is not in
  /// `order` is an error that names the nearest one.
  public init(_ name: String, options: StageOptions, rules: RuleSet) throws(Diagnostic) {
    guard Self.order.contains(name) else {
      throw Diagnostic(
        "pipeline.unknown-stage", "there is no stage “\(name)”" + Nearest.hint(name, among: Self.order))
    }
    last = name
    for stage in Self.order {
      guard let type = BuiltIn.stages.find(stage) else { continue }
      let made = try type.init(options: stage == name ? options : StageOptions(), rules: rules)
      let stale = BuiltIn.stages.dependents(of: type.description.provides)
      chain.append((type.description, stale, try made.makeWorker()))
      needed.formUnion(type.description.requires)
      if stage == name { break }
    }
  }

  /// Adds the stage's layers to `document`, and before them those that it needs and does not have. A note is returned where
  /// layers are dropped because what they were made from was made anew.
  @discardableResult
  public func process(_ document: inout Document) throws(Diagnostic) -> Diagnostic? {
    let before = document.layers
    for (description, stale, worker) in chain {
      let missing = description.provides.subtracting(document.layers)
      if description.name != last, missing.isDisjoint(with: needed) { continue }
      document.drop(stale)
      document.forgetUnknown(in: description.provides)
      try worker.ready()
      try worker.process(&document)
    }
    return DroppedLayers.note(before.subtracting(document.layers), document)
  }
}
