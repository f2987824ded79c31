import NaqlModel
import NaqlRules

/// What a stage is called, needs and gives; used to check a pipeline before anything runs.
public struct StageDescription: Sendable {
  /// Its name in pipelines and on the command line.
  public let name: String
  /// One sentence for `naql stages`.
  public let summary: String
  /// Layers that must be there before it.
  public let requires: Set<Layer>
  /// Layers that it adds.
  public let provides: Set<Layer>
  /// What can be set in a pipeline or by a flag.
  public let options: [OptionDescription]

  /// A stage `name` that needs `requires` and adds `provides`.
  public init(
    name: String, summary: String, requires: Set<Layer>, provides: Set<Layer>, options: [OptionDescription] = []
  ) {
    self.name = name
    self.summary = Summary.listed(summary)
    self.requires = requires
    self.provides = provides
    self.options = options
  }
}

/// A step of the pipeline, set up and ready: a Sendable factory of workers.
public protocol Stage: Sendable {
  /// Name, layers and options.
  static var description: StageDescription { get }
  /// Sets the stage up from checked options. Errors are about rules that it reads.
  init(options: StageOptions, rules: RuleSet) throws(Diagnostic)
  /// A worker of its own for one task; opens what cannot be shared.
  func makeWorker() throws(Diagnostic) -> any StageWorker
  /// The same for a task that has so many threads. Stages that use one thread need not tell them apart.
  func makeWorker(threads: Int) throws(Diagnostic) -> any StageWorker
}

extension Stage {
  public func makeWorker(threads: Int) throws(Diagnostic) -> any StageWorker { try makeWorker() }
}

/// What does a stage's work on one document, or one part, after the other. Used by one task at a time.
///
/// Parts of one document come in order to the same worker, which may remember what it saw in earlier parts (keyed by
/// the document's id); it must not depend on other documents, so that every order and number of threads gives the
/// same bytes.
public protocol StageWorker: AnyObject {
  /// Waits for what the worker opens in the background. Errors are about the rules, not about a document.
  func ready() throws(Diagnostic)
  /// Told of a document that a stage before it has worked on, and that comes to `process` next: what does not hang on the layers
  /// still to come may begin in the background. What `process` makes must be the same as without.
  func foresee(_ document: Document)
  /// Adds the stage's layers to `document`.
  func process(_ document: inout Document) throws(Diagnostic)
}

extension StageWorker {
  public func ready() throws(Diagnostic) {}
  public func foresee(_ document: Document) {}
}
