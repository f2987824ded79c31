import NaqlICU
import NaqlModel
import NaqlRules

/// Finds the rule that ICU cannot read and says in words what is wrong with it, at its line and column.
///
/// Rules are tried one by one only after the whole was refused, so sound schemes pay nothing.
struct RuleFault {
  private let node: YAMLNode
  private let lines: [Substring]

  /// Looks in the field `node` of a scheme file, which holds the rules as a block of text.
  init(_ node: YAMLNode) {
    self.node = node
    lines = (try? FileSystem.text(node.file)).map { RuleSet.lines(of: $0) } ?? []
  }

  /// What is wrong with `own` rules; `whole`, they and what they inherit, failed as a whole with `failure`.
  func diagnostic(own rules: RuleText, failure: ICUFailure) -> Diagnostic {
    let variables = rules.variables
    for statement in rules.statements {
      let text = RuleText.isVariable(statement) ? statement : variables + statement
      do { _ = try Transliterator(id: "trial", rules: text + " ;\n") } catch {
        return self.error(at: statement, Self.explanation(error.name, statement))
      }
    }
    // Each is sound alone, so two are at odds: ICU gives the earlier one, then the later one that it hides.
    func find(_ text: String?) -> String? {
      guard let text, !text.isEmpty else { return nil }
      let wanted = Self.bare(text)
      return rules.statements.last { wanted.hasPrefix(Self.bare($0)) || Self.bare($0).hasPrefix(wanted) }
    }
    guard failure.name == "U_RULE_MASK_ERROR" else {
      return error(at: find(failure.place?.before) ?? rules.statements.first ?? "", "ICU says \(failure.name)")
    }
    if let hidden = find(failure.place?.after) {
      return error(at: hidden, "a rule for the same letters stands before it, so that it is never reached")
    }
    return error(
      at: find(failure.place?.before) ?? rules.statements.first ?? "",
      "it hides an inherited rule for the same letters with more around them")
  }

  /// A rule as ICU prints it, without white space and semicolon.
  private static func bare(_ rule: String) -> String {
    String(rule.replacing("→", with: ">").filter { !$0.isWhitespace && !";{}".contains($0) })
  }

  /// What is wrong with `rules` that ICU would read, but otherwise than anybody means it; nil where nothing is.
  func slip(in rules: RuleText) -> Diagnostic? {
    var sides: Set<String> = []
    for statement in rules.statements where !RuleText.isVariable(statement) {
      if let reason = Self.slip(statement) { return error(at: statement, reason) }
      guard statement.contains("→") || statement.contains(">") else { continue }
      let side = RuleText.leftSide(statement)
      if side.isEmpty { return error(at: statement, "nothing stands before the arrow") }
      if !sides.insert(side).inserted {
        return error(at: statement, "a rule for the same letters stands before it, so that it is never reached")
      }
    }
    return nil
  }

  private static func slip(_ statement: String) -> String? {
    if statement.hasPrefix("::") { return "transforms (::NFC …) have no place in a scheme, which holds plain rules" }
    if statement.contains("->") { return "the arrow is written → or >" }
    if statement.contains("←") || statement.contains("↔") { return "rules lead one way, and the arrow is →" }
    return nil
  }

  private func error(at statement: String, _ reason: String) -> Diagnostic {
    let place = place(of: statement)
    let shown = statement.split(separator: "\n").first.map(String.init) ?? ""
    return Diagnostic(
      "scheme.rules", "the rule “\(shown)” cannot be read: \(reason)", file: node.file, line: place.line,
      column: place.column)
  }

  /// Line and column of a statement in the file, from the field on.
  private func place(of statement: String) -> (line: Int, column: Int) {
    let first = statement.split(separator: "\n").first.map(String.init) ?? statement
    for number in max(0, node.line - 1)..<max(node.line, lines.count) where number < lines.count {
      // Not in a comment.
      if lines[number].first(where: { !$0.isWhitespace }) == "#" { continue }
      guard !first.isEmpty, let range = lines[number].firstRange(of: first) else { continue }
      return (
        number + 1, lines[number].unicodeScalars.distance(from: lines[number].startIndex, to: range.lowerBound) + 1
      )
    }
    return (node.line, node.column)
  }

  /// Why ICU refused a rule, in words, by the name of its error.
  static func explanation(_ name: String, _ statement: String) -> String {
    if statement.filter({ $0 == "'" }).count % 2 == 1 { return "a quote ' is opened and not closed" }
    if let slip = slip(statement) { return slip }
    if statement.filter({ $0 == "→" || $0 == ">" }).count > 1 { return "a semicolon is missing between two rules" }
    if !statement.contains("→"), !statement.contains(">"), !RuleText.isVariable(statement) {
      return statement.contains("=")
        ? "“=” defines variables ($name = …); between letters and their Latin form stands an arrow →"
        : "the arrow → is missing"
    }
    switch name {
    case "U_MALFORMED_SET": return "a set [ … ] is not closed"
    case "U_UNDEFINED_VARIABLE": return "its variable is not defined before it ($name = … ;)"
    case "U_UNQUOTED_SPECIAL", "U_UNTERMINATED_QUOTE": return "a sign with a meaning in rules needs quotes: '('"
    case "U_MISMATCHED_SEGMENT_DELIMITERS", "U_UNCLOSED_SEGMENT":
      return "a bracket ( is not closed, or needs quotes: '('"
    case "U_MALFORMED_RULE", "U_MISPLACED_ANCHOR_START", "U_MULTIPLE_ANTE_CONTEXTS", "U_MULTIPLE_POST_CONTEXTS",
      "U_MISPLACED_CURSOR_OFFSET":
      return "contexts stand on the left only, before { and behind }"
    case "U_RULE_MASK_ERROR": return "a rule for the same letters stands before it, so that it is never reached"
    default: return "ICU says \(name)"
    }
  }
}
