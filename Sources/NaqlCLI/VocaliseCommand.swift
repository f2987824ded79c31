import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql vocalise`: gives Arabic words their vowels.
struct VocaliseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocalise", abstract: "Gives Arabic words their vowels; marks in the input are binding.",
    discussion: """
      One line of output for each line of input, letters unchanged, marks added, without case endings. With --best the \
      readings of the line in TAB columns, best first.
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Lines in, lines out (the only form of this command).") var plain = false
  @Option(help: "name, title or phrase: helps choosing among readings.") var use: Use = .phrase
  @Option(help: "At most this many readings of each line.") var best = 1
  @Flag(help: "Choose without regard to neighbours: for very long texts.") var quick = false
  @Option(help: "A table of your own names, which always wins (columns arabic, vocalised).") var authority: String?
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try input.refuseShared("--authority", authority)
    try OptionValues.check("--best", best, in: 1...OptionValues.mostCandidates)
  }

  func run() throws {
    let tools = try RomanisationTools(rules: rules.ruleSet(), authority: OptionValues.authority(authority))
    let (use, best, quick) = (use, best, quick)
    try PlainLines.map(input) { () throws(Diagnostic) in
      let vocaliser = try tools.vocaliser()
      vocaliser.effort = quick ? .quick : .full
      return { vocaliser.line($0, use: use, best: best).joined(separator: "\t") }
    }
  }
}
