import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql rules check`: runs the worked examples of the rules. Findings make it end with 1.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Runs the worked examples of all rules and prints what differs; compares the checksums of all tables.",
    discussion: """
      After the findings a table: for each scheme its examples from the standard or a description of it, those made by a \
      rule, and how many of both differ.
      """)

  @OptionGroup var rules: RulesOptions

  func run() throws {
    let set = try rules.ruleSet()
    let report = try SchemeExamples.check(set)
    _ = try MatchingRules(set)
    let styles = try StyleExamples.check(set)
    let damaged = set.damagedTables()
    var output = StandardOutput()
    for finding in damaged + report.findings + styles { try output.write("\(finding)\n") }
    try output.write("scheme\tsourced\tderived\tdiffer\n")
    for count in report.schemes {
      try output.write("\(count.id)\t\(count.sourced)\t\(count.derived)\t\(count.differ)\n")
    }
    try output.write(
      "schemes: \(report.sourced) sourced and \(report.derived) derived examples, "
        + Counted.of(report.findings.count, "differs", "differ") + "\n")
    try output.flush()
    if !(damaged + report.findings + styles).isEmpty { throw ExitCode(1) }
  }
}
