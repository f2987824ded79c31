import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql schemes`: the romanisation schemes in force.
struct SchemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemes", abstract: "Lists the romanisation schemes: id, authority, tag, reversible, example, year.")

  @OptionGroup var rules: RulesOptions
  @Flag(help: "Compare the schemes letter by letter, as a Markdown page.") var markdown = false

  func run() throws {
    let catalogue = try SchemeCatalogue(rules.ruleSet())
    var output = StandardOutput()
    if markdown {
      try output.write(SchemeComparison(catalogue).markdown())
    } else {
      for id in catalogue.ids {
        let scheme = try catalogue.scheme(id)
        let example = scheme.example.arabic.isEmpty ? "" : "\(scheme.example.arabic) → \(scheme.example.romanised)"
        let fields = [id, scheme.authority, scheme.tag, scheme.isReversible ? "reversible" : "-", example, scheme.year]
        try output.write(fields.joined(separator: "\t") + "\n")
      }
    }
    try output.flush()
  }
}
