import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql evaluate variants`: how many attested spellings of names are among those of `romanise --variants`.
struct EvaluateVariantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants", abstract: "Judges the variants of names by attested spellings.",
    discussion: """
      Columns: variants looked at, attested spellings among them %, names with any of theirs among them %. Case, \
      diacritics, apostrophes, hyphens and spaces do not count.
      """)

  @Option(help: "Gold names: a table with the columns arabic, and latin or english.") var gold: String
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let variants = try RomanisationTools(rules: rules.ruleSet()).bench().variants()
    let result = try VariantsEvaluation(path: gold) {
      variants.variants(of: $0, limit: VariantsEvaluation.limits.last!)
    }
    var output = StandardOutput()
    try output.write("variants\tspellings %\tnames %\n")
    for (at, limit) in VariantsEvaluation.limits.enumerated() {
      let share = EvaluateRomaniseCommand.percent(result.found[at], result.spellings)
      try output.write("\(limit)\t\(share)\t\(EvaluateRomaniseCommand.percent(result.formsFound[at], result.forms))\n")
    }
    try output.write("spellings \(result.spellings), names \(result.forms), variants given \(result.given)\n")
    try output.flush()
  }
}
