import NaqlModel
import NaqlRules

/// Documents whose sentences are known.
///
/// Two forms. Text: one document after the other, a blank line between; ` ¦ ` stands where a sentence ends inside a
/// line. Table, known by its first column `id`: `id, phenomenon, input, expected, reason, options`, with ` ¦ ` between
/// the expected sentences, `\n \t \r \\ \u{…}` as escapes and flags of `naql segment` in options.
public struct SegmentationGold: Sendable {
  /// One document.
  public struct Item: Sendable {
    /// Its name.
    public let id: String
    /// What it tests, or nothing.
    public let phenomenon: String
    /// The text to cut.
    public let input: [UInt8]
    /// The sentences, in order.
    public let sentences: [String]
    /// Flags, as on the command line.
    public let options: [String]
  }

  /// The documents, in order.
  public let items: [Item]

  /// Documents as they are.
  public init(items: [Item]) { self.items = items }

  /// Reads the gold text at `path`, which must have a document; `-` is standard input.
  public init(path: String) throws(Diagnostic) {
    try self.init(GoldFile.text(path), file: FileSystem.inputName(path))
    if items.isEmpty { throw GoldFile.empty(path) }
  }

  /// Reads gold text; `file` names it in errors.
  public init(_ text: String, file: String) throws(Diagnostic) {
    items = text.hasPrefix("id\t") ? try Self.table(text, file) : Self.documents(text)
  }

  private static func table(_ text: String, _ file: String) throws(Diagnostic) -> [Item] {
    let table = try TSVFile(text, file: file, columns: ["id", "input", "expected"])
    let columns = ["id", "phenomenon", "input", "expected", "options"].map { table.column($0) }
    var items: [Item] = []
    for row in table.rows {
      let cells = columns.map { $0.map { String(row.cells[$0]) } ?? "" }
      items.append(
        Item(
          id: cells[0], phenomenon: cells[1], input: Array(try unescape(cells[2], table, row).utf8),
          sentences: split(try unescape(cells[3], table, row)),
          options: cells[4].split(separator: " ").map(String.init)))
    }
    return items
  }

  private static func documents(_ text: String) -> [Item] {
    var items: [Item] = []
    var lines: [Substring] = []
    func close() {
      if lines.isEmpty { return }
      let whole = lines.joined(separator: "\n")
      items.append(
        Item(
          id: String(items.count + 1), phenomenon: "", input: Array(whole.replacing(" ¦ ", with: " ").utf8),
          sentences: lines.flatMap { split(String($0)) }, options: []))
      lines = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) { close() } else { lines.append(line) }
    }
    close()
    return items
  }

  private static func split(_ text: String) -> [String] {
    text.split(separator: "¦").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  private static func unescape(_ text: String, _ table: TSVFile, _ row: TSVFile.Row) throws(Diagnostic) -> String {
    guard text.utf8.contains(0x5C) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "\\": result.append("\\")
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        guard rest.first == "{", let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value)
        else {
          throw table.error(row, "gold.escape", "\\u must be followed by {hexadecimal digits}")
        }
        result.append(scalar)
        rest = rest.dropFirst(digits.count + 2)
      default: throw table.error(row, "gold.escape", "unknown escape; \\n, \\t, \\r, \\\\ and \\u{…} are known")
      }
    }
    return String(result)
  }
}
