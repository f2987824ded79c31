import NaqlModel
import NaqlRules

/// Runs the worked examples of `Rules/romanisation/styles.yaml`, for `naql rules check`.
public enum StyleExamples {
  /// What comes out otherwise than the file says. An example of another shape is an error.
  public static func check(_ rules: RuleSet) throws(Diagnostic) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (example, node) in try SpellingStyle.examples(rules) {
      guard example.count == 4 else {
        throw node.error(
          "style.example", "an example has four parts (Arabic, spelling, styles, spelling), not \(example.count)")
      }
      let names = example[2].split(separator: ",").map(String.init)
      let styler: SpellingStyler
      do { styler = try SpellingStyler(names, rules) } catch {
        throw error.file == nil ? node.error(error.code, error.message) : error
      }
      let found = styler.styled(example[1], of: example[0])
      if found == example[3] { continue }
      findings.append(
        node.error(
          "style.example", "\(example[0]), \(example[1]) in \(example[2]) should be “\(example[3])”, is “\(found)”"))
    }
    return findings
  }
}
