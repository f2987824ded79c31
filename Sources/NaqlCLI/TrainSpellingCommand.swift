import ArgumentParser
import NaqlModel
import NaqlRules
import NaqlTraining

/// `naql train spelling`: learns how names are spelt in English.
struct TrainSpellingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spelling", abstract: "Learns how names are spelt in English.",
    discussion: "Reads names/train.tsv, names/latin.tsv, entities/people.train.tsv and places.tsv of the data folder.")

  @Option(help: "Folder of the training data.") var data: String
  @Option(name: .shortAndLong, help: "The model file to write.") var output: String
  @Option(help: "Use only every n-th name.") var sample = 1

  func validate() throws { try OptionValues.check("--sample", sample, in: 1...1_000_000) }

  func run() throws {
    let trainer = SpellingTrainer(data: data, sample: sample) { StandardError.print($0) }
    let bytes = try trainer.train()
    try StandardOutput.write(bytes, to: output)
    StandardError.print("\(output): \(bytes.count) bytes")
  }
}
