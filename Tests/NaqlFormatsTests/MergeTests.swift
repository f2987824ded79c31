import NaqlModel
import Testing

@testable import NaqlFormats

/// The way back: a translated XLIFF and its page give the translated page.
struct MergeTests {
  private let page = Array("عنوان\n\nعنوان\n\nجملة أولى. جملة ثانية.\n".utf8)

  private func xliff(_ targets: [String]) -> [UInt8] {
    func unit(_ id: String, _ source: String, _ target: String, _ more: String = "") -> String {
      "<trans-unit id=\"\(id)\"\(more)><source>\(source)</source><target>\(target)</target></trans-unit>"
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="page.txt" source-language="ar" target-language="en" datatype="plaintext"><body>
      <group id="b1" restype="x-headline">\(unit("b1.s1", "عنوان", targets[0]))</group>
      <group id="b2" restype="x-duplicate" extradata="duplicate-of b1">
      \(unit("b2.s1", "عنوان", "عنوان", " translate=\"no\""))</group>
      <group id="b3" restype="x-paragraph">\(unit("b3.s1", "جملة أولى.", targets[1]))
      \(unit("b3.s2", "جملة ثانية.", targets[2]))</group>
      </body></file></xliff>
      """.utf8)
  }

  @Test("translations replace their segments and duplicates are filled")
  func merges() throws {
    let result = try Merger.merge(
      xliff(["Title", "First &amp; best.", "Second."]), file: "t.xlf", into: page, sourceName: "page.txt")
    #expect(String(decoding: result.text, as: UTF8.self) == "Title\n\nTitle\n\nFirst & best. Second.\n")
    #expect(result.translated == 3)
    #expect(result.filled == 1)
    #expect(result.untranslated.isEmpty)
  }

  @Test("an untranslated segment keeps its source and is named")
  func keepsUntranslated() throws {
    let result = try Merger.merge(
      xliff(["Title", "جملة أولى.", ""]), file: "t.xlf", into: page, sourceName: "page.txt")
    #expect(String(decoding: result.text, as: UTF8.self) == "Title\n\nTitle\n\nجملة أولى. جملة ثانية.\n")
    #expect(result.untranslated == ["b3.s1", "b3.s2"])
  }

  @Test("a page that changed is refused at the first difference")
  func refusesChangedSource() {
    let changed = Array("عنوان\n\nعنوان\n\nجملة أخرى. جملة ثانية.\n".utf8)
    let error = #expect(throws: Diagnostic.self) {
      try Merger.merge(xliff(["Title", "First.", "Second."]), file: "t.xlf", into: changed, sourceName: "page.txt")
    }
    #expect(error?.code == "merge.changed-source")
    #expect(error?.line == 5)
    #expect(error?.column == 1)
  }

  @Test("a page with more text at its end is refused")
  func refusesLongerSource() {
    let longer = page + Array("زيادة\n".utf8)
    #expect(throws: Diagnostic.self) {
      try Merger.merge(xliff(["Title", "First.", "Second."]), file: "t.xlf", into: longer, sourceName: "page.txt")
    }
  }

  @Test("XML that is no XLIFF 1.2 is refused")
  func refusesOtherXML() {
    #expect(throws: Diagnostic.self) {
      try Merger.merge(Array("<html/>".utf8), file: "t.xlf", into: page, sourceName: "page.txt")
    }
  }

  @Test("check finds what is left to do and what is wrong")
  func check() {
    let findings = FileCheck.findings(xliff(["Title", "بقي عربي", ""]), file: "t.xlf")
    #expect(findings.map(\.code) == ["check.arabic-left", "check.untranslated"])
    #expect(FileCheck.findings(Array("<xliff".utf8), file: "t.xlf").first?.code == "xml.not-well-formed")
  }
}
