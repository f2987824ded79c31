import Foundation
import NaqlModel
import Testing

@testable import NaqlEvaluation

@Suite("Evaluation of matching")
struct MatchEvaluationTests {
  private func pairs(_ text: String) throws -> MatchEvaluation {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try MatchEvaluation(path: file.path)
  }

  @Test("precision, recall, area and kinds by hand")
  func counts() throws {
    let gold = try pairs("a\tb\tsame\tkind\nA\tB\tyes\tx\nA\tC\tyes\tx\nA\tD\tno\ty\nA\tE\tno\ty\n")
    let scores = [0.9, 0.4, 0.6, 0.1]
    let point = gold.point(scores, threshold: 0.5)
    #expect((point.counts.right, point.counts.given, point.counts.gold) == (1, 2, 2))
    #expect(point.counts.precision == 0.5 && point.counts.recall == 0.5 && point.counts.f1 == 0.5)
    #expect(gold.area(scores) == 0.75)
    #expect(gold.area([1, 1, 1, 1]) == 0.5)
    #expect(abs(gold.best(scores).counts.f1 - 0.8) < 1e-9)
    #expect(gold.kinds(scores, threshold: 0.5).map(\.right) == [1, 1])
  }

  @Test("a file without pairs is refused", arguments: ["", "\n \n", "a\tb\tsame\n", "# nothing\n"])
  func empty(_ text: String) {
    #expect {
      try pairs(text)
    } throws: { error in
      (error as? Diagnostic)?.code == "gold.empty"
    }
  }

  @Test("a file without a header is read, a line without an answer is an error at its line")
  func reading() throws {
    #expect(try pairs("A\tB\tyes\nA\tC\tno\n").pairs.map(\.isSame) == [true, false])
    #expect {
      try pairs("A\tB\tyes\nA\tC\n")
    } throws: { error in
      (error as? Diagnostic)?.line == 2
    }
  }

  @Test("Jaro-Winkler and Levenshtein as published for their examples")
  func measures() {
    #expect(abs(StringLikeness.jaroWinkler("Martha", "Marhta") - 0.9611) < 0.0001)
    #expect(abs(StringLikeness.jaroWinkler("Dwayne", "Duane") - 0.84) < 0.0001)
    #expect(abs(StringLikeness.levenshtein("kitten", "sitting") - (1 - 3.0 / 7)) < 1e-9)
    #expect(StringLikeness.jaroWinkler("abc", "xyz") == 0 && StringLikeness.levenshtein("", "") == 1)
  }
}
