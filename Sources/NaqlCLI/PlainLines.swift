import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlRules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads text line by line for the commands that give a line for each: LF, CR LF and CR end a line, blank lines are
/// echoed empty. Of Naql JSON Lines the lines of each document's text are read.
enum PlainLines {
  /// What turns a line into the line that answers it. One thread's own.
  typealias Writer = (String) throws(Diagnostic) -> String

  /// Writes what a writer makes of each line of the inputs, in their order, on as many threads as that is worth; `open`
  /// makes a writer for each. The same line must always be answered by the same.
  static func map(_ input: InputOptions, _ open: @escaping @Sendable () throws(Diagnostic) -> Writer) throws {
    var output = StandardOutput()
    let lanes = try LineLanes(open)
    let isComplete = try forEachText(input) { document throws(Diagnostic) in
      let text = document.text
      try lanes.answer(Self.lines(text), of: text) { answer throws(Diagnostic) in try output.write(answer) }
    }
    try output.flush()
    // The program ends here: giving back all that the writers keep would only take time.
    _ = Unmanaged.passRetained(lanes)
    if !isComplete { throw ExitCode(2) }
  }

  /// Calls `body` with each line of the inputs; it writes the line that answers it, or returns what is wrong with the line.
  /// That is reported with its place, an empty line answers it, and the exit is 2.
  static func forEach(
    _ input: InputOptions, _ body: (String, inout StandardOutput) throws(Diagnostic) -> Diagnostic?
  ) throws {
    var output = StandardOutput()
    var hasFaults = false
    var number = 0
    let isComplete = try forEachText(input) { document throws(Diagnostic) in
      if document.part <= 1 { number = 0 }
      let text = document.text
      for line in Self.lines(text) {
        number += 1
        if text[line].withUnsafeBytes({ isBlank($0) }) {
          try output.write("\n")
        } else if var fault = try body(String(decoding: text[line], as: UTF8.self), &output) {
          hasFaults = true
          (fault.file, fault.line) = (document.path ?? FileSystem.inputName("-"), number)
          StandardError.print(fault)
          try output.write("\n")
        }
      }
    }
    try output.flush()
    if hasFaults || !isComplete { throw ExitCode(2) }
  }

  /// Calls `body` with the text of each input, in parts cut at line ends; says what could not be read, goes on with the
  /// rest, and returns whether all was read.
  private static func forEachText(
    _ input: InputOptions, _ body: (Document) throws(Diagnostic) -> Void
  ) throws -> Bool {
    var reader = DocumentReader(input.settings)
    var isComplete = true
    for path in input.paths {
      try reader.read(
        path, document: { document throws(Diagnostic) in try body(document) },
        fault: { diagnostic in
          if diagnostic.severity == .error {
            StandardError.print(diagnostic)
            isComplete = false
          }
        })
    }
    return isComplete
  }

  /// Where the lines of a text are, without their ends and without a byte-order mark.
  static func lines(_ text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      func next(_ byte: Int32, from start: Int) -> Int {
        memchr(base + start, byte, bytes.count - start).map { UnsafeRawPointer($0) - base } ?? bytes.count
      }
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var (feed, carriage) = (next(0x0A, from: start), next(0x0D, from: start))
      while true {
        let end = min(feed, carriage)
        if end == bytes.count { break }
        lines.append(start..<end)
        start = end + 1
        if end == carriage, start == feed, feed < bytes.count { start += 1 }
        if feed < start { feed = next(0x0A, from: start) }
        if carriage < start { carriage = next(0x0D, from: start) }
      }
      if start < bytes.count { lines.append(start..<bytes.count) }
    }
    return lines
  }

  /// Whether a line is nothing but white space.
  static func isBlank(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    // Other white space is U+000B, U+000C or begins with one of these bytes.
    switch first {
    case 0x0B, 0x0C, 0xC2, 0xE1, 0xE2, 0xE3: return String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
    default: return false
    }
  }
}
