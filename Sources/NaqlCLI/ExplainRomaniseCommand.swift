import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql explain romanise`: the readings that were weighed for each word of a name, and why one was chosen.
struct ExplainRomaniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanise", abstract: "Shows the readings of each word of a name, and why one was chosen.",
    discussion: """
      Columns: word, reading (ALA-LC), probability, what the sources say. A line “none of these” gives the probability \
      left; “close” marks a word whose two best readings are near each other. Where your own table decides, its reading \
      comes first.
      """)

  @Argument(help: "The name or line, in Arabic script.") var name: [String]
  @Option(help: "name, title or phrase.") var use: Use = .name
  @Option(help: "A table of your own names, which always wins.") var authority: String?
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let tools = try RomanisationTools(rules: rules.ruleSet(), authority: OptionValues.authority(authority))
    let words = name.flatMap { $0.split(separator: " ").map(String.init) }
    let explanation = try tools.vocaliser().explanation(of: words, use: use)
    let owned = try Self.owned(explanation, tools, use)
    var output = StandardOutput()
    for (at, word) in explanation.enumerated() {
      try output.write("\(word.word)\tby \(word.origin)\(word.isClose && owned[at] == nil ? ", close" : "")\n")
      if let form = owned[at] { try output.write("\t\(form)\t100.0\tauthority\n") }
      for reading in word.readings {
        let evidence = reading.evidence.joined(separator: ", ")
        try output.write(
          "\t\(reading.form)\t\(EvaluateRomaniseCommand.percent(Int(reading.probability * 1000), 1000))\t\(evidence)\n")
      }
      if word.none > 0.001 {
        try output.write("\tnone of these\t\(EvaluateRomaniseCommand.percent(Int(word.none * 1000), 1000))\n")
      }
    }
    try output.flush()
  }

  /// The readings that the user's own table decided, in ALA-LC and lower case, by the places of their words.
  private static func owned(_ explanation: [VowelExplanation], _ tools: RomanisationTools, _ use: Use)
    throws(Diagnostic) -> [Int: String]
  {
    let places = explanation.indices.filter { explanation[$0].origin == "authority" }
    if places.isEmpty { return [:] }
    let line = explanation.map(\.word).joined(separator: " ")
    let forms = try tools.bench().lineWriter("ala-lc", use: use, best: 1, country: nil)(line)[0].split(separator: " ")
    var owned: [Int: String] = [:]
    for place in places where place < forms.count { owned[place] = forms[place].lowercased() }
    return owned
  }
}
