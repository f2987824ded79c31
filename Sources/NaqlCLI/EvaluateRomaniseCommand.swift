import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql evaluate romanise`: how many words of romanised catalogue fields come out exactly.
struct EvaluateRomaniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanise", abstract: "Judges vowels and romanisation by romanised catalogue fields (ALA-LC).",
    discussion: """
      Columns: fields, words, exact %, exact without case %. Then the reliability of the stated probabilities: stated, \
      real, words. Persons are romanised as names, all other fields as titles.
      """)

  @Option(help: "Gold fields: a table with the columns field, arabic, romanised.") var gold: String
  @Flag(help: "Show every word that differs: field, word, gold, ours, neighbours.") var differences = false
  @Flag(help: "Choose without regard to neighbours, as very long documents are read.") var quick = false
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let vocaliser = try Vocaliser(rules.ruleSet())
    vocaliser.effort = quick ? .quick : .full
    let result = try RomanisationEvaluation(path: gold) { words, use in
      vocaliser.catalogueForms(of: words, use: use).map { ($0.text, Double($0.probability)) }
    }
    var output = StandardOutput()
    try output.write("fields\twords\texact %\tcaseless %\n")
    for (name, score) in result.scores {
      try output.write(
        "\(name)\t\(score.words)\t\(Self.percent(score.exact, score.words))\t\(Self.percent(score.caseless, score.words))\n"
      )
    }
    try output.write("\nstated %\treal %\twords\n")
    for part in result.reliability where part.words > 0 {
      try output.write(
        "\(Self.percent(Int(part.stated.rounded()), part.words))\t\(Self.percent(part.right, part.words))\t\(part.words)\n"
      )
    }
    try output.write("calibration error %\t\(Self.percent(Int((result.calibrationError * 10000).rounded()), 10000))\n")
    if differences {
      try output.write("\n")
      for d in result.differences {
        try output.write("\(d.field)\t\(d.arabic)\t\(d.gold)\t\(d.ours)\t\(d.context)\n")
      }
    }
    try output.flush()
  }

  /// A share in per cent with one decimal.
  static func percent(_ part: Int, _ whole: Int) -> String {
    if whole == 0 { return "-" }
    let tenths = (part * 2000 + whole) / (2 * whole)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
