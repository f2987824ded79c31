import ArgumentParser
import Naql
import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlTraining

/// `naql rules check`: reads every rule file and runs the worked examples. Findings make it end with 1.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads every rule file, runs the worked examples, compares checksums, and prints what is wrong.",
    discussion: """
      After the findings a table: for each scheme its examples from the standard or a description of it, those made by a \
      rule, and how many of both differ. While a file of theirs cannot be read no examples are run.
      """)

  @OptionGroup var rules: RulesOptions

  func run() throws {
    let set = try rules.ruleSet().withoutCompiledTables()
    var findings = set.damagedTables() + RuleCheck.faults(in: set)
    func add<Value>(_ check: () throws(Diagnostic) -> (Value, [Diagnostic])) -> Value? {
      do throws(Diagnostic) {
        let (value, found) = try check()
        findings += found
        return value
      } catch {
        if !findings.contains(error) { findings.append(error) }
        return nil
      }
    }
    _ = add { () throws(Diagnostic) in ((), try BracketedText.faults(in: set)) }
    _ = add { () throws(Diagnostic) in ((), try VocalisedProse.faults(in: set)) }
    let report = add { () throws(Diagnostic) in
      let report = try SchemeExamples.check(set)
      return (report, report.findings + report.oneWay)
    }
    _ = add { () throws(Diagnostic) in ((), try StyleExamples.check(set)) }
    var output = StandardOutput()
    for finding in findings { try output.write("\(finding)\n") }
    if let report {
      try output.write("scheme\tsourced\tderived\tdiffer\n")
      for count in report.schemes {
        try output.write("\(count.id)\t\(count.sourced)\t\(count.derived)\t\(count.differ)\n")
      }
      try output.write(
        "schemes: \(report.sourced) sourced and \(report.derived) derived examples, "
          + Counted.of(report.findings.count, "differs", "differ") + "\n")
    }
    try output.flush()
    if !findings.isEmpty { throw ExitCode(1) }
  }
}
