import NaqlModel
import NaqlRules

/// One thing that can be set on a stage.
public struct OptionDescription: Sendable {
  /// What values an option takes.
  public enum Kind: Sendable {
    case boolean
    case integer(ClosedRange<Int>)
    case text
    /// One of these.
    case choice([String])
    /// Any number of texts.
    case list
  }

  /// Name in YAML; the flag is the same with `--`.
  public let name: String
  /// What values it takes.
  public let kind: Kind
  /// One sentence for help and `naql init`.
  public let summary: String
  /// The value without it, as YAML text.
  public let standard: String

  /// An option `name` whose value without it is `standard`.
  public init(_ name: String, _ kind: Kind, _ summary: String, standard: String = "") {
    self.name = name
    self.kind = kind
    self.summary = Summary.listed(summary)
    self.standard = standard
  }
}

/// The options of one stage in one pipeline, checked against its description.
public struct StageOptions: Sendable {
  private let values: [String: YAMLNode]
  /// Where the stage stands in its pipeline, for errors about it.
  public let place: YAMLNode?

  /// No option set.
  public init() {
    values = [:]
    place = nil
  }

  /// Options from a pipeline file, checked against `description`; an unknown name or a bad value is an error at its
  /// place, naming the nearest valid one.
  public init(_ node: YAMLNode, for description: StageDescription) throws(Diagnostic) {
    place = node
    var values: [String: YAMLNode] = [:]
    if case .scalar("") = node.content {  // `- clean:` with nothing behind it
      self.values = values
      return
    }
    for (key, value) in try node.pairs("options of “\(description.name)”") {
      let name = try key.string("an option's name")
      guard let option = description.options.first(where: { $0.name == name }) else {
        throw key.error(
          "pipeline.unknown-option",
          "the stage “\(description.name)” has no option “\(name)”"
            + Nearest.hint(name, among: description.options.map(\.name)))
      }
      try Self.check(value, option)
      values[name] = value
    }
    self.values = values
  }

  /// The same options with `name` set to `text`, for flags of the command line; checked like a file's.
  public func setting(_ name: String, to text: [String], for description: StageDescription) throws(Diagnostic)
    -> StageOptions
  {
    guard let option = description.options.first(where: { $0.name == name }) else {
      throw Diagnostic("pipeline.unknown-option", "the stage “\(description.name)” has no option “\(name)”")
    }
    let scalars = text.map { YAMLNode(content: .scalar($0), file: "command line", line: 0, column: 0) }
    let node: YAMLNode
    if case .list = option.kind {
      node = YAMLNode(content: .list(scalars), file: "command line", line: 0, column: 0)
    } else {
      node = scalars.first ?? YAMLNode(content: .scalar("true"), file: "command line", line: 0, column: 0)
    }
    try Self.check(node, option)
    return StageOptions(values: values.merging([name: node]) { $1 }, place: place)
  }

  private init(values: [String: YAMLNode], place: YAMLNode?) {
    self.values = values
    self.place = place
  }

  /// Value of a boolean option.
  public func boolean(_ name: String, _ standard: Bool = false) -> Bool {
    guard let node = values[name] else { return standard }
    return (try? node.boolean(name)) ?? standard
  }

  /// Value of an integer option.
  public func integer(_ name: String, _ standard: Int) -> Int {
    guard let node = values[name] else { return standard }
    return (try? node.integer(name)) ?? standard
  }

  /// Value of a text or choice option.
  public func text(_ name: String) -> String? { values[name].flatMap { try? $0.string(name) } }

  /// Values of a list option.
  public func list(_ name: String) -> [String]? { values[name].flatMap { try? $0.strings(name) } }

  /// The node of an option, for errors about its value.
  public func node(_ name: String) -> YAMLNode? { values[name] }

  /// An error about the value of an option, at its place.
  public func error(_ code: String, _ message: String, at name: String) -> Diagnostic {
    node(name)?.error(code, message) ?? Diagnostic(code, message)
  }

  /// `error` at the place of the option `name` that led to it, where it has none of its own; what file it is about is said in words then.
  public func placed(_ error: Diagnostic, at name: String) -> Diagnostic {
    guard error.line == nil, let node = node(name), node.line > 0 else { return error }
    return node.error(error.code, (error.file.map { "“\($0)” " } ?? "") + error.message)
  }

  private static func check(_ node: YAMLNode, _ option: OptionDescription) throws(Diagnostic) {
    switch option.kind {
    case .boolean: _ = try node.boolean(option.name)
    case .integer(let range):
      let value = try node.integer(option.name)
      if !range.contains(value) {
        throw node.error(
          "pipeline.bad-value", "“\(option.name)” must be from \(range.lowerBound) to \(range.upperBound), not \(value)"
        )
      }
    case .text: _ = try node.string(option.name)
    case .choice(let names):
      let value = try node.string(option.name)
      if !names.contains(value) {
        throw node.error(
          "pipeline.bad-value", "“\(option.name)” cannot be “\(value)”" + Nearest.hint(value, among: names))
      }
    case .list: _ = try node.strings(option.name)
    }
  }
}
