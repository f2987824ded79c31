import NaqlModel
import NaqlRules

/// Reads the files under `Rules/romanisation/` that no table is compiled from, and each scheme and style by itself.
public enum RomanisationFiles {
  /// What is wrong with them, the first fault of each file, of each scheme and of each style. Examples are not run.
  public static func faults(in rules: RuleSet) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func check(_ read: () throws(Diagnostic) -> Void) {
      do throws(Diagnostic) { try read() } catch { found.append(error) }
    }
    for id in SchemeFile.ids(rules) { check { () throws(Diagnostic) in _ = try SchemeFile(id, rules: rules) } }
    check { () throws(Diagnostic) in _ = try GrammarWords.text(rules) }
    check { () throws(Diagnostic) in _ = try CaseWords(rules) }
    check { () throws(Diagnostic) in _ = try WordPatterns(rules) }
    check { () throws(Diagnostic) in _ = try MatchingRules(rules) }
    check { () throws(Diagnostic) in _ = try ArticleCountry(rules) }
    var styles: [String] = []
    check { () throws(Diagnostic) in styles = try SpellingStyle.names(rules) }
    for style in styles { check { () throws(Diagnostic) in _ = try SpellingStyle.read([style], rules) } }
    return found
  }
}
