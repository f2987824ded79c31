import ArgumentParser

/// `naql train`: makes the models under `Rules/models/` from annotated data.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the models that Naql ships.",
    subcommands: [
      TrainBoundariesCommand.self,
      TrainEntitiesCommand.self,
      TrainSpellingCommand.self,
      TrainVowels.self,
    ])
}
