import NaqlModel
import NaqlText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the lines of a page: LF, CRLF and CR end one, nothing else does.
public enum Lines {
  /// Calls `visit` with each line that holds more than white space, without the white space around it; those of `piece`
  /// alone, where it is given, which begins and ends with a line.
  public static func forEach(
    in text: UnsafeRawBufferPointer, _ piece: Range<Int>? = nil, _ visit: (TextRange) -> Void
  ) {
    guard let base = text.baseAddress else { return }
    let piece = piece ?? 0..<text.count
    var at = piece.lowerBound
    while at < piece.upperBound {
      let found = memchr(base + at, 0x0A, piece.upperBound - at)
      let end = found.map { base.distance(to: UnsafeRawPointer($0)) } ?? piece.upperBound
      while at < end {
        let found = memchr(base + at, 0x0D, end - at)
        let stop = found.map { base.distance(to: UnsafeRawPointer($0)) } ?? end
        if let range = trimmed(text, at, stop) { visit(range) }
        at = stop + 1
      }
      at = max(at, end + 1)
    }
  }

  /// `ranges` of `text`, which follow each other, with every end moved on behind the next LF.
  static func pieces(of text: [UInt8], _ ranges: [Range<Int>]) -> [Range<Int>] {
    var start = 0
    return ranges.map { range in
      let end = max(start, range.upperBound)
      let line = end == text.count ? end : text[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      defer { start = line }
      return start..<line
    }
  }

  private static func trimmed(_ text: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> TextRange? {
    var start = from
    var end = to
    while start < end {
      let (c, length) = UTF8Scalars.decode(text, start)
      guard ArabicScript.isSpace(c) else { break }
      start += length
    }
    while end > start {
      let (c, length) = UTF8Scalars.decode(text, before: end)
      guard ArabicScript.isSpace(c) else { break }
      end -= length
    }
    return start < end ? TextRange(start, end) : nil
  }
}
