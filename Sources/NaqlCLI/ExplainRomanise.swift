import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql explain romanise`: the readings that were weighed for each word of a name, and why one was chosen.
struct ExplainRomanise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanise", abstract: "Shows the readings of each word of a name, and why one was chosen.",
    discussion: """
      Columns: word, reading (ALA-LC), probability, what the sources say. A line “none of these” gives the probability \
      left; “close” marks a word whose two best readings are near each other.
      """)

  @Argument(help: "The name or line, in Arabic script.") var name: [String]
  @Option(help: "name, title or phrase.") var use: Use = .name
  @Option(help: "A table of your own names, which always wins.") var authority: String?
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let own = try authority.map { try Authority(path: $0) } ?? Authority()
    let vocaliser = try Vocaliser(rules.ruleSet(), authority: own)
    let words = name.flatMap { $0.split(separator: " ").map(String.init) }
    var output = StandardOutput()
    for word in vocaliser.explanation(of: words, use: use) {
      try output.write("\(word.word)\tby \(word.origin)\(word.isClose ? ", close" : "")\n")
      for reading in word.readings {
        let evidence = reading.evidence.joined(separator: ", ")
        try output.write(
          "\t\(reading.form)\t\(EvaluateRomanise.percent(Int(reading.probability * 1000), 1000))\t\(evidence)\n")
      }
      if word.none > 0.001 {
        try output.write("\tnone of these\t\(EvaluateRomanise.percent(Int(word.none * 1000), 1000))\n")
      }
    }
    try output.flush()
  }
}
