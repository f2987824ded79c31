import NaqlEvaluation
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
    #expect(report.sourced >= 230 && report.derived >= 1400)
  }

  @Test("Marks may come in either order", arguments: catalogue.ids)
  func orderOfMarks(_ id: String) throws {
    let romaniser = try romaniser(id)
    for example in try SchemeFile(id, rules: Self.rules).examples {
      let (usual, other) = SchemeStrings.bothOrders(example.arabic)
      #expect(
        romaniser.romanise(usual, use: example.use) == romaniser.romanise(other, use: example.use), "\(example.arabic)")
    }
  }

  @Test(
    "Arbitrary strings leave no Arabic, come out twice the same and with the marks in either order",
    .timeLimit(.minutes(1)))
  func arbitrary() throws {
    var trial = try SchemeTrial(Self.rules)
    try trial.run(lines: 1200, seed: 11)
    #expect(trial.findings.map(\.description) == [])
    #expect(trial.renderings == 3600)
  }

  @Test("Reversible schemes give every letter, every sequence of marks and any vocalised word back")
  func wayBack() throws {
    var trial = try SchemeTrial(Self.rules)
    try trial.runBack(words: 2000, seed: 7)
    #expect(trial.findings.map(\.description) == [])
    #expect(trial.roundTrips == 4 * 2000)
    for id in ["buckwalter", "buckwalter-xml", "hsb", "iso-233"] {
      let romaniser = try romaniser(id)
      let reverser = try SchemeReverser(id, catalogue: Self.catalogue)
      let letters = SchemeStrings.letters.map { String($0) }
      let words = letters.flatMap { letter in (SchemeStrings.marks + letters).map { letter + $0 } }
      for word in words {
        let latin = romaniser.romanise(word, use: .phrase)[0]
        #expect(reverser.arabic(latin).unicodeScalars.elementsEqual(word.unicodeScalars), "\(id) \(word) \(latin)")
      }
    }
  }

  @Test("A scheme whose way back lacks letters is found out")
  func foundOut() throws {
    let folder = try Scratch("inherits: buckwalter\nrules: |\n  ع → e ;\nreverse: |\n  b → ب ;\n")
    var trial = try SchemeTrial(RuleSet(root: Self.root + "/Rules", overlays: [folder.path]), schemes: ["mine"])
    try trial.runBack(words: 20, seed: 3)
    #expect(trial.findings.contains { $0.fault == "does not come back" })
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
      (
        "inherits: ala-lc\nrules: |\n  ع → q\n  غ → x ;\n", 3,
        "mine.yaml:3:3: error: the rule “ع → q” cannot be read: a semi"
      ),
      (
        "inherits: ala-lc\nrules: |\n  ش → sz ; ع = q ;\n", 3,
        "mine.yaml:3:12: error: the rule “ع = q ” cannot be read: “=”"
      ),
      ("inherits: ala-lc\nrules: |\n  ش → sz ; ع → ' ;\n", 3, "a quote ' is opened"),
      ("inherits: ala-lc\nrules: |\n  ش → x ;\n  ع [ → q ;\n", 4, "a set [ … ] is not closed"),
      ("inherits: ala-lc\nrules: |\n  ع → $x ;\n", 3, "not defined before it"),
      ("inherits: ala-lc\nrules: |\n  ::Foo ;\n", 3, "plain rules"),
      ("inherits: ala-lc\nrules: |\n  ۇ → q ; ۇ } a → x ;\n", 3, "never reached"),
      ("inherits: buckwalter\nrules: |\n  ع → 3 ;\n", 2, "needs its way back"),
      ("inherits: ala-lc\nid: other\n", 2, "bears the name of its file"),
      ("name: Alone\n", 1, "“rules” is missing"),
      ("inherits: ala-lc\nexamples:\n  - [\"عُمَر\", nam, \"Umar\", \"x\"]\n", 3, "did you mean “name”"),
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
