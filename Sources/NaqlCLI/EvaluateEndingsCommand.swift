import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql evaluate endings`: how many endings of case and mood come out right in text without marks.
struct EvaluateEndingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "endings", abstract: "Judges endings of case and mood by vocalised sentences.",
    discussion: """
      Columns: part of the gold file, words, words whose stem is right without marks, and of these those with the right \
      ending, in per cent. Capitals do not count.
      """)

  @Option(help: "Gold sentences: a table with the columns part and vocalised.") var gold: String
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let bench = try RomanisationTools(rules: rules.ruleSet()).bench()
    let full = try bench.lineWriter("ala-lc", use: .phrase, best: 1, country: nil, endings: true)
    let pause = try bench.lineWriter("ala-lc", use: .phrase, best: 1, country: nil)
    let result = try EndingsEvaluation(path: gold) { sentence, endings in
      (endings ? full : pause)(sentence)[0].split(separator: " ")
    }
    var output = StandardOutput()
    try output.write("part\twords\tstem right\tending right\t%\n")
    for (name, count) in result.parts {
      let share = EvaluateRomaniseCommand.percent(count.endings, count.stems)
      try output.write("\(name)\t\(count.words)\t\(count.stems)\t\(count.endings)\t\(share)\n")
    }
    try output.flush()
  }
}
