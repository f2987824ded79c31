import NaqlModel

/// A table that people edit: TAB-separated columns, a header line, `#` comments, empty lines. It is UTF-8, lines end in LF or CRLF, and a
/// byte-order mark may stand before the first, as spreadsheets write them. Spaces at the edges of a cell are no part of it.
public struct TSVFile: Sendable {
  /// A row with the line it stands on.
  public struct Row: Sendable {
    /// The cells, as many as the header has; missing ones are empty.
    public let cells: [Substring]
    /// Line from 1.
    public let line: Int
  }

  /// How the cells of a table are taken.
  public enum Cells: Sendable {
    /// Byte for byte, as in rules, where blanks and quotation marks may be meant.
    case verbatim
    /// Without blanks around them and without the quotation marks that spreadsheets put around cells: `"a ""b"""` is `a "b"`.
    case trimmed
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
    try self.init(FileSystem.text(found), file: found, columns: needed)
  }

  /// Reads the bytes of a table. What is not UTF-8 is an error at its line.
  public init(
    _ bytes: [UInt8], file: String, columns needed: [String] = [], cells: Cells = .verbatim
  ) throws(Diagnostic) {
    let text: String
    do { text = try UTF8File.text(bytes) } catch {
      throw Diagnostic("tsv.not-utf8", error.message, file: file, line: error.line)
    }
    try self.init(text, file: file, columns: needed, cells: cells)
  }

  /// Reads table text.
  public init(
    _ text: String, file: String, columns needed: [String] = [], cells form: Cells = .verbatim
  ) throws(Diagnostic) {
    self.file = file
    var header: [String]?, headerLine = 1
    var rows: [Row] = []
    var number = 0
    for line in RuleSet.lines(of: text) {
      number += 1
      if line.isEmpty || line.utf8.first == 0x23 { continue }
      var cells =
        form == .trimmed
        ? SpreadsheetRow.cells(of: line)
        : line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { Self.trimmed(Substring($0)) }
      if form == .trimmed, cells.allSatisfy(\.isEmpty) { continue }
      guard let names = header else {
        (header, headerLine) = (cells.map(String.init), number)
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
        line: headerLine)
    }
  }

  /// Position of the column `name`; `init` has checked those it was asked for.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  private static func trimmed(_ cell: Substring) -> Substring {
    guard cell.utf8.first == 0x20 || cell.utf8.last == 0x20 else { return cell }
    var cell = cell
    while cell.utf8.first == 0x20 { cell.removeFirst() }
    while cell.utf8.last == 0x20 { cell.removeLast() }
    return cell
  }

  /// The cell of `row` in the column `name`, which must hold one of `known`; another is an error with the nearest.
  public func choice(
    _ row: Row, _ name: String, among known: [String], _ code: String
  ) throws(Diagnostic) -> String {
    let value = column(name).map { String(row.cells[$0]) } ?? ""
    if known.contains(value) { return value }
    throw error(row, code, "“\(name)” cannot be “\(value)”" + Nearest.hint(value, among: known))
  }

  /// An error at a row.
  public func error(_ row: Row, _ code: String, _ message: String) -> Diagnostic {
    Diagnostic(code, message, file: file, line: row.line)
  }
}
