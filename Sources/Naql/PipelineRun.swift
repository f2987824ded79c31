import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlRules

/// Runs a checked pipeline over inputs: the façade that programs use, and the program `naql` itself.
public struct PipelineRun {
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
    return try Pipeline(
      String(decoding: try FileSystem.read(path), as: UTF8.self), file: path, registry: BuiltIn.stages,
      read: ReadSettings.description, write: WriteSettings.description)
  }

  /// Runs over `inputs` (`-`: standard input) and writes into `directory`; `report` gets every diagnostic in order.
  ///
  /// A bad input is reported and the others go on. An error in the rules or the pipeline itself is thrown.
  public func run(inputs: [String], directory: String, report: (Diagnostic) -> Void) throws(Diagnostic) -> Summary {
    let stages = try pipeline.stages(rules: rules)
    var workers: [any StageWorker] = []
    for stage in stages { workers.append(try stage.makeWorker()) }
    let write = try WriteSettings(pipeline.write ?? StageOptions(), known: BuiltIn.formats, rules: rules)
    let formats = write.formats.compactMap { name in BuiltIn.formats.first { $0.description.name == name } }
    let output = try OutputFiles(directory: directory, formats: formats, settings: write.settings)
    var reader = DocumentReader(ReadSettings(pipeline.read))
    var summary = Summary()
    func note(_ diagnostic: Diagnostic) {
      report(diagnostic)
      if diagnostic.severity == .error { summary.failures += 1 } else { summary.warnings += 1 }
    }
    for input in inputs {
      var failed = false
      do throws(Diagnostic) {
        try reader.read(
          input,
          document: { read throws(Diagnostic) in
            var document = read
            for worker in workers { try worker.process(&document) }
            for diagnostic in document.diagnostics { note(diagnostic.located(in: document.path)) }
            if document.part <= 1 { summary.documents += 1 }
            try output.add(document)
          },
          fault: { diagnostic in
            note(diagnostic)
            // A broken line of JSON Lines is one document lost; a text that breaks off is no document at all.
            if diagnostic.severity == .error, diagnostic.code != "read.broken-json" { failed = true }
          })
        if failed { output.abandon() } else { try output.finish() }
      } catch {
        output.abandon()
        note(error)
      }
    }
    summary.written = output.written
    return summary
  }
}

extension Diagnostic {
  /// The same finding with the document's file, where it names none.
  func located(in path: String?) -> Diagnostic {
    var located = self
    located.file = file ?? path
    return located
  }
}
