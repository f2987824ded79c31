import ArgumentParser

/// `naql align`: pairs segments with their tier, their names and a target slot.
struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align", abstract: "Pairs every segment with its romanised tier, its names and a target slot.")

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RulesOptions

  @Option(help: "What the target slot holds: copy, empty or none.")
  var target: String?

  func run() throws {
    try StreamRunner.run("align", input, rules, flags: target.map { [("target", [$0])] } ?? [])
  }
}
