import ArgumentParser
import NaqlModel
import NaqlSegmentation

/// `naql rules export --srx`: our sentence rules for other programs.
struct RulesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the sentence rules as SRX 2.0 for OmegaT, Okapi, Trados and others.",
    discussion: "The file goes to standard output; what SRX cannot say is listed on standard error.")

  @Flag(help: "Write SRX 2.0.") var srx = false
  @Option(help: "Which profile.") var profile = "news"
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    if !srx { throw ValidationError("say what to write: --srx") }
  }

  func run() throws {
    let srx = try SRXWriter(profile, rules: rules.ruleSet())
    var output = StandardOutput()
    try output.write(srx.text)
    try output.flush()
    for line in srx.unsaid { StandardError.print("not in SRX: \(line)") }
  }
}
