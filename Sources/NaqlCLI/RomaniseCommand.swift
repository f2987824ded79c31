import ArgumentParser
import Naql
import NaqlFormats
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql romanise`: names and text in Latin script.
struct RomaniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanise", abstract: "Romanises names and text.",
    discussion: """
      With --plain: a line out for each line in. Without: documents as JSON Lines, with the romanisations added.
      """,
    aliases: ["romanize"])

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RulesOptions

  @Flag(help: "Read lines of text and print a romanised line for each.") var plain = false
  @Option(help: "Scheme: an id of naql schemes, or conventional.") var scheme: String?
  @Option(help: "Several schemes side by side, with commas.") var schemes: String?
  @Option(help: "What a line is: name, title or phrase; decides capitals.") var use: Use = .name
  @Option(help: "At most so many candidates a line, in TAB columns, best first.") var best = 1
  @Option(help: "Country of the names (EG, MA …), which conventional spellings follow.") var country: String?
  @Option(help: "A table of your own names (TSV or TBX), which win over everything.") var authority: String?
  @Flag(help: "Back to Arabic, in reversible schemes.") var reverse = false

  func run() throws {
    guard plain else {
      var flags: [(name: String, values: [String])] = []
      if let list = schemes ?? scheme { flags.append(("schemes", list.split(separator: ",").map(String.init))) }
      if let country { flags.append(("country", [country])) }
      if let authority { flags.append(("authority", [authority])) }
      return try StreamRunner.run("romanise", input, rules, flags: flags)
    }
    if best < 1 { throw ValidationError("--best must be at least 1") }
    let names = (schemes ?? scheme ?? "bgn-pcgn").split(separator: ",").map(String.init)
    let tools = try RomanisationTools(
      rules: rules.ruleSet(), authority: authority.map { try Authority(path: $0) } ?? Authority())
    let bench = try tools.bench()
    let writers = try names.map { id -> (String) -> [String] in
      if reverse {
        let reverser = try SchemeReverser(id, catalogue: tools.catalogue)
        return { [reverser.arabic($0)] }
      }
      return try bench.lineWriter(id, use: use, best: best, country: country)
    }
    try PlainLines.forEach(input) { line, output throws(Diagnostic) in
      try output.write(writers.map { $0(line).joined(separator: "\t") }.joined(separator: "\t") + "\n")
    }
  }
}

extension Use: ExpressibleByArgument {}
