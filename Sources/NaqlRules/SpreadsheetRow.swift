/// Reads a row of TAB-separated cells as spreadsheets write it.
enum SpreadsheetRow {
  /// The cells of a line, without blanks around them. A cell in quotation marks may hold TABs, and a doubled mark stands for one; a mark
  /// that nothing closes before the next TAB or the end (`"بي بي سي" عربية`) is part of the cell.
  static func cells(of line: Substring) -> [Substring] {
    var cells: [Substring] = []
    var rest = line[...]
    while true {
      if let (cell, after) = quoted(rest) {
        cells.append(trimmed(cell[...]))
        rest = rest[after...]
      } else {
        let end = rest.firstIndex(of: "\t") ?? rest.endIndex
        cells.append(trimmed(rest[..<end]))
        rest = rest[end...]
      }
      // What is left begins with the TAB before the next cell.
      if rest.isEmpty { return cells }
      rest = rest.dropFirst()
    }
  }

  /// The first cell of `rest` where it stands in quotation marks, and where it ends.
  private static func quoted(_ rest: Substring) -> (cell: String, end: Substring.Index)? {
    guard let first = rest.firstIndex(where: { $0 != " " }), rest[first] == "\"" else { return nil }
    var cell = ""
    var at = rest.index(after: first)
    while at < rest.endIndex {
      let next = rest.index(after: at)
      if rest[at] != "\"" {
        cell.append(rest[at])
        at = next
      } else if next < rest.endIndex, rest[next] == "\"" {
        cell.append("\"")
        at = rest.index(after: next)
      } else {
        let end = rest[next...].firstIndex { $0 != " " } ?? rest.endIndex
        return end == rest.endIndex || rest[end] == "\t" ? (cell, end) : nil
      }
    }
    return nil
  }

  private static func trimmed(_ cell: Substring) -> Substring {
    guard let first = cell.firstIndex(where: { !$0.isWhitespace }),
      let last = cell.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return cell[first...last]
  }
}
