import NaqlModel
import NaqlRules
import NaqlText
import Testing

@testable import NaqlRomanisation

/// The shipped schemes: their examples, the order of marks, arbitrary strings, the way back.
struct SchemeTests {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  static let rules = try! RuleSet(root: root + "/Rules")
  static let catalogue = try! SchemeCatalogue(rules)
  static let lexicon = try! Lexicon(rules)

  private func romaniser(_ id: String) throws -> Romaniser {
    try Romaniser(id, catalogue: Self.catalogue, lexicon: Self.lexicon, vocaliser: MarksOnly(Self.lexicon))
  }

  @Test("Every example of every scheme comes out as it stands")
  func examples() throws {
    let report = try SchemeExamples.check(Self.rules)
    #expect(report.findings.map(\.description) == [])
    #expect(report.sourced >= 120 && report.derived >= 1000)
  }

  @Test("Marks may come in either order", arguments: catalogue.ids)
  func orderOfMarks(_ id: String) throws {
    let romaniser = try romaniser(id)
    for example in try SchemeFile(id, rules: Self.rules).examples {
      let (usual, other) = MarkStrings.bothOrders(example.arabic)
      #expect(
        romaniser.romanise(usual, use: example.use) == romaniser.romanise(other, use: example.use), "\(example.arabic)")
    }
  }

  @Test("Arbitrary strings leave no Arabic letter and come out twice the same", arguments: catalogue.ids)
  func arbitrary(_ id: String) throws {
    var strings = MarkStrings(seed: 11)
    let first = try romaniser(id), second = try romaniser(id)
    for _ in 0..<2000 {
      let line = strings.line()
      let latin = first.romanise(line, use: .title)
      #expect(latin == second.romanise(line, use: .title))
      let isLatin = latin.allSatisfy { $0.unicodeScalars.allSatisfy { !ArabicScript.isLetter($0.value) } }
      #expect(isLatin, "\(line)")
    }
  }

  @Test(
    "Reversible schemes give every letter and every sequence of marks back",
    arguments: ["buckwalter", "buckwalter-xml", "iso-233"])
  func wayBack(_ id: String) throws {
    let romaniser = try romaniser(id)
    let reverser = try SchemeReverser(id, catalogue: Self.catalogue)
    var words = MarkStrings.letters.flatMap { letter in MarkStrings.marks.map { letter + $0 } }
    words += MarkStrings.letters.flatMap { first in MarkStrings.letters.map { first + $0 } }
    var strings = MarkStrings(seed: 7)
    words += (0..<2000).map { _ in strings.word() }
    for word in words {
      let latin = romaniser.romanise(word, use: .phrase)[0]
      #expect(reverser.arabic(latin).unicodeScalars.elementsEqual(word.unicodeScalars), "\(word) \(latin)")
    }
  }

  @Test(
    "Buckwalter writes no vowel that is not there", arguments: [("محمد", "mHmd"), ("رمُ", "rmu"), ("بِــنت", "bi__nt")])
  func onlyWhatStands(_ arabic: String, _ latin: String) throws {
    #expect(try romaniser("buckwalter").romanise(arabic, use: .phrase) == [latin])
  }

  @Test("A scheme of one's own inherits a shipped one and changes lines")
  func inheritance() throws {
    let folder = try Scratch("inherits: ala-lc\nname: House style\nrules: |\n  ع → q ;\n")
    let rules = try RuleSet(root: Self.root + "/Rules", overlays: [folder.path])
    let renderer = try SchemeRenderer("mine", catalogue: SchemeCatalogue(rules), lexicon: nil)
    #expect(renderer.render([VocalisedWord("عُمَر")], use: .name) == ["Qumar"])
    #expect(renderer.render([VocalisedWord("ثَابِت")], use: .name) == ["Thābit"])
  }

  @Test(
    "Mistakes of a scheme of one's own are told at their line",
    arguments: [
      ("inherits: ala-lx\n", 1, "ala-lc"), ("inherits: ala-lc\nrulez: x\n", 2, "rules"),
      ("inherits: ala-lc\narticle-capital: often\n", 2, "not known"),
      ("inherits: ala-lc\nrules: |\n  ع → q ;\n  غ ( → x ;\n", 4, "cannot be read"),
      ("inherits: mine\n", 1, "inherits itself"),
    ])
  func mistakes(_ text: String, _ line: Int, _ part: String) throws {
    let folder = try Scratch(text)
    let rules = try RuleSet(root: Self.root + "/Rules", overlays: [folder.path])
    let fault = #expect(throws: Diagnostic.self) { try SchemeFile("mine", rules: rules) }
    #expect(fault?.line == line)
    #expect(fault?.description.contains(part) == true, "\(fault?.description ?? "")")
    #expect(fault?.description.contains("mine.yaml:\(line)") == true)
  }

  @Test("The page that compares the schemes is the one that they make")
  func comparison() throws {
    let page = String(decoding: try FileSystem.read(Self.root + "/docs/schemes.md"), as: UTF8.self)
    #expect(try SchemeComparison(Self.catalogue).markdown() == page)
  }
}
