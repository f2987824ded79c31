import NaqlModel
import NaqlRules
import NaqlTables
import Testing

@testable import NaqlRomanisation

/// Arabic forms of Latin names.
@Suite("Latin names back to Arabic")
struct ReverseTests {
  private static let rules = try! RuleSet(
    root: #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Rules")

  @Test(
    "a name's Arabic form is among the first five",
    arguments: [
      ("Bashar al-Assad", "بشار الأسد"), ("Wael Hallaq", "وائل حلاق"), ("Mohamed ElBaradei", "محمد البرادعي"),
      ("Houari Boumediene", "هواري بومدين"), ("Joe Biden", "جو بايدن"), ("Muammar Gaddafi", "معمر القذافي"),
      ("Smith", "سميث"),
    ])
  func forms(_ latin: String, _ arabic: String) throws {
    let found = try LatinNameReader(Self.rules).forms(of: latin, limit: 5)
    #expect(found.contains(arabic), "\(latin): \(found)")
    #expect(Set(found).count == found.count && found.count <= 5)
  }

  @Test("every form is Arabic, matches its name, and comes again; no Latin letters give none")
  func shapes() throws {
    let reader = try LatinNameReader(Self.rules), matcher = try NameMatcher(Self.rules)
    for name in ["Karim Zayani", "Hendrix", "Šarīf"] {
      let found = reader.forms(of: name, limit: 3)
      #expect(found.count == 3)
      for form in found { #expect(form.unicodeScalars.allSatisfy { $0.value == 0x20 || $0.value >= 0x621 }) }
      #expect(matcher.match(name, found[0]).isSame)
      #expect(try LatinNameReader(Self.rules).forms(of: name, limit: 3) == found)
    }
    #expect(reader.forms(of: "محمد", limit: 3).isEmpty && reader.forms(of: "", limit: 3).isEmpty)
  }

  @Test("an article belongs to the word behind it")
  func words() {
    func cut(_ text: String) -> [String] { LatinWords.words(text).map { LatinWord($0).text } }
    #expect(cut("Abd al-Rahman as-Sudais") == ["abd", "alrahman", "assudais"])
    #expect(cut("Jean-Paul") == ["jean", "paul"] && cut("O'Neil") == ["oneil"])
  }

  @Test("letters that follow each other in names are likelier than others; each row sums to one")
  func sequences() throws {
    var counts = LetterSequences.Counts()
    for name in ["محمد", "محمود", "أحمد"] { counts.add(SpellingLetters.codes(name)) }
    var image = TableImage()
    counts.write(to: &image)
    let letters = LetterSequences(try Table(MappedFile(copying: image.encoded())))
    let codes = SpellingLetters.codes("محم")
    #expect(letters.log(codes[0], codes[1], codes[2]) > letters.log(codes[0], codes[1], codes[1]) + 1)
    let sum = (0..<64).reduce(Float(0)) { $0 + fastExp(letters.log(codes[0], codes[1], UInt8($1))) }
    #expect(abs(sum - 1) < 0.1)
  }
}
