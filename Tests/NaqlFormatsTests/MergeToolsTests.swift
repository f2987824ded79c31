import NaqlModel
import Testing

@testable import NaqlFormats

/// What translators' tools do to the files, and what merge and check make of it.
struct MergeToolsTests {
  /// A file of blocks on a page, and what comes of both.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let blocks: String
    var page = "جملة أولى. جملة ثانية.\n"
    let text: String
    var untranslated: [String] = []
    var missing: [String] = []
    var unwrapped: [String] = []
    var filled = 0
  }

  /// A unit with a target and its attributes.
  private static func unit(_ id: String, _ source: String, _ target: String, _ more: String = "", _ of: String = "")
    -> String
  {
    "<trans-unit id=\"\(id)\"\(more)><source>\(source)</source><target\(of)>\(target)</target></trans-unit>"
  }

  /// A unit with a seg-source.
  private static func marked(_ id: String, _ source: String, _ segments: String, _ target: String, _ more: String = "")
    -> String
  {
    """
    <trans-unit id="\(id)"\(more)><source>\(source)</source><seg-source>\(segments)</seg-source>\(target)</trans-unit>
    """
  }

  private static func mrk(_ id: String, _ text: String) -> String { "<mrk mtype=\"seg\" mid=\"\(id)\">\(text)</mrk>" }

  private static func group(_ id: String, _ units: String, _ note: String = "") -> String {
    "<group id=\"\(id)\" extradata=\"\(note)\">\(units)</group>"
  }

  private static func file(_ blocks: String) -> [UInt8] {
    Array(
      """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="page.txt"><body>\(blocks)</body></file></xliff>
      """.utf8)
  }

  private static let first = unit("b1.s1", "جملة أولى.", "First.")
  private static let second = unit("b1.s2", "جملة ثانية.", "Second.")
  private static let both = "جملة أولى. جملة ثانية."
  private static let bothMarked = mrk("01", "جملة أولى.") + " " + mrk("02", "جملة ثانية.")
  private static let no = " translate=\"no\""

  static let segments = [
    Row(
      testDescription: "a target without marks is the whole block's",
      blocks: group("b1", marked("b1", both, bothMarked, "<target state=\"translated\">First. Second.</target>")),
      text: "First. Second.\n"),
    Row(
      testDescription: "an empty target is none for each sentence",
      blocks: group("b1", marked("b1", both, bothMarked, "<target> </target>")),
      text: "جملة أولى. جملة ثانية.\n", untranslated: ["b1.s1", "b1.s2"]),
    Row(
      testDescription: "marks with other numbers of the same value",
      blocks: group(
        "b1", marked("b1", both, bothMarked, "<target>\(mrk("2", "Second.")) \(mrk("1", "First."))</target>")),
      text: "First. Second.\n"),
    Row(
      testDescription: "marks with letters",
      blocks: group(
        "b1",
        marked("b1", both, mrk("a", "جملة أولى.") + mrk("b", "جملة ثانية."), "<target>\(mrk("b", "Second."))</target>")),
      text: "جملة أولى. Second.\n", untranslated: ["b1.s1"]),
    Row(
      testDescription: "marks with other ids in their order",
      blocks: group(
        "b1", marked("b1", both, bothMarked, "<target>\(mrk("x", "First."))\(mrk("y", "Second."))</target>")),
      text: "First. Second.\n"),
    Row(
      testDescription: "a sentence stays one however a tool cuts its target",
      blocks: group("b1", unit("b1.s1", both, mrk("1", "One.") + mrk("2", "Two.") + " " + mrk("3", "Three."))),
      text: "One. Two. Three.\n"),
    Row(
      testDescription: "a tool's own seg-source in units that are sentences",
      blocks: group("b1", marked("b1.s1", both, mrk("1", both), "<target>\(mrk("1", "Both."))</target>"))
        + group(
          "b2", marked("b2.s1", both, mrk("1", both), "<target>\(mrk("1", both))</target>", no), "duplicate-of b1"),
      page: "جملة أولى. جملة ثانية.\n\nجملة أولى. جملة ثانية.\n", text: "Both.\n\nBoth.\n", filled: 1),
  ]

  static let targets = [
    Row(
      testDescription: "white space alone is no translation", blocks: group("b1", unit("b1.s1", both, " \u{A0}\n ")),
      text: "جملة أولى. جملة ثانية.\n", untranslated: ["b1.s1"]),
    Row(
      testDescription: "a line break element between words",
      blocks: group("b1", unit("b1.s1", both, "One<x id=\"1\" ctype=\"lb\"/>two <x id=\"2\" ctype=\"lb\"/>three.")),
      text: "One two three.\n"),
    Row(
      testDescription: "line breaks and what they are indented by",
      blocks: group("b1", unit("b1.s1", both, "\n    One\n    two.\n  ")), text: "One two.\n", unwrapped: ["b1.s1"]),
    Row(
      testDescription: "approved with the source as translation",
      blocks: group("b1", unit("b1.s1", both, both, " approved=\"yes\"")), text: "جملة أولى. جملة ثانية.\n"),
    Row(
      testDescription: "figures are finished as they stand",
      blocks: group("b1", unit("b1.s1", "13:30", "13:30", "", " state=\"needs-translation\"")), page: "13:30\n",
      text: "13:30\n"),
    Row(
      testDescription: "characters that XML cannot hold",
      blocks: group("b1", unit("b1.s1", "جملة\u{FFFD}أولى.", "First."))
        + group("b2", unit("b2.s1", "جملة\u{FFFD}\u{FFFD}ثانية.", "جملة\u{FFFD}\u{FFFD}ثانية.")),
      page: "جملة\u{C}أولى.\n\nجملة\u{0}\u{FFFE}ثانية.\n", text: "First.\n\nجملة\u{0}\u{FFFE}ثانية.\n",
      untranslated: ["b2.s1"]),
  ]

  static let blocks = [
    Row(
      testDescription: "a duplicate with fewer sentences has all of what it repeats",
      blocks: group("b1", first + second) + group("b2", unit("b2.s1", both, both, no), "duplicate-of b1"),
      page: "جملة أولى. جملة ثانية.\n\nجملة أولى. جملة ثانية.\n", text: "First. Second.\n\nFirst. Second.\n", filled: 1),
    Row(
      testDescription: "and one with more of them",
      blocks: group("b1", unit("b1.s1", both, "Both."))
        + group(
          "b2", unit("b2.s1", "جملة أولى.", "", no) + unit("b2.s2", "جملة ثانية.", "", no),
          "duplicate-of b1 sentences 2"),
      page: "جملة أولى. جملة ثانية.\n\nجملة أولى. جملة ثانية.\n",
      text: "Both.\n\nBoth.\n", filled: 2),
    Row(
      testDescription: "duplicates are known without groups too",
      blocks: first + second + unit("b2.s1", "جملة أولى، جملة ثانية", "", no),
      page: "جملة أولى. جملة ثانية.\n\nجملة أولى، جملة ثانية\n", text: "First. Second.\n\nFirst. Second.\n", filled: 1),
    Row(
      testDescription: "units in another order",
      blocks: group("b2", unit("b2.s1", "خاتمة", "End")) + group("b1", second + first),
      page: "جملة أولى. جملة ثانية.\n\nخاتمة\n", text: "First. Second.\n\nEnd\n"),
    Row(
      testDescription: "a unit is missing at the head of its block", blocks: group("b1", second),
      text: "جملة أولى. Second.\n", untranslated: ["b1.s1"], missing: ["b1.s1"]),
    Row(
      testDescription: "a unit is missing at the end of its block", blocks: group("b1", first, "sentences 2"),
      text: "First. جملة ثانية.\n", untranslated: ["b1.s2"], missing: ["b1.s2"]),
    Row(
      testDescription: "a block is missing",
      blocks: group("b1", first + second) + group("b3", unit("b3.s1", "خاتمة", "End")),
      page: "جملة أولى. جملة ثانية.\n\nوسط\n\nخاتمة\n", text: "First. Second.\n\nوسط\n\nEnd\n", untranslated: ["b2.s1"],
      missing: ["b2.s1"]),
    Row(
      testDescription: "the units of the last group are missing", blocks: group("b1", first + second) + group("b2", ""),
      page: "جملة أولى. جملة ثانية.\n\nخاتمة\n", text: "First. Second.\n\nخاتمة\n", untranslated: ["b2.s1"],
      missing: ["b2.s1"]),
    Row(
      testDescription: "the first block is missing", blocks: group("b2", unit("b2.s1", "خاتمة", "End")),
      page: "\u{FEFF}جملة أولى. جملة ثانية.\n\nخاتمة\n", text: "\u{FEFF}جملة أولى. جملة ثانية.\n\nEnd\n",
      untranslated: ["b1.s1"], missing: ["b1.s1"]),
  ]

  @Test("segments, targets and blocks come back as tools leave them", arguments: segments + targets + blocks)
  func merges(_ row: Row) throws {
    let result = try Merger.merge(
      Self.file(row.blocks), file: "t.xlf", into: Array(row.page.utf8), sourceName: "page.txt")
    #expect(String(decoding: result.text, as: UTF8.self) == row.text)
    #expect(result.untranslated == row.untranslated)
    #expect(result.missing == row.missing)
    #expect(result.unwrapped == row.unwrapped)
    #expect(result.filled == row.filled)
  }

  @Test("check finds as untranslated or missing what merge keeps", arguments: segments + targets + blocks)
  func agrees(_ row: Row) {
    let found = FileCheck.findings(Self.file(row.blocks), file: "t.xlf")
    let untranslated = found.filter { $0.code == "check.untranslated" || $0.code == "check.missing" }
    #expect(untranslated.map { $0.message.split { ": ".contains($0) }[1] } == row.untranslated.map { $0[...] })
    #expect(found.filter { $0.code == "check.missing" }.count == row.missing.count)
  }

  @Test(
    "a page that changed is refused beside missing units too",
    arguments: [
      ("جملة أولى. جملة أخرى.\n", group("b1", second), 1, 1),
      ("جملة أولى.\n\nوسط\n\nنهاية\n", group("b1", first) + group("b3", unit("b3.s1", "خاتمة", "End")), 5, 1),
      ("جملة أولى. زيادة\n\nوسط\n\nخاتمة\n", group("b1", first) + group("b3", unit("b3.s1", "خاتمة", "End")), 1, 12),
      ("جملة أولى.\n\nوسط\n\nزيادة\n", group("b1", first) + group("b2", ""), 5, 1),
    ])
  func refuses(_ page: String, _ blocks: String, _ line: Int, _ column: Int) {
    let error = #expect(throws: Diagnostic.self) {
      try Merger.merge(Self.file(blocks), file: "t.xlf", into: Array(page.utf8), sourceName: "page.txt")
    }
    #expect(error?.code == "merge.changed-source")
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("segments that do not fit are refused with their unit and line")
  func segmentsThatDoNotFit() {
    let file = Self.file(
      "\n" + Self.marked("b1", Self.both, Self.bothMarked, "<target>\(Self.mrk("7", "Both."))</target>"))
    let error = #expect(throws: Diagnostic.self) {
      try Merger.merge(file, file: "t.xlf", into: Array("جملة أولى. جملة ثانية.\n".utf8), sourceName: "page.txt")
    }
    #expect(error?.code == "merge.segments")
    #expect(error?.file == "t.xlf")
    #expect(error?.line == 3)
    #expect(FileCheck.findings(file, file: "t.xlf").map(\.code) == ["check.segments"])
  }

  @Test("a fresh file with figures holds nobody's work")
  func freshFigures() {
    #expect(!Merger.hasTranslations(Self.file(Self.unit("b1.s1", "13:30", "13:30"))))
  }
}
