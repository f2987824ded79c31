import ArgumentParser

/// `naql explain`: why Naql decided so.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says why Naql decided as it did.",
    subcommands: [
      ExplainRomaniseCommand.self,
      ExplainSegmentCommand.self,
    ])
}
