import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

/// The spellings that one may meet for a name.
@Suite("Variants of names")
struct VariantsTests {
  private static let rules = try! RuleSet(
    root: #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Rules")

  private func variants(_ name: String, _ limit: Int, country: String? = nil) throws -> [String] {
    try RomanisationTools(rules: Self.rules).bench().variants().variants(of: name, country: country, limit: limit)
  }

  @Test("Muhammad has its spellings from Cairo, Algiers, scholarship and Turkey")
  func muhammad() throws {
    let found = try variants("محمد", 20)
    for spelling in ["Mohamed", "Mohammed", "Muhammad", "Mohammad", "Mehmed"] { #expect(found.contains(spelling)) }
  }

  @Test("variants are distinct, plain Latin, no more than asked for, the same every time")
  func distinct() throws {
    for name in ["عبد الرحمن", "حسين الشاذلي"] {
      let found = try variants(name, 30)
      #expect(found.count == 30)
      #expect(Set(found.map { SpellingLetters.latin($0) }).count == 30)
      #expect(found.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value < 0x250 } })
      #expect(try found == variants(name, 30))
      #expect(try Array(found.prefix(5)) == variants(name, 5))
    }
    #expect(try variants("Biden", 5).isEmpty)
  }

  @Test("behind the article, written or not, a name begins with its own sound")
  func article() throws {
    let found = try variants("القذافي", 40)
    for spelling in ["Gaddafi", "Qaddafi", "al-Gaddafi"] { #expect(found.contains(spelling)) }
    #expect(found.allSatisfy { ArticleSpelling.isLikely($0, of: "القذافي") })
    for junk in ["Ulgaddafi", "Agaddafi", "aal-Gaddafi"] { #expect(!ArticleSpelling.isLikely(junk, of: "القذافي")) }
    for good in ["El Gaddafi", "Elgaddafi", "al-Kadhafi"] { #expect(ArticleSpelling.isLikely(good, of: "القذافي")) }
    #expect(ArticleSpelling.isLikely("ash-Shami", of: "الشامي") && ArticleSpelling.isLikely("Assad", of: "الأسد"))
  }

  @Test("every variant of a name matches it")
  func match() throws {
    let matcher = try NameMatcher(Self.rules)
    for name in ["محمد", "حداد"] {
      for variant in try variants(name, 8) { #expect(matcher.match(name, variant).isSame, "\(name) \(variant)") }
    }
  }

  @Test("rules rewrite one letter or two of a word, the doubled ones among them")
  func neighbours() throws {
    let rules = try MatchingRules(Self.rules)
    let found = rules.neighbours(of: SpellingLetters.latin("qasim"), limit: 0.12).keys.map { LatinWord($0).text }
    for word in ["kasim", "qassim", "qasem", "gasim"] { #expect(found.contains(word), "\(word)") }
    #expect(!found.contains("qasim"))
    #expect(rules.words(for: "محمد").contains { $0.form == "mehmet" })
  }

  @Test("runs of letters are exchanged in place, capitals and hyphens stay")
  func runs() {
    let runs = LatinRuns("Hassan el-Sayed")
    #expect(runs.words.map { LatinWord($0).text } == ["hassan", "el", "sayed"])
    #expect(runs.text(SpellingLetters.latin("sayyid"), at: 2) == "Hassan el-Sayyid")
    #expect(PlainLatin.text("Ḥusayn ʿAlī") == "Husayn Ali")
  }
}
