import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql evaluate reverse`: how often an attested Arabic form of a Latin name is among the first ones.
struct EvaluateReverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Judges Arabic forms of Latin names by attested ones.",
    discussion: """
      Columns: how letters are compared, top-1 %, top-5 %, top-10 %. Loose: hamzas, ة and ى are folded. The table is that \
      of naql evaluate conventional, taken from the Latin side.
      """)

  @Option(help: "Gold names: a table with the columns arabic, and latin or english.") var gold: String
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let reader = try LatinNameReader(rules.ruleSet())
    let result = try ReverseEvaluation(path: gold) { reader.forms(of: $0, limit: 10) }
    var output = StandardOutput()
    try output.write("letters\ttop-1 %\ttop-5 %\ttop-10 %\n")
    for (name, score) in [("exact", result.exact), ("loose", result.loose)] {
      let cells = [score.first, score.five, score.ten].map { EvaluateRomaniseCommand.percent($0, result.names) }
      try output.write("\(name)\t\(cells.joined(separator: "\t"))\n")
    }
    try output.write("names \(result.names)\n")
    try output.flush()
  }
}
