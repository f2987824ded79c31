import NaqlModel

/// A table that people edit: TAB-separated columns, a header line, `#` comments, empty lines. Lines end in LF or CRLF, and a
/// byte-order mark may stand before the first, as spreadsheets write them.
public struct TSVFile: Sendable {
  /// A row with the line it stands on.
  public struct Row: Sendable {
    /// The cells, as many as the header has; missing ones are empty.
    public let cells: [Substring]
    /// Line from 1.
    public let line: Int
  }

  /// The file, as errors name it.
  public let file: String
  /// Names of the columns.
  public let columns: [String]
  /// All rows, in order.
  public let rows: [Row]

  /// Reads the table at `path` of `rules`; it must have the columns named, in any order and with more beside them.
  public init(_ rules: RuleSet, _ path: String, columns needed: [String] = []) throws(Diagnostic) {
    let found = try rules.require(path)
    try self.init(String(decoding: FileSystem.read(found), as: UTF8.self), file: found, columns: needed)
  }

  /// Reads table text.
  public init(_ text: String, file: String, columns needed: [String] = []) throws(Diagnostic) {
    self.file = file
    var header: [String]?
    var rows: [Row] = []
    var number = 0
    for line in RuleSet.lines(of: text) {
      number += 1
      if line.isEmpty || line.utf8.first == 0x23 { continue }
      var cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
      guard let names = header else {
        header = cells.map(String.init)
        continue
      }
      if cells.count > names.count {
        throw Diagnostic(
          "tsv.columns", "\(cells.count) columns where the header has \(names.count)", file: file, line: number)
      }
      while cells.count < names.count { cells.append("") }
      rows.append(Row(cells: cells, line: number))
    }
    columns = header ?? []
    self.rows = rows
    for name in needed where !columns.contains(name) {
      throw Diagnostic(
        "tsv.missing-column", "the column “\(name)” is missing" + Nearest.hint(name, among: columns), file: file,
        line: 1)
    }
  }

  /// Position of the column `name`; `init` has checked those it was asked for.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// An error at a row.
  public func error(_ row: Row, _ code: String, _ message: String) -> Diagnostic {
    Diagnostic(code, message, file: file, line: row.line)
  }
}
