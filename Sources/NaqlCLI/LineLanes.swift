import NaqlModel
import NaqlTables
import NaqlThreads

/// Threads that answer lines, each with a writer of its own that is opened when it is first needed; a line that was met before has its
/// answer already: scraped text and lists of names say the same line again and again.
final class LineLanes {
  private let open: @Sendable () throws(Diagnostic) -> PlainLines.Writer
  /// One a thread.
  private let lanes: [Lane]
  /// The lines met, by number.
  private var known = ByteMap()
  /// Their answers, each with its line end.
  private var answers: [[UInt8]] = []
  /// Bytes of lines that a thread takes at a time.
  private static let batch = 1 << 15
  /// Bytes of the new lines since all were forgotten, and how many are kept.
  private var kept = 0
  private static let limit = 1 << 26

  private final class Lane: @unchecked Sendable {
    var writer: PlainLines.Writer?
  }

  /// Opens the first writer, so that errors of the rules come before any input is read.
  init(_ open: @escaping @Sendable () throws(Diagnostic) -> PlainLines.Writer) throws(Diagnostic) {
    self.open = open
    lanes = (0..<Threads.available).map { _ in Lane() }
    lanes[0].writer = try open()
  }

  /// Calls `write` with the answer to each of the `lines` of `text`, in their order; a blank line is answered by an empty one.
  func answer(
    _ lines: [Range<Int>], of text: [UInt8], _ write: ([UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if kept >= Self.limit { (known, answers, kept) = (ByteMap(), [], 0) }
    var fresh: [Range<Int>] = []
    let numbers = text.withUnsafeBytes { bytes in
      lines.map { range -> Int? in
        let line = UnsafeRawBufferPointer(rebasing: bytes[range])
        if PlainLines.isBlank(line) { return nil }
        let (number, isNew) = known.number(of: line)
        if isNew {
          fresh.append(range)
          kept += line.count
        }
        return number
      }
    }
    answers += try makeAnswers(fresh, of: text)
    let blank: [UInt8] = [0x0A]
    for number in numbers { try write(number.map { answers[$0] } ?? blank) }
  }

  /// The answers to lines that are all different, each with its line end.
  private func makeAnswers(_ lines: [Range<Int>], of text: [UInt8]) throws(Diagnostic) -> [[UInt8]] {
    var batches: [Range<Int>] = []
    var start = 0
    for (number, line) in lines.enumerated()
    where line.upperBound - lines[start].lowerBound >= Self.batch || number + 1 == lines.count {
      batches.append(start..<(number + 1))
      start = number + 1
    }
    let (lanes, open, all) = (lanes, open, batches)
    let queue = WorkQueue(all.count)
    let results = Slots<Result<[[UInt8]], Diagnostic>>(all.count)
    Threads.each(min(lanes.count, all.count)) { number in
      while let batch = queue.next() {
        results[batch] = Self.answers(lines[all[batch]], of: text, lanes[number], open)
      }
    }
    var made: [[UInt8]] = []
    for result in results.all { made += try result.get() }
    return made
  }

  private static func answers(
    _ lines: ArraySlice<Range<Int>>, of text: [UInt8], _ lane: Lane,
    _ open: @Sendable () throws(Diagnostic) -> PlainLines.Writer
  ) -> Result<[[UInt8]], Diagnostic> {
    do throws(Diagnostic) {
      let writer: PlainLines.Writer
      if let opened = lane.writer { writer = opened } else { writer = try open() }
      lane.writer = writer
      var answers: [[UInt8]] = []
      for line in lines { answers.append(Array((try writer(String(decoding: text[line], as: UTF8.self)) + "\n").utf8)) }
      return .success(answers)
    } catch { return .failure(error) }
  }
}
