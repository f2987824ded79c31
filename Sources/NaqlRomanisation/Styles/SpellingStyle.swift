import NaqlModel
import NaqlRules

/// A house style of conventional spelling, from `Rules/romanisation/styles.yaml`: rules for words by their Arabic form, and
/// letters for letters.
struct SpellingStyle: Sendable {
  /// What becomes of a word whose Arabic form begins or ends in a certain way.
  struct Rule: Sendable {
    /// How the Arabic word begins or ends.
    var arabic: String
    /// Whether the forms are those of endings, not of beginnings.
    var isEnding: Bool
    /// How the spelling begins or ends, one of these, lower-case; the longest that fits is taken.
    var from: [String]
    /// Beginnings or endings that stay.
    var keep: [String]
    /// What takes its place.
    var to: String
    /// Arabic words behind which the rule does not hold.
    var notAfter: Set<String>
  }

  /// The name.
  let name: String
  /// In order; the first that fits a word is taken.
  private(set) var rules: [Rule] = []
  /// Letters for letters, in all words.
  private(set) var letters: [Character: String] = [:]
  /// Whether diacritics are dropped.
  private(set) var dropsMarks = false

  /// The path under the rules root.
  static let path = "romanisation/styles.yaml"

  /// The styles called `names`, in order. An unknown one is an error with the nearest name.
  static func read(_ names: [String], _ rules: RuleSet) throws(Diagnostic) -> [SpellingStyle] {
    let known = try all(rules)
    var styles: [SpellingStyle] = []
    for name in names {
      guard let found = known.first(where: { $0.name == name }) else {
        throw Diagnostic(
          "style.unknown", "there is no style “\(name)”" + Nearest.hint(name, among: known.map(\.name)))
      }
      styles.append(try SpellingStyle(name, found.node))
    }
    return styles
  }

  /// Names of all styles, those of directories laid over the shipped rules first.
  static func names(_ rules: RuleSet) throws(Diagnostic) -> [String] { try all(rules).map { $0.name } }

  /// The worked examples: Arabic, the spelling, styles, the spelling in these styles, each with its place.
  static func examples(_ rules: RuleSet) throws(Diagnostic) -> [(cells: [String], node: YAMLNode)] {
    var rows: [(cells: [String], node: YAMLNode)] = []
    for root in try files(rules) {
      for node in root["examples"]?.items() ?? [] { rows.append((try node.strings("an example"), node)) }
    }
    return rows
  }

  /// The styles of all files. A style laid over the shipped ones takes the place of one with its name; the others stay.
  private static func all(_ rules: RuleSet) throws(Diagnostic) -> [(name: String, node: YAMLNode)] {
    var found: [(name: String, node: YAMLNode)] = []
    for root in try files(rules) {
      for (key, node) in try root.require("styles").pairs("styles") {
        let name = try key.string("the name of a style")
        if !found.contains(where: { $0.name == name }) { found.append((name, node)) }
      }
    }
    return found
  }

  /// The files of styles, the strongest first.
  private static func files(_ rules: RuleSet) throws(Diagnostic) -> [YAMLNode] {
    _ = try rules.require(path)
    var roots: [YAMLNode] = []
    for path in rules.findAll(path) {
      let root = try YAMLNode.parse(FileSystem.text(path), file: path)
      try root.allow(["styles", "examples"], "part")
      roots.append(root)
    }
    return roots
  }

  private init(_ name: String, _ node: YAMLNode) throws(Diagnostic) {
    self.name = name
    try node.allow(["why", "rules", "letters", "marks"], "field")
    for rule in node["rules"]?.items() ?? [] { rules.append(try Self.rule(rule)) }
    if let pairs = try node["letters"]?.pairs("letters") {
      for (key, value) in pairs {
        let letter = try key.string("a letter")
        guard letter.count == 1 else { throw key.error("style.letter", "“\(letter)” is no single letter") }
        letters[Character(letter)] = try value.string("letters")
      }
    }
    if let marks = node["marks"] {
      guard try marks.string("marks") == "drop" else { throw marks.error("style.marks", "marks can only be “drop”") }
      dropsMarks = true
    }
  }

  private static func rule(_ node: YAMLNode) throws(Diagnostic) -> Rule {
    try node.allow(["arabic", "from", "keep", "to", "not-after"], "field")
    let arabic = try form(try node.require("arabic"), nil)
    func forms(_ key: String) throws(Diagnostic) -> [String] {
      guard let node = node[key] else { return [] }
      var found: [String] = []
      for text in try node.string(key).split(separator: " ") {
        let form = try Self.form(node, String(text))
        if form.isEnding != arabic.isEnding {
          throw node.error("style.form", "“\(text)” and the Arabic form must have … on the same side")
        }
        found.append(form.text.lowercased())
      }
      return found.sorted { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }
    }
    let after = try node["not-after"]?.string("not-after").split(separator: " ").map(String.init) ?? []
    return Rule(
      arabic: arabic.text, isEnding: arabic.isEnding, from: try forms("from"), keep: try forms("keep"),
      to: try form(try node.require("to"), nil).text, notAfter: Set(after))
  }

  /// A beginning (`al-…`) or an ending (`…i`), `_` standing for a space.
  private static func form(_ node: YAMLNode, _ part: String?) throws(Diagnostic) -> (text: String, isEnding: Bool) {
    let text: String
    if let part { text = part } else { text = try node.string("a form") }
    guard text.filter({ $0 == "…" }).count == 1, text.hasPrefix("…") || text.hasSuffix("…") else {
      throw node.error("style.form", "“\(text)” needs one … at its beginning or its end, for the rest of the word")
    }
    return (text.replacing("…", with: "").replacing("_", with: " "), text.hasPrefix("…") && text != "…")
  }
}
