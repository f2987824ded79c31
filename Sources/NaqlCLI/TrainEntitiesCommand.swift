import ArgumentParser
import NaqlEntities
import NaqlEvaluation
import NaqlModel
import NaqlRules
import NaqlTables
import NaqlTraining

/// `naql train entities`: learns the tagger of names from a CoNLL file.
struct TrainEntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "Learns the tagger of names from annotated text.",
    discussion: "With --cross-validate: five models, each judged on the fifth that it has not seen; nothing is written."
  )

  @Argument(help: "Annotated text: a token and its label a line, an empty line between sentences.") var train: String
  @Option(help: "Also judge the model on this file.") var dev: String?
  @Option(name: .shortAndLong, help: "Where to write the model.") var output: String?
  @Flag(help: "Judge by five folds of the training text, each of it a stretch.") var crossValidate = false
  @Option(help: "Rounds over the text.") var epochs = 8
  @Option(help: "Step size.") var rate = 0.1
  @Option(help: "L1 penalty.") var l1 = 0.4
  @Option(help: "L2 penalty.") var l2 = 0.02
  @Option(help: "Use only this many hundredths, the first, of the text.") var percent = 100
  @Flag(inversion: .prefixedNo, help: "Use matches of listed names as features.") var lists = true
  @Flag(inversion: .prefixedNo, help: "Use word clusters.") var clusters = true
  @Flag(inversion: .prefixedNo, help: "Train the second pass.") var secondPass = true
  @Flag(inversion: .prefixedNo, help: "Learn from the sentences under entities/prose of the rules too.") var prose =
    true
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try OptionValues.check("--epochs", epochs, in: 1...1000)
    try OptionValues.check("--percent", percent, in: 1...100)
    for (option, value) in [("--rate", rate), ("--l1", l1), ("--l2", l2)] {
      try OptionValues.check(option, value, in: 0...100)
    }
  }

  func run() throws {
    let text = try AnnotatedText(path: train)
    let sentences = Array(text.sentences.prefix(text.sentences.count * percent / 100))
    // Five folds need a sentence each.
    if sentences.count < (crossValidate ? 5 : 1) { throw TrainingText.empty([train]) }
    var settings = EntityTraining.Settings()
    settings.epochs = epochs
    settings.rate = Float(rate)
    settings.l1 = Float(l1)
    settings.l2 = Float(l2)
    settings.lists = lists
    settings.secondPass = secondPass
    let ruleSet = try rules.ruleSet()
    let own = prose ? try BracketedText.sentences(ruleSet) : []
    let training = try EntityTraining(
      ruleSet, settings: settings, clusters: clusters, progress: { StandardError.print($0) })
    var out = StandardOutput()
    if crossValidate {
      var score = RecognitionScore()
      for fold in 0..<5 {
        let held = (sentences.count * fold + 4) / 5..<(sentences.count * (fold + 1) + 4) / 5
        let rest = Array(sentences[..<held.lowerBound] + sentences[held.upperBound...])
        let model = EntityModel(try table(training.train(rest, pages: own)))
        let before = score.all
        judge(Array(sentences[held]), training, model, &score)
        StandardError.print(
          "fold \(fold + 1): \(score.all.right - before.right) right of \(score.all.gold - before.gold)")
      }
      try out.write(score.report)
      return try out.flush()
    }
    let image = training.train(sentences, pages: own)
    if let dev {
      var score = RecognitionScore()
      judge(try AnnotatedText(path: dev).sentences, training, EntityModel(try table(image)), &score)
      try out.write(score.report)
    }
    if let output { try StandardOutput.write(image.encoded(), to: output) }
    try out.flush()
  }

  private func judge(
    _ sentences: [AnnotatedText.Sentence], _ training: EntityTraining, _ model: EntityModel,
    _ score: inout RecognitionScore
  ) {
    for (sentence, given) in zip(sentences, training.tag(sentences, model)) {
      score.add(
        gold: sentence.labels.map { TagLabel.names[Int($0)] }, given: given.map { TagLabel.names[Int($0)] })
    }
  }

  private func table(_ image: TableImage) throws(Diagnostic) -> Table {
    do { return try Table(MappedFile(copying: image.encoded())) } catch {
      throw Diagnostic("train.table", "the table just made is not readable: \(error)")
    }
  }
}
