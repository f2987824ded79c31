import NaqlModel

extension FileSystem {
  /// The text of the file at `path`, which must be UTF-8: bytes that are not are an error at their line and column.
  public static func text(_ path: String) throws(Diagnostic) -> String {
    let bytes = try read(path)
    do { return try UTF8File.text(bytes) } catch {
      throw Diagnostic("rules.not-utf8", error.message, file: inputName(path), line: error.line, column: error.column)
    }
  }
}
