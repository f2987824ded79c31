/// ICU rules as statements, so that a scheme can take another's and change some.
struct RuleText: Sendable {
  /// Statements in order, without their semicolons and without comments.
  private(set) var statements: [String] = []

  /// The statements of `text`. A semicolon in quotes ends none; from a `#` that stands neither in quotes nor in a set to the end of the
  /// line all is comment.
  init(_ text: String) {
    var current = String.UnicodeScalarView()
    var isQuoted = false, isEscaped = false, isComment = false, sets = 0
    for scalar in text.unicodeScalars {
      if isComment {
        if scalar != "\n" { continue }
        isComment = false
      }
      let isPlain = !isQuoted && !isEscaped
      isEscaped = isPlain && scalar == "\\"
      switch scalar {
      case "'" where isPlain || isQuoted: isQuoted.toggle()
      case "[" where isPlain: sets += 1
      case "]" where isPlain: sets -= 1
      case "#" where isPlain && sets <= 0:
        isComment = true
        continue
      case ";" where isPlain:
        add(String(current))
        current.removeAll()
        sets = 0
        continue
      default: break
      }
      current.append(scalar)
    }
    add(String(current))
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

  /// These rules but those whose left side has one of `signs`, quoted and escaped ones aside.
  func without(signs: Set<Character>) -> RuleText {
    var result = self
    result.statements.removeAll { statement in
      if Self.isVariable(statement) { return false }
      // Every second part stands in quotes; behind a backslash stand a sign or the number of one.
      let plain = Self.leftSide(statement).split(separator: "'", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
      let parts = plain.split(separator: "\\", omittingEmptySubsequences: false)
      return parts.enumerated().contains { at, part in
        part.dropFirst(at == 0 ? 0 : part.first == "u" ? 5 : 1).contains { signs.contains($0) }
      }
    }
    return result
  }

  /// These rules but those that have the left side of one of `others`.
  func without(_ others: RuleText) -> RuleText {
    let sides = Set(others.statements.map { Self.leftSide($0) })
    var result = self
    result.statements.removeAll { sides.contains(Self.leftSide($0)) }
    return result
  }

  /// The definitions of variables alone, as text.
  var variables: String { statements.filter { Self.isVariable($0) }.map { $0 + " ;\n" }.joined() }

  /// The rules as text.
  var text: String { statements.map { $0 + " ;\n" }.joined() }

  private mutating func add(_ statement: String) {
    let trimmed = statement.drop { $0.isWhitespace }
    if !trimmed.isEmpty { statements.append(String(trimmed)) }
  }

  /// Whether a statement defines a variable: `$vowel = [aiu]`.
  static func isVariable(_ statement: String) -> Bool { statement.first == "$" && statement.contains("=") }

  /// What a rule replaces, white space left out.
  static func leftSide(_ statement: String) -> String {
    let arrow = statement.firstIndex(of: "→") ?? statement.firstIndex(of: ">")
    let side = arrow.map { statement[..<$0] } ?? statement[...]
    return String(side.filter { !$0.isWhitespace })
  }

  /// `text` as rules write what stands for itself.
  static func quoted(_ text: String) -> String {
    text.isEmpty ? "" : "'" + text.replacing("'", with: "''") + "'"
  }
}
