import NaqlModel
import Testing

@testable import NaqlRomanisation

/// Well-known names of `readings.tsv`, and readings of names that grammar or the lexicon decides.
struct KnownReadingsTests {
  private static let tools = try! RomanisationTools(rules: VocalisationTests.rules)

  private func latin(_ line: String, _ use: Use = .name) throws -> String {
    try Self.tools.bench().romaniser("ala-lc").romanise(line, use: use)[0]
  }

  @Test(
    "Well-known names are read as they are borne, with hamzas written or not",
    arguments: [
      ("معمر القذافي", "Muʻammar al-Qadhdhāfī"), ("ام كلثوم", "Umm Kulthūm"), ("قطر", "Qaṭar"),
      ("دولة قطر،", "Dawlat Qaṭar,"),
      ("سلطنة عمان", "Salṭanat ʻUmān"), ("عمان", "ʻAmmān"), ("ميخائيل نعيمة", "Mīkhāʼīl Nuʻaymah"),
      ("نعيمة", "Naʻīmah"),
      ("محمد ولد عبد العزيز", "Muḥammad Wuld ʻAbd al-ʻAzīz"), ("سي إن إن", "Sī In In"),
      ("حمد بن جاسم", "Ḥamad ibn Jāsim"),
      ("يحيى السنوار", "Yaḥyá al-Sinwār"), ("توكل كرمان", "Tawakkul Karmān"),
    ])
  func known(_ name: String, _ form: String) throws { #expect(try latin(name) == form) }

  @Test("A word by itself is read so in names only, and marks win")
  func words() throws {
    #expect(try latin("نزوى", .name) == "Nizwá")
    #expect(try latin("في خضرا", .phrase) != "fī Khaḍrā")
    #expect(try latin("قُطْر") == "Quṭr")
  }

  @Test(
    "بن written together with a forefather's name is no clitic",
    arguments: [("بنموسى", "Binmūsá"), ("بنحمو", "Binḥammū"), ("بنكيران", "Binkīrān")])
  func sons(_ name: String, _ form: String) throws { #expect(try latin(name) == form) }

  @Test(
    "A given name takes no genitive, و is not split off what nobody knows",
    arguments: [
      ("فتيحة بوشارب", "Fatīḥah Būshārib"), ("خليدة تومي", "Khalīdah Tūmī"), ("زهية منصوري", "Zahīyah Manṣūrī"),
      ("هبة الله", "Hibat Allāh"), ("فارح ورسمه", "Fāraḥ Warsamah"),
    ])
  func names(_ name: String, _ form: String) throws { #expect(try latin(name) == form) }

  @Test(
    "عمان is Oman in a text whose other places lie there",
    arguments: [("OM", "Oman", "ʻUmān"), ("JO", "Amman", "ʻAmmān")])
  func homographs(_ country: String, _ english: String, _ strict: String) throws {
    let forms = try NameForms(schemes: ["conventional", "ala-lc"], country: nil, bench: Self.tools.bench())
    let entity = Entity(
      range: TextRange(0, 8), entityClass: .location, name: "عمان", id: "e1", origin: .gazetteer, rule: "",
      confidence: 900)
    #expect(forms.forms(of: entity, isLong: false, article: country).map(\.text) == [english, strict])
  }

  @Test(
    "An ordinary name has the usual spelling, not one bearer's odd one",
    arguments: [
      ("محمود عبد العزيز", "Mahmoud Abdel Aziz"), ("أحمد حسين", "Ahmed Hussein"), ("حسن عبد الله", "Hassan Abdullah"),
      ("امانويل ماكرون", "Emmanuel Macron"), ("طنجة", "Tangier"),
    ])
  func usage(_ name: String, _ english: String) throws {
    #expect(try Self.tools.bench().lineWriter("conventional", use: .name, best: 1, country: nil)(name) == [english])
  }
}
