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
    /// Schemes that call themselves reversible and are not.
    public var oneWay: [Diagnostic] = []
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
      if let fault = try oneWay(file, romaniser, catalogue) { report.oneWay.append(fault) }
      report.sourced += count.sourced
      report.derived += count.derived
      report.schemes.append(count)
    }
    return report
  }

  /// What is wrong with the way back of a scheme: letters, and marks on a letter, that do not come back.
  private static func oneWay(
    _ file: SchemeFile, _ romaniser: Romaniser, _ catalogue: SchemeCatalogue
  ) throws(Diagnostic) -> Diagnostic? {
    guard file.scheme.isReversible else { return nil }
    let reverser = try SchemeReverser(file.scheme.id, catalogue: catalogue)
    let letters = (Array(0x621...0x63A) + Array(0x641...0x64A)).compactMap { Unicode.Scalar($0 as UInt32) }.map(
      String.init)
    let marks = (0x64B...0x652).compactMap { Unicode.Scalar($0 as UInt32) }.map { "ب\($0)" }
    let lost = (letters + marks).compactMap { word -> String? in
      let latin = romaniser.romanise(word, use: .phrase).first ?? ""
      let back = reverser.arabic(latin)
      return back.unicodeScalars.elementsEqual(word.unicodeScalars) ? nil : "\(word) → \(latin) → \(back)"
    }
    if lost.isEmpty { return nil }
    return Diagnostic(
      "scheme.reverse",
      "\(file.scheme.id) is said to be reversible, and does not lead back: \(lost.prefix(3).joined(separator: ", "))"
        + (lost.count > 3 ? " and \(lost.count - 3) more" : "") + "; mend “reverse”, or say reversible: false",
      file: file.file)
  }

  private static func codePoints(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }
}
