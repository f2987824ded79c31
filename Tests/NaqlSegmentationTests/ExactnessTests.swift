import NaqlICU
import NaqlModel
import NaqlRules
import NaqlSegmentation
import Testing

@Suite("Segments and gaps give the input back") struct ExactnessTests {
  /// What random texts are made of: letters, marks, controls, emoji, lone and paired quotation marks.
  static let pieces = [
    "ا", "و", "قال", "كتاب", "د", "ه", "م", "أ", "لن", "إلخ", "5", "٢", "2023", ".", "..", "…", "؟", "!", "؛", "،", ":",
    "\"", "«", "»", "“", "”", "(", ")", "((", "))", "[", "]", " ", " ", " ", "\u{A0}", "\t", "-", "—", "\u{200F}",
    "\u{202B}", "\u{202C}", "\u{2067}", "\u{2069}", "\u{200D}", "\u{64E}", "\u{640}", "😍", "👩‍👩‍👧", "U.S", "Dr", "abc",
    "a@b.co", "۔", "ی", "\u{FD3E}", "\u{FD3F}", "\u{0}", "\u{85}", "é", "漢",
  ]

  static func text(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...14, using: &generator) { text += pieces.randomElement(using: &generator)! }
    return text
  }

  @Test("over 100,000 random strings", arguments: ["news", "uax29"])
  func property(profile: String) throws {
    let segmenter = try Segmenter(SegmentationProfile(profile, rules: Support.rules()))
    var generator = SeededGenerator(state: 3)
    for _ in 0..<100_000 {
      let text = Self.text(&generator)
      let bytes = Array(text.utf8)
      var at = 0
      var rest: [UInt8] = []
      for (range, _) in try segmenter.segments(in: bytes, TextRange(0, bytes.count)) {
        guard range.start >= at, range.end > range.start, range.end <= bytes.count else {
          Issue.record("\(range) after \(at) in \(Support.codePoints(text))")
          return
        }
        rest += bytes[at..<range.start] + []
        let isWhole = String(validating: bytes[range.bytes], as: UTF8.self) != nil
        if !isWhole {
          Issue.record("a boundary inside a code point: \(Support.codePoints(text))")
          return
        }
        at = range.end
      }
      rest += bytes[at...]
      // What lies between the segments is white space and nothing else.
      if !String(decoding: rest, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        Issue.record("text was lost: \(Support.codePoints(text))")
        return
      }
    }
  }

  @Test("the plain profile breaks where ICU's root rules break")
  func conformance() throws {
    let segmenter = try Segmenter(SegmentationProfile("uax29", rules: Support.rules()))
    let iterator = try BreakIterator(.sentence, locale: "root")
    var generator = SeededGenerator(state: 29)
    var buffer = UTF16Buffer()
    for _ in 0..<20_000 {
      let text = Self.text(&generator)
      let units = Array(text.utf16)
      try buffer.fill(text)
      var expected: [String] = []
      var from = 0
      try iterator.forEachBoundary(in: buffer) { offset, _ in
        expected.append(String(decoding: units[from..<offset], as: UTF16.self))
        from = offset
      }
      let bytes = Array(text.utf8)
      let ours = try segmenter.segments(in: bytes, TextRange(0, bytes.count)).map {
        String(decoding: bytes[$0.range.bytes], as: UTF8.self)
      }
      // White space at both ends is no part of a segment, and the block's own is not given to ICU.
      let trimmed = expected.map(Self.trimmed).filter { !$0.unicodeScalars.isEmpty }
      guard ours.map({ Array($0.unicodeScalars) }) == trimmed.map({ Array($0.unicodeScalars) }) else {
        Issue.record("\(Support.codePoints(text))")
        return
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars = scalars.dropFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
    return String(scalars)
  }
}
