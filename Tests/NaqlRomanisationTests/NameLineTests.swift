import Testing

@testable import NaqlRomanisation

/// Lines that are a name without marks, in strict schemes over the shipped rules.
struct NameLineTests {
  private static let tools = try! RomanisationTools(rules: VocalisationTests.rules)

  @Test(
    "A name is read as a name",
    arguments: [
      // A woman's name is no construct with the family's; an honorific and a body are.
      ("وسيلة بورقيبة", "Wasīlah Būrqībah"), ("عقيلة صالح", "ʻAqīlah Ṣāliḥ"), ("فضيلة الفاروق", "Faḍīlah al-Fārūq"),
      ("عزة الدولة", "ʻIzzat al-Dawlah"), ("مؤسسة عبد الله الغرير", "Muʼassasat ʻAbd Allāh al-Gharīr"),
      // A daughter has no capital.
      ("هند بنت عتبة", "Hind bint ʻUtbah"), ("نسيبة بنت كعب", "Nusaybah bint Kaʻb"),
      // No clitic is read at random.
      ("مان بوكر", "Mān Būkar"), ("فيروز والرحابنة", "Fayrūz wa-al-Raḥābanah"),
      ("دار الآداب ودار الساقي", "Dār al-Ādāb wa-Dār al-Sāqī"),
    ])
  func names(_ name: String, _ latin: String) throws {
    #expect(try Self.tools.bench().lineWriter("ala-lc", use: .name, best: 1, country: nil)(name) == [latin])
  }
}
