import Foundation
import Testing

@testable import NaqlEvaluation

@Suite("Evaluation of conventional spellings")
struct ConventionalEvaluationTests {
  @Test("case, diacritics, apostrophes, hyphens and spaces do not count; letters and digits do")
  func folding() {
    func folded(_ text: String) -> String { ConventionalEvaluation.folded(text).map(String.init).joined() }
    #expect(folded("Sa‘īd al-Ḥusayn") == "saidalhusayn")
    #expect(folded("N'Golo") == folded("n\u{2019}golo"))
    #expect(folded("50 Cent") == "50cent")
    #expect(folded("Øre") != folded("Ore"))
  }

  @Test("the distance counts letters put in, taken out and replaced")
  func distance() {
    func distance(_ one: String, _ other: String) -> Int {
      ConventionalEvaluation.distance(Array(one.unicodeScalars), Array(other.unicodeScalars))
    }
    #expect(distance("mohamed", "mohammed") == 1)
    #expect(distance("", "ali") == 3)
    #expect(distance("husayn", "hussein") == 3)
  }

  @Test("any attested spelling of a form is right; places count up to ten; countries are told apart")
  func scores() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = [
      "arabic\tenglish\tkind", "محمد علي\tMohamed Ali\tperson-EG", "محمد علي\tMuhammad Ali\tperson-EG",
      "علي بن\tAli Ben\tperson-TN",
    ]
    try (rows.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    var countries: [String?] = []
    let result = try ConventionalEvaluation(path: file.path) { arabic, country in
      countries.append(country)
      return arabic == "محمد علي"
        ? [("Muhammad Ali", 0.75)] : [("Ali Bin", 0.75), ("Ali Ibn", 0.1), ("Ali ben", 0.1)]
    }
    #expect(countries == ["EG", "TN"])
    let all = result.scores[0].score
    #expect((all.forms, all.first, all.five, all.ten) == (2, 1, 2, 2))
    #expect((all.edits, all.letters) == (1, 17))
    #expect(result.scores.map(\.name) == ["all", "EG", "TN"])
    #expect(result.differences.map(\.arabic) == ["علي بن"])
    #expect(abs(result.calibrationError - 0.25) < 1e-9)
  }
}
