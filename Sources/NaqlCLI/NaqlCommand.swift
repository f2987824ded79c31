import ArgumentParser
import NaqlModel
import NaqlRules

/// The program `naql`: parse, build, run. Each command lies in a file of its own.
@main struct NaqlCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "naql",
    abstract: "Prepares Arabic articles for translators and romanises the names in them.",
    version: "0.1.0",
    subcommands: [
      AlignCommand.self,
      CheckCommand.self,
      CleanCommand.self,
      EvaluateCommand.self,
      ExplainCommand.self,
      InitCommand.self,
      MatchCommand.self,
      MergeCommand.self,
      NamesCommand.self,
      ReadCommand.self,
      RecogniseCommand.self,
      RomaniseCommand.self,
      RulesCommand.self,
      RunCommand.self,
      SchemesCommand.self,
      SegmentCommand.self,
      StagesCommand.self,
      TrainCommand.self,
      VocaliseCommand.self,
      WriteCommand.self,
    ])

  /// A first word that is no command is answered with the nearest one.
  private static func refuseUnknownCommand(_ arguments: [String]) throws(Diagnostic) {
    guard arguments.count > 1, !arguments[1].hasPrefix("-"), arguments[1] != "help" else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let aliases = configuration.subcommands.flatMap { $0.configuration.aliases }
    if names.contains(arguments[1]) || aliases.contains(arguments[1]) { return }
    throw Diagnostic(
      "usage.unknown-command", "there is no command “\(arguments[1])”" + Nearest.hint(arguments[1], among: names))
  }

  /// Whether only the version is asked for: scripts do so before every run, and the parser would take longer than the answer.
  private static func wantsVersion(_ arguments: [String]) -> Bool {
    arguments.count == 2 && arguments[1] == "--version"
  }

  /// Exits 0 done, 1 findings, 2 something could not be read or written, or was asked wrongly.
  static func main() {
    if wantsVersion(CommandLine.arguments) { return print(configuration.version) }
    TemporaryFile.removeOnInterrupt()
    do {
      if let order = RunOrder(plain: CommandLine.arguments.dropFirst()) { try order.carryOut() }
      try refuseUnknownCommand(CommandLine.arguments)
      var command = try parseAsRoot()
      try command.run()
    } catch let diagnostic as Diagnostic {
      StandardError.print(diagnostic)
      Environment.leave(2)
    } catch {
      let code = exitCode(for: error)
      if code == .validationFailure {
        StandardError.print(fullMessage(for: error))
        Environment.leave(2)
      }
      exit(withError: error)
    }
  }
}
