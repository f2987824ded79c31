import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// `naql evaluate match`: how surely pairs of spellings of one name are told from pairs of two names.
struct EvaluateMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Judges naql match by pairs that are known to be one name or two.",
    discussion: """
      Columns: measure, threshold, precision %, recall %, F1 %, area under the ROC %. With --plain-measures also \
      Levenshtein's ratio and Jaro-Winkler, over conventional spellings of names in Arabic script, at the thresholds that \
      suit these pairs best. Then thresholds of naql match, and by kind of pair how many are judged rightly.
      """)

  @Option(help: "Pairs: two names and yes or no, with TABs between, perhaps a kind behind them.") var gold: String
  @Flag(help: "Hold the plain measures against it.") var plainMeasures = false
  @Flag(inversion: .prefixedNo, help: "Use what lists of names say of words.") var lists = true
  @Flag(help: "Show each pair judged wrongly: score, the names, yes or no, kind.") var differences = false
  @OptionGroup var rules: RulesOptions

  func run() throws {
    let set = try rules.ruleSet()
    let gold = try MatchEvaluation(path: gold)
    let matcher = try NameMatcher(set, usingLists: lists)
    let scores = gold.pairs.map { matcher.match($0.one, $0.other).score }
    var output = StandardOutput()
    try output.write("measure\tthreshold\tprecision %\trecall %\tF1 %\tarea %\n")
    func write(_ name: String, _ point: MatchEvaluation.Point, _ area: Double?) throws {
      let cells = [point.counts.precision, point.counts.recall, point.counts.f1] + (area.map { [$0] } ?? [])
      try output.write(
        "\(name)\t\(NameComparison.written(point.threshold))\t\(cells.map(Self.percent).joined(separator: "\t"))\n")
    }
    try write("naql match", gold.point(scores, threshold: matcher.threshold), gold.area(scores))
    if plainMeasures {
      let speller = try ConventionalSpeller(set)
      let spelt = gold.pairs.map { (Self.latin($0.one, speller), Self.latin($0.other, speller)) }
      for (name, measure) in [
        ("Levenshtein ratio", StringLikeness.levenshtein), ("Jaro-Winkler", StringLikeness.jaroWinkler),
      ] {
        let scores = spelt.map { measure($0.0, $0.1) }
        try write(name, gold.best(scores), gold.area(scores))
      }
    }
    try output.write("\n")
    for step in 1...9 { try write("naql match", gold.point(scores, threshold: Double(step) / 10), nil) }
    let kinds = gold.kinds(scores, threshold: matcher.threshold)
    if !kinds.isEmpty { try output.write("\nkind\tpairs\tright %\n") }
    for kind in kinds {
      try output.write("\(kind.kind)\t\(kind.pairs)\t\(EvaluateRomaniseCommand.percent(kind.right, kind.pairs))\n")
    }
    if differences {
      try output.write("\n")
      for (pair, score) in zip(gold.pairs, scores) where (score >= matcher.threshold) != pair.isSame {
        let answer = pair.isSame ? "yes" : "no"
        try output.write("\(NameComparison.written(score))\t\(pair.one)\t\(pair.other)\t\(answer)\t\(pair.kind)\n")
      }
    }
    try output.flush()
  }

  /// A name in Latin script, spelt by convention where it is Arabic.
  private static func latin(_ name: String, _ speller: ConventionalSpeller) -> String {
    speller.spellings(of: name, entityClass: nil, country: nil, limit: 1).first?.text ?? name
  }

  private static func percent(_ share: Double) -> String {
    EvaluateRomaniseCommand.percent(Int((share * 10000).rounded()), 10000)
  }
}
