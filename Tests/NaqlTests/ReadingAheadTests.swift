import Foundation
import NaqlBlocks
import NaqlModel
import NaqlPipeline
import NaqlRomanisation
import NaqlRules
import NaqlSegmentation
import Testing

/// Segments that are read ahead, and what becomes of them when another document comes.
@Suite("Reading ahead")
struct ReadingAheadTests {
  private static let rules = try? RuleSet(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Rules").path)

  @Test("a document has nothing of one that was foreseen and never came", arguments: [true, false])
  func otherDocument(foreseenToo: Bool) throws {
    let (failed, next) = (
      try document("وصل الوفد إلى حلب. عاد الوزير."), try document("كتب الطالب رسالة. سافر المدير.")
    )
    let plain = try romanised(next, foreseen: [])
    #expect(plain.count == 2 && plain[0].contains("al-ṭālib"))
    #expect(try romanised(next, foreseen: foreseenToo ? [failed, next] : [failed]) == plain)
  }

  /// `text` cut into segments, with no names in it.
  private func document(_ text: String) throws -> Document {
    var document = Document(id: "page", text: Array(text.utf8))
    try CleanStage(options: StageOptions(), rules: try #require(Self.rules)).makeWorker().process(&document)
    try SegmentStage(options: StageOptions(), rules: try #require(Self.rules)).makeWorker().process(&document)
    document.layers.insert(.entities)
    return document
  }

  /// What stands for the segments of `document`, by a worker that was told of others before.
  private func romanised(_ document: Document, foreseen: [Document]) throws -> [String] {
    let stage = try RomaniseStage(options: StageOptions(), rules: try #require(Self.rules))
    let worker = try stage.makeWorker(threads: 2)
    try worker.ready()
    for other in foreseen {
      worker.foresee(other)
      // What is read by then could do harm; with nothing read the test says nothing.
      Thread.sleep(forTimeInterval: 0.1)
    }
    var document = document
    try worker.process(&document)
    return document.romanisations.map(\.text)
  }
}
