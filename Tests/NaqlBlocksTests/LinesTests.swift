import Foundation
import NaqlModel
import Testing

@testable import NaqlBlocks

/// Line ends, offsets, edits and repetitions.
struct LinesTests {
  @Test(
    "LF, CRLF and CR end a line; nothing else does",
    arguments: [
      ("سطر\nثان", 2), ("سطر\r\nثان", 2), ("سطر\rثان", 2), ("سطر\u{2028}ثان", 1), ("سطر\u{0085}ثان", 1),
      ("سطر\u{000B}ثان", 1), ("\n \t\n\r\n", 0), ("", 0), ("سطر", 1), ("أ\r\r\nب\n\nج\r", 3),
    ])
  func lineEnds(_ text: String, _ count: Int) {
    var found = 0
    Array(text.utf8).withUnsafeBytes { Lines.forEach(in: $0) { _ in found += 1 } }
    #expect(found == count)
  }

  @Test("blocks are the trimmed lines, whatever ends them", arguments: Pages.names)
  func trimmed(_ name: String) throws {
    let text = try Pages.text(name)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    let unix = try Pages.clean(text)
    #expect(unix.blocks.map { unix.string($0.range) } == lines)
    let windows = try Pages.clean(text.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(windows.blocks.map { windows.string($0.range) } == lines)
    #expect(windows.blocks.map(\.kind) == unix.blocks.map(\.kind))
  }

  @Test("printed offsets are half-open code points into the whole input")
  func offsets() throws {
    let text = "\u{FEFF}عنوان 😀 أول\r\n\r\n  نص\tثانٍ.  \r\n"
    let document = try Pages.clean(text)
    var printer = PlainBlocks()
    let printed = String(decoding: printer.lines(document, stage: nil), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    var count = 0
    for line in printed.split(separator: "\n") {
      let cells = line.split(separator: "\t", maxSplits: 3).map(String.init)
      guard let start = Int(cells[0]), let end = Int(cells[1]) else { return #expect(Bool(false), "\(line)") }
      let slice = String(String.UnicodeScalarView(scalars[start..<end])).replacingOccurrences(of: "\t", with: " ")
      #expect(slice == cells[3])
      count += 1
    }
    #expect(count == 2)
  }

  @Test(
    "trivial differences make a duplicate",
    arguments: [
      "أحمد يزور مكتبة القدس الكبرى", "احمد يزور  مكتبه القدس الكبري", "أحمـــد يزور مكتبة القدس الكبرى!",
      "أَحمد يزورُ مكتبة القدس الكبرى", "«أحمد يزور مكتبة القدس الكبرى» | النهار",
      "أحمد يزور مكتبة القدس الكبرى - أخبار اليوم",
    ])
  func duplicates(_ line: String) throws {
    let document = try Pages.clean("أحمد يزور مكتبة القدس الكبرى\n\(line)\nفقرة تتبع العنوان وتنتهي بنقطة.\n")
    #expect(document.blocks.map(\.kind) == [.headline, .duplicate, .paragraph])
    #expect(document.blocks[1].duplicateOf == 0)
  }

  @Test("another word makes no duplicate, and boilerplate that is repeated stays boilerplate")
  func noDuplicates() throws {
    let document = try Pages.clean(
      "أحمد يزور مكتبة القدس الكبرى\nأحمد يزور مكتبة القدس الصغرى\nفقرة تنتهي بنقطة وفيها كلام.\nاقرأ أيضا\nاقرأ أيضاً\n"
    )
    #expect(!document.blocks.contains { $0.kind == .duplicate })
    #expect(document.blocks.suffix(2).allSatisfy { $0.kind == .boilerplate })
  }

  @Test("parts of one document look back only; another document starts afresh")
  func parts() throws {
    let worker = try Pages.stage().makeWorker()
    let line = "جملة طويلة بعض الشيء تنتهي بنقطة هنا."
    var first = Document(id: "a", text: Array("عنوان الخبر الطويل هنا\n\(line)\n".utf8), part: 1)
    var second = Document(id: "a", text: Array("\(line)\n".utf8), part: 2, base: first.text.count)
    var other = Document(id: "b", text: Array("عنوان آخر لخبر ثان\n\(line)\n".utf8))
    try worker.process(&first)
    try worker.process(&second)
    try worker.process(&other)
    #expect(second.blocks[0].kind == .duplicate && second.blocks[0].duplicateOf == nil)
    #expect(other.blocks[1].kind == .paragraph)
  }

  @Test("edits are minimal and in order: tatweel, presentation forms, invisible marks, doubled spaces")
  func edits() throws {
    let document = try Pages.clean("كتـــاب  ﻣﺼﺮ\u{200F} سنة 1446 هـ")
    #expect(
      document.edits.map(\.rule) == ["edit.tatweel", "edit.space"]
        + Array(repeating: "edit.presentation-form", count: 3) + ["edit.invisible"])
    var cleaned = ""
    var at = 0
    for edit in document.edits {
      cleaned += document.string(TextRange(at, edit.range.start)) + edit.replacement
      at = edit.range.end
    }
    cleaned += document.string(TextRange(at, document.text.count))
    #expect(cleaned == "كتاب مصر سنة 1446 هـ")
  }

  @Test("ten thousand repetitions all point to the first: one look-up each, no comparison of pairs")
  func manyRepetitions() throws {
    let lines = (0..<10_000).map { "السطر رقم \($0 % 100) من صفحة طويلة جدا ينتهي بنقطة." }
    let document = try Pages.clean(lines.joined(separator: "\n"))
    #expect(document.blocks.count == 10_000)
    #expect(document.blocks.filter { $0.kind == .duplicate }.count == 9_900)
    #expect(document.blocks.enumerated().allSatisfy { $0.offset < 100 || $0.element.duplicateOf == $0.offset % 100 })
  }
}
