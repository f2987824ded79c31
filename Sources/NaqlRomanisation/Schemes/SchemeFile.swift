import NaqlICU
import NaqlModel
import NaqlRules

/// A scheme's file under `Rules/romanisation/`: read for compiling, and by the checker with its examples.
public struct SchemeFile: Sendable {
  /// A worked example.
  public struct Example: Sendable {
    /// Vocalised Arabic.
    public let arabic: String
    /// How the line is used, which decides capitals.
    public let use: Use
    /// What the standard writes.
    public let romanised: String
    /// Where the standard gives it, or the rule that it was derived by.
    public let source: String
    /// Whether the standard or a description of it gives the example itself.
    public let isSourced: Bool
    /// Line and column in the file.
    public let line: Int, column: Int
  }

  /// The scheme.
  public let scheme: Scheme
  /// Its examples.
  public let examples: [Example]
  /// The file.
  public let file: String

  private static let fields = [
    "id", "name", "inherits", "authority", "year", "source", "tag", "iso24229", "reversible", "input", "note",
    "article", "article-capital", "adjective-capital", "pausal", "capitals", "joined-names", "glue", "words", "rules",
    "reverse", "examples", "derived",
  ]

  /// Reads the file of scheme `id`; mistakes are reported at their place.
  public init(_ id: String, rules: RuleSet) throws(Diagnostic) {
    try self.init(id, rules: rules, inheriting: [])
  }

  private init(_ id: String, rules: RuleSet, inheriting: [String]) throws(Diagnostic) {
    let path = try rules.require("romanisation/\(id).yaml")
    let root = try YAMLNode.parse(String(decoding: FileSystem.read(path), as: UTF8.self), file: path)
    try root.allow(Self.fields, "field of a scheme")
    var scheme = try Self.inherited(by: id, root, rules, inheriting)
    scheme.id = id
    try Self.readDescription(root, into: &scheme)
    try Self.readSpelling(root, into: &scheme)
    let own = try Self.readRules(root, into: &scheme)
    if let node = root["id"], try node.string("id") != id {
      throw node.error("scheme.value", "a scheme bears the name of its file: “\(id)”")
    }
    try Self.checkRules(of: scheme, own: own, root)
    let examples = try Self.examples(root)
    if let first = examples.first { scheme.example = (first.arabic, first.romanised) }
    self.file = path
    self.scheme = scheme
    self.examples = examples
  }

  /// The scheme that the file at `root` begins from: the one that it inherits, or an empty one.
  private static func inherited(
    by id: String, _ root: YAMLNode, _ rules: RuleSet, _ inheriting: [String]
  ) throws(Diagnostic) -> Scheme {
    guard let parent = root["inherits"] else { return Scheme() }
    let name = try parent.string("inherits")
    guard !inheriting.contains(name), name != id else {
      throw parent.error("scheme.inherits", "“\(name)” inherits itself")
    }
    guard rules.find("romanisation/\(name).yaml") != nil else {
      throw parent.error("scheme.inherits", "there is no scheme “\(name)”" + Nearest.hint(name, among: ids(rules)))
    }
    return try SchemeFile(name, rules: rules, inheriting: inheriting + [id]).scheme
  }

  /// Who made the scheme, when, and what it is called.
  private static func readDescription(_ root: YAMLNode, into scheme: inout Scheme) throws(Diagnostic) {
    scheme.name = try text("name", root, scheme.name)
    scheme.authority = try text("authority", root, scheme.authority)
    scheme.year = try text("year", root, scheme.year)
    scheme.source = try text("source", root, scheme.source)
    scheme.tag = try text("tag", root, scheme.tag)
    scheme.code = try text("iso24229", root, scheme.code)
  }

  /// What the scheme reads, and how it treats capitals, pauses, joined names and words of its own.
  private static func readSpelling(_ root: YAMLNode, into scheme: inout Scheme) throws(Diagnostic) {
    if let node = root["reversible"] { scheme.isReversible = try node.boolean("reversible") }
    if let node = root["input"] { scheme.input = try choice(node, Scheme.Input.self) }
    if let node = root["article-capital"] { scheme.articleCapital = try choice(node, Scheme.ArticleCapital.self) }
    if let node = root["adjective-capital"] {
      scheme.capitalisesAdjectives = try node.boolean("adjective-capital")
    }
    if let node = root["pausal"] { scheme.hasPause = try node.boolean("pausal") }
    if let node = root["capitals"] { scheme.capitalisesLetters = try node.boolean("capitals") }
    if let node = root["joined-names"] { scheme.joinsNames = try node.boolean("joined-names") }
    scheme.glue = try text("glue", root, scheme.glue)
    if let node = root["words"] {
      for (key, value) in try node.pairs("words") {
        scheme.words[try key.string("a word")] = try value.string("its spelling")
      }
    }
  }

  /// The rules: those inherited, overridden by the file's own and those of its article; and those back. Gives the file's own.
  private static func readRules(_ root: YAMLNode, into scheme: inout Scheme) throws(Diagnostic) -> String {
    let own = try text("rules", root, "")
    let article = try root["article"].map { node throws(Diagnostic) in try ArticleRules(node).rules } ?? ""
    scheme.rules = RuleText(scheme.rules).overridden(by: RuleText(own + article)).text
    scheme.reverseRules = try text("reverse", root, scheme.reverseRules)
    return own
  }

