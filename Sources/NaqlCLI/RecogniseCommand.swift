import ArgumentParser
import NaqlEntities
import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlSegmentation

/// `naql recognise`: finds names.
struct RecogniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognise", abstract: "Finds the names of people, places, bodies, media, events and works.",
    discussion: """
      With --plain: start, end (code points), class, surface and name of every mention, a line each. With --tokens: a \
      token a line in, the same with its label out (PER LOC ORG MISC); 25 sentences on either side count as one \
      document. Without: documents as JSON Lines, with the names added.
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Print a line for every mention.") var plain = false
  @Flag(help: "Label text that is cut into tokens, one a line.") var tokens = false
  @Flag(inversion: .prefixedNo, help: "Use the trained tagger.") var model = true
  @Flag(inversion: .prefixedNo, help: "Use the lists of names.") var gazetteers = true
  @Option(help: "Leave out names less sure than this, from 0 to 1000.") var minConfidence = 0
  @OptionGroup var rules: RulesOptions

  private var flags: [(name: String, values: [String])] {
    [
      ("model", [String(model)]), ("gazetteers", [String(gazetteers)]), ("min-confidence", [String(minConfidence)]),
    ]
  }

  func validate() throws {
    guard tokens else { return }
    if plain { throw ValidationError("--plain reads text and --tokens reads tokens; take one of them") }
    if input.from == .jsonl { throw ValidationError("--tokens reads a token a line, no JSON Lines") }
    if !model { throw ValidationError("--tokens labels by the trained tagger, and --no-model is not for it") }
    if minConfidence != 0 { throw ValidationError("--min-confidence is for names, and --tokens gives labels") }
  }

  func run() throws {
    if tokens { return try runTokens() }
    if plain { return try runPlain() }
    try StreamRunner.run("recognise", input, rules, flags: flags)
  }

  /// Each input is one text for the tagger, whatever its length.
  private func runTokens() throws {
    var tagging = try TokenTagging(rules.ruleSet(), lists: gazetteers)
    var input = input
    input.from = .text
    try StreamRunner.forEachDocument(input, inParts: false, warning: false) { document, output throws(Diagnostic) in
      var lines: [UInt8] = []
      tagging.tag(document.text, to: &lines)
      try output.write(lines)
    }
  }

  private func runPlain() throws {
    let rules = try rules.ruleSet()
    var options = StageOptions()
    for flag in flags { options = try options.setting(flag.name, to: flag.values, for: RecogniseStage.description) }
    let segment = try SegmentStage(options: StageOptions(), rules: rules).makeWorker()
    let recognise = try RecogniseStage(options: options, rules: rules).makeWorker()
    var names = PlainNames()
    var said = SaidOnce()
    try StreamRunner.forEachDocument(input) { document, output throws(Diagnostic) in
      document.blocks = PlainNames.blocks(of: document.text)
      try segment.process(&document)
      try recognise.process(&document)
      var lines: [UInt8] = []
      names.append(document, to: &lines)
      for diagnostic in document.diagnostics { said.print(diagnostic, in: document.path) }
      try output.write(lines)
    }
  }
}
