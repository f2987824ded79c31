import ArgumentParser
import NaqlModel
import NaqlRules

/// `--rules DIR`, for every command that reads rules.
struct RulesOptions: ParsableArguments {
  @Option(name: .customLong("rules"), help: "A directory laid over the shipped rules, file by file (repeatable).")
  var overlays: [String] = []

  /// The rules in force.
  func ruleSet() throws(Diagnostic) -> RuleSet { try Self.ruleSet(overlays) }

  /// The shipped rules with directories laid over them.
  static func ruleSet(_ overlays: [String]) throws(Diagnostic) -> RuleSet {
    let environment = Environment.variables
    let root = try RulesLocation.find(executable: Environment.executable, environment: environment)
    return try RuleSet(root: root, overlays: overlays)
  }
}
