import NaqlModel
import NaqlRules
import NaqlThreads

/// A checked chain of stages, read from YAML: `read` first, `write` last, each layer provided before it is required.
public struct Pipeline: Sendable {
  /// One step: a stage with its options.
  public struct Step: Sendable {
    /// Which stage.
    public let type: any Stage.Type
    /// Its options.
    public var options: StageOptions
  }

  /// What the file calls itself.
  public let name: String
  /// Options of `read`.
  public var read: StageOptions
  /// The steps between.
  public var steps: [Step]
  /// The layers that are there when the last step is done.
  public let layers: Set<Layer>
  /// Options of `write`; nil where the pipeline has none.
  public var write: StageOptions?

  /// Reads and checks a pipeline. `read` and `write` describe the two ends. Every complaint says file:line:column.
  public init(
    _ text: String, file: String, registry: StageRegistry, read: StageDescription, write: StageDescription
  ) throws(Diagnostic) {
    let root = try YAMLNode.parse(text, file: file)
    try root.allow(["name", "summary", "stages"], "field of a pipeline")
    name = try root["name"]?.string("name") ?? file
    var readOptions: StageOptions?
    var writeOptions: StageOptions?
    var steps: [Step] = []
    var present: Set<Layer> = []
    let known = [read.name] + registry.stages.map { $0.description.name } + [write.name]
    for item in try root.require("stages").items() {
      let (name, place, options) = try Self.entry(item)
      if writeOptions != nil {
        throw place.error("pipeline.order", "“\(name)” stands after “write”, which must come last")
      }
      if name == read.name {
        guard steps.isEmpty, readOptions == nil else {
          throw place.error("pipeline.order", "“read” must come first, and once")
        }
        readOptions = try options.map { node throws(Diagnostic) in try StageOptions(node, for: read) } ?? StageOptions()
        present = [.text]
        continue
      }
      if readOptions == nil { throw place.error("pipeline.order", "the first stage must be “read”, not “\(name)”") }
      let description: StageDescription
      let type = registry.find(name)
      if name == write.name {
        description = write
      } else if let type {
        description = type.description
      } else {
        throw place.error("pipeline.unknown-stage", "there is no stage “\(name)”" + Nearest.hint(name, among: known))
      }
      if let missing = Layer.allCases.first(where: { description.requires.contains($0) && !present.contains($0) }) {
        let maker = registry.stages.first { $0.description.provides.contains(missing) }
        throw place.error(
          "pipeline.missing-layer",
          "“\(name)” needs the layer “\(missing.rawValue)”, which nothing before it provides; put “\(maker?.description.name ?? "read")” before it"
        )
      }
      let stale = registry.dependents(of: description.provides).intersection(present)
      if let lost = Layer.allCases.first(where: stale.contains) {
        throw place.error(
          "pipeline.order",
          "“\(name)” stands here a second time, and would make anew what “\(lost.rawValue)” was made from; let it stand once"
        )
      }
      let checked =
        try options.map { node throws(Diagnostic) in try StageOptions(node, for: description) } ?? StageOptions()
      if let type {
        steps.append(Step(type: type, options: checked))
        present.formUnion(description.provides)
      } else {
        writeOptions = checked
      }
    }
    guard let readOptions else { throw root.error("pipeline.order", "the pipeline has no stage") }
    self.read = readOptions
    self.layers = present
    self.steps = steps
    self.write = writeOptions
  }

  /// The stages, set up side by side, since each opens tables of its own.
  public func stages(rules: RuleSet) throws(Diagnostic) -> [any Stage] {
    let steps = steps
    let made = Threads.map(steps.count) { number -> Result<any Stage, Diagnostic> in
      do throws(Diagnostic) {
        return .success(try steps[number].type.init(options: steps[number].options, rules: rules))
      } catch { return .failure(error) }
    }
    return try made.map { stage throws(Diagnostic) in try stage.get() }
  }

  private static func entry(_ item: YAMLNode) throws(Diagnostic) -> (String, YAMLNode, YAMLNode?) {
    if case .map(let pairs) = item.content {
      guard pairs.count == 1 else {
        throw item.error("pipeline.syntax", "a stage is one name with its options; is the indentation right?")
      }
      return (try pairs[0].key.string("a stage's name"), pairs[0].key, pairs[0].value)
    }
    return (try item.string("a stage"), item, nil)
  }
}
