import NaqlModel
import NaqlRules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open input: a file or standard input. Read, never mapped, since a file cut short under a map kills the process.
final class InputFile {
  let descriptor: Int32
  let name: String
  /// Whether it was opened here, and is to be closed here.
  private let isOwn: Bool

  /// Opens `path`; `-` is standard input. A folder, or what cannot be opened, is an error.
  init(_ path: String) throws(Diagnostic) {
    name = path == "-" ? "standard input" : path
    isOwn = path != "-"
    if path == "-" {
      descriptor = 0
      return
    }
    if FileSystem.isDirectory(path) {
      throw Diagnostic("read.directory", "is a folder; name the files in it", file: path)
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw Diagnostic("read.cannot-open", "cannot be opened: \(String(cString: strerror(errno)))", file: path)
    }
  }

  /// An input that is open already and is closed elsewhere; `name` is that of the file, nil for standard input.
  init(_ descriptor: Int32, name: String?) {
    self.descriptor = descriptor
    self.name = name ?? "standard input"
    isOwn = false
  }

  deinit { if isOwn, descriptor >= 0 { close(descriptor) } }

  /// Appends up to `count` more bytes to `buffer`; false at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(Diagnostic) -> Bool {
    try FileSystem.read(count, from: descriptor, name: name, into: &buffer)
  }
}

/// Hands an input out in whole lines, so that memory holds one part, or one line, at a time.
struct LineChunks {
  private let input: InputFile?
  private let partSize: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var ended = false
  /// Whether the last line ended in CR, so that an LF that follows belongs to it.
  private var endedInCR = false

  /// The lines of an open input, of which `begun` was read already.
  init(_ input: InputFile, partSize: Int, begun: [UInt8] = []) {
    self.input = input
    self.partSize = partSize
    buffer = begun
  }

  /// The lines of text that is in memory already.
  init(decoded: [UInt8], partSize: Int) {
    input = nil
    self.partSize = partSize
    buffer = decoded
    ended = true
  }

  /// Whether everything has been handed out.
  var isAtEnd: Bool { ended && start == buffer.count }

  /// The first bytes that are not handed out yet, at most `count`.
  mutating func peek(_ count: Int) throws(Diagnostic) -> ArraySlice<UInt8> {
    try fill(upTo: count)
    return buffer[start...].prefix(count)
  }

  /// Length of the byte-order mark that some editors put before UTF-8; 0 where none stands here.
  mutating func markLength() throws(Diagnostic) -> Int {
    try peek(Self.mark.count).elementsEqual(Self.mark) ? Self.mark.count : 0
  }

  /// Passes over `count` bytes that were peeked at.
  mutating func skip(_ count: Int) { start += count }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Everything that is left.
  mutating func rest() throws(Diagnostic) -> [UInt8] {
    try fill(upTo: .max)
    return take(buffer.count - start)
  }

  /// The next part: all that is left where that is at most `partSize` bytes, else whole lines up to that size. `linesBefore` is the number of
  /// lines handed out before, for errors.
  mutating func nextChunk(_ file: String?, linesBefore: Int = 0) throws(Diagnostic) -> [UInt8]? {
    try fill(upTo: partSize + 1)
    let left = buffer.count - start
    if left == 0 { return nil }
    if left <= partSize { return take(left) }
    var cut = partSize
    // CR LF is one line end: never cut between the two.
    while cut > 0, !isLineEnd(start + cut - 1) || (buffer[start + cut - 1] == 0x0D && buffer[start + cut] == 0x0A) {
      cut -= 1
    }
    guard cut > 0 else {
      throw Diagnostic(
        "read.line-too-long",
        "a line is longer than \(partSize >> 20) MB; put line ends between its paragraphs, or set part-size of “read” higher",
        file: file ?? "standard input", line: linesBefore + 1)
    }
    return take(cut)
  }

  /// The next line without its end (LF, CR LF or CR), for JSON Lines.
  mutating func nextLine() throws(Diagnostic) -> [UInt8]? {
    if endedInCR {
      endedInCR = false
      try fill(upTo: 1)
      if start < buffer.count, buffer[start] == 0x0A { start += 1 }
    }
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(where: Self.endsLine) {
        let line = Array(buffer[start..<end])
        endedInCR = buffer[end] == 0x0D
        start = end + 1
        return line
      }
      searched = buffer.count
      if ended { break }
      let before = start
      try fill(upTo: buffer.count - start + max(1 << 16, buffer.count - start))
      searched -= before - start
    }
    return start == buffer.count ? nil : take(buffer.count - start)
  }

  /// The first line behind a byte-order mark of so many bytes, left in place.
  mutating func peekLine(behind mark: Int) throws(Diagnostic) -> [UInt8] {
    try fill(upTo: 1 << 16)
    guard buffer.count > start + mark, buffer[(start + mark)...].first(where: { $0 != 0x20 }) == 0x7B else { return [] }
    while true {
      if let end = buffer[start...].firstIndex(where: Self.endsLine) { return Array(buffer[(start + mark)..<end]) }
      if ended { return Array(buffer[(start + mark)...]) }
      try fill(upTo: (buffer.count - start) * 2)
    }
  }

  private func isLineEnd(_ index: Int) -> Bool { Self.endsLine(buffer[index]) }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func take(_ count: Int) -> [UInt8] {
    if start == 0, count == buffer.count, ended {
      defer { buffer = [] }
      return buffer
    }
    defer { start += count }
    return Array(buffer[start..<start + count])
  }

  private mutating func fill(upTo wanted: Int) throws(Diagnostic) {
    if ended || buffer.count - start >= wanted { return }
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    while buffer.count < wanted {
      guard let input, try input.read(max(1 << 16, min(wanted - buffer.count, 1 << 22)), into: &buffer) else {
        ended = true
        return
      }
    }
  }
}
