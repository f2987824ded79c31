import ArgumentParser
import Naql
import NaqlModel
import NaqlRules

/// `naql rules compile`: makes the mapped tables from the rule files.
struct RulesCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compiles rule files into the tables that the program maps.",
    discussion: "Writes them into .compiled inside the rules directory, a line on standard error for each.")

  @OptionGroup var rules: RulesOptions

  func run() throws {
    let set = try rules.ruleSet()
    for recipe in Recipes.all {
      let (path, size) = try set.compile(recipe)
      StandardError.print("\(path) (\(size) bytes)")
    }
  }
}
