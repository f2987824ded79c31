import NaqlModel
import NaqlRules

/// A segmentation profile as its files say it: break rules, word lists and the ordered rules that decide.
struct ProfileSource: Sendable {
  /// One rule: all conditions must hold; the first rule that fits decides.
  struct Rule: Sendable {
    /// Stable name, such as `abbreviation.title`.
    var id: String
    /// Whether a sentence ends here.
    var breaks: Bool
    /// Why, in one sentence.
    var reason: String
    /// What is asked, cheapest first.
    var tests: [Test]
    /// Where it is written.
    var file: String
    /// Line from 1.
    var line: Int
  }

  /// One question about the evidence of a tier: any of the bits, or none of them.
  struct Test: Sendable {
    var tier: Tier
    var mask: UInt64
    var negated: Bool
  }

  /// Name of the profile.
  var name: String
  /// Break rules in ICU's notation; nil where ICU's own root rules are asked for.
  var breakRules: String?
  /// The file that they are written in.
  var breakFile: String?
  /// Names of the profiles that it inherits from and its own, each with its file as rules name it.
  var lineage: [(name: String, file: String)] = []
  /// The lists of words and of verbs, below `segmentation/`.
  var wordFiles: [String] = [], verbFiles: [String] = []
  /// The rules in order.
  var rules: [Rule] = []
  /// Class names; the index is the bit.
  var classes: [String] = []
  /// Words by their key, with the bits of their classes.
  var words: [String: UInt64] = [:]
  /// Keys in the order of the files.
  var order: [String] = []
  /// Whether `؛` ends a sentence unless the option says otherwise.
  var breaksAtSemicolon = false
  /// Whether the break rules depend on nothing before a terminator, so that ICU need not see the words.
  var seesMarksOnly = false

  /// Reads the profile `name` of `rules`, or a file where `name` is a path that ends in `.yaml`.
  init(_ name: String, rules: RuleSet) throws(Diagnostic) {
    self.name = name
    try load(name, rules: rules, parent: nil, depth: 0)
    if breakRules != nil, !self.rules.contains(where: { $0.tests.isEmpty }) {
      throw Diagnostic(
        "segment.no-last-rule", "the profile “\(name)” needs a last rule without conditions, for what no other decides",
        file: name.hasSuffix(".yaml") ? name : rules.find("segmentation/\(name).yaml"))
    }
  }

  /// Reads the profile `name`, which the profile at `parent` inherits from.
  private mutating func load(_ name: String, rules set: RuleSet, parent: YAMLNode?, depth: Int) throws(Diagnostic) {
    let isPath = name.hasSuffix(".yaml")
    let file = isPath ? name : set.find("segmentation/\(name).yaml") ?? ""
    if file.isEmpty {
      let known = set.list("segmentation", suffix: ".yaml").map {
        String(FileSystem.name(of: $0).dropLast(5))
      }
      let (code, message) = (
        "segment.unknown-profile", "there is no profile “\(name)”" + Nearest.hint(name, among: known)
      )
      throw parent?.error(code, message) ?? Diagnostic(code, message)
    }
    let root = try YAMLNode.parse(FileSystem.text(file), file: Self.short(file, set))
    try root.allow(
      ["profile", "summary", "inherits", "breaks", "words", "verbs", "semicolon", "context", "rules"],
      "field of a profile")
    if let parent = root["inherits"] {
      if depth > 8 { throw parent.error("segment.inherits", "profiles inherit from each other in a circle") }
      try load(parent.string("inherits"), rules: set, parent: parent, depth: depth + 1)
    }
    if let breaks = root["breaks"] {
      let path = try breaks.string("breaks")
      guard path == "root" || set.find("segmentation/" + path) != nil else {
        throw breaks.error("rules.missing", "the file of break rules segmentation/\(path) is missing")
      }
      breakRules = path == "root" ? nil : try set.text("segmentation/" + path)
      breakFile = path == "root" ? nil : set.find("segmentation/" + path)
    }
    if let context = root["context"] {
      let text = try context.string("context")
      guard text == "marks" || text == "line" else {
        throw context.error("segment.context", "“context” must be marks or line")
      }
      seesMarksOnly = text == "marks"
    } else if root["breaks"] != nil {
      seesMarksOnly = false
    }
    if let semicolon = root["semicolon"] { breaksAtSemicolon = try semicolon.boolean("semicolon") }
    lineage.append((isPath ? try root["profile"]?.string("profile") ?? name : name, root.file))
    for path in try root["words"]?.strings("words") ?? [] {
      wordFiles.append(path)
      try readWords(path, set)
    }
    for path in try root["verbs"]?.strings("verbs") ?? [] {
      verbFiles.append(path)
      try readVerbs(path, set)
    }
    for node in root["rules"]?.items() ?? [] { try add(node) }
  }

