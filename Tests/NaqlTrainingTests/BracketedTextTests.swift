import Foundation
import NaqlEntities
import NaqlModel
import NaqlRules
import Testing

@testable import NaqlTraining

/// Sentences with their names in brackets, as the tagger's trainer reads them.
@Suite("Bracketed sentences") struct BracketedTextTests {
  /// Rules that hold nothing but one file of bracketed sentences.
  static func rules(_ text: String) throws -> RuleSet {
    let root = FileManager.default.temporaryDirectory.appending(path: "naql-\(UUID().uuidString)").path
    let folder = root + "/entities/prose"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileSystem.write(Array(text.utf8), to: folder + "/own.txt")
    return try RuleSet(root: root)
  }

  /// The tokens of a sentence, those in names with their label.
  static func labelled(_ text: String) throws -> [String] {
    let sentence = try #require(try BracketedText.sentences(rules(text)).first)
    return zip(sentence.tokens, sentence.labels).map { token, label in
      String(decoding: token, as: UTF8.self) + (label == 0 ? "" : "/" + TagLabel.names[Int(label)])
    }
  }

  @Test("tokens are cut as on pages, with clitics, and bear the tagger's classes")
  func labels() throws {
    #expect(
      try Self.labelled("# a note\n\nوصل [PER نجيب ساعي] إلى لل[LOC رياض]، ونقلت [MEDIA رويترز] خبر \"[WORK ليل]\".\n")
        == [
          "وصل", "نجيب/B-PER", "ساعي/I-PER", "إلى", "للرياض/B-LOC", "،", "ونقلت", "رويترز/B-ORG", "خبر", "\"",
          "ليل/B-MISC", "\"",
          ".",
        ])
  }

  @Test(
    "a mistake in the brackets is an error at its line",
    arguments: ["[LOC حلب", "حلب]", "[CITY حلب]", "[LOC]", "[LOC [PER حلب]]"])
  func mistakes(line: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try BracketedText.sentences(Self.rules("[LOC حمص]\n" + line + "\n"))
    }
    #expect(error?.code == "train.marks")
    #expect(error?.line == 2)
  }
}
