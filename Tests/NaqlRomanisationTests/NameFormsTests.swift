import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

/// Forms of names in the schemes asked for, over the shipped rules.
@Suite("Forms of names")
struct NameFormsTests {
  private static let tools = try! RomanisationTools(rules: VocalisationTests.rules)

  private func form(_ name: String, _ entityClass: EntityClass, _ scheme: String) throws -> String? {
    let entity = Entity(
      range: TextRange(0, name.utf8.count), entityClass: entityClass, name: name, id: "e1", origin: .gazetteer,
      rule: "", confidence: 900)
    let forms = try NameForms(schemes: [scheme], country: nil, bench: Self.tools.bench())
    return forms.forms(of: entity, isLong: false, article: nil).first?.text
  }

  @Test(
    "a place is read as the place of its letters, though they are a word too",
    arguments: [("قطر", "Qaṭar"), ("الدوحة", "al-Dawḥah"), ("لبنان", "Lubnān"), ("طهران", "Ṭihrān")])
  func places(_ name: String, _ latin: String) throws { #expect(try form(name, .location, "ala-lc") == latin) }

  @Test("a name that the lexicon has is likelier in a name than a word of its letters")
  func listedNames() throws { #expect(try form("جو بايدن", .person, "ala-lc") == "Jū Bāydin") }

  @Test("no nunation and no verb of another spelling is read into a name")
  func nunation() throws {
    #expect(try form("ناسا", .organisation, "ala-lc") == "Nāsā")
    #expect(try form("بريت باير", .person, "ala-lc")?.hasPrefix("Burri") == false)
  }
}
