import NaqlModel
import Testing

@testable import NaqlRomanisation

/// Spellings that keep the consonants of their letters, and names of bodies and mothers in conventional spelling.
struct SkeletonTests {
  private static let tools = try! RomanisationTools(rules: VocalisationTests.rules)

  @Test(
    "A spelling has the consonants of its Arabic letters",
    arguments: [
      ("البزري", "bizri", true), ("البزري", "beeri", false), ("الظواهري", "alzawahiri", true),
      ("الظواهري", "alawahri", false),
      ("الثبيتي", "betty", false), ("العلاف", "allaf", true), ("العلاف", "laf", false), ("العلوي", "alaoui", true),
      ("العلوي", "elaoui", true), ("موتسارت", "mozart", true), ("تشيك", "cech", true),
      ("عبدالرحمن", "abdirahman", true),
      ("عمر", "omar", true), ("عمر", "mar", false),
    ])
  func skeleton(_ arabic: String, _ latin: String, _ isKept: Bool) {
    let word = LatinWord(SpellingLetters.latin(latin))
    #expect(ConsonantSkeleton.isKept(SpellingLetters.codes(arabic), in: word) == isKept)
  }

  private func plain(_ line: String) throws -> String {
    try Self.tools.bench().lineWriter("conventional", use: .name, best: 1, country: nil)(line)[0]
  }

  @Test(
    "The article takes no letter of a stem that begins with عل",
    arguments: ["إدريس العلمي", "ليلى العلوي", "سمير العلاف", "محمد العلوش"])
  func articles(_ name: String) throws {
    let text = try plain(name)
    let last = text.split { $0 == " " || $0 == "-" }.last
    #expect(last?.lowercased().contains("l") == true, "\(text)")
  }

  @Test(
    "A mother's name is Umm with her child's",
    arguments: [("أم محمد", "Umm Mohammed"), ("أم حسن", "Umm Hassan"), ("أم فراس", "Umm Firas")])
  func mothers(_ name: String, _ latin: String) throws { #expect(try plain(name) == latin) }

  @Test(
    "A body is written as it is read, and no other state's",
    arguments: [
      ("وزارة النقل", "Wizarat al-Naql"), ("وزارة الداخلية", "Wizarat al-Dakhiliya"), ("البرلمان", "al-Barlaman"),
      ("المحكمة الاتحادية", "Federal Court"), ("الصين", "China"), ("قسنطينة", "Constantine"), ("دمشق", "Damascus"),
    ])
  func bodies(_ name: String, _ latin: String) throws { #expect(try plain(name) == latin) }
}
