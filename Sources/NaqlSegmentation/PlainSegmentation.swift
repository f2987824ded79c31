#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import NaqlModel
import NaqlText

/// Cuts plain text whose lines are the blocks: every sentence of every line, piece after piece of the input, in flat
/// memory.
public struct PlainSegmentation {
  private let cutter: BlockCutter
  private let unwrap: Bool

  /// By the given settings.
  public init(_ settings: SegmentationSettings) throws(Diagnostic) {
    cutter = try settings.makeCutter()
    unwrap = settings.unwrap
  }

  /// Calls `visit` with each sentence of `text`, in order. LF, CRLF and CR end a line.
  public func forEachSentence(in text: UnsafeRawBufferPointer, _ visit: (TextRange) -> Void) throws(Diagnostic) {
    if unwrap {
      return try forEachParagraph(in: text) { block throws(Diagnostic) in
        try cutter.forEachSegment(in: text, block) { range, _ in visit(range) }
      }
    }
    var start = 0
    while start < text.count {
      let end = Self.lineEnd(text, start)
      try cutter.forEachSegment(in: text, TextRange(start, end)) { range, _ in visit(range) }
      start = end + 1
    }
  }

  /// Appends the sentences of `text` to `output`, one a line, white space inside folded to one space.
  public func write(_ text: [UInt8], to output: inout [UInt8]) throws(Diagnostic) {
    let result: Result<Void, Diagnostic> = text.withUnsafeBytes { bytes in
      do throws(Diagnostic) {
        try forEachSentence(in: bytes) { range in Self.appendFolded(bytes, range, to: &output) }
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }

  /// How many of the bytes at hand end with a whole line (or, with `unwrap`, a blank one): the rest waits for more.
  public func wholeLines(_ text: UnsafeRawBufferPointer) -> Int {
    var at = text.count
    while at > 0 {
      let b = text[at - 1]
      if b == 0x0A || (b == 0x0D && at < text.count) {
        if !unwrap { return at }
        var before = at - 1
        while before > 0, text[before - 1] == 0x20 || text[before - 1] == 0x09 || text[before - 1] == 0x0D {
          before -= 1
        }
        if before > 0, text[before - 1] == 0x0A { return at }
      }
      at -= 1
    }
    return 0
  }

  private func forEachParagraph(
    in text: UnsafeRawBufferPointer, _ visit: (TextRange) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var lines: [TextRange] = []
    var start = 0
    while start <= text.count {
      let end = start < text.count ? Self.lineEnd(text, start) : text.count
      let from = Characters.skipSpace(text, start, end)
      let to = Characters.backSpace(text, end, from)
      let isBlank = from >= to
      if !isBlank { lines.append(TextRange(from, to)) }
      if isBlank || end >= text.count {
        for (first, last) in Unwrapping.paragraphs(lines, in: text) {
          try visit(TextRange(lines[first].start, lines[last].end))
        }
        lines.removeAll(keepingCapacity: true)
      }
      // CRLF is one line end.
      start = end + (end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A ? 2 : 1)
    }
  }

  /// Offset of the line end after `start`, or the end of the text.
  @inline(__always)
  static func lineEnd(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    guard let base = text.baseAddress, start < text.count else { return start }
    var count = text.count - start
    if let feed = memchr(base + start, 0x0A, count) { count = UnsafeRawPointer(feed) - (base + start) }
    if let carriage = memchr(base + start, 0x0D, count) { count = UnsafeRawPointer(carriage) - (base + start) }
    return start + count
  }

  /// The high bit of every byte that is zero.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// One byte that is not 0 for each byte that may begin white space other than the plain space.
  private struct WhiteTable: @unchecked Sendable {
    // Sendable: written once, before anybody reads it.
    let bytes: UnsafePointer<UInt8>

    init() {
      let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
      table.initialize(repeating: 0, count: 256)
      for byte in 0..<0x20 { table[byte] = 1 }
      for byte in [0xC2, 0xE1, 0xE2, 0xE3] { table[byte] = 1 }
      bytes = UnsafePointer(table)
    }
  }

  private static let whiteTable = WhiteTable()

  /// Appends the text of `range` and a line end; each stretch of white space becomes one space.
  static func appendFolded(_ text: UnsafeRawBufferPointer, _ range: TextRange, to output: inout [UInt8]) {
    var from = range.start
    var at = range.start
    let spaces: UInt64 = 0x2020_2020_2020_2020
    let table = whiteTable.bytes
    while at < range.end {
      if at + 9 <= range.end, let base = text.baseAddress {
        let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let next = base.loadUnaligned(fromByteOffset: at + 1, as: UInt64.self)
        let low =
          table[Int(word & 0xFF)] | table[Int(word >> 8 & 0xFF)] | table[Int(word >> 16 & 0xFF)]
          | table[Int(word >> 24 & 0xFF)]
        let high =
          table[Int(word >> 32 & 0xFF)] | table[Int(word >> 40 & 0xFF)] | table[Int(word >> 48 & 0xFF)]
          | table[Int(word >> 56)]
        // A byte is a space where its difference from one is zero; two in a row must be folded.
        if low | high == 0, zeroBytes(word ^ spaces) & zeroBytes(next ^ spaces) == 0, text[at + 8] >= 0x20,
          table[Int(text[at + 8])] == 0
        {
          at += 8
          continue
        }
      }
      let b = text[at]
      // A lone space needs nothing; other white space, or two in a row, is folded.
      if b > 0x20 && b < 0xC2 || b > 0xC2 && b < 0xE1 || b > 0xE3 {
        at += 1
        continue
      }
      if b == 0x20, at + 1 < range.end, text[at + 1] > 0x20, text[at + 1] != 0xC2, text[at + 1] < 0xE1 {
        at += 1
        continue
      }
      let after = Characters.skipSpace(text, at, range.end)
      if after == at {
        at += 1
        continue
      }
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[from..<at]))
      output.append(0x20)
      from = after
      at = after
    }
    output.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[from..<range.end]))
    output.append(0x0A)
  }
}
