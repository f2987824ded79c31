import ArgumentParser
import NaqlEntities
import NaqlEvaluation
import NaqlModel
import NaqlRules

/// `naql evaluate recognise`: names by exact spans against a CoNLL file.
struct EvaluateRecogniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognise", abstract: "Precision, recall and F1 of names, by class, exact spans (conlleval).")

  @Option(help: "Annotated text: a token and its label a line, an empty line between sentences.") var gold: String?
  @Option(help: "Labels given by another program, line by line as the gold; else Naql labels the text.")
  var given: String?
  @Flag(inversion: .prefixedNo, help: "Use the lists of names.") var gazetteers = true
  @Option(help: "A text to measure the speed on: the recogniser alone, on one thread.") var speed: String?
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try StandardInput.refuseTwice([("--gold", gold), ("--given", given), ("--speed", speed)])
    if gold == nil, speed == nil { throw ValidationError("name a file with --gold or --speed") }
  }

  func run() throws {
    if let speed {
      let found = try RecognitionSpeed(FileSystem.read(speed), rules: rules.ruleSet())
      var out = StandardOutput()
      try out.write(
        """
        measure\tMB/s
        one document, every word new\t\(Self.tenths(found.whole))
        articles of \(RecognitionSpeed.article / 1000) kB, every word new\t\(Self.tenths(found.articles))
        articles, words met before\t\(Self.tenths(found.warm))
        words and marks\t\(found.tokens)
        names\t\(found.names)

        """)
      try out.flush()
    }
    if let gold { try judge(gold) }
  }

  private static func tenths(_ rate: Double) -> String {
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func judge(_ gold: String) throws {
    let annotated = try GoldFile.sentences(gold, isGold: true)
    let right = annotated.sentences
    let found: [[String]]
    if let given {
      found = try GoldFile.sentences(given, isGold: false).sentences
    } else {
      var tagging = try TokenTagging(rules.ruleSet(), lists: gazetteers)
      var tagged: [UInt8] = []
      tagging.tag(Array(annotated.text.utf8), to: &tagged)
      found = try LabelledText(String(decoding: tagged, as: UTF8.self), file: "naql", hasTokens: true).sentences
    }
    guard right.map(\.count) == found.map(\.count) else {
      throw Diagnostic(
        "evaluate.lines", "the labels given do not match the gold line by line",
        file: FileSystem.inputName(given ?? gold))
    }
    var score = RecognitionScore()
    for (a, b) in zip(right, found) { score.add(gold: a, given: b) }
    var out = StandardOutput()
    try out.write(score.report)
    try out.flush()
  }
}
