import NaqlModel

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
    try YAMLReader.read(text, file: file)
  }

  /// Text of a scalar; anything else is an error that says what was expected.
  public func string(_ what: String) throws(Diagnostic) -> String {
    if case .scalar(let text) = content { return text }
    throw error("yaml.type", "\(what) must be a text")
  }

  /// Text of a scalar in one line: line ends and other white space become single spaces, and none is left at the edges. For what stands in
  /// columns and lists.
  public func line(_ what: String) throws(Diagnostic) -> String {
    try string(what).split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
}
