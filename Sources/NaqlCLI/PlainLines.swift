import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlRules
import NaqlTables
import NaqlThreads

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
      for answers in try lanes.answers(Self.lines(text), of: text) { try output.write(answers) }
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
        if isBlank(text[line]) {
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
    text.withUnsafeBufferPointer { bytes in
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var at = start
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        lines.append(start..<(at - 1))
        if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
        start = at
      }
      if start < bytes.count { lines.append(start..<bytes.count) }
    }
    return lines
  }

  /// Whether a line is nothing but white space.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    // Other white space is U+000B, U+000C or begins with one of these bytes.
    if ![0x0B, 0x0C, 0xC2, 0xE1, 0xE2, 0xE3].contains(first) { return false }
    return String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
  }
}

/// Threads that answer lines, each with a writer of its own that is opened when it is first needed.
private final class LineLanes: @unchecked Sendable {
  private let open: @Sendable () throws(Diagnostic) -> PlainLines.Writer
  /// One a thread.
  private let lanes: [Lane]
  /// Bytes of lines that a thread takes at a time.
  private static let batch = 1 << 15

  private final class Lane: @unchecked Sendable {
    var writer: PlainLines.Writer?
    var memo = LineMemo()
  }

  /// Opens the first writer, so that errors of the rules come before any input is read.
  init(_ open: @escaping @Sendable () throws(Diagnostic) -> PlainLines.Writer) throws(Diagnostic) {
    self.open = open
    lanes = (0..<Threads.available).map { _ in Lane() }
    lanes[0].writer = try open()
  }

  /// The answers to `lines` of `text`, batch by batch, each with its line end.
  func answers(_ lines: [Range<Int>], of text: [UInt8]) throws(Diagnostic) -> [[UInt8]] {
    var batches: [Range<Int>] = []
    var start = 0
    for (number, line) in lines.enumerated()
    where line.upperBound - lines[start].lowerBound >= Self.batch || number + 1 == lines.count {
      batches.append(start..<(number + 1))
      start = number + 1
    }
    let queue = WorkQueue(batches.count)
    let results = Slots<Result<[UInt8], Diagnostic>>(batches.count)
    let (lanes, open, all) = (lanes, open, batches)
    Threads.each(min(lanes.count, batches.count)) { number in
      while let batch = queue.next() {
        results[batch] = Self.answer(lines[all[batch]], of: text, lanes[number], open)
      }
    }
    return try results.all.map { result throws(Diagnostic) in try result.get() }
  }

  private static func answer(
    _ lines: ArraySlice<Range<Int>>, of text: [UInt8], _ lane: Lane,
    _ open: @Sendable () throws(Diagnostic) -> PlainLines.Writer
  ) -> Result<[UInt8], Diagnostic> {
    do throws(Diagnostic) {
      let writer: PlainLines.Writer
      if let opened = lane.writer { writer = opened } else { writer = try open() }
      lane.writer = writer
      var answers: [UInt8] = []
      for line in lines {
        if !PlainLines.isBlank(text[line]) {
          try lane.memo.append(text[line], to: &answers) { line throws(Diagnostic) in
            Array(try writer(String(decoding: line, as: UTF8.self)).utf8)
          }
        }
        answers.append(0x0A)
      }
      return .success(answers)
    } catch { return .failure(error) }
  }
}

/// Lines answered before: scraped text and name lists say the same line again and again.
private struct LineMemo {
  private var known: [UInt64: (line: [UInt8], answer: [UInt8])] = [:]
  /// Lines kept before all are forgotten, and bytes of the longest that is kept.
  private static let limit = 10_000, longest = 4_000

  /// Appends the answer to `line`, by `make` where it was not met before.
  mutating func append(
    _ line: ArraySlice<UInt8>, to answers: inout [UInt8],
    _ make: (ArraySlice<UInt8>) throws(Diagnostic) -> [UInt8]
  ) throws(Diagnostic) {
    let hash = line.withUnsafeBytes { tableHash($0) }
    if let found = known[hash], found.line.count == line.count,
      found.line.withUnsafeBytes({ a in
        line.withUnsafeBytes { b in memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0 }
      })
    {
      answers += found.answer
      return
    }
    let answer = try make(line)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    if line.count <= Self.longest { known[hash] = (Array(line), answer) }
    answers += answer
  }
}
