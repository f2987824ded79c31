import NaqlModel
import NaqlRules
import NaqlXML

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
  /// The file, as errors name it.
  public let file: String

  /// Reads the file at `path` for `language`, such as `ar`.
  public init(path: String, language: String = "ar") throws(Diagnostic) {
    try self.init(FileSystem.text(path), file: path, language: language)
  }

  /// Reads SRX text; `file` names it in errors.
  public init(_ text: String, file: String, language: String = "ar") throws(Diagnostic) {
    self.file = file
    let content = SRXContent()
    try XMLReader.read(Array(text.utf8), file: file, content)
    guard content.isSRX else {
      throw Diagnostic("srx.not-srx", "is no SRX file: the root element is not “srx”", file: file)
    }
    var chosen: [Rule] = []
    for map in content.maps where try SRXMatcher.matches(map.pattern, whole: language, file: file) {
      guard let group = content.groups.first(where: { $0.name == map.name }) else {
        throw Diagnostic(
          "srx.missing-rule",
          "the language map names “\(map.name)”, which is not there"
            + Nearest.hint(map.name, among: content.groups.map(\.name)), file: file)
      }
      chosen += group.rules
      if !content.cascades { break }
    }
    if chosen.isEmpty {
      throw Diagnostic("srx.no-language", "has no rules for “\(language)”; add a languagemap for it", file: file)
    }
    rules = chosen
  }
}

/// What an SRX file holds, gathered as it is read.
private final class SRXContent: XMLReader.Handler {
  private(set) var isSRX = false
  private(set) var cascades = false
  private(set) var groups: [(name: String, rules: [SRXFile.Rule])] = []
  private(set) var maps: [(pattern: String, name: String)] = []
  private var breaks = true
  private var before = ""
  private var after = ""
  private var collected = ""

  func start(_ element: XMLReader.Element) {
    collected = ""
    let attributes = element.attributes
    switch element.name {
    case "srx": isSRX = true
    case "header": cascades = attributes["cascade"] == "yes"
    case "languagerule": groups.append((attributes["languagerulename"] ?? "", []))
    case "rule":
      breaks = attributes["break"] != "no"
      before = ""
      after = ""
    case "languagemap": maps.append((attributes["languagepattern"] ?? "", attributes["languagerulename"] ?? ""))
    default: break
    }
  }

  func text(_ text: String) { collected += text }

  func end(_ name: String) {
    switch name {
    case "beforebreak": before = collected
    case "afterbreak": after = collected
    case "rule":
      guard let last = groups.indices.last else { break }
      groups[last].rules.append(
        SRXFile.Rule(
          breaks: breaks, before: before, after: after, language: groups[last].name,
          number: groups[last].rules.count + 1))
    default: break
    }
    collected = ""
  }
}
