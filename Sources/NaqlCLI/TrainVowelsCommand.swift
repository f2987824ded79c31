import ArgumentParser
import NaqlModel
import NaqlRules
import NaqlTraining

/// `naql train vowels`: learns the vowels of Arabic words from romanised catalogue fields.
struct TrainVowelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vowels", abstract: "Learns the vowels of words from romanised catalogue fields (data/ala-lc).")

  @Option(help: "Folder of the training data; reads ala-lc/train.tsv in it.")
  var data: String

  @Flag(help: "Learn from entities/villages.train.tsv too: the model then carries the credit of CC BY 4.0.")
  var villages = false

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  @OptionGroup var rules: RulesOptions

  func run() throws {
    var trainer = VowelTrainer()
    trainer.report = { StandardError.print($0) }
    let bytes = try trainer.train(
      path: data + "/ala-lc/train.tsv", villages: villages ? data + "/entities/villages.train.tsv" : nil,
      rules: rules.ruleSet())
    try StandardOutput.write(bytes, to: output)
    StandardError.print("\(output): \(bytes.count) bytes")
  }
}
