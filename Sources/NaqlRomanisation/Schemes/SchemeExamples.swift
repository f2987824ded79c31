import NaqlModel
import NaqlRules
import NaqlText

/// Runs the worked examples of every scheme file, for `naql rules check`.
public enum SchemeExamples {
  /// What came out: number of examples sourced and derived, and the mismatches.
  public struct Report: Sendable {
    /// Examples that the standards or descriptions of them give.
    public var sourced = 0
    /// Examples made by a rule.
    public var derived = 0
    /// The examples that come out otherwise, each with its place in the file.
    public var findings: [Diagnostic] = []
    /// The same for each scheme, by id.
    public var schemes: [Count] = []
  }

  /// The examples of one scheme.
  public struct Count: Sendable {
    /// The scheme.
    public let id: String
    /// Examples that the standard or a description of it gives.
    public var sourced = 0
    /// Examples made by a rule.
    public var derived = 0
    /// Examples that come out otherwise.
    public var differ = 0
  }

  /// Checks every scheme of `rules`.
  public static func check(_ rules: RuleSet) throws(Diagnostic) -> Report {
    var report = Report()
    let catalogue = try SchemeCatalogue(rules)
    let lexicon = try Lexicon(rules)
    for id in catalogue.ids {
      let file = try SchemeFile(id, rules: rules)
      let romaniser = try Romaniser(id, catalogue: catalogue, lexicon: lexicon, vocaliser: MarksOnly(lexicon))
      var count = Count(id: id)
      for example in file.examples {
        if example.isSourced { count.sourced += 1 } else { count.derived += 1 }
        let found = romaniser.romanise(example.arabic, use: example.use).first ?? ""
        if found == example.romanised { continue }
        count.differ += 1
        report.findings.append(
          Diagnostic(
            "scheme.example",
            "\(id): \(example.arabic) should be “\(example.romanised)” (\(codePoints(example.romanised))), is “\(found)” "
              + "(\(codePoints(found)))", file: file.file, line: example.line, column: example.column))
      }
      report.sourced += count.sourced
      report.derived += count.derived
      report.schemes.append(count)
    }
    return report
  }

  private static func codePoints(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }
}
