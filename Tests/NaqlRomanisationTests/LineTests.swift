import NaqlModel
import NaqlRules
import NaqlText
import Testing

@testable import NaqlRomanisation

/// Lines of text: what is kept of words must not show in what is written.
struct LineTests {
  static let rules = try! RuleSet(root: SchemeTests.root + "/Rules")
  static let tools = try! RomanisationTools(rules: rules)

  /// Words that marks settle among some that they do not (و, م., هـ, محمد), marks and digits between them.
  static let lines = [
    "فَلْسَفَة اللُّغَة الْعَرَبِيَّة وَتَطَوُّرُهَا. بِيرُوت: دَار الْكُتُب، 1986 م.",
    "هِيَ دَوْلَة الْحَفْصِيِّين ، و6 فِي سَنَة 632 هـ. / تَأْلِيف محمد بْن يَحْيَى [هـ.]، الْقَاهِرَة",
    "تَا\u{652}\u{654}لِيف تَأْلِيف",  // canonically the same, with the hamza apart and composed
    "مُؤَسَّسَة م. وَبَعْث إِلَيْهَا بِسِفَارَة عَلَى رَأْسِهَا د. علي الْأَمِين",
  ]

  @Test("Readings of some words are what they are among the readings of all", arguments: lines, Use.allCases)
  func wanted(_ line: String, _ use: Use) throws {
    let words = line.split(separator: " ").map(String.init)
    let all = try Self.tools.vocaliser().readings(of: words, use: use, limit: 1)
    let vocaliser = try Self.tools.vocaliser()
    for at in words.indices {
      let wanted = words.indices.map { $0 == at }
      let some = vocaliser.readings(of: words, wanted: wanted, use: use, limit: 1)
      #expect(some[at] == all[at], "\(words[at])")
      #expect(some.indices.allSatisfy { $0 == at || some[$0].isEmpty })
    }
  }

  @Test("A line comes out the same whatever lines were written before it", arguments: tools.catalogue.ids)
  func kept(_ scheme: String) throws {
    for use in Use.allCases {
      let worn = try Self.tools.bench().lineWriter(scheme, use: use, best: 1, country: nil)
      let fresh = try Self.lines.map { line in
        try Self.tools.bench().lineWriter(scheme, use: use, best: 1, country: nil)(line)
      }
      #expect(Self.lines.map(worn) == fresh)
      #expect(Self.lines.reversed().map(worn) == fresh.reversed())
    }
  }

  @Test("A table of texts finds all that it was given, and nothing else")
  func table() {
    var table = TextTable<Int>()
    let texts = (0..<5000).map { "كلمة \($0)" }
    for (number, text) in texts.enumerated() { table.add(number, of: text) }
    let found = texts.map { text in table[text] }
    #expect(found == texts.indices.map { $0 })
    #expect(table["كلمة"] == nil && table[""] == nil)
    table.update("كلمة 7", from: 0) { $0 += 1 }
    table.update("", from: 3) { $0 += 1 }
    #expect(table["كلمة 7"] == 8 && table[""] == 4 && table.count == 5001)
  }
}
