import ArgumentParser

/// `naql evaluate`: judges rules and models by gold data.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Judges rules and models by gold data.",
    subcommands: [
      EvaluateConventional.self,
      EvaluateEndings.self,
      EvaluateMatch.self,
      EvaluateRecogniseCommand.self,
      EvaluateReverse.self,
      EvaluateRomanise.self,
      EvaluateSchemes.self,
      EvaluateSegmentCommand.self,
      EvaluateVariants.self,
    ])
}
