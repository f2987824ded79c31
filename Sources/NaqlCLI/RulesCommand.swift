import ArgumentParser

/// `naql rules`: checks, compiles and exports what is under `Rules/`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Checks, compiles and exports rule files.",
    subcommands: [
      RulesCheckCommand.self,
      RulesCompileCommand.self,
      RulesExportCommand.self,
    ])
}
