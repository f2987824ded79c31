import CYAML
import NaqlModel

/// Reads YAML text into nodes that know their places. One document; aliases are refused, keys stand once in a map.
final class YAMLReader {
  private let file: String
  /// Lists and maps that are open, the innermost last.
  private var open: [Block] = []
  private var root: YAMLNode?
  private var fault: Diagnostic?

  /// A list or a map whose end has not come; a map has keys and values in turn.
  private struct Block {
    let isMap: Bool
    let line: Int
    let column: Int
    var nodes: [YAMLNode] = []
    /// Line of each key of a map.
    var keys: [String: Int] = [:]
  }

  private init(file: String) { self.file = file }

  /// The document in `text`; a fault is thrown with its place. `file` is how errors name it.
  static func read(_ text: String, file: String) throws(Diagnostic) -> YAMLNode {
    let reader = YAMLReader(file: file)
    var error = naql_yaml_error()
    // A byte-order mark, as some editors write it, is no part of the text.
    var text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let status = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        naql_yaml_read(
          chars.baseAddress, Int64(chars.count), Unmanaged.passUnretained(reader).toOpaque(),
          { context, event in
            guard let context, let event else { return }
            Unmanaged<YAMLReader>.fromOpaque(context).takeUnretainedValue().take(event.pointee)
          }, &error)
      }
    }
    if let fault = reader.fault { throw fault }
    if status != 0 {
      let message = withUnsafeBytes(of: error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw Diagnostic(
        "yaml.syntax", "is no valid YAML: \(message)", file: file, line: Int(error.line), column: Int(error.column))
    }
    guard let root = reader.root else { throw Diagnostic("yaml.empty", "the file is empty", file: file) }
    return root
  }

  private func take(_ event: naql_yaml_event) {
    if fault != nil { return }
    let line = Int(event.line), column = Int(event.column)
    switch event.kind {
    case NAQL_YAML_SCALAR:
      let bytes = UnsafeRawBufferPointer(start: event.text, count: Int(event.length))
      add(.scalar(String(decoding: bytes, as: UTF8.self)), line, column)
    case NAQL_YAML_LIST_START, NAQL_YAML_MAP_START:
      open.append(Block(isMap: event.kind == NAQL_YAML_MAP_START, line: line, column: column))
    case NAQL_YAML_LIST_END, NAQL_YAML_MAP_END:
      guard let block = open.popLast() else { return }
      let nodes = block.nodes
      add(
        block.isMap
          ? .map(stride(from: 0, to: nodes.count - 1, by: 2).map { (key: nodes[$0], value: nodes[$0 + 1]) })
          : .list(nodes), block.line, block.column)
    case NAQL_YAML_ALIAS:
      complain("yaml.alias", "aliases are not used in rule files", line, column)
    default:
      complain("yaml.syntax", "is no valid YAML: a second document begins; a file holds one", line, column)
    }
  }

  private func add(_ content: YAMLNode.Content, _ line: Int, _ column: Int) {
    let node = YAMLNode(content: content, file: file, line: line, column: column)
    guard let last = open.indices.last else {
      root = node
      return
    }
    if open[last].isMap, open[last].nodes.count.isMultiple(of: 2), case .scalar(let key) = content {
      if let first = open[last].keys.updateValue(line, forKey: key) {
        complain(
          "yaml.duplicate-key", "“\(key)” is given twice in one block, first on line \(first); remove one of the two",
          line, column)
      }
    }
    open[last].nodes.append(node)
  }

  private func complain(_ code: String, _ message: String, _ line: Int, _ column: Int) {
    if fault == nil { fault = Diagnostic(code, message, file: file, line: line, column: column) }
  }
}
