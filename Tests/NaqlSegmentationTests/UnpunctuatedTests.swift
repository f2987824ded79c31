import NaqlEvaluation
import NaqlModel
import NaqlRules
import NaqlSegmentation
import NaqlTables
import Testing

@Suite("Text without punctuation") struct UnpunctuatedTests {
  static func cutter(maxLength: Int = 0) throws -> BlockCutter {
    try SegmentationSettings(maxLength: maxLength, unpunctuated: true, rules: Support.rules()).makeCutter()
  }

  /// The pieces of `text` with the rules that ended them.
  static func pieces(_ text: String, _ cutter: BlockCutter) throws -> [(range: TextRange, text: String, rule: String)] {
    let bytes = Array(text.utf8)
    let names = cutter.ruleNames
    var found: [(range: TextRange, text: String, rule: String)] = []
    let result: Result<Void, Diagnostic> = bytes.withUnsafeBytes { buffer in
      do throws(Diagnostic) {
        try cutter.forEachSegment(in: buffer, TextRange(0, buffer.count)) { range, rule in
          found.append((range, String(decoding: buffer[range.bytes], as: UTF8.self), names[rule]))
        }
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
    return found
  }

  static let talk =
    "التقى وزير الخارجية نظيره الألماني في برلين أمس الثلاثاء وبحث الجانبان ملف المياه والطاقة وقال الوزير بعد "
    + "اللقاء إن الاتفاق صار قريبا جدا وأضاف أن بلاده ستوقع عليه قبل نهاية الشهر الجاري"

  @Test("cuts come before reporting openers and name their rule")
  func reporting() throws {
    let pieces = try Self.pieces(Self.talk, Self.cutter())
    #expect(pieces.contains { $0.text.hasPrefix("وقال الوزير") })
    #expect(pieces.contains { $0.text.hasPrefix("وأضاف أن") })
    for (piece, next) in zip(pieces, pieces.dropFirst()) where next.text.hasPrefix("وقال") {
      #expect(piece.rule == "unpunctuated.reporting")
    }
    #expect(pieces.last?.rule == "block.end")
  }

  @Test("without the option nothing is cut")
  func off() throws { #expect(try Support.sentences(Self.talk).count == 1) }

  @Test("a short line without a terminator is left alone")
  func headline() throws {
    #expect(try Self.pieces("وزير الخارجية يصل إلى برلين وقال إنه متفائل", Self.cutter()).count == 1)
  }

  @Test("a block with terminators keeps to the rules")
  func punctuated() throws {
    let text = Self.talk + ". ثم عاد."
    #expect(try Self.pieces(text, Self.cutter()).map(\.text) == Support.sentences(text))
  }

  @Test("no cut inside brackets")
  func brackets() throws {
    let text = "اجتمع المجلس (" + Self.talk + ") في القاعة الكبرى مساء"
    #expect(try Self.pieces(text, Self.cutter()).allSatisfy { !$0.text.contains("(") || $0.text.contains(")") })
  }

  @Test("a row of numbers is a table")
  func numbers() throws {
    let text = (1...200).map { String($0 * 7919 % 4001) }.joined(separator: " ")
    #expect(try Self.pieces(text, Self.cutter()).count == 1)
  }

  @Test("a long block is cut the same wherever the windows fall, and no word is lost")
  func windows() throws {
    let text = Array(repeating: Self.talk, count: 120).joined(separator: " ")
    let pieces = try Self.pieces(text, Self.cutter())
    #expect(pieces.map(\.text).joined(separator: " ") == text)
    let openers = pieces.filter { $0.text.hasPrefix("وقال الوزير") }.count
    #expect(openers == 120)
  }

  @Test("--max-length limits the pieces")
  func length() throws {
    let pieces = try Self.pieces(Self.talk, Self.cutter(maxLength: 40))
    #expect(pieces.allSatisfy { $0.text.unicodeScalars.count <= 40 })
    #expect(pieces.contains { $0.rule == "length.limit" })
  }

  @Test("segments and gaps give the input back over 10,000 random strings")
  func property() throws {
    let cutter = try Self.cutter()
    let words = [
      "وقال", "الوزير", "إن", "من جهته", "في المقابل", "ويذكر أن", "كان", "ثم", "(", ")", "«", "»", "،", "-", "ـ",
    ]
    var generator = RandomText(seed: 11)
    for _ in 0..<10_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        text +=
          Bool.random(using: &generator)
          ? String(decoding: generator.text(), as: UTF8.self) : words.randomElement(using: &generator)!
        if Bool.random(using: &generator) { text += " " }
      }
      let bytes = Array(text.utf8)
      var at = 0
      var gaps: [UInt8] = []
      for piece in try Self.pieces(text, cutter) {
        guard piece.range.start >= at, piece.range.end > piece.range.start,
          String(validating: bytes[piece.range.bytes], as: UTF8.self) != nil
        else {
          Issue.record("\(piece.range) after \(at) in \(Support.codePoints(text))")
          return
        }
        gaps += bytes[at..<piece.range.start]
        at = piece.range.end
      }
      gaps += bytes[at...]
      guard String(decoding: gaps, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
        Issue.record("text was lost: \(Support.codePoints(text))")
        return
      }
    }
  }

  @Test("explanations show the cut with the line of its marker and the probability")
  func explained() throws {
    let found = try SegmentExplanation.explain(Array(Self.talk.utf8), by: Self.cutter())
    let cut = try #require(found.first { $0.breaks && $0.after.hasPrefix(" وقال") })
    #expect(cut.rule.id == "unpunctuated.reporting")
    #expect(cut.rule.file == "Rules/segmentation/markers.tsv")
    let lines = try FileSystem.read(Support.package + "/Rules/segmentation/markers.tsv").split(
      separator: 0x0A, omittingEmptySubsequences: false)
    #expect(String(decoding: lines[cut.rule.line - 1], as: UTF8.self).hasPrefix("قال\treporting"))
    #expect(cut.evidence.contains { $0.hasPrefix("probability=") })
  }

  @Test(
    "punctuation goes, signs and marks inside words stay",
    arguments: [
      ("قال: \"نعم، 1.5 %\".", "قال نعم 1.5 %"), ("(أ) ب - ج…", "أ ب ج"), ("بي.بي.سي", "بي بي سي"), ("5$ ـ 6", "5$ 6"),
      ("", ""), (" . ", ""),
    ])
  func removal(text: String, bare: String) {
    #expect(String(decoding: PunctuationRemoval.remove(from: Array(text.utf8)), as: UTF8.self) == bare)
  }

  @Test("terminators alone go where it is asked for")
  func terminators() {
    let bare = PunctuationRemoval.remove(.terminators, from: Array("جاء، ثم قال: \"هل؟\".".utf8))
    #expect(String(decoding: bare, as: UTF8.self) == "جاء، ثم قال: \"هل \"")
  }

  @Test("probabilities of a chain are those of all its ways to cut")
  func chain() {
    // Three words, lengths 1 to 3: four ways to cut, counted by hand.
    let lengths = [0.0, 2, 3, 5]
    let odds = [1.0, 0.5, 4]
    let ways: [Double] = [5.0, 0.5 * 2 * 3, 4 * 3 * 2, 0.5 * 4 * 2 * 2 * 2]
    let total = ways.reduce(0, +)
    var chain = SemiMarkov(lengths: lengths)
    let found = chain.probabilities(odds)
    #expect(abs(found[1] - (ways[1] + ways[3]) / total) < 1e-12)
    #expect(abs(found[2] - (ways[2] + ways[3]) / total) < 1e-12)
  }

  @Test("extreme odds stay finite")
  func extremes() {
    for value in [1e12, 1e-12, 0] {
      var chain = SemiMarkov(lengths: [0] + [Double](repeating: 0.5, count: 120))
      let found = chain.probabilities([Double](repeating: value, count: 640))
      #expect(found.allSatisfy { $0 >= 0 && $0 <= 1 })
    }
  }

  @Test("the exponential is right to fifteen digits")
  func exponential() {
    #expect(abs(SemiMarkov.exponential(1) - 2.718281828459045) < 1e-14)
    #expect(abs(SemiMarkov.exponential(-10) / 4.5399929762484854e-05 - 1) < 1e-13)
    #expect(SemiMarkov.exponential(0) == 1)
  }
}
