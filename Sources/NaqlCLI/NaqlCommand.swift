import ArgumentParser
import NaqlModel
import NaqlRules

/// The program `naql`: parse, build, run. Each command lies in a file of its own.
@main struct NaqlCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "naql",
    abstract: "Prepares Arabic articles for translators and romanises the names in them.",
    version: NaqlVersion.number,
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
    var words = arguments.dropFirst()
    if words.first == "help" { words.removeFirst() }
    var commands = configuration.subcommands
    // Behind `help` the commands of a command may follow.
    repeat {
      guard let word = words.popFirst(), !word.hasPrefix("-") else { return }
      let names = commands.compactMap { $0.configuration.commandName }
      guard let command = commands.first(where: { $0.configuration.names.contains(word) }) else {
        throw Diagnostic(
          "usage.unknown-command", "there is no command “\(word)”" + Nearest.hint(word, among: names))
      }
      commands = command.configuration.subcommands
    } while arguments[1] == "help" && !commands.isEmpty
  }

  /// Whether only the version is asked for: scripts do so before every run, and the parser would take longer than the answer.
  private static func wantsVersion(_ arguments: [String]) -> Bool {
    arguments.count == 2 && arguments[1] == "--version"
  }

  /// Exits 0 done, 1 findings, 2 something could not be read or written, or was asked wrongly.
  static func main() {
    TemporaryFile.removeOnInterrupt()
    do {
      if wantsVersion(CommandLine.arguments) { return try answer(configuration.version) }
      if let order = RunOrder(plain: CommandLine.arguments.dropFirst()) { try order.carryOut() }
      try refuseUnknownCommand(CommandLine.arguments)
      var command = try parseAsRoot()
      try command.run()
    } catch let diagnostic as Diagnostic {
      fail(diagnostic)
    } catch {
      leave(error)
    }
  }

  /// Prints what was asked about the program itself.
  private static func answer(_ text: String) throws(Diagnostic) {
    try StandardOutput.write(Array((text + "\n").utf8), to: nil)
  }

  private static func fail(_ diagnostic: Diagnostic) -> Never {
    StandardError.print(diagnostic)
    Environment.leave(2)
  }

  /// Ends the program as the parser asks: help is an answer, what it refuses an error.
  private static func leave(_ error: any Error) -> Never {
    let message = fullMessage(for: error)
    switch exitCode(for: error) {
    case .validationFailure:
      StandardError.print(message)
      Environment.leave(2)
    case .success:
      if message.isEmpty { Environment.leave(0) }
      do throws(Diagnostic) { try answer(message) } catch { fail(error) }
      Environment.leave(0)
    default: exit(withError: error)
    }
  }
}

extension CommandConfiguration {
  /// What a command answers to.
  fileprivate var names: [String] { (commandName.map { [$0] } ?? []) + aliases }
}
