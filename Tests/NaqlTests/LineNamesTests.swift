import Foundation
import NaqlModel
import NaqlRomanisation
import NaqlRules
import Testing

@testable import Naql

/// Names of single lines, for the capitals of phrases.
struct LineNamesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private let rules: RuleSet

  init() throws { rules = try RuleSet(root: Self.root + "/Rules") }

  @Test("people, places and listed bodies are seen, titles and sorts of bodies are not")
  func seen() throws {
    let names = try LineNames(LineNames.Tools(rules))
    let line = "استقبل الوزير أحمد زويل وفد الأمم المتحدة في أسوان."
    let found = names.names(in: line).map { name in
      (String(decoding: Array(line.utf8)[name.range], as: UTF8.self), name.sort)
    }
    #expect(found.map(\.0) == ["أحمد زويل", "الأمم المتحدة", "أسوان"])
    #expect(found.map(\.1) == [.person, .whole, .place])
    #expect(names.names(in: "").isEmpty)
  }

  @Test("a word that no list has takes its capital from the name that was seen, a common word does not")
  func capitals() throws {
    let tools = try RomanisationTools(rules: rules)
    let names = try LineNames(LineNames.Tools(rules))
    let bench = try tools.bench()
    let plain = try bench.lineWriter("ijmes", use: .phrase, best: 1, country: nil)
    let seeing = try bench.lineWriter("ijmes", use: .phrase, best: 1, country: nil, names: names.names(in:))
    let line = "تُوُفِّيَ العَالِمُ أَحْمَد زُوَيْط فِي بَيْتِهِ"
    #expect(plain(line) == ["tuwuffiya al-ʿālim Aḥmad zuwayṭ fī baytihi"])
    #expect(seeing(line) == ["tuwuffiya al-ʿālim Aḥmad Zuwayṭ fī baytihi"])
  }
}
