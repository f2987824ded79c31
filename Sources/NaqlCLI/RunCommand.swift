import ArgumentParser

/// `naql run`: the whole road from pages to files for translators.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Turns pages into files for translators: the main job.",
    discussion: """
      Without -p the pipeline “translator” of the rules runs; naql init writes one to change. Folders stand for the .txt and \
      .jsonl files in them and in their subfolders.
      """)

  @Argument(help: "Pages to read, or folders of them; - is standard input.")
  var inputs: [String] = []

  @Option(name: [.customShort("p"), .long], help: "A pipeline file, or the name of one under Rules/pipelines.")
  var pipeline = RunOrder.standardPipeline

  @Option(name: [.customShort("o"), .customLong("output")], help: "The folder to write into.")
  var directory = RunOrder.standardDirectory

  @Option(help: "Encoding of pages that are not UTF-8: windows-1256, ISO-8859-6, UTF-16 …")
  var encoding: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Exit 1 where there was any warning.")
  var strict = false

  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try OptionValues.refuseEmpty("-o", directory)
    try OptionValues.refuseEmpty("-p", pipeline)
    if directory == "-" {
      throw ValidationError("run writes several files into a folder; naql write gives one on standard output")
    }
  }

  /// The order that the options say.
  var order: RunOrder {
    RunOrder(
      inputs: inputs, pipeline: pipeline, directory: directory, encoding: encoding, isQuiet: quiet, isStrict: strict,
      overlays: rules.overlays)
  }

  func run() throws { try order.carryOut() }
}
