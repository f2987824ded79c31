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
      ("عزة الدولة", "ʻIzzat al-Dawlah"), ("مؤسسة عبد الله الغرير", "Muʼassasat ʻAbd Allāh al-Ghurayr"),
      // A daughter has no capital.
      ("هند بنت عتبة", "Hind bint ʻUtbah"), ("نسيبة بنت كعب", "Nusaybah bint Kaʻb"),
      // No clitic is read at random.
      ("مان بوكر", "Mān Būkar"), ("فيروز والرحابنة", "Fayrūz wa-al-Raḥābanah"),
      ("دار الآداب ودار الساقي", "Dār al-Ādāb wa-Dār al-Sāqī"),
    ])
  func names(_ name: String, _ latin: String) throws {
    #expect(try Self.tools.bench().lineWriter("ala-lc", use: .name, best: 1, country: nil)(name) == [latin])
  }

  @Test(
    "A title without marks has the capitals and cases of one with marks",
    arguments: [
      ("الرواية العربية المعاصرة: النشأة والتحول", "al-Riwāyah al-ʻArabīyah al-muʻāṣirah: al-nashʼah wa-al-taḥawwul"),
      ("شعر المتنبي: دراسة أسلوبية", "Shiʻr al-Mutanabbī: dirāsah uslūbīyah"), ("ثورة يوليو", "Thawrat Yūlyū"),
      ("حياته وأعماله", "Ḥayātuhu wa-aʻmāluh"), ("لغتنا الجميلة", "Lughatunā al-jamīlah"),
      ("أولاد حارتنا", "Awlād ḥāratinā"),
      ("قضايا عصرنا", "Qaḍāyā ʻaṣrinā"), ("في فلسفته", "Fī falsafatih"), ("أزمة الحكومة", "Azmat al-ḥukūmah"),
      ("تنمية المهارات اللغوية", "Tanmiyat al-mahārāt al-lughawīyah"),
    ])
  func titles(_ title: String, _ latin: String) throws {
    #expect(try Self.tools.bench().lineWriter("ala-lc", use: .title, best: 1, country: nil)(title) == [latin])
  }

  @Test(
    "People and places that were seen in a title without marks have their capitals; of a definite word alone nothing is sure"
  )
  func seenInTitles() throws {
    let title = "الأعمال الكاملة للشاعر بدر شاكر السياب الشامي"
    func name(_ text: String, isDistinct: Bool) throws -> SeenName {
      let range = try #require(title.firstRange(of: text))
      let start = title.utf8.distance(from: title.startIndex, to: range.lowerBound)
      return SeenName(start..<start + text.utf8.count, .person, isDistinct: isDistinct)
    }
    let names = [try name("بدر شاكر السياب", isDistinct: true)]
    let writer = try Self.tools.bench().lineWriter("ijmes", use: .title, best: 1, country: nil) { _ in names }
    #expect(writer(title)[0].contains("Badr Shākir al-Sayyāb"))
    let adjective = try name("الشامي", isDistinct: false)
    let other = try Self.tools.bench().lineWriter("ijmes", use: .title, best: 1, country: nil) { _ in [adjective] }
    #expect(other(title)[0].hasSuffix("al-shāmī"))
  }

  @Test(
    "The mood of a verb is heard before its pronoun",
    arguments: [
      ("قال إن علينا أن نسأله اليوم", "nasʼalahu"), ("لن يكتبها أحد في المدينة", "yaktubahā"),
      ("لن يواجه الفريق أن يكره المدرب", "yakraha"),
    ])
  func moods(_ line: String, _ verb: String) throws {
    let written = try Self.tools.bench().lineWriter("ala-lc", use: .phrase, best: 1, country: nil)(line)[0]
    #expect(written.split(separator: " ").contains(Substring(verb)), "\(written)")
  }
}
