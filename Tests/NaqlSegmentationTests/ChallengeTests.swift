import NaqlEvaluation
import NaqlRules
import Testing

@Suite("The challenge suite") struct ChallengeTests {
  @Test("every case of the challenge suite is cut as its reason says")
  func suite() throws { try expectExact("challenge", atLeast: 400) }

  @Test("batches written unseen are cut as they expect", arguments: 1...6)
  func unseen(_ number: Int) throws { try expectExact("unseen-\(number)", atLeast: 90) }

  @Test("what was found later: quoted words that go on, names of letters, sources, elatives, marks of notes")
  func later() throws { try expectExact("later", atLeast: 15) }

  private func expectExact(_ name: String, atLeast least: Int) throws {
    let path = Support.package + "/Tests/Gold/segmentation/\(name).tsv"
    let gold = try SegmentationGold(String(decoding: FileSystem.read(path), as: UTF8.self), file: path)
    #expect(gold.items.count >= least)
    let result = try SegmentationEvaluation(gold, profile: "news", rules: Support.rules())
    for (item, ours) in result.differences {
      Issue.record("\(item.id): \(Support.codePoints(ours.joined(separator: " ¦ ")))")
    }
    #expect(result.total.exact == gold.items.count)
  }
}
