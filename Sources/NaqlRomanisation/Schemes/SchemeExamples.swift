import NaqlModel
import NaqlRules
import NaqlText

/// Runs the worked examples of every scheme file, for `naql rules check`.
public enum SchemeExamples {
  /// What came out: number of examples sourced and derived, and the mismatches.
  public struct Report: Sendable {
    public var sourced = 0
    public var derived = 0
    public var findings: [Diagnostic] = []
  }

  /// Checks every scheme of `rules`.
  public static func check(_ rules: RuleSet) throws(Diagnostic) -> Report {
    var report = Report()
    let catalogue = try SchemeCatalogue(rules)
    let lexicon = try Lexicon(rules)
    for id in catalogue.ids {
      let file = try SchemeFile(id, rules: rules)
      let romaniser = try Romaniser(id, catalogue: catalogue, lexicon: lexicon, vocaliser: MarksOnly(lexicon))
      for example in file.examples {
        if example.isSourced { report.sourced += 1 } else { report.derived += 1 }
        let found = romaniser.romanise(example.arabic, use: example.use).first ?? ""
        if found == example.romanised { continue }
        report.findings.append(
          Diagnostic(
            "scheme.example",
            "\(id): \(example.arabic) should be “\(example.romanised)” (\(codePoints(example.romanised))), is “\(found)” "
              + "(\(codePoints(found)))", file: file.file, line: example.line))
      }
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
