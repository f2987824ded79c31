import Naql
import NaqlModel
import NaqlPipeline
import NaqlRules

/// What `naql run` is asked to do, however its command line was read.
struct RunOrder: Equatable {
  /// Pages to read; - is standard input.
  var inputs: [String] = []
  /// A pipeline file, or the name of one of the rules.
  var pipeline = RunOrder.standardPipeline
  /// The folder to write into.
  var directory = RunOrder.standardDirectory
  /// Encoding of pages that are not UTF-8, before what the pipeline says of it.
  var encoding: String?
  /// Whether nothing but errors is printed.
  var isQuiet = false
  /// Whether a warning is a finding.
  var isStrict = false
  /// Directories laid over the shipped rules.
  var overlays: [String] = []

  static let standardPipeline = "translator", standardDirectory = "."

  /// Runs the pipeline and ends the program: 0 done, 1 findings, 2 where an input failed.
  func carryOut() throws(Diagnostic) -> Never {
    let rules = try RulesOptions.ruleSet(overlays)
    let checked = try PipelineRun.pipeline(pipeline, rules: rules)
    let run = PipelineRun(checked, rules: rules)
    let pages = inputs.isEmpty ? ["-"] : inputs
    let summary = try run.run(inputs: pages, directory: directory, encoding: encoding) { diagnostic in
      if !isQuiet || diagnostic.severity == .error { StandardError.print(diagnostic) }
    }
    if !isQuiet {
      for path in summary.written { StandardError.print("wrote \(path)") }
      let failed = summary.failures == 0 ? "" : ", \(summary.failures) failed"
      let written = Counted.of(summary.written.count, "file")
      StandardError.print("\(summary.documents) read, \(written) written\(failed)")
    }
    let findings: Int32 = isStrict && summary.warnings > 0 ? 1 : 0
    // The system takes the memory of models and stores back sooner than the program could.
    withExtendedLifetime(run) { Environment.leave(summary.failures > 0 ? 2 : findings) }
  }
}

extension RunOrder {
  /// Pages, `-o`, `-p` and `--quiet`, as most command lines have them: nil for any other, which the parser reads.
  ///
  /// The parser takes two milliseconds, and scripts call `naql run` for one page after the other.
  init?(plain arguments: some Collection<String>) {
    var rest = arguments[...]
    guard rest.popFirst() == "run" else { return nil }
    while let argument = rest.popFirst() {
      switch argument {
      case "-o", "--output":
        guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
        directory = value
      case "-p", "--pipeline":
        guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
        pipeline = value
      case "--quiet": isQuiet = true
      default:
        if argument.hasPrefix("-") { return nil }
        inputs.append(argument)
      }
    }
  }
}
