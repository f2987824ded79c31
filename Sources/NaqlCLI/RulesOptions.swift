import ArgumentParser
import NaqlModel
import NaqlRules

/// `--rules DIR`, for every command that reads rules.
struct RulesOptions: ParsableArguments {
  @Option(name: .customLong("rules"), help: "A directory laid over the shipped rules, file by file (repeatable).")
  var overlays: [String] = []

  /// The rules in force.
  func ruleSet() throws(Diagnostic) -> RuleSet {
    let environment = Environment.variables
    let root = try RulesLocation.find(executable: Environment.executable, environment: environment)
    return try RuleSet(root: root, overlays: overlays)
  }
}
