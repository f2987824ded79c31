import NaqlEvaluation
import NaqlModel
import NaqlRules
import NaqlSegmentation
import Testing

/// `naql evaluate segment --strings 100000` runs the same over more strings, and `make fuzz` over such as it finds itself.
@Suite("Segments and gaps give the input back") struct ExactnessTests {
  @Test("over random strings in every profile; the plain one breaks where ICU's root rules break")
  func property() throws {
    let failure = try SegmentationProof(rules: Support.rules()).checkRandom(4000, seed: 29)
    #expect(failure == nil, "\(failure?.what ?? ""): \(failure?.text ?? "")")
  }

  @Test("over every case of the challenge suite")
  func challenge() throws {
    let path = Support.package + "/Tests/Gold/segmentation/challenge.tsv"
    let gold = try SegmentationGold(String(decoding: FileSystem.read(path), as: UTF8.self), file: path)
    let proof = try SegmentationProof(rules: Support.rules())
    var last: [UInt8] = []
    for item in gold.items {
      let failure = try proof.check(item.input, after: last)
      #expect(failure == nil, "\(item.id): \(failure?.what ?? ""): \(failure?.text ?? "")")
      last = item.input
    }
  }

  @Test("the same seed gives the same strings, another seed others")
  func seeds() {
    var a = RandomText(seed: 1)
    var b = RandomText(seed: 1)
    var c = RandomText(seed: 2)
    let first = (0..<20).map { _ in a.text() }
    #expect(first == (0..<20).map { _ in b.text() })
    #expect(first != (0..<20).map { _ in c.text() })
    #expect(first.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  }
}
