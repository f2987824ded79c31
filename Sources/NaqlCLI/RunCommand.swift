import ArgumentParser
import Naql
import NaqlModel
import NaqlPipeline
import NaqlRules

/// `naql run`: the whole road from pages to files for translators.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Turns pages into files for translators: the main job.",
    discussion: "Without -p the pipeline “translator” of the rules runs; naql init writes one to change.")

  @Argument(help: "Pages to read; - is standard input.")
  var inputs: [String] = []

  @Option(name: [.customShort("p"), .long], help: "A pipeline file, or the name of one under Rules/pipelines.")
  var pipeline = "translator"

  @Option(name: [.customShort("o"), .customLong("output")], help: "The folder to write into.")
  var directory = "."

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Exit 1 where there was any warning.")
  var strict = false

  @OptionGroup var rules: RulesOptions

  func validate() throws {
    if directory == "-" {
      throw ValidationError("run writes several files into a folder; naql write gives one on standard output")
    }
  }

  func run() throws {
    let rules = try rules.ruleSet()
    let checked = try PipelineRun.pipeline(pipeline, rules: rules)
    let run = PipelineRun(checked, rules: rules)
    let summary = try run.run(
      inputs: inputs.isEmpty ? ["-"] : inputs, directory: directory
    ) { diagnostic in
      if !quiet || diagnostic.severity == .error { StandardError.print(diagnostic) }
    }
    if !quiet {
      for path in summary.written { StandardError.print("wrote \(path)") }
      let failed = summary.failures == 0 ? "" : ", \(summary.failures) failed"
      let written = Counted.of(summary.written.count, "file")
      StandardError.print("\(summary.documents) read, \(written) written\(failed)")
    }
    let findings: Int32 = strict && summary.warnings > 0 ? 1 : 0
    // The system takes the memory of models and stores back sooner than the program could.
    withExtendedLifetime(run) { Environment.leave(summary.failures > 0 ? 2 : findings) }
  }
}
