import ArgumentParser
import NaqlModel
import NaqlRules

/// What the commands below say of texts to learn from.
enum TrainingText {
  /// There is nothing to learn from in the files at `paths`.
  static func empty(_ paths: [String]) -> Diagnostic {
    Diagnostic(
      "train.empty", "there are no sentences to learn from, or too few",
      file: paths.map(FileSystem.inputName).joined(separator: ", "))
  }
}

/// `naql train`: makes the models under `Rules/models/` from annotated data.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the models that Naql ships.",
    subcommands: [
      TrainBoundariesCommand.self,
      TrainEntitiesCommand.self,
      TrainSpellingCommand.self,
      TrainVowelsCommand.self,
    ])
}
