/// Tells what is wrong with a file that ought to be UTF-8.
public enum UTF8File {
  /// What is wrong and in which line, from 1, if that can be told.
  public struct Fault: Error {
    /// What was found and what to do.
    public let message: String
    /// The line, from 1.
    public let line: Int?
    /// The column in code points, from 1.
    public let column: Int?
  }

  /// The text of a file, which must be UTF-8; a byte-order mark before it stays.
  public static func text(_ bytes: [UInt8]) throws(Fault) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Fault(
        message: "the file is UTF-16 (“Unicode text”, as some spreadsheets save it); save it as UTF-8", line: nil,
        column: nil)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // The end of a line is never part of a character, so that the first bad line can be told by itself.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw Fault(
      message: "the line is not UTF-8; save the file as UTF-8", line: bad + 1, column: validScalars(lines[bad]) + 1)
  }

  /// Number of code points before the first bytes that are none.
  private static func validScalars(_ line: ArraySlice<UInt8>) -> Int {
    var bytes = line.makeIterator(), decoder = UTF8(), count = 0
    while case .scalarValue = decoder.decode(&bytes) { count += 1 }
    return count
  }
}
