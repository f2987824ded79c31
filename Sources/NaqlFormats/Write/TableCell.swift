/// Cells of tables: on one line, without bidi controls, and guarded where a spreadsheet would run them.
enum TableCell {
  /// A cell of a TAB-separated table.
  static func tsv(_ text: String) -> String { guarded(text) }

  /// A cell of CSV (RFC 4180), in quotation marks where it needs them.
  static func csv(_ text: String) -> String {
    let text = guarded(text)
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// The text with white space folded, controls that only turn the direction of writing dropped, and an apostrophe before
  /// what would be a formula.
  private static func guarded(_ text: String) -> String {
    var cell = text.foldingWhiteSpace()
    if cell.unicodeScalars.contains(where: { isBidiControl($0.value) }) {
      let kept = cell.unicodeScalars.filter { !isBidiControl($0.value) }
      cell = String(String.UnicodeScalarView(kept)).foldingWhiteSpace()
    }
    return cell.utf8.first.map { "=+-@".utf8.contains($0) } == true ? "'" + cell : cell
  }

  /// Whether a character is one of Unicode's bidirectional controls (Bidi_Control in Unicode 15).
  private static func isBidiControl(_ c: UInt32) -> Bool {
    c == 0x61C || c == 0x200E || c == 0x200F || (0x202A...0x202E).contains(c) || (0x2066...0x2069).contains(c)
  }
}
