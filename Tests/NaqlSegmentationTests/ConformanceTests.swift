import NaqlModel
import NaqlRules
import NaqlSegmentation
import Testing

/// Unicode's own test of sentence breaks, as Debian's package `unicode-data` installs it; skipped where it is not there.
@Suite("UAX #29") struct ConformanceTests {
  static let file = "/usr/share/unicode/auxiliary/SentenceBreakTest.txt"
  static var isThere: Bool { (try? FileSystem.read(file)) != nil }

  @Test("the plain profile passes Unicode's SentenceBreakTest", .enabled(if: isThere, "needs unicode-data"))
  func sentenceBreakTest() throws {
    let segmenter = try Segmenter(SegmentationProfile("uax29", rules: Support.rules()))
    var rows = 0
    for line in String(decoding: try FileSystem.read(Self.file), as: UTF8.self).split(separator: "\n") {
      let row = line.prefix { $0 != "#" }
      if row.allSatisfy(\.isWhitespace) { continue }
      var sentences: [String] = []
      for sign in row.split(whereSeparator: \.isWhitespace) {
        switch sign {
        case "÷": sentences.append("")
        case "×": break
        default: sentences[sentences.count - 1].unicodeScalars.append(Unicode.Scalar(UInt32(sign, radix: 16)!)!)
        }
      }
      let text = Array(sentences.joined().utf8)
      let ours = try segmenter.segments(in: text, TextRange(0, text.count)).map { Array(text[$0.range.bytes]) }
      // White space around a sentence is no part of a segment.
      #expect(ours == sentences.map(Self.trimmed).filter { !$0.isEmpty }, "\(row)")
      rows += 1
    }
    #expect(rows > 400)
  }

  private static func trimmed(_ text: String) -> [UInt8] {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars = scalars.dropFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
    return Array(String(scalars).utf8)
  }
}
