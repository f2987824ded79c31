import ArgumentParser
import NaqlModel
import NaqlRules
import NaqlTraining

/// `naql train boundaries`: learns sentence ends in text without punctuation.
struct TrainBoundariesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries", abstract: "Learns sentence ends from punctuated text whose punctuation is removed.",
    discussion: """
      Reads .conll files (a token in the first column, an empty line after each sentence) and text whose lines are \
      paragraphs; headlines without a terminator are passed over.
      """)

  @Argument(help: "Punctuated text to learn from.") var train: [String]
  @Option(help: "Punctuated text that chooses the threshold (repeatable; each file counts alike).") var dev: [String] =
    []
  @Option(name: .shortAndLong, help: "The model file to write.") var output: String?
  @Option(help: "Rounds over the text.") var epochs = 12
  @Option(help: "Step size.") var rate = 0.08
  @Option(help: "L1 penalty.") var l1 = 0.3
  @Option(help: "L2 penalty.") var l2 = 0.5
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try OptionValues.check("--epochs", epochs, in: 1...1000)
    for (option, value) in [("--rate", rate), ("--l1", l1), ("--l2", l2)] {
      try OptionValues.check(option, value, in: 0...100)
    }
  }

  func run() throws {
    let set = try rules.ruleSet()
    var corpus = BoundaryCorpus()
    for path in train { try corpus.add(path: path, rules: set) }
    if corpus.sentences.isEmpty { throw TrainingText.empty(train) }
    let held = try dev.map { path in
      var corpus = BoundaryCorpus()
      try corpus.add(path: path, rules: set)
      return corpus
    }
    var settings = BoundaryTrainer.Settings()
    settings.epochs = epochs
    settings.rate = Float(rate)
    settings.l1 = Float(l1)
    settings.l2 = Float(l2)
    StandardError.print(Counted.of(corpus.sentences.count, "sentence"))
    var trainer = try BoundaryTrainer(set, settings: settings) { StandardError.print($0) }
    let bytes = trainer.train(corpus, dev: held).image().encoded()
    guard let output else { return }
    try StandardOutput.write(bytes, to: output)
    StandardError.print("\(output): \(bytes.count) bytes")
  }
}