  /// A path as messages show it: relative to the rules root's parent where it lies there.
  static func short(_ file: String, _ set: RuleSet) -> String {
    let parent = FileSystem.parent(of: set.root)
    return file.hasPrefix(parent + "/") ? String(file.dropFirst(parent.utf8.count + 1)) : file
  }

  /// Bit of the class `name`, which is added where it is new.
  mutating func bit(_ name: String) -> UInt64? {
    if let index = classes.firstIndex(of: name) { return 1 << UInt64(index) }
    if classes.count >= Evidence.classLimit { return nil }
    classes.append(name)
    return 1 << UInt64(classes.count - 1)
  }

  mutating func add(word key: String, _ bits: UInt64) {
    if let known = words[key] {
      words[key] = known | bits
    } else {
      words[key] = bits
      order.append(key)
    }
  }

  private mutating func add(_ node: YAMLNode) throws(Diagnostic) {
    try node.allow(["id", "when", "unless", "break", "reason", "before"], "field of a rule")
    let id = try node.require("id").line("id")
    var tests: [Test] = []
    for group in node["when"]?.items() ?? [] { try readTests(group, negated: false, into: &tests) }
    for group in node["unless"]?.items() ?? [] { try readTests(group, negated: true, into: &tests) }
    tests.sort { ($0.tier.rawValue, $0.negated ? 1 : 0) < ($1.tier.rawValue, $1.negated ? 1 : 0) }
    let rule = Rule(
      id: id, breaks: try node.require("break").boolean("break"), reason: try node["reason"]?.line("reason") ?? "",
      tests: tests, file: node.file, line: node.line)
    if let index = rules.firstIndex(where: { $0.id == id }) {
      rules[index] = rule
    } else if let place = node["before"] {
      let other = try place.line("before")
      guard let index = rules.firstIndex(where: { $0.id == other }) else {
        throw place.error(
          "segment.unknown-rule", "there is no rule “\(other)”" + Nearest.hint(other, among: rules.map(\.id)))
      }
      rules.insert(rule, at: index)
    } else {
      rules.append(rule)
    }
  }

  private mutating func readTests(_ group: YAMLNode, negated: Bool, into tests: inout [Test]) throws(Diagnostic) {
    for (key, value) in try group.pairs("conditions") {
      let fieldName = try key.string("a field")
      guard let field = Evidence.fields.first(where: { $0.name == fieldName }) else {
        throw key.error(
          "segment.unknown-field",
          "unknown evidence “\(fieldName)”" + Nearest.hint(fieldName, among: Evidence.fields.map(\.name)))
      }
      var mask: UInt64 = 0
      for item in value.items() {
        let name = try item.string("evidence")
        if let known = field.names.first(where: { $0.0 == name }) {
          mask |= known.1
        } else if [.before, .earlier, .after].contains(field.tier), let index = classes.firstIndex(of: name) {
          mask |= 1 << UInt64(index)
        } else {
          let known = field.names.map(\.0) + (field.tier == .marks || field.tier == .wide ? [] : classes)
          throw item.error(
            "segment.unknown-evidence", "“\(fieldName)” cannot be “\(name)”" + Nearest.hint(name, among: known))
        }
      }
      tests.append(Test(tier: field.tier, mask: mask, negated: negated))
    }
  }
}
