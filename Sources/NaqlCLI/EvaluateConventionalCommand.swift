import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql evaluate conventional`: how often an attested spelling of a name is among the first ones.
struct EvaluateConventionalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conventional", abstract: "Judges conventional spellings by attested ones.",
    discussion: """
      Columns: names, distinct Arabic forms, top-1 %, top-5 %, top-10 %, character error rate %. Then the reliability of \
      the stated probabilities: stated, real, forms. Case, diacritics, apostrophes, hyphens and spaces do not count.
      """)

  @Option(help: "Gold names: a table with the columns arabic, latin or english, and perhaps kind.") var gold: String
  @Flag(help: "Tell the speller each name's country (kind person-EG).") var country = false
  @Flag(
    help: """
      Tell it the country as that of an article, which makes its people likelier and does not bind, and search as little \
      as `naql run` does.
      """)
  var article = false
  @Flag(help: "Show each name whose first spelling is wrong: Arabic, country, attested, ours.") var differences = false
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let speller = try ConventionalSpeller(rules.ruleSet())
    if article { speller.effort = .first }
    let result = try ConventionalEvaluation(path: gold) { arabic, known in
      speller.article = article ? known : nil
      return speller.spellings(of: arabic, entityClass: nil, country: country ? known : nil, limit: 10)
        .map { ($0.text, $0.probability) }
    }
    var output = StandardOutput()
    try output.write("names\tforms\ttop-1 %\ttop-5 %\ttop-10 %\tcharacter error %\n")
    for (name, score) in result.scores {
      let shares =
        [(score.first, score.forms), (score.five, score.forms), (score.ten, score.forms)]
        + [(score.edits, score.letters)]
      let cells = shares.map { EvaluateRomaniseCommand.percent($0.0, $0.1) }
      try output.write("\(name)\t\(score.forms)\t\(cells.joined(separator: "\t"))\n")
    }
    try output.write("\nstated %\treal %\tforms\n")
    for part in result.reliability where part.forms > 0 {
      let stated = EvaluateRomaniseCommand.percent(Int((part.stated * 1000).rounded()), part.forms * 1000)
      try output.write("\(stated)\t\(EvaluateRomaniseCommand.percent(part.right, part.forms))\t\(part.forms)\n")
    }
    try output.write(
      "calibration error %\t\(EvaluateRomaniseCommand.percent(Int((result.calibrationError * 10000).rounded()), 10000))\n"
    )
    if differences {
      try output.write("\n")
      for d in result.differences {
        let gold = d.gold.joined(separator: " | "), ours = d.ours.joined(separator: " | ")
        try output.write("\(d.arabic)\t\(d.country)\t\(gold)\t\(ours)\n")
      }
    }
    try output.flush()
  }
}
