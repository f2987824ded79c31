import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRules

/// `naql evaluate schemes`: arbitrary strings through the schemes, and how long opening them takes.
struct EvaluateSchemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemes", abstract: "Tries the romanisation schemes with arbitrary strings and times their opening.",
    discussion: """
      Each line goes through three schemes: no Arabic may be left, the same must come out twice and with the marks in \
      either order. Vocalised words go through the reversible schemes and back. Then, for each scheme, the median \
      milliseconds to open its ICU rules and all that rendering needs. Findings make it end with 1.
      """)

  @Option(help: "Lines to try.") var strings = 20000
  @Option(help: "Seed of the strings.") var seed: UInt64 = 1
  @Option(help: "Schemes, with commas; all without it.") var schemes: String?
  @Option(help: "Times each scheme is opened; 0 leaves that out.") var openings = 101
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try OptionValues.check("--strings", strings, in: 0...1_000_000_000)
    try OptionValues.check("--openings", openings, in: 0...1_000_000)
  }

  func run() throws {
    var trial = try SchemeTrial(
      rules.ruleSet(), schemes: schemes.map { $0.split(separator: ",").map(String.init) })
    try trial.run(lines: strings, seed: seed)
    try trial.runBack(words: strings / 10, seed: seed)
    var output = StandardOutput()
    for finding in trial.findings { try output.write("\(finding)\n") }
    try output.write(
      "strings \(strings), renderings \(trial.renderings), both ways \(trial.roundTrips), findings \(trial.findings.count)\n"
    )
    if openings > 0 {
      try output.write("\nscheme\trules ms\tall ms\n")
      for opening in try trial.openings(openings) {
        try output.write("\(opening.id)\t\(Self.milliseconds(opening.rules))\t\(Self.milliseconds(opening.all))\n")
      }
    }
    try output.flush()
    if !trial.findings.isEmpty { throw ExitCode(1) }
  }

  /// Nanoseconds as milliseconds with three decimals.
  private static func milliseconds(_ nanoseconds: Int) -> String {
    let micro = (nanoseconds + 500) / 1000
    let digits = String(micro % 1000)
    return "\(micro / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
