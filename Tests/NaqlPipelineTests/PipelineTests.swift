import NaqlModel
import NaqlPipeline
import NaqlRules
import Testing

/// A stage that does nothing but is called `clean`, needs text and gives blocks.
private struct Cleaning: Stage {
  static let description = StageDescription(
    name: "clean", summary: "", requires: [.text], provides: [.blocks],
    options: [
      OptionDescription("limit", .integer(1...9), "", standard: "3"), OptionDescription("keep", .boolean, ""),
      OptionDescription("mode", .choice(["fast", "whole"]), ""),
    ])
  init(options: StageOptions, rules: RuleSet) {}
  func makeWorker() -> any StageWorker { Idle() }
}

/// The same for segments, which need blocks.
private struct Cutting: Stage {
  static let description = StageDescription(
    name: "segment", summary: "", requires: [.text, .blocks], provides: [.segments])
  init(options: StageOptions, rules: RuleSet) {}
  func makeWorker() -> any StageWorker { Idle() }
}

private final class Idle: StageWorker {
  func process(_ document: inout Document) {}
}

@Suite("Pipelines") struct PipelineTests {
  private func pipeline(_ yaml: String) throws(Diagnostic) -> Pipeline {
    try Pipeline(
      yaml, file: "p.yaml", registry: StageRegistry([Cutting.self, Cleaning.self]),
      read: StageDescription(name: "read", summary: "", requires: [], provides: [.text]),
      write: StageDescription(name: "write", summary: "", requires: [.text], provides: []))
  }

  @Test("a pipeline whose order can work has its steps, options and layers")
  func good() throws {
    let found = try pipeline(
      "name: mine\nstages:\n  - read\n  - clean:\n      limit: 5\n      mode: fast\n  - segment:\n  - write\n")
    #expect(found.name == "mine")
    #expect(found.steps.map { $0.type.description.name } == ["clean", "segment"])
    #expect(found.steps[0].options.integer("limit", 3) == 5 && found.steps[1].options.integer("limit", 3) == 3)
    #expect(found.steps[0].options.text("mode") == "fast" && !found.steps[0].options.boolean("keep"))
    #expect(found.layers == [.text, .blocks, .segments])
    #expect(found.write != nil)
  }

  @Test(
    "a wrong order or option is refused at its place",
    arguments: [
      ("[read, segment]", "p.yaml:1:16: error: “segment” needs the layer “blocks”", "put “clean” before it"),
      ("[clean, read]", "p.yaml:1:10: error: the first stage must be “read”", ""),
      ("[read, clean, read]", "p.yaml:1:23: error: “read” must come first, and once", ""),
      ("[read, write, clean]", "p.yaml:1:23: error: “clean” stands after “write”", ""),
      ("[read, claen]", "p.yaml:1:16: error: there is no stage “claen”", "did you mean “clean”?"),
      ("[read, clean, segment, clean]", "p.yaml:1:32: error: “clean” stands here a second time", "“segments”"),
      ("[]", "p.yaml:1:1: error: the pipeline has no stage", ""),
      ("[read, {clean: {limt: 3}}]", "p.yaml:1:25: error: the stage “clean” has no option “limt”", "“limit”"),
      ("[read, {clean: {limit: 10}}]", "p.yaml:1:32: error: “limit” must be from 1 to 9, not 10", ""),
      ("[read, {clean: {mode: fest}}]", "p.yaml:1:31: error: “mode” cannot be “fest”", "“fast”"),
      ("[read, {clean: {keep: maybe}}]", "p.yaml:1:31: error: keep must be true or false", ""),
      ("[read, {clean: , segment: }]", "p.yaml:1:16: error: a stage is one name with its options", ""),
    ])
  func refused(_ stages: String, _ start: String, _ hint: String) throws {
    let error = try #require(throws: Diagnostic.self) { try pipeline("stages: \(stages)\n") }
    #expect("\(error)".hasPrefix(start))
    #expect("\(error)".contains(hint) || hint.isEmpty)
  }

  @Test("a flag is checked as a file's option is")
  func flags() throws {
    let options = try StageOptions().setting("limit", to: ["4"], for: Cleaning.description)
    #expect(options.integer("limit", 3) == 4)
    #expect(try options.setting("keep", to: [], for: Cleaning.description).boolean("keep"))
    #expect(throws: Diagnostic.self) { try options.setting("limit", to: ["40"], for: Cleaning.description) }
    #expect(throws: Diagnostic.self) { try options.setting("depth", to: ["4"], for: Cleaning.description) }
  }
}
