import ArgumentParser
import Naql
import NaqlFormats
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql romanise`: names and text in Latin script.
struct RomaniseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanise", abstract: "Romanises names and text.",
    discussion: """
      With --plain: a line out for each line in. Without: documents as JSON Lines, with the romanisations added. \
      With --plain --variants: the name and the spellings one may meet for it, likeliest first, in TAB columns; an \
      argument in Arabic script that is no file is a name.
      """,
    aliases: ["romanize"])

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RulesOptions

  @Flag(help: "Read lines of text and print a romanised line for each.") var plain = false
  @Option(help: "Scheme: an id of naql schemes, or conventional.", transform: OptionValues.list)
  var scheme: [String]?
  @Option(help: "Several schemes side by side, with commas.", transform: OptionValues.list)
  var schemes: [String]?
  @Option(
    help: "What a line is: name, title or phrase; decides capitals, those of a phrase by its names (default: name).")
  var use: Use?
  @Flag(help: "Write endings of case and mood: those that marks give, else the likely ones (docs/endings.md).")
  var endings = false
  @Option(help: "At most this many candidates a line, in TAB columns, best first.") var best: Int?
  @Option(
    help: "Country of the names (EG, MA …), which conventional spellings follow.", transform: OptionValues.country)
  var country: String?
  @Option(
    help: "House styles of conventional spelling, with commas, in order: al, el, bare, i, y, ascii … (docs/styles.md).",
    transform: OptionValues.list)
  var style: [String]?
  @Option(help: "A table of your own names (TSV or TBX), which win over everything.") var authority: String?
  @Flag(help: "The spellings that one may meet for each name, likeliest first (at most --best, else 20).")
  var variants = false
  @Flag(help: "Back to Arabic: exactly in a reversible --scheme; without one, likely forms of a Latin name.")
  var reverse = false

  /// Whether some of the output is conventional spelling; with `--style` alone all is.
  private var spellsByConvention: Bool {
    if variants || reverse { return false }
    return (schemes ?? scheme ?? ["conventional"]).contains("conventional")
  }

  func validate() throws {
    try input.refuseShared("--authority", authority)
    if variants, !plain { throw ValidationError("--variants is for lines of names; add --plain") }
    if reverse, !plain { throw ValidationError("--reverse is for lines in Latin script; add --plain") }
    if best != nil, !plain { throw ValidationError("--best is for lines; add --plain") }
    if use != nil, !plain { throw ValidationError("--use is for lines; add --plain") }
    if variants, reverse {
      throw ValidationError("--variants gives Latin spellings and --reverse Arabic ones; take one of them")
    }
    if scheme != nil, schemes != nil {
      throw ValidationError("--scheme and --schemes say the same; name all schemes with one of them, with commas")
    }
    if plain, style != nil, !spellsByConvention {
      throw ValidationError("--style is for conventional spellings; add --scheme conventional")
    }
    if plain { try OptionValues.check("--best", best, in: 1...OptionValues.mostCandidates) }
  }

  func run() throws {
    guard plain else {
      var flags: [(name: String, values: [String])] = []
      if let list = schemes ?? scheme { flags.append(("schemes", list)) }
      if let country { flags.append(("country", [country])) }
      if endings { flags.append(("endings", ["true"])) }
      if let style { flags.append(("style", style)) }
      if let authority { flags.append(("authority", [authority])) }
      return try StreamRunner.run("romanise", input, rules, flags: flags)
    }
    let rules = try rules.ruleSet()
    let limit = best
    if reverse, schemes ?? scheme ?? ["conventional"] == ["conventional"] {
      return try NameLines.map(input, script: .latin) { () throws(Diagnostic) in
        let reader = try LatinNameReader(rules)
        return { reader.forms(of: $0, limit: limit ?? 1).joined(separator: "\t") }
      }
    }
    let tools = try RomanisationTools(
      rules: rules, authority: try OptionValues.authority(authority), styles: style ?? [])
    let ids = schemes ?? scheme ?? [style == nil ? "bgn-pcgn" : "conventional"]
    if !reverse, variants || ids.contains("conventional"), let missing = tools.missingModel {
      StandardError.print(missing)
    }
    let (country, use, reverse, endings) = (country, use ?? .name, reverse, endings)
    if variants {
      return try NameLines.map(input, script: .arabic) { () throws(Diagnostic) in
        let variants = try tools.bench().variants()
        return { name in
          let found = variants.variants(of: name, country: country, limit: limit ?? 20)
          return ([NameLines.cell(name)] + found).joined(separator: "\t")
        }
      }
    }
    // Of phrases the names are looked for first: they have capitals, and conventional text has them as they are known.
    let seesNames = use != .name
    let seeing = seesNames && !reverse ? try LineNames.Tools(rules) : nil
    try lines(isBack: reverse) { () throws(Diagnostic) in
      let bench = try tools.bench()
      let names = try seeing.map { tools throws(Diagnostic) in try LineNames(tools) }
      var writers: [(String) -> [String]] = []
      for id in ids {
        if reverse {
          let reverser = try SchemeReverser(id, catalogue: tools.catalogue)
          writers.append { [reverser.arabic($0)] }
        } else {
          writers.append(
            try bench.lineWriter(
              id, use: use, best: limit ?? 1, country: country, endings: endings,
              names: names?.names(in:)))
        }
      }
      return { line in writers.map { $0(line).joined(separator: "\t") }.joined(separator: "\t") }
    }
  }
}

extension RomaniseCommand {
  /// Writes what a writer makes of each line; on the way back an argument that is no file is a name.
  private func lines(isBack: Bool, _ open: @escaping @Sendable () throws(Diagnostic) -> PlainLines.Writer) throws {
    if isBack { try NameLines.map(input, script: .latin, open) } else { try PlainLines.map(input, open) }
  }
}

extension Use: ExpressibleByArgument {}
