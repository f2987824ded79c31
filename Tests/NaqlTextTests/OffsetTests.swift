import NaqlModel
import NaqlText
import Testing

@Suite("Offsets into text") struct OffsetTests {
  @Test("code points are the same forwards and backwards, of one to four bytes")
  func scalars() {
    let text = "aé،ا\u{64E}…\u{FEFB}😀"
    let bytes = Array(text.utf8), expected = text.unicodeScalars.map(\.value)
    bytes.withUnsafeBytes { bytes in
      var forwards: [UInt32] = [], at = 0
      while at < bytes.count {
        let (scalar, length) = UTF8Scalars.decode(bytes, at)
        forwards.append(scalar)
        at += length
      }
      var backwards: [UInt32] = []
      while at > 0 {
        let (scalar, length) = UTF8Scalars.decode(bytes, before: at)
        backwards.append(scalar)
        at -= length
      }
      #expect(forwards == expected)
      #expect(backwards == expected.reversed())
    }
    var again: [UInt8] = []
    for scalar in expected { UTF8Scalars.append(scalar, to: &again) }
    #expect(again == bytes)
  }

  private func tokens(_ text: String, _ range: TextRange? = nil) -> [String] {
    let bytes = Array(text.utf8)
    var found: [Token] = []
    bytes.withUnsafeBytes { Tokeniser.append($0, range ?? TextRange(0, $0.count), to: &found) }
    return found.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }

  @Test(
    "tokens are words with their marks, numbers, handles and single marks of punctuation",
    arguments: [
      ("قال بايدن: \"1.5 مليون\"", ["قال", "بايدن", ":", "\"", "1.5", "مليون", "\""]),
      ("كَتَبَ،كتاباً", ["كَتَبَ", "،", "كتاباً"]),
      ("\u{200F}قمة\u{A0}العشرين\u{200F} G20", ["قمة", "العشرين", "G20"]),
      ("تابعونا @naql_ar على #القمة_العربية", ["تابعونا", "@naql_ar", "على", "#", "القمة", "_", "العربية"]),
    ])
  func tokens(_ text: String, _ expected: [String]) {
    #expect(tokens(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test("tokens of a stretch have offsets into the whole text")
  func stretch() {
    let text = "أول ثان ثالث", second = TextRange(7, 14)
    #expect(tokens(text, second) == ["ثان"])
    #expect(tokens(text, TextRange(0, 0)).isEmpty)
  }

  @Test(
    "the core of a word is what stands between its marks of punctuation",
    arguments: [("«دمشق»،", "دمشق"), ("(2025)", "2025"), ("؟!", ""), ("قلم", "قلم"), ("…بيت…", "بيت"), ("د.م.", "د.م")])
  func core(_ word: String, _ core: String) {
    let bytes = Array(word.utf8)
    #expect(String(decoding: bytes[EdgeMarks.core(of: 0..<bytes.count, in: bytes)], as: UTF8.self) == core)
  }

  @Test("readings of the front of a word, the whole word first")
  func clitics() {
    var fronts: [[Int]] = []
    Array("وللرياض".utf8).withUnsafeBytes { word in
      CliticHypothesis.forEach(in: word) { fronts.append([$0.conjunction, $0.preposition, $0.article]) }
    }
    #expect(fronts.first == [0, 0, 0])
    #expect(fronts.contains([2, 2, 2]))
    #expect(Set(fronts).count == fronts.count)
  }

  @Test("texts that differ in their bytes are two, though they are canonically equal")
  func keys() {
    #expect("آ" == "ا\u{653}")
    #expect(TextKey("آ") != TextKey("ا\u{653}"))
    #expect(TextKey("آ") == TextKey("\u{622}"))
    #expect(TextKey("آ").hashValue == TextKey("\u{622}").hashValue)
  }
}
