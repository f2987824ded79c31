import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlRomanisation
import NaqlRules

/// Runs a checked pipeline over inputs: the façade that programs use, and the program `naql` itself.
public final class PipelineRun {
  /// What a run did.
  public struct Summary: Sendable {
    /// Documents that went through, parts of one counted once.
    public var documents = 0
    /// Files that are complete, in order.
    public var written: [String] = []
    /// Inputs or outputs that failed.
    public var failures = 0
    /// Warnings that were reported.
    public var warnings = 0
  }

  private let pipeline: Pipeline
  private let rules: RuleSet
  /// The stages' tools, which use several threads for one document, and what they remember, kept as long as the run: a program that
  /// ends with it need not take them apart.
  private var workers: [any StageWorker] = []

  /// A run of `pipeline` under `rules`.
  public init(_ pipeline: Pipeline, rules: RuleSet) {
    self.pipeline = pipeline
    self.rules = rules
  }

  /// Reads a pipeline file of the rules by its name (`translator`) or by its path.
  public static func pipeline(_ name: String, rules: RuleSet) throws(Diagnostic) -> Pipeline {
    let path: String
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/") {
      path = name
    } else if let shipped = rules.find("pipelines/\(name).yaml") {
      path = shipped
    } else {
      let known = rules.list("pipelines", suffix: ".yaml").map { FileSystem.name(of: String($0.dropLast(5))) }
      throw Diagnostic("pipeline.missing", "there is no pipeline “\(name)”" + Nearest.hint(name, among: known))
    }
    let bytes = try FileSystem.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic("yaml.not-utf8", "the pipeline file is not UTF-8; save it as UTF-8", file: path)
    }
    let pipeline = try Pipeline(
      text, file: path, registry: BuiltIn.stages, read: ReadSettings.description, write: WriteSettings.description)
    try checkFormats(of: pipeline, rules: rules)
    return pipeline
  }

  /// Refuses a format whose layers no stage before it makes.
  private static func checkFormats(of pipeline: Pipeline, rules: RuleSet) throws(Diagnostic) {
    guard let options = pipeline.write else { return }
    let formats = try WriteSettings(options, known: BuiltIn.formats, rules: rules).formats
    if let schemes = options.list("schemes") {
      try SchemeCatalogue(rules).check(schemes, options, "schemes")
      try checkMade(schemes, options, by: pipeline)
    }
    for description in BuiltIn.formats.map({ $0.description }) where formats.contains(description.name) {
      guard
        let missing = Layer.allCases.first(where: {
          description.requires.contains($0) && !pipeline.layers.contains($0)
        })
      else { continue }
      let maker = BuiltIn.stages.stages.first { $0.description.provides.contains(missing) }?.description.name
      let message =
        "the format “\(description.name)” needs the layer “\(missing.rawValue)”, which nothing before provides"
        + (maker.map { "; put “\($0)” before it" } ?? "")
      throw options.node("formats")?.error("pipeline.missing-layer", message)
        ?? Diagnostic("pipeline.missing-layer", message)
    }
  }

  /// Refuses a scheme that “write” shows and “romanise” does not make.
  private static func checkMade(_ schemes: [String], _ options: StageOptions, by pipeline: Pipeline) throws(Diagnostic)
  {
    guard let step = pipeline.steps.last(where: { $0.type == RomaniseStage.self }) else { return }
    let made = RomaniseStage.schemes(step.options)
    guard let missing = schemes.first(where: { !made.contains($0) }) else { return }
    throw options.error(
      "pipeline.scheme",
      "“romanise” makes no “\(missing)”, only \(made.joined(separator: ", ")); add it to the schemes of “romanise”",
      at: "schemes")
  }

  /// Runs over `inputs` (`-`: standard input; folders stand for the pages in and below them, `InputPaths`) and writes into `directory`;
  /// `report` gets every diagnostic in order.
  ///
  /// A bad input is reported and the others go on. An error in the rules or the pipeline itself is thrown.
  public func run(
    inputs: [String], directory: String, encoding: String? = nil, report: @escaping (Diagnostic) -> Void
  ) throws(Diagnostic) -> Summary {
    let stages = try pipeline.stages(rules: rules)
    workers = []
    for stage in stages { workers.append(try stage.makeWorker()) }
    let write = try WriteSettings(pipeline.write ?? StageOptions(), known: BuiltIn.formats, rules: rules)
    let formats = write.formats.compactMap { name in BuiltIn.formats.first { $0.description.name == name } }
    var settings = write.settings
    settings.romanised =
      pipeline.steps.last { $0.type == RomaniseStage.self }.map { RomaniseStage.schemes($0.options) } ?? []
    let output = try OutputFiles(directory: directory, formats: formats, settings: settings)
    var read = ReadSettings(pipeline.read)
    if let encoding { read.encoding = encoding }
    var reader = DocumentReader(read)
    var queue = DocumentQueue(stages, output, report)
    // Of documents that have been through stages before.
    let made = pipeline.layers.subtracting([.text]), stale = BuiltIn.stages.dependents(of: made)
    let pages = InputPaths(inputs)
    for finding in pages.findings {
      if finding.severity == .error { queue.endInput(finding) } else { queue.take(finding) }
    }
    for input in pages.files {
      var ended: Diagnostic?
      do throws(Diagnostic) {
        try reader.read(
          input,
          document: { read throws(Diagnostic) in
            var document = read
            document.drop(stale)
            document.forgetUnknown(in: made)
            if let note = DroppedLayers.note(read.layers.intersection(stale).subtracting(made), read) {
              queue.take(note)
            }
            if queue.broken == nil, !queue.take(document) { queue.settle(document, Crew.process(document, workers)) }
          }, fault: { queue.take($0) })
      } catch { ended = error }
      queue.endInput(ended)
      if let broken = queue.broken { throw broken }
    }
    queue.drain()
    if let broken = queue.broken { throw broken }
    return queue.summary
  }
}

extension Diagnostic {
  /// The same finding with the document's file, where it names none.
  public func located(in path: String?) -> Diagnostic {
    var located = self
    located.file = file ?? path
    return located
  }
}
