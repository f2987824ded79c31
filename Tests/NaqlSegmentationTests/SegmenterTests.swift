import NaqlModel
import NaqlRules
import NaqlSegmentation
import Testing

@Suite("Sentences") struct SegmenterTests {
  @Test("an empty text, blank lines and lone marks")
  func edges() throws {
    #expect(try Support.sentences("") == [])
    #expect(try Support.sentences(" \n\t\r\n\u{A0}\n") == [])
    #expect(try Support.sentences("؟؟؟") == ["؟؟؟"])
    #expect(try Support.sentences(".") == ["."])
  }

  @Test("LF, CRLF and CR end a line, and nothing else does")
  func lineEnds() throws {
    #expect(try Support.sentences("سطر\r\nثان\rثالث\nرابع\u{2028}خامس") == ["سطر", "ثان", "ثالث", "رابع خامس"])
  }

  @Test("white space inside is folded to one space")
  func folding() throws {
    #expect(try Support.sentences("كلمة\t\tأخرى   ثم\u{A0}ثالثة") == ["كلمة أخرى ثم ثالثة"])
  }

  @Test("an unbalanced mark does not reach the next line")
  func quotation() throws {
    let text = "قال: \"لم ينته الأمر. وعاد.\nفتح الباب. وخرج."
    #expect(try Support.sentences(text) == ["قال: \"لم ينته الأمر.", "وعاد.", "فتح الباب.", "وخرج."])
  }

  @Test("؛ breaks by option only")
  func semicolon() throws {
    let text = "وصل الضيف؛ وجلس الجميع."
    #expect(try Support.sentences(text) == [text])
    #expect(try Support.sentences(text, breakSemicolon: true) == ["وصل الضيف؛", "وجلس الجميع."])
  }

  @Test("a sentence longer than the limit is cut at a comma, and no piece is longer")
  func lengthLimit() throws {
    let text = "زار الوفد المدينة القديمة، والتقى سكانها في السوق، وعاد إلى الفندق في المساء"
    let pieces = try Support.sentences(text, maxLength: 40)
    #expect(pieces.first == "زار الوفد المدينة القديمة،")
    #expect(pieces.allSatisfy { $0.unicodeScalars.count <= 40 })
    #expect(pieces.joined(separator: " ") == text)
  }

  @Test("no sentence ends in white space, also where marks stand on both sides of it")
  func outerSpace() throws {
    let segmenter = try Segmenter(SegmentationProfile("news", rules: Support.rules()))
    for text in ["وأضاف\u{6D4}\u{201D} »كلمة", "وصل.» »كلمة أخرى", "وصل.  وعاد."] {
      let bytes = Array(text.utf8)
      for (range, _) in try segmenter.segments(in: bytes, TextRange(0, bytes.count)) {
        #expect(bytes[range.start] != 0x20 && bytes[range.end - 1] != 0x20, "\(Support.codePoints(text))")
      }
    }
  }

  @Test("behind a word longer than the limit a sentence is cut on")
  func lengthLimitLongWord() throws {
    let address = "https://example.org/" + String(repeating: "a", count: 60)
    let words = Array(repeating: "كلمة", count: 50).joined(separator: " ")
    for text in ["\(address) \(words)", "\(words) \(address) \(words)"] {
      let pieces = try Support.sentences(text, maxLength: 60)
      #expect(pieces.contains(address))
      #expect(pieces.allSatisfy { $0 == address || $0.unicodeScalars.count <= 60 })
      #expect(pieces.joined(separator: " ") == text)
    }
    #expect(try Support.sentences(address, maxLength: 60) == [address])
  }

  @Test("a rule of one's own merges over a profile")
  func ownRules() throws {
    let path = "\(Support.package)/.build/own-profile-\(Int.random(in: 0..<1_000_000)).yaml"
    let yaml = """
      profile: own
      inherits: news
      rules:
        - id: own.ellipsis
          before: ellipsis.pause
          when: { mark: ellipsis }
          break: yes
      """
    try FileSystem.write(Array(yaml.utf8), to: path)
    let text = "توقف قليلا... ثم عاد."
    #expect(try Support.sentences(text) == [text])
    #expect(try Support.sentences(text, profile: path) == ["توقف قليلا...", "ثم عاد."])
  }

  @Test("an unknown profile is refused with the nearest name")
  func unknownProfile() throws {
    #expect(throws: Diagnostic.self) { try Support.sentences("نص", profile: "newz") }
  }

  @Test("every candidate is explained by a rule with its file and line")
  func explanation() throws {
    let segmenter = try Segmenter(SegmentationProfile("news", rules: Support.rules()))
    let found = try SegmentExplanation.explain(Array("حضر د. سمير. ثم تكلم...\nوعاد.".utf8), by: segmenter)
    #expect(found.map(\.rule.id) == ["title.name", "terminator"])
    #expect(found.map(\.breaks) == [false, true])
    #expect(found.allSatisfy { $0.rule.line > 0 && $0.rule.file.hasSuffix("segmentation/news.yaml") })
    #expect(found[0].evidence.contains("before=title"))
  }

  @Test("pieces of the input give the same sentences as the whole")
  func streaming() throws {
    let text = Array("أول. ثان.\nثالث؟ رابع!\n".utf8)
    let segmentation = try PlainSegmentation(SegmentationSettings(rules: Support.rules()))
    var whole: [UInt8] = []
    try segmentation.write(text, to: &whole)
    var pieces: [UInt8] = []
    let cut = text[..<30].withUnsafeBytes { segmentation.wholeLines($0) }
    try segmentation.write(Array(text[..<cut]), to: &pieces)
    try segmentation.write(Array(text[cut...]), to: &pieces)
    #expect(cut > 0)
    #expect(pieces == whole)
  }
}
