import NaqlModel
import Testing

@Suite("Ranges of text") struct TextRangeTests {
  @Test("a range is half open")
  func halfOpen() {
    let range = TextRange(2, 6)
    #expect(range.count == 4 && range.bytes == 2..<6 && !range.isEmpty)
    #expect(TextRange(3, 3).isEmpty && TextRange(3, 3).count == 0)
    #expect(range.shifted(by: -2) == TextRange(0, 4))
  }

  @Test("ranges that only touch do not overlap")
  func overlaps() {
    let range = TextRange(2, 6)
    #expect(range.overlaps(TextRange(5, 9)) && range.overlaps(TextRange(0, 3)) && range.overlaps(TextRange(3, 4)))
    #expect(!range.overlaps(TextRange(6, 9)) && !range.overlaps(TextRange(0, 2)))
    #expect(range.contains(range) && range.contains(TextRange(3, 6)) && !range.contains(TextRange(3, 7)))
  }

  @Test("earlier starts come first, then shorter ranges")
  func order() {
    let sorted = [TextRange(4, 5), TextRange(0, 9), TextRange(0, 2)].sorted()
    #expect(sorted == [TextRange(0, 2), TextRange(0, 9), TextRange(4, 5)])
  }
}

@Suite("Diagnostics") struct DiagnosticTests {
  @Test(
    "a finding prints the place that it has, its severity, what it says, and its code",
    arguments: [
      (Diagnostic("read.empty", "no text"), "error: no text [read.empty]"),
      (Diagnostic("read.empty", "no text", severity: .warning, file: "p.txt"), "p.txt: warning: no text [read.empty]"),
      (Diagnostic("tsv.columns", "too many", file: "a.tsv", line: 3), "a.tsv:3: error: too many [tsv.columns]"),
      (
        Diagnostic("yaml.type", "a text", severity: .note, file: "a.yaml", line: 3, column: 9),
        "a.yaml:3:9: note: a text [yaml.type]"
      ),
      (Diagnostic("yaml.type", "a text", file: "a.yaml", column: 9), "a.yaml: error: a text [yaml.type]"),
    ])
  func printed(_ diagnostic: Diagnostic, _ text: String) {
    #expect("\(diagnostic)" == text)
  }
}

@Suite("Documents") struct DocumentTests {
  @Test("a stretch of a document is read by its bytes")
  func string() {
    let document = Document(id: "page", text: Array("وصل الوفد".utf8))
    #expect(document.string(TextRange(0, 6)) == "وصل")
    #expect(document.layers == [.text])
  }
}