  /// Refuses a scheme without rules, rules that ICU does not read, and a reversible scheme without a way back.
  private static func checkRules(of scheme: Scheme, own: String, _ root: YAMLNode) throws(Diagnostic) {
    if root["inherits"] == nil { _ = try root.require("rules") }
    if let node = root["rules"] { try tryOut(scheme.rules, own: own, node) }
    if let node = root["reverse"] { try tryOut(scheme.reverseRules, own: scheme.reverseRules, node) }
    if scheme.isReversible, root["reverse"] == nil, let node = root["reversible"] ?? root["rules"] {
      throw node.error(
        "scheme.reverse", "a reversible scheme with rules of its own needs its way back: reverse; or reversible: false")
    }
  }

  /// The worked examples, those that the standard gives before those derived.
  private static func examples(_ root: YAMLNode) throws(Diagnostic) -> [Example] {
    var examples: [Example] = []
    for (field, isSourced) in [("examples", true), ("derived", false)] {
      guard let list = root[field] else { continue }
      for item in list.items() {
        let cells = item.items()
        guard cells.count == 4 else {
          throw item.error("scheme.example", "an example is [Arabic, use, romanised, source]")
        }
        let use = try choice(cells[1], Use.self)
        examples.append(
          Example(
            arabic: try cells[0].string("Arabic"), use: use, romanised: try cells[2].string("romanised"),
            source: try cells[3].string("source"), isSourced: isSourced, line: item.line, column: item.column))
      }
    }
    return examples
  }

  /// The text of `field`, or `standard` where the file does not have it.
  private static func text(_ field: String, _ root: YAMLNode, _ standard: String) throws(Diagnostic) -> String {
    guard let node = root[field] else { return standard }
    return try node.string(field)
  }

  /// Ids of all schemes of `rules`, sorted.
  public static func ids(_ rules: RuleSet) -> [String] {
    rules.list("romanisation", suffix: ".yaml").filter { $0 != SpellingStyle.path }
      .map { String(FileSystem.name(of: $0).dropLast(5)) }
  }

  private static func choice<Value: RawRepresentable<String> & CaseIterable>(_ node: YAMLNode, _ type: Value.Type)
    throws(Diagnostic) -> Value
  {
    let name = try node.string("the value")
    if let value = Value(rawValue: name) { return value }
    throw node.error(
      "scheme.value", "“\(name)” is not known" + Nearest.hint(name, among: Value.allCases.map(\.rawValue)))
  }

  /// Opens the rules once, so that a mistake in the scheme's `own` is told at its place in the file.
  private static func tryOut(_ rules: String, own: String, _ node: YAMLNode) throws(Diagnostic) {
    do { _ = try Transliterator(id: "trial", rules: rules) } catch {
      throw RuleFault(node).diagnostic(own: own, failure: error)
    }
  }
}

/// The article's forms, given once and spelled out as ICU rules for each sun letter.
///
/// `whole: "al-"`, `sun: "a~-"` (`~` is the letter that the lam becomes), `clitic`/`clitic-sun` behind wa-, bi-, li-,
/// `long`/`long-sun` behind a word that ends in a long vowel, `li`/`li-sun` for لل. A form with `|` is taken as the right
/// side of an ICU rule: what stands behind the bar is read again (`li | M`, with rules for M of the scheme's own).
private struct ArticleRules {
  let rules: String

  init(_ node: YAMLNode) throws(Diagnostic) {
    try node.allow(
      ["whole", "sun", "clitic", "clitic-sun", "long", "long-sun", "li", "li-sun", "letters"], "form of the article")
    let letters = try node["letters"]?.string("letters") ?? ""
    var signs: [Character: String] = [:]
    for pair in letters.split(separator: " ") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if sides.count == 2, let letter = sides[0].first { signs[letter] = sides[1] }
    }
    let whole = try node.require("whole").string("whole")
    let sun = try node["sun"]?.string("sun")
    // A sign that is written like an earlier one becomes that one: each rule, and a set even more, costs time to open.
    var written: [(moon: String, sun: String?, sign: String)] = []
    var text = ""
    for (sign, field) in [("L", ""), ("E", "clitic"), ("O", "long"), ("J", "li")] {
      let moonForm = try (field.isEmpty ? nil : node[field])?.string(field) ?? (field == "li" ? "li" + whole : whole)
      let sunForm =
        try node[field.isEmpty ? "sun" : field + "-sun"]?.string("a form") ?? (field == "li" ? nil : sun)
      if let alike = written.first(where: { $0.moon == moonForm && $0.sun == sunForm }) {
        text += "\(sign) → | \(alike.sign) ;\n"
        continue
      }
      written.append((moonForm, sunForm, sign))
      for (letter, roman) in signs.sorted(by: { $0.key < $1.key }) {
        if let sunForm { text += "\(sign) } \u{E000} \(letter) → '\(sunForm.replacing("~", with: roman))' ;\n" }
      }
      text += moonForm.contains("|") ? "\(sign) → \(moonForm) ;\n" : "\(sign) → '\(moonForm)' ;\n"
    }
    rules = text
  }
}
