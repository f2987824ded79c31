import NaqlModel
import NaqlText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the lines of a page: LF, CRLF and CR end one, nothing else does.
public enum Lines {
  /// Calls `visit` with each line that holds more than white space, without the white space around it.
  public static func forEach(in text: UnsafeRawBufferPointer, _ visit: (TextRange) -> Void) {
    guard let base = text.baseAddress else { return }
    var at = 0
    while at < text.count {
      let found = memchr(base + at, 0x0A, text.count - at)
      let end = found.map { base.distance(to: UnsafeRawPointer($0)) } ?? text.count
      while at < end {
        let found = memchr(base + at, 0x0D, end - at)
        let stop = found.map { base.distance(to: UnsafeRawPointer($0)) } ?? end
        if let range = trimmed(text, at, stop) { visit(range) }
        at = stop + 1
      }
      at = max(at, end + 1)
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
