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
    let report = try SchemeExamples.check(RuleSet(root: Self.root + "/Rules", overlays: [folder.path]))
    #expect(report.oneWay.count == 1 && report.oneWay.first?.message.contains("does not lead back") == true)
    #expect(try SchemeExamples.check(Self.rules).oneWay.map(\.description) == [])
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

  @Test("Words of a scheme's own are known by their letters, with marks or without")
  func words() throws {
    let folder = try Scratch("inherits: ala-lc\nwords: {قَاسِم: Kasem}\n")
    let rules = try RuleSet(root: Self.root + "/Rules", overlays: [folder.path])
    let renderer = try SchemeRenderer("mine", catalogue: SchemeCatalogue(rules), lexicon: nil)
    #expect(renderer.render([VocalisedWord("قَاسِم")], use: .name) == ["Kasem"])
  }

  @Test(
    "Comments are no rules, and an article given whole is given anew",
    arguments: [
      ("inherits: ijmes\nrules: |\n  # a; b 'c [\n  ق → k ; # don't\n  م → '#' ; ل → \\# ;\n", "قَلَم", "Ka#a#"),
      ("inherits: ijmes\nrules: |\n  [#ق] → k ; # set\n", "قَمَر", "Kamar"),
      ("inherits: ijmes\narticle: {whole: \"al'\"}\n", "القَمَر", "al'Qamar"),
      ("inherits: ijmes\narticle: {whole: \"\"}\n", "القَمَر", "Qamar"),
      ("inherits: din-31635\narticle: {whole: el-}\n", "لِلشَّمْس", "li-el-Šams"),
      ("inherits: din-31635\narticle: {whole: el-, sun: e~-}\n", "وَالشَّمْس", "wa-eš-Šams"),
      ("inherits: din-31635\narticle: {sun: e~-}\n", "الشَّمْس", "eš-Šams"),
      ("inherits: din-31635\narticle: {clitic: al-}\n", "وَالقَمَر", "wa-al-Qamar"),
      ("inherits: bgn-pcgn\narticle: {whole: \"El \"}\n", "بِالشَّمْس", "bi El Shams"),
      ("inherits: ungegn-1972\narticle: {whole: \"El \"}\n", "الشَّمْس", "El Shams"),
      ("inherits: ijmes\nrules: |\n  L → 'the ' ;\n", "القَمَر", "the Qamar"),
    ])
  func articles(_ text: String, _ arabic: String, _ latin: String) throws {
    let folder = try Scratch(text)
    let rules = try RuleSet(root: Self.root + "/Rules", overlays: [folder.path])
    let renderer = try SchemeRenderer("mine", catalogue: SchemeCatalogue(rules), lexicon: nil)
    #expect(renderer.render([VocalisedWord(arabic)], use: .name) == [latin])
  }

  @Test("A scheme that inherits says whose it is, and shows no example that it may write otherwise")
  func description() throws {
    let folder = try Scratch("inherits: ala-lc\nauthority: |\n  Our\n  house\nrules: |\n  ع → 3 ;\n")
    let scheme = try SchemeFile("mine", rules: RuleSet(root: Self.root + "/Rules", overlays: [folder.path])).scheme
    #expect(scheme.name == "after ALA-LC 2012" && scheme.authority == "Our house" && scheme.tag == "ar-Latn")
    #expect(scheme.code == "" && scheme.year == "" && scheme.example.romanised == "")
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
      ("inherits: styles\n", 1, "there is no scheme “styles”"),
      ("inherits: ala-lc\nrules: |\n  ق -> k ;\n", 3, "the arrow is written → or >"),
      ("inherits: ala-lc\nrules: |\n  ق ← k ;\n", 3, "the arrow is →"),
      ("inherits: ala-lc\nrules: |\n  ::NFC ;\n", 3, "plain rules"),
      ("inherits: ala-lc\nrules: |\n  # ق → k\n  ق → k ; ق → q ;\n", 4, "a rule for the same letters stands before"),
      ("inherits: ala-lc\nrules: |\n  → k ;\n", 3, "nothing stands before the arrow"),
      ("inherits: ala-lc\r\nrules: |\r\n  ص → c ;\r\n  ق → [k ;\r\n", 4, "mine.yaml:4:3: error"),
      ("inherits: ala-lc\narticle: {letters: \"ت t\"}\n", 2, "no sun letter with its spelling"),
      ("inherits: ala-lc\narticle: {letters: \"ت=t ت=d\"}\n", 2, "given twice"),
      ("inherits: ala-lc\narticle:\n  whole: al-\n  sun: a~-\n", 3, "give “letters” too"),
      ("inherits: ala-lc\narticle:\n  whole: \"al | ;\"\n", 3, "mine.yaml:3:10: error: “al | ;” holds a semicolon"),
      ("rules: |\n  ق → q ;\narticle: {sun: a}\n", 3, "“whole” is missing"),
      ("inherits: ala-lc\nwords: {عبد الله: Abdullah}\n", 2, "no single word"),
      ("inherits: ala-lc\nwords: {قاسم: \"\"}\n", 2, "has no spelling"),
      ("inherits: ala-lc\nyear: soon\n", 2, "no year"), ("inherits: ala-lc\ntag: not a tag\n", 2, "no BCP 47 tag"),
      ("inherits: ala-lc\niso24229: rubbish\n", 2, "four parts"),
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
