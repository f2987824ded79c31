import ArgumentParser
import NaqlModel
import NaqlRules
import NaqlSegmentation

/// `naql explain segment`: every place where a sentence might end, and the rule that decided.
struct ExplainSegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Shows each place where a sentence may end, and the rule that decided.",
    discussion: """
      Columns: line, break or join, rule, file:line of the rule, evidence, context with the place marked ¦ (break) or \
      · (join), reason. With --diff only the places that the other profile decides otherwise.
      """)

  @Option(help: "news, literary, subtitles, legal, or a .yaml file of your own.") var profile = "news"
  @Flag(help: "End a sentence at ؛ too.") var breakSemicolon = false
  @Flag(help: "Also the places of long stretches without any terminator that the model cuts at or thinks of.")
  var unpunctuated = false
  @Option(help: "A profile (a .yaml file) whose decisions are compared with these.") var diff: String?
  @OptionGroup var rules: RulesOptions
  @OptionGroup var input: InputOptions

  func run() throws {
    let set = try rules.ruleSet()
    func cutter(_ profile: String) throws -> BlockCutter {
      try SegmentationSettings(
        profile: profile, breakSemicolon: breakSemicolon ? true : nil, unpunctuated: unpunctuated, rules: set
      ).makeCutter()
    }
    let mine = try cutter(profile)
    let other = try diff.map(cutter)
    var changed = false
    try StreamRunner.forEachDocument(input, inParts: false) { document, output throws(Diagnostic) in
      let found = try SegmentExplanation.explain(document.text, by: mine)
      guard let other else {
        for explanation in found { try output.write(Self.line(explanation) + "\n") }
        return
      }
      let theirs = try SegmentExplanation.explain(document.text, by: other)
      for (mine, their) in Self.paired(found, theirs) where mine?.breaks ?? false != their?.breaks ?? false {
        changed = true
        if let mine { try output.write("- " + Self.line(mine) + "\n") }
        if let their { try output.write("+ " + Self.line(their) + "\n") }
      }
    }
    if diff != nil, !changed { StandardError.print("both profiles decide every place alike") }
  }

  private static func line(_ explanation: SegmentExplanation) -> String {
    let rule = explanation.rule
    let sign = explanation.breaks ? "¦" : "·"
    return [
      String(explanation.line), explanation.breaks ? "break" : "join", rule.id,
      rule.line > 0 ? "\(rule.file):\(rule.line)" : "-", explanation.evidence.joined(separator: " "),
      explanation.before + explanation.marks + sign + explanation.after, rule.reason,
    ].joined(separator: "\t")
  }

  /// The explanations of both profiles, place by place.
  private static func paired(_ a: [SegmentExplanation], _ b: [SegmentExplanation])
    -> [(SegmentExplanation?, SegmentExplanation?)]
  {
    var pairs: [(SegmentExplanation?, SegmentExplanation?)] = []
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i].offset < b[j].offset) {
        pairs.append((a[i], nil))
        i += 1
      } else if i == a.count || b[j].offset < a[i].offset {
        pairs.append((nil, b[j]))
        j += 1
      } else {
        pairs.append((a[i], b[j]))
        i += 1
        j += 1
      }
    }
    return pairs
  }
}
