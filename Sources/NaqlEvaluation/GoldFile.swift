import NaqlModel
import NaqlRules

/// Reads files of gold data. One with nothing in it is refused, since every share of nothing would look perfect or wholly
/// wrong.
public enum GoldFile {
  /// The text at `path`, which must be UTF-8; `-` is standard input.
  public static func text(_ path: String) throws(Diagnostic) -> String {
    let text = try utf8(path)
    if text.allSatisfy(\.isWhitespace) { throw empty(path) }
    return text
  }

  private static func utf8(_ path: String) throws(Diagnostic) -> String {
    let bytes = try FileSystem.read(path)
    do { return try UTF8File.text(bytes) } catch {
      throw Diagnostic("gold.not-utf8", error.message, file: FileSystem.inputName(path), line: error.line)
    }
  }

  /// The sentences of annotated text at `path`, which must be UTF-8.
  public static func sentences(_ path: String, isGold: Bool) throws(Diagnostic) -> LabelledText {
    let text = try LabelledText(utf8(path), file: FileSystem.inputName(path), hasTokens: isGold)
    if isGold, text.sentences.isEmpty { throw empty(path) }
    return text
  }

  /// The table at `path`, which must have the columns named and a row.
  static func table(_ path: String, columns: [String]) throws(Diagnostic) -> TSVFile {
    let file = try TSVFile(text(path), file: FileSystem.inputName(path), columns: columns)
    if file.rows.isEmpty { throw empty(path) }
    return file
  }

  /// The rows of the table at `path`: names in Arabic script (column `arabic`), the same in Latin script (`latin` or
  /// `english`), and what kind of name each is, where there is a column `kind`.
  static func names(_ path: String) throws(Diagnostic) -> [(arabic: String, latin: String, kind: Substring?)] {
    let file = try table(path, columns: ["arabic"])
    guard let arabic = file.column("arabic"), let latin = file.column("latin") ?? file.column("english") else {
      throw Diagnostic(
        "evaluate.columns", "there is no column latin or english with the names in Latin script", file: file.file,
        line: 1)
    }
    let kind = file.column("kind")
    return file.rows.map { row in
      (String(row.cells[arabic]), String(row.cells[latin]), kind.map { row.cells[$0] })
    }
  }

  /// What is said of a file at `path` without anything to judge by.
  public static func empty(_ path: String) -> Diagnostic {
    Diagnostic("gold.empty", "the gold file has nothing to judge by in it", file: FileSystem.inputName(path))
  }
}
