import ArgumentParser

/// The program `naql`: parse, build, run. Each command lies in a file of its own.
@main struct NaqlCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "naql",
    abstract: "Prepares Arabic articles for translators and romanises the names in them.",
    version: "0.1.0",
    subcommands: [])
}
