import NaqlModel
import Testing

@testable import NaqlRomanisation

/// Lines in conventional spelling, over the shipped rules.
struct ConventionalLinesTests {
  private static let tools = try! RomanisationTools(rules: VocalisationTests.rules)

  private func line(_ text: String, _ use: Use, names: [SeenName] = []) throws -> String {
    try Self.tools.bench().lineWriter("conventional", use: use, best: 1, country: nil) { _ in names }(text)[0]
  }

  /// Where a name stands in `text`.
  private func name(_ name: String, _ sort: SeenName.Sort, in text: String) throws -> SeenName {
    let range = try #require(text.firstRange(of: name))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return SeenName(start..<start + name.utf8.count, sort)
  }

  @Test(
    "A name between marks, digits and titles in short is spelt as it is without them",
    arguments: [
      ("د. أحمد زويل", "Dr. Ahmed Zewail"), ("أ.د. محمد غنيم", "Prof. Dr. Mohamed Ghoneim"),
      ("د. هـ. لورانس", "D. H. Lawrence"), ("١٩٨٤ / جورج أورويل", "1984 / George Orwell"),
      ("(محمد صلاح)", "(Mohamed Salah)"), ("سيرغي ميلينكوفيتش-سافيتش", "Sergej Milinković-Savić"),
      ("محمد صلاح، 11", "Mohamed Salah, 11"),
    ])
  func marks(_ name: String, _ latin: String) throws { #expect(try line(name, .name) == latin) }

  @Test(
    "A title is read, not spelt as a person",
    arguments: [
      ("تاريخ الأدب العربي في العصر الجاهلي", "Tarikh al-adab al-arabi fi al-asr al-jahili"),
      ("بيوتنا القديمة", "Buyutuna al-qadima"), ("النبي", "The Prophet"),
    ])
  func titles(_ title: String, _ latin: String) throws { #expect(try line(title, .title) == latin) }

  @Test(
    "People and places in running text are spelt as they are known; clitics and marks stay, and what is said in common words"
  )
  func names() throws {
    let text = "زار دونالد ترامب بيروت ودمشق وعاد (للقاهرة) من الوطن العربي."
    let names = [
      try name("دونالد ترامب", .person, in: text), try name("بيروت", .place, in: text),
      try name("دمشق", .place, in: text), try name("قاهرة", .place, in: text),
      try name("الوطن العربي", .place, in: text),
    ]
    #expect(
      try line(text, .phrase, names: names)
        == "zara Donald Trump Beirut wa-Damascus wa-ada (li-Cairo) min al-Watan al-Arabi.")
  }

  @Test(
    "Fathers, sons and daughters are words of their own, and medieval names are spelt as books have them",
    arguments: [
      ("أسماء بنت أبي بكر", "Asma bint Abi Bakr"), ("أبو الحسن علي بن إسماعيل", "Abu al-Hasan Ali bin Ismail"),
      ("فهد بن عبد العزيز العنزي", "Fahad bin Abdulaziz al-Enezi"),
      ("شمس الدين محمد بن أحمد الذهبي", "Shams al-Din Muhammad ibn Ahmad al-Dhahabi"),
      ("عز الدين ابن الأثير", "Izz al-Din ibn al-Athir"), ("أحمد علي بن نور الدين", "Ahmed Ali bin Noor el-Din"),
    ])
  func kin(_ name: String, _ latin: String) throws { #expect(try line(name, .name) == latin) }

  @Test(
    "A body behind a common noun has its own name, a ministry its English one",
    arguments: [
      ("قناة الجزيرة", "Al Jazeera"), ("حركة حماس", "Hamas"), ("شركة قطر للطاقة", "QatarEnergy"),
      ("وزارة الدفاع السعودية", "Saudi Defence Ministry"), ("وزارة الخارجية", "Foreign Ministry"),
      ("مجلة العلوم", "Majallat al-Ulum"),
    ])
  func bodies(_ name: String, _ latin: String) throws { #expect(try line(name, .name) == latin) }

  @Test("No town with a foreign letter is taken for a given name of the same letters")
  func homographs() throws { #expect(try line("فاطمة", .name) == "Fatima") }
}
