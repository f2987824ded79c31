import NaqlRules
import NaqlText
import Testing

@testable import NaqlRomanisation

/// Words that have some of their marks only: those given are binding, the others are restored.
struct PartialMarksTests {
  private static let tools = try! RomanisationTools(rules: VocalisationTests.rules)

  @Test(
    "Marks that leave a vowel open are kept, and the rest is restored",
    arguments: [
      ("نوّاف", "Nawwāf"), ("عوّاد", "ʻAwwād"), ("سيّد", "Sayyid"), ("طيّب", "Ṭayyib"), ("عيّاش", "ʻAyyāsh"),
      ("وهّاب", "Wahhāb"), ("مُحمّد", "Muḥammad"), ("الصّحة", "al-Ṣiḥḥah"), ("يُوسف", "Yūsuf"), ("نيّة", "Nīyah"),
      ("وقَّع", "Waqqaʻa"), ("وقّع وضّح وجّه", "Waqqaʻa Waḍḍaḥa Wajjaha"), ("نوّه صوّت غيّر", "Nawwaha Ṣawwata Ghayyara"),
    ])
  func restored(_ line: String, _ latin: String) throws {
    #expect(try Self.tools.bench().romaniser("ala-lc").romanise(line, use: .name) == [latin])
  }

  @Test(
    "Marks settle a word where no consonant lacks a vowel that it needs",
    arguments: [
      ("مُحَمَّد", true), ("بِالشَّمس", true), ("بِاللّٰهِ", true), ("بَيروت", true), ("حُلوان", true), ("عَلِيّ", true),
      ("مَدِينَة", true),
      ("سيّد", false), ("مُحمّد", false), ("يُوسف", false), ("وقَّع", false), ("مُسْتقْبَل", false), ("كَبّر", false),
    ])
  func settled(_ word: String, _ isSettled: Bool) { #expect(SpelledWord(word).isVocalised == isSettled) }

  @Test(
    "What no list has is read by its letters within the marks", arguments: [("نضّور", "Naḍḍūr"), ("زغّاط", "Zaghghāṭ")])
  func unknown(_ word: String, _ latin: String) throws {
    #expect(try Self.tools.bench().romaniser("ala-lc").romanise(word, use: .name) == [latin])
  }
}
