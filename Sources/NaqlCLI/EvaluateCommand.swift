import ArgumentParser

/// `naql evaluate`: judges rules and models by gold data.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Judges rules and models by gold data.",
    subcommands: [
      EvaluateConventionalCommand.self,
      EvaluateEndingsCommand.self,
      EvaluateMatchCommand.self,
      EvaluateRecogniseCommand.self,
      EvaluateReverseCommand.self,
      EvaluateRomaniseCommand.self,
      EvaluateSchemesCommand.self,
      EvaluateSegmentCommand.self,
      EvaluateVariantsCommand.self,
    ])
}
