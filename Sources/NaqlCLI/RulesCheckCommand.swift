import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql rules check`: runs the worked examples of the rules. Findings make it end with 1.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Runs the worked examples of all rules and prints what differs.")

  @OptionGroup var rules: RulesOptions

  func run() throws {
    let report = try SchemeExamples.check(rules.ruleSet())
    var output = StandardOutput()
    for finding in report.findings { try output.write("\(finding)\n") }
    try output.write(
      "schemes: \(report.sourced) sourced and \(report.derived) derived examples, \(report.findings.count) differ\n")
    try output.flush()
    if !report.findings.isEmpty { throw ExitCode(1) }
  }
}
