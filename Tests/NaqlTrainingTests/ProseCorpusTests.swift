import NaqlModel
import NaqlRomanisation
import NaqlRules
import Testing

@testable import NaqlTraining

/// What the vocalised sentences under `Rules/romanisation/prose/` teach the vowel model.
@Suite struct ProseCorpusTests {
  private static let corpus = Result {
    var corpus = VowelCorpus()
    try corpus.addProse(BoundaryTrainerTests.rules())
    return corpus
  }

  /// The labels taught for a spelling, each with how often.
  private func taught(_ spelling: String) throws -> [[UInt8]: Int] {
    let letters = VowelToken(spelling).letters
    var found: [[UInt8]: Int] = [:]
    for row in try Self.corpus.get().rows {
      for word in row.words where word.token.letters == letters { found[word.labels ?? [], default: 0] += 1 }
    }
    return found
  }

  @Test("nearly every word of the sentences has labels to learn")
  func coverage() throws {
    let words = try Self.corpus.get().rows.flatMap(\.words).filter { !$0.token.letters.isEmpty }
    let labelled = words.filter { $0.labels != nil }.count
    #expect(words.count > 60_000)
    #expect(labelled * 100 >= words.count * 98)
  }

  @Test("one spelling is taught with several readings: عقد is ʻaqd, ʻiqd and ʻaqada")
  func homographs() throws {
    let readings = try taught("عقد").keys
    for word in ["عَقْد", "عِقْد", "عَقَدَ"] {
      let labels = Array(word.utf8).withUnsafeBytes { LabelReading(vocalised: $0).labels }
      #expect(readings.contains(labels), "\(word) is not taught")
    }
  }

  @Test("an alif with nunation is taught as -an wherever it stands")
  func accusatives() throws {
    let an = Array("كَبِيرًا".utf8).withUnsafeBytes { LabelReading(vocalised: $0).labels }
    #expect(try taught("كبيرا") == [an: taught("كبيرا")[an] ?? 0])
  }
}
