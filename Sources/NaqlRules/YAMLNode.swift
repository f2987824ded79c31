import NaqlModel
import Yams

/// A YAML value with the place it stands at, so that every complaint can say file:line:column.
public struct YAMLNode: Sendable {
  /// What a value is.
  public indirect enum Content: Sendable {
    case scalar(String)
    case list([YAMLNode])
    /// Pairs in the order of the file; keys keep their own place.
    case map([(key: YAMLNode, value: YAMLNode)])
  }

  /// The value.
  public let content: Content
  /// The file, as errors name it.
  public let file: String
  /// Line from 1; 0 for what stands in no file, such as a flag.
  public let line: Int
  /// Column from 1.
  public let column: Int

  /// A value at a place.
  public init(content: Content, file: String, line: Int, column: Int) {
    self.content = content
    self.file = file
    self.line = line
    self.column = column
  }

  /// Reads YAML text. A syntax error, or a key given twice, is thrown with its place.
  public static func parse(_ text: String, file: String) throws(Diagnostic) -> YAMLNode {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Diagnostic("yaml.empty", "the file is empty", file: file)
      }
      return try convert(node, file: file)
    } catch let error as Diagnostic {
      throw error
    } catch let error as YamlError {
      throw diagnostic(for: error, file: file)
    } catch {
      throw Diagnostic("yaml.syntax", "is no valid YAML: \(error)", file: file)
    }
  }

  /// Text of a scalar; anything else is an error that says what was expected.
  public func string(_ what: String) throws(Diagnostic) -> String {
    if case .scalar(let text) = content { return text }
    throw error("yaml.type", "\(what) must be a text")
  }

  /// A whole number.
  public func integer(_ what: String) throws(Diagnostic) -> Int {
    if case .scalar(let text) = content, let number = Int(text) { return number }
    throw error("yaml.type", "\(what) must be a whole number")
  }

  /// true or false (also yes/no, on/off).
  public func boolean(_ what: String) throws(Diagnostic) -> Bool {
    if case .scalar(let text) = content {
      if ["true", "yes", "on"].contains(text.lowercased()) { return true }
      if ["false", "no", "off"].contains(text.lowercased()) { return false }
    }
    throw error("yaml.type", "\(what) must be true or false")
  }

  /// The items of a list; a single value counts as a list of one.
  public func items() -> [YAMLNode] {
    if case .list(let nodes) = content { return nodes }
    return [self]
  }

  /// Texts of a list of scalars; a single value counts as a list of one.
  public func strings(_ what: String) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for node in items() { texts.append(try node.string(what)) }
    return texts
  }

  /// Pairs of a map; anything else is an error.
  public func pairs(_ what: String) throws(Diagnostic) -> [(key: YAMLNode, value: YAMLNode)] {
    if case .map(let pairs) = content { return pairs }
    throw error("yaml.type", "\(what) must be a list of names with values")
  }

  /// The value under `key`, or nil.
  public subscript(key: String) -> YAMLNode? {
    guard case .map(let pairs) = content else { return nil }
    for pair in pairs { if case .scalar(key) = pair.key.content { return pair.value } }
    return nil
  }

  /// The value under `key`; a missing one is an error at this node.
  public func require(_ key: String) throws(Diagnostic) -> YAMLNode {
    if let node = self[key] { return node }
    throw error("yaml.missing", "“\(key)” is missing here")
  }

  /// Refuses keys outside `known`, naming the nearest one.
  public func allow(_ known: [String], _ what: String) throws(Diagnostic) {
    for (key, _) in try pairs(what) {
      let name = try key.string("a name")
      if !known.contains(name) {
        throw key.error("yaml.unknown-key", "unknown \(what) “\(name)”" + Nearest.hint(name, among: known))
      }
    }
  }

  /// An error at this place.
  public func error(_ code: String, _ message: String) -> Diagnostic {
    if line == 0 { return Diagnostic(code, message, file: file) }
    return Diagnostic(code, message, file: file, line: line, column: column)
  }

  private static func convert(_ node: Node, file: String) throws(Diagnostic) -> YAMLNode {
    let line = node.mark?.line ?? 1
    let content: Content
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(try convert(item, file: file)) }
      content = .list(items)
    case .mapping(let mapping):
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping { pairs.append((try convert(key, file: file), try convert(value, file: file))) }
      content = .map(pairs)
    case .alias:
      throw Diagnostic("yaml.alias", "aliases are not used in rule files", file: file, line: line)
    }
    return YAMLNode(content: content, file: file, line: line, column: node.mark?.column ?? 1)
  }

  private static func diagnostic(for error: YamlError, file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        "yaml.syntax", "is no valid YAML: \(problem)", file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let names, let context):
      return Diagnostic(
        "yaml.duplicate-key",
        "“\(names.sorted().first ?? "")”, first given here, is given twice in one block; remove one of the two",
        file: file, line: context.mark.line, column: context.mark.column)
    default:
      return Diagnostic("yaml.syntax", "is no valid YAML: \(error)", file: file)
    }
  }
}
