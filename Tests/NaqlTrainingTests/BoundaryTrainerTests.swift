import Foundation
import NaqlModel
import NaqlRules
import NaqlSegmentation
import NaqlTables
import Testing

@testable import NaqlTraining

/// The trainer of sentence ends on a corpus so small that what it must learn is plain.
@Suite("Learning sentence ends") struct BoundaryTrainerTests {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static func rules() throws -> RuleSet { try RuleSet(root: package + "/Rules") }

  /// Sentences that all begin with one word, which stands nowhere else.
  static func corpus() -> BoundaryCorpus {
    var corpus = BoundaryCorpus()
    let middles = ["رجل من القرية", "طفل صغير", "جيش كبير من الشمال", "تاجر من حلب ومعه ابنه", "شيخ"]
    for index in 0..<60 { corpus.sentences.append(Array("زحف \(middles[index % middles.count]) مساء.".utf8)) }
    return corpus
  }

  static func write(_ text: String, as name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "naql-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: name).path
    try FileSystem.write(Array(text.utf8), to: path)
    return path
  }

  @Test("the word that begins every sentence is learnt")
  func learns() throws {
    var trainer = try BoundaryTrainer(Self.rules()) { _ in }
    let contents = trainer.train(Self.corpus())
    let model = try BoundaryModel(Table(MappedFile(copying: contents.image().encoded())), Self.rules())
    let text = Array("زحف طفل من القرية مساء زحف تاجر كبير مساء زحف شيخ من حلب ومعه رجل صغير".utf8)
    let probabilities = model.probabilities(text)
    let words = String(decoding: text, as: UTF8.self).split(separator: " ")
    #expect(probabilities.count == words.count)
    for (word, probability) in zip(words, probabilities).dropFirst() {
      #expect(word == "زحف" ? probability > 0.8 : probability < 0.2, "\(word): \(probability)")
    }
  }

  @Test("the same corpus gives the same bytes")
  func deterministic() throws {
    var images: [[UInt8]] = []
    for _ in 0..<2 {
      var trainer = try BoundaryTrainer(Self.rules()) { _ in }
      images.append(trainer.train(Self.corpus()).image().encoded())
    }
    #expect(images[0] == images[1])
    #expect(images[0].count < 500_000)
  }

  @Test("the held-out text chooses the threshold")
  func threshold() throws {
    var lines: [String] = []
    var trainer = try BoundaryTrainer(Self.rules()) { lines.append($0) }
    let contents = trainer.train(Self.corpus(), dev: [Self.corpus()])
    #expect(lines.last?.contains("F1 100.0") == true)
    #expect(contents.threshold >= 0.1 && contents.threshold <= 0.8)
  }

  @Test("a text gives the sentences of its paragraphs and passes headlines over")
  func paragraphs() throws {
    var corpus = BoundaryCorpus()
    let path = try Self.write("عنوان الخبر\nوصل الوفد. ثم عاد!\n\nهل عاد؟ «نعم.»\n", as: "text.txt")
    try corpus.add(path: path, rules: Self.rules())
    #expect(
      corpus.sentences.map { String(decoding: $0, as: UTF8.self) } == ["وصل الوفد.", "ثم عاد!", "هل عاد؟", "«نعم.»"])
  }

  @Test("a CoNLL file gives a sentence for each empty line, cut inside where the rules cut")
  func annotated() throws {
    var corpus = BoundaryCorpus()
    let path = try Self.write("وصل O\nزيد B-PER\n. O\n\nهل O\nعاد O\n؟ O\nنعم O\n. O\n\n", as: "text.conll")
    try corpus.add(path: path, rules: Self.rules())
    #expect(corpus.sentences.map { String(decoding: $0, as: UTF8.self) } == ["وصل زيد .", "هل عاد ؟", "نعم ."])
  }

  @Test("sentence starts are offsets into the bare text")
  func starts() {
    var corpus = BoundaryCorpus()
    corpus.sentences = ["وصل، زيد.", "ثم عاد!", "..."].map { Array($0.utf8) }
    let document = corpus.documents(.all, count: 2)[0]
    #expect(String(decoding: document.text, as: UTF8.self) == "وصل زيد ثم عاد")
    #expect(document.starts == [0, "وصل زيد ".utf8.count])
  }
}
