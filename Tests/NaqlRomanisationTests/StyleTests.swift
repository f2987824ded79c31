import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

/// House styles of conventional spelling.
@Suite("Styles of spelling")
struct StyleTests {
  private static let rules = try! RuleSet(
    root: #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Rules")

  @Test("the file's own examples come out, every style among them")
  func examples() throws {
    #expect(try StyleExamples.check(Self.rules).map(\.message) == [])
    let used = Set(
      try SpellingStyle.examples(Self.rules).flatMap { $0.cells[2].split(separator: ",").map(String.init) })
    #expect(used.isSuperset(of: ["al", "el", "joined", "bare", "i", "y", "ah", "a", "ascii"]))
  }

  @Test("a style done twice changes nothing more, and an unknown one is answered with the nearest")
  func stability() throws {
    for style in ["al", "el", "joined", "bare", "i", "y", "ah", "a", "ascii"] {
      let styler = try SpellingStyler([style], Self.rules)
      for (arabic, latin) in [("طاهر المصري", "Taher ElMasry"), ("فاطمة الزهراء", "Fatimah az-Zahrā’"), ("علي", "Ali")]
      {
        let once = styler.styled(latin, of: arabic)
        #expect(styler.styled(once, of: arabic) == once, "\(style): \(once)")
      }
    }
    #expect {
      try SpellingStyler(["asci"], Self.rules)
    } throws: { error in
      (error as? Diagnostic)?.code == "style.unknown" && (error as? Diagnostic)?.message.contains("“ascii”") == true
    }
  }

  @Test("a long text is spelt in the style to its end")
  func long() throws {
    let styler = try SpellingStyler(["el"], Self.rules)
    let arabic = Array(repeating: "عبد الرحمن القاضي وجمال الدين", count: 40).joined(separator: " ")
    let latin = Array(repeating: "Abdulrahman al-Qadi Wajmal al-Din", count: 40).joined(separator: " ")
    #expect(styler.styled(latin, of: arabic) == latin.replacing("al-", with: "el-"))
  }

  @Test("ascii leaves plain letters only")
  func ascii() throws {
    let styler = try SpellingStyler(["ascii"], Self.rules)
    #expect(styler.styled("Søren Łukasz ‘Abd ar-Raḥmān", of: "سورين") == "Soren Lukasz 'Abd ar-Rahman")
  }
}
