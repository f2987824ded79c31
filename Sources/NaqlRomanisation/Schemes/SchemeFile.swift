import NaqlICU
import NaqlModel
import NaqlRules
import NaqlText

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
  /// Its own rules, behind those of the schemes that it inherits, the article's left out.
  private let layers: [RuleText]
  /// The article's forms, its own or inherited.
  private let article: ArticleForms?

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
    let root = try YAMLNode.parse(FileSystem.text(path), file: path)
    try root.allow(Self.fields, "field of a scheme")
    let parent = try Self.inherited(by: id, root, rules, inheriting)
    var scheme = parent?.scheme ?? Scheme()
    scheme.id = id
    try Self.readDescription(root, into: &scheme, inherits: parent != nil)
    try Self.readSpelling(root, into: &scheme)
    let own = RuleText(try Self.text("rules", root, ""))
    var article = parent?.article, layers = parent?.layers ?? []
    if let node = root["article"] {
      let forms = try ArticleForms(node, inheriting: article)
      layers = layers.map { forms.replacing(in: $0) }
      article = forms
    }
    layers.append(own)
    scheme.rules = layers.reduce(article?.rules ?? RuleText("")) { $0.overridden(by: $1) }.text
    scheme.reverseRules =
      try root["reverse"].map { node throws(Diagnostic) in
        RuleText(try node.string("reverse")).text
      } ?? scheme.reverseRules
    if let node = root["id"], try node.string("id") != id {
      throw node.error("scheme.value", "a scheme bears the name of its file: “\(id)”")
    }
    try Self.checkRules(of: scheme, own: own, article, root)
    let examples = try Self.examples(root)
    if let first = examples.first {
      scheme.example = (first.arabic, first.romanised)
    } else if root["rules"] != nil || root["article"] != nil || root["words"] != nil {
      // What it inherits shows may be what it changes.
      scheme.example = ("", "")
    }
    self.file = path
    self.scheme = scheme
    self.examples = examples
    self.layers = layers
    self.article = article
  }

  /// The scheme that the file at `root` begins from: the one that it inherits; nil for none.
  private static func inherited(
    by id: String, _ root: YAMLNode, _ rules: RuleSet, _ inheriting: [String]
  ) throws(Diagnostic) -> SchemeFile? {
    guard let parent = root["inherits"] else { return nil }
    let name = try parent.string("inherits")
    guard !inheriting.contains(name), name != id else {
      throw parent.error("scheme.inherits", "“\(name)” inherits itself")
    }
    guard ids(rules).contains(name) else {
      throw parent.error("scheme.inherits", "there is no scheme “\(name)”" + Nearest.hint(name, among: ids(rules)))
    }
    return try SchemeFile(name, rules: rules, inheriting: inheriting + [id])
  }

  /// Who made the scheme, when, and what it is called. A scheme that inherits bears no name, tag or code that is not its own: where it gives
  /// none it is said to be after what it inherits.
  private static func readDescription(_ root: YAMLNode, into scheme: inout Scheme, inherits: Bool) throws(Diagnostic) {
    func own(_ field: String, _ inherited: String) throws(Diagnostic) -> String {
      if let node = root[field] { return try node.line(field) }
      return inherited.isEmpty || inherited.hasPrefix("after ") ? inherited : "after " + inherited
    }
    scheme.name = try own("name", scheme.name)
    scheme.authority = try own("authority", scheme.authority)
    scheme.source = try own("source", scheme.source)
    scheme.year = try root["year"].map(Self.year) ?? ""
    scheme.tag = try root["tag"].map(Self.tag) ?? (inherits ? "ar-Latn" : "")
    scheme.code = try root["iso24229"].map(Self.code) ?? ""
  }

  private static func year(_ node: YAMLNode) throws(Diagnostic) -> String {
    let year = try node.line("year")
    guard year.utf8.count == 4, Int(year) != nil else {
      throw node.error("scheme.value", "“\(year)” is no year in four digits")
    }
    return year
  }

  private static func tag(_ node: YAMLNode) throws(Diagnostic) -> String {
    let tag = try node.line("tag")
    guard LanguageTag.isWellFormed(tag) else {
      throw node.error("scheme.value", "“\(tag)” is no BCP 47 tag such as ar-Latn-x-house")
    }
    return tag
  }

  private static func code(_ node: YAMLNode) throws(Diagnostic) -> String {
    let code = try node.line("iso24229")
    let parts = code.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts.allSatisfy({ !$0.isEmpty }) else {
      throw node.error(
        "scheme.value", "“\(code)” is no ISO 24229 code, which has four parts such as UN:ara-Arab:Latn:2017")
    }
    return code
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
        // Words are known by their letters, with whatever marks they come.
        let word = try key.string("a word")
        let letters = String(String.UnicodeScalarView(word.unicodeScalars.filter { !ArabicScript.isMark($0.value) }))
        guard !letters.isEmpty, letters.unicodeScalars.allSatisfy({ ArabicScript.isLetter($0.value) }) else {
          throw key.error("scheme.value", "“\(word)” is no single word in Arabic letters")
        }
        let spelling = try value.string("its spelling")
        if spelling.isEmpty { throw value.error("scheme.value", "“\(word)” has no spelling") }
        scheme.words[letters] = spelling
      }
    }
  }

  /// Refuses a scheme without rules, rules that ICU does not read, and a reversible scheme without a way back.
  private static func checkRules(
    of scheme: Scheme, own: RuleText, _ article: ArticleForms?, _ root: YAMLNode
  ) throws(Diagnostic) {
    if root["inherits"] == nil { _ = try root.require("rules") }
    if let node = root["rules"] ?? root["article"] {
      try tryOut(scheme.rules, own: own, node, article: root["article"] == nil ? nil : article)
    }
    if let node = root["reverse"] { try tryOut(scheme.reverseRules, own: RuleText(scheme.reverseRules), node) }
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

  /// Opens the rules once, so that a mistake in the scheme's `own`, or in the forms of its article, is told at its place in the file.
  private static func tryOut(
    _ rules: String, own: RuleText, _ node: YAMLNode, article: ArticleForms? = nil
  ) throws(Diagnostic) {
    let fault = RuleFault(node)
    if let slip = fault.slip(in: own) { throw slip }
    do { _ = try Transliterator(id: "trial", rules: rules) } catch {
      throw article?.fault(variables: own.variables) ?? fault.diagnostic(own: own, failure: error)
    }
  }
}
