import NaqlEvaluation
import NaqlRules
import Testing

@Suite("The challenge suite") struct ChallengeTests {
  @Test("every case of the challenge suite is cut as its reason says")
  func suite() throws {
    let path = Support.package + "/Tests/Gold/segmentation/challenge.tsv"
    let gold = try SegmentationGold(String(decoding: FileSystem.read(path), as: UTF8.self), file: path)
    #expect(gold.items.count >= 400)
    let result = try SegmentationEvaluation(gold, profile: "news", rules: Support.rules())
    for (item, ours) in result.differences {
      Issue.record("\(item.id): \(Support.codePoints(ours.joined(separator: " ¦ ")))")
    }
    #expect(result.total.exact == gold.items.count)
  }
}
