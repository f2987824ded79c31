/// Punctuation on the edges of a word.
public enum EdgeMarks {
  /// `span` without the punctuation before and behind the word, in bytes of `text`; empty at its start where there is
  /// nothing else.
  public static func core(of span: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var start = span.lowerBound, end = span.upperBound
    while start < end, let length = mark(at: start, in: text, before: end) { start += length }
    while end > start, let length = mark(endingAt: end, in: text, behind: start) { end -= length }
    return start..<end
  }

  /// Length of the mark at `at`: ASCII, « », ، ؛ ؟, or General Punctuation U+2010–U+2027, U+2030–U+203F.
  private static func mark(at: Int, in text: [UInt8], before end: Int) -> Int? {
    let lead = text[at]
    if lead < 0x80 { return isASCIIMark(lead) ? 1 : nil }
    guard at + 1 < end else { return nil }
    if isPair(lead, text[at + 1]) { return 2 }
    guard at + 2 < end, lead == 0xE2, text[at + 1] == 0x80 else { return nil }
    return isGeneral(text[at + 2]) ? 3 : nil
  }

  private static func mark(endingAt end: Int, in text: [UInt8], behind start: Int) -> Int? {
    let last = text[end - 1]
    if last < 0x80 { return isASCIIMark(last) ? 1 : nil }
    guard end - 2 >= start else { return nil }
    if isPair(text[end - 2], last) { return 2 }
    guard end - 3 >= start, text[end - 3] == 0xE2, text[end - 2] == 0x80 else { return nil }
    return isGeneral(last) ? 3 : nil
  }

  private static func isASCIIMark(_ c: UInt8) -> Bool {
    c > 0x20 && !(c >= 0x30 && c <= 0x39) && !(c >= 0x41 && c <= 0x5A) && !(c >= 0x61 && c <= 0x7A)
  }

  private static func isPair(_ a: UInt8, _ b: UInt8) -> Bool {
    a == 0xC2 ? b == 0xAB || b == 0xBB : a == 0xD8 && (b == 0x8C || b == 0x9B || b == 0x9F)
  }

  private static func isGeneral(_ c: UInt8) -> Bool { (c >= 0x90 && c <= 0xA7) || (c >= 0xB0 && c <= 0xBF) }
}
