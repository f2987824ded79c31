import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql match`: whether two spellings, in either script, may be the same name.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Says whether two spellings, in either script, may be the same name.",
    discussion: """
      Columns: yes or no, a score from 0 to 1, and for two names given as arguments the names. Without names: pairs on \
      standard input, a TAB between them, a verdict a line. With --list: names against a list, a line a hit: name, hit, \
      score. The rules are Rules/romanisation/matching.tsv.
      """)

  @Argument(help: "Two names; with --list any number of names. None: standard input.") var names: [String] = []
  @Option(help: "A list of names to look in: the first column of each line.") var list: String?
  @Option(help: "The score from which names may be the same (default: that of the rules).") var threshold: Double?
  @Option(help: "With --list: at most this many hits a name.") var best = 5
  @Flag(help: "Show which words belong together, what each difference costs, and why.") var explain = false
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try StandardInput.refuseTwice([("the names", names.isEmpty ? "-" : nil), ("--list", list)])
    try OptionValues.check("--best", best, in: 1...OptionValues.mostCandidates)
    if list == nil, names.count != 0, names.count != 2 {
      throw ValidationError(
        "two names are compared, not \(names.count); put a name of several words in quotation marks")
    }
    if let threshold, !(0...1).contains(threshold) { throw ValidationError("--threshold is from 0 to 1") }
  }

  func run() throws {
    let matcher = try NameMatcher(rules.ruleSet())
    let least = threshold ?? matcher.threshold
    if let list { return try screen(matcher, list, least) }
    var output = StandardOutput()
    if names.count == 2 {
      let found = matcher.match(names[0], names[1], explaining: explain)
      try output.write("\(found.verdict(least))\t\(NameLines.cell(names[0]))\t\(NameLines.cell(names[1]))\n")
      try explain(found, &output)
      return try output.flush()
    }
    try PlainLines.forEach(InputOptions.standard) { line, output throws(Diagnostic) in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 2 else {
        return Diagnostic("match.columns", "a line of two names with a TAB between them was expected, not “\(line)”")
      }
      let found = matcher.match(String(cells[0]), String(cells[1]), explaining: explain)
      try output.write("\(found.verdict(least))\n")
      try explain(found, &output)
      return nil
    }
  }

  private func explain(_ match: NameComparison, _ output: inout StandardOutput) throws(Diagnostic) {
    if explain { for line in match.explanation { try output.write("\t\(line)\n") } }
  }

  private func screen(_ matcher: NameMatcher, _ list: String, _ least: Double) throws {
    let screening = NameScreening(try NameScreening.names(in: list), matcher)
    func write(_ name: String, _ output: inout StandardOutput) throws(Diagnostic) {
      for hit in screening.hits(of: name, threshold: least, limit: best) {
        try output.write("\(NameLines.cell(name))\t\(hit.name)\t\(NameComparison.written(hit.match.score))\n")
        if explain {
          for line in matcher.match(name, hit.name, explaining: true).explanation { try output.write("\t\(line)\n") }
        }
      }
    }
    if names.isEmpty {
      return try PlainLines.forEach(InputOptions.standard) { line, output throws(Diagnostic) in
        try write(line, &output)
        return nil
      }
    }
    var output = StandardOutput()
    for name in names { try write(name, &output) }
    try output.flush()
  }
}
