import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

@Suite("The country of an article")
struct ArticleCountryTests {
  private func places(_ names: [String], _ entityClass: EntityClass = .location) -> [Entity] {
    names.enumerated().map { number, name in
      Entity(
        range: TextRange(number * 10, number * 10 + 4), entityClass: entityClass, name: name, id: name,
        origin: .gazetteer, rule: "test", confidence: 900)
    }
  }

  @Test("three mentions of places of one country tell it, places of none do not count")
  func told() throws {
    let countries = try ArticleCountry(VocalisationTests.rules)
    #expect(countries.country(of: places(["الرباط", "فاس", "باريس", "الرباط"])) == "MA")
    #expect(countries.country(of: places(["احمد"]) + places(["القاهرة", "اسيوط", "مصر"])) == "EG")
  }

  @Test("few places, or places of several countries, tell nothing; people are no places")
  func untold() throws {
    let countries = try ArticleCountry(VocalisationTests.rules)
    #expect(countries.country(of: places(["الرباط", "فاس"])) == nil)
    #expect(countries.country(of: places(["الرباط", "فاس", "طنجة", "القاهرة", "مصر", "دمشق"])) == nil)
    #expect(countries.country(of: places(["تونس", "تونس", "تونس"], .person)) == nil)
  }

  @Test("the article's country makes its people likelier, and does not bind")
  func spelling() throws {
    let speller = try ConventionalSpeller(VocalisationTests.rules)
    func spelt(_ article: String?, _ country: String?) -> String {
      speller.article = article
      return speller.spellings(of: "محمد بوشريط", entityClass: .person, country: country, limit: 1)[0].text
    }
    #expect(spelt("DZ", nil) == spelt(nil, "DZ"))
    #expect(spelt("DZ", "SA") == spelt(nil, "SA"))
  }
}
