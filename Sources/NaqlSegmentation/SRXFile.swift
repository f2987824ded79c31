import NaqlModel
import NaqlRules

/// The break rules of an SRX 2.0 file that are in force for Arabic, in order.
public struct SRXFile: Sendable {
  /// One rule: where the text before matches the one expression and the text after the other, it breaks or not.
  public struct Rule: Sendable {
    /// Whether a sentence ends there.
    public let breaks: Bool
    /// Expression for the text before the place; empty matches anything.
    public let before: String
    /// Expression for the text after it.
    public let after: String
    /// Name of the language rule it stands in.
    public let language: String
    /// Number in that language rule, from 1.
    public let number: Int
  }

  /// The rules in force, in order: the first that fits a place decides.
  public let rules: [Rule]
  /// Whether a new line ends a segment outside the rules (`segmentsubflows` and formats are not ours).
  public let file: String

  /// Reads the file at `path` for `language`, such as `ar`.
  public init(path: String, language: String = "ar") throws(Diagnostic) {
    try self.init(String(decoding: FileSystem.read(path), as: UTF8.self), file: path, language: language)
  }

  /// Reads SRX text; `file` names it in errors.
  public init(_ text: String, file: String, language: String = "ar") throws(Diagnostic) {
    self.file = file
    var cascade = false
    var current: (name: String, rules: [Rule]) = ("", [])
    var groups: [(name: String, rules: [Rule])] = []
    var maps: [(pattern: String, name: String)] = []
    var breaks = true
    var before = ""
    var after = ""
    var collected = ""
    var sawRoot = false
    var scanner = XMLScanner(text, file: file)
    while let event = try scanner.next() {
      switch event {
      case .start(let name, let attributes):
        collected = ""
        switch name {
        case "srx": sawRoot = true
        case "header": cascade = attributes["cascade"] == "yes"
        case "languagerule": current = (attributes["languagerulename"] ?? "", [])
        case "rule":
          breaks = attributes["break"] != "no"
          before = ""
          after = ""
        case "languagemap":
          maps.append((attributes["languagepattern"] ?? "", attributes["languagerulename"] ?? ""))
        default: break
        }
      case .text(let piece): collected += piece
      case .end(let name):
        switch name {
        case "beforebreak": before = collected
        case "afterbreak": after = collected
        case "rule":
          current.rules.append(
            Rule(
              breaks: breaks, before: before, after: after, language: current.name, number: current.rules.count + 1))
        case "languagerule": groups.append(current)
        default: break
        }
        collected = ""
      }
    }
    guard sawRoot else { throw Diagnostic("srx.not-srx", "is no SRX file: the root element is not “srx”", file: file) }
    var chosen: [Rule] = []
    for map in maps where try SRXMatcher.matches(map.pattern, whole: language, file: file) {
      guard let group = groups.first(where: { $0.name == map.name }) else {
        throw Diagnostic(
          "srx.missing-rule",
          "the language map names “\(map.name)”, which is not there"
            + Nearest.hint(map.name, among: groups.map(\.name)), file: file)
      }
      chosen += group.rules
      if !cascade { break }
    }
    if chosen.isEmpty {
      throw Diagnostic("srx.no-language", "has no rules for “\(language)”; add a languagemap for it", file: file)
    }
    rules = chosen
  }
}
