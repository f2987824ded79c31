/// ICU rules as statements, so that a scheme can take another's and change some.
struct RuleText {
  /// Statements in order, without their semicolons.
  private(set) var statements: [String] = []

  /// The statements of `text`; a semicolon in quotes ends none.
  init(_ text: String) {
    var current = ""
    var quoted = false
    for character in text {
      if character == "'" { quoted.toggle() }
      if character == ";", !quoted {
        add(current)
        current = ""
      } else if character == "\n", !quoted, current.allSatisfy(\.isWhitespace) {
        current = ""
      } else {
        current.append(character)
      }
    }
    add(current)
  }

  /// These rules with `own` laid over them: a rule for the same left side takes its place, others stand before.
  func overridden(by own: RuleText) -> RuleText {
    var result = self
    var fresh: [String] = []
    for statement in own.statements {
      let side = Self.leftSide(statement)
      if let place = result.statements.firstIndex(where: { Self.leftSide($0) == side }) {
        result.statements[place] = statement
      } else {
        fresh.append(statement)
      }
    }
    result.statements = fresh + result.statements
    return result
  }

  /// The rules as text.
  var text: String { statements.map { $0 + " ;\n" }.joined() }

  private mutating func add(_ statement: String) {
    let trimmed = statement.drop { $0.isWhitespace }
    if !trimmed.isEmpty { statements.append(String(trimmed)) }
  }

  /// Whether a statement defines a variable: `$vowel = [aiu]`.
  static func isVariable(_ statement: String) -> Bool { statement.first == "$" && statement.contains("=") }

  /// What a rule replaces, white space left out.
  private static func leftSide(_ statement: String) -> String {
    let arrow = statement.firstIndex(of: "→") ?? statement.firstIndex(of: ">")
    let side = arrow.map { statement[..<$0] } ?? statement[...]
    return String(side.filter { !$0.isWhitespace })
  }
}
