import ArgumentParser
import NaqlBlocks
import NaqlModel
import NaqlPipeline
import NaqlRules

/// `naql clean`: cuts a scraped page into blocks and says what each is.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Cuts a scraped page into blocks and says what each is.",
    discussion: """
      With --plain: start, end, kind and text of every block, TAB-separated, offsets in code points. With --log: the \
      rule that decided and why, beside it. Without: documents as JSON Lines, with the blocks and edits added.
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Print one block a line: start, end, kind, text.") var plain = false
  @Flag(help: "Print one block a line with the rule that gave its kind, and why.") var log = false
  @OptionGroup var rules: RulesOptions

  func run() throws {
    guard plain || log else { return try StreamRunner.run("clean", input, rules, flags: []) }
    let stage = try CleanStage(options: StageOptions(), rules: rules.ruleSet())
    let worker = try stage.makeWorker()
    var printer = PlainBlocks()
    let explains = log
    try StreamRunner.forEachDocument(input) { document, output throws(Diagnostic) in
      try worker.process(&document)
      let lines = printer.lines(document, stage: explains ? stage : nil)
      try output.write(lines)
    }
  }
}
