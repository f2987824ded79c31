import ArgumentParser
import Naql
import NaqlModel
import NaqlRules

/// `naql rules compile`: makes the mapped tables from the rule files.
struct RulesCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compiles rule files into the tables that the program maps.",
    discussion: """
      Writes them into .compiled inside the rules directory, a line on standard error for each. With --rules, into the user's \
      cache, where runs with the same directories find them; tables that these leave as they are are taken as shipped.
      """)

  @OptionGroup var rules: RulesOptions

  func run() throws {
    let set = try rules.ruleSet()
    for recipe in Recipes.of(set) {
      let (path, size, isNew) = try set.compile(recipe)
      StandardError.print("\(path) (\(size) bytes\(isNew ? "" : ", as shipped"))")
    }
  }
}
