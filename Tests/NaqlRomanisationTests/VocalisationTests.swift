import NaqlRules
import NaqlText
import Testing

@testable import NaqlRomanisation

/// Labels, marks and the vocaliser over the shipped rules.
struct VocalisationTests {
  static let rules = try! RuleSet(root: rulesRoot)
  private static var rulesRoot: String {
    let file = #filePath
    return file.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Rules"
  }

  private func reading(_ vocalised: String) -> LabelReading {
    Array(vocalised.utf8).withUnsafeBytes { LabelReading(vocalised: $0) }
  }

  @Test(
    "A name found in a text ends in a long vowel, unless its nunation is likely",
    arguments: [("كوندرا", "Kūndirā"), ("محمدا", "Muḥammadan"), ("تايلندا", "Tāylandā")])
  func nunation(_ name: String, _ latin: String) throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    #expect(romaniser.romanise(romaniser.entityReading(name, use: .name), use: .name) == latin)
  }

  @Test(
    "Spellings of catalogues are read as careful ones",
    arguments: [
      ("الاثار", "al-Āthār"), ("محي الدين", "Muḥyī al-Dīn"), ("لااسماعيل", "Li-ismāʻīl"), ("استانبول", "Istānbūl"),
      ("ملخصاً", "Mulakhkhaṣan"), ("كِتَابَاً", "Kitāban"),
    ])
  func spellings(_ line: String, _ latin: String) throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    #expect(romaniser.romanise(line, use: .title) == [latin])
  }

  @Test("In running text names have capitals and no clitic in their front, other words those of the grammar only")
  func runningText() throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    let text = romaniser.romaniseText(["في", "باندرا", "ظروف", "الدفاع"], names: [.none, .front, .none, .none]).text
    #expect(text.hasPrefix("fī Bāndrā ẓ") && text.hasSuffix(" al-difāʻ"))
  }

  @Test(
    "In running text an indefinite noun directly before a name is in the construct, a definite one is not",
    arguments: [
      (["قال", "لصحيفة", "«النهار»"], "li-ṣaḥīfat «al-Nahār»"), (["في", "منصة", "إكس"], "minaṣṣat Iks"),
      (["غنت", "المطربة", "فيروز"], "al-muṭribah Fayrūz"),
    ])
  func nounBeforeName(_ words: [String], _ latin: String) throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    let text = romaniser.romaniseText(words, names: [.none, .none, .front]).text
    #expect(text.hasSuffix(latin), "\(text)")
  }

  @Test(
    "A name behind a clitic is read as it is without it",
    arguments: [
      ("وأوهاد", 1, "wa-Ūhād"), ("بنيويورك", 1, "bi-Nyūyūrk"), ("وبالرباط", 2, "wa-bi-al-Rabāṭ"),
      ("لليبيا", 1, "li-Lībyā"),
    ])
  func nameBehindClitic(_ word: String, _ letters: Int, _ latin: String) throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    let text = romaniser.romaniseText(["قال", word], names: [.none, .behindClitic(letters: letters)]).text
    #expect(text == "qāla " + latin, "\(text)")
  }

  @Test("A name is read without the punctuation on it, and as what settles it says")
  func nameSources() throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    let words = romaniser.textReading(["حضر", "فوزي", "لقجع،", "في", "(الرباط)", "وفي", "عمان."])
    let person = NameSource(isPerson: true), state = NameSource(vocalised: "عُمَان", origin: .lexicon)
    let names: [Romaniser.NamePart] = [.none, .front, .inside, .none, .front, .none, .front]
    let text = romaniser.romaniseText(words, names: names, sources: [1: person, 6: state]).text
    #expect(text == "ḥaḍara Fawzī Luqajʻ, fī (al-Rabāṭ) wa-fī ʻUmān.", "\(text)")
  }

  @Test("The divine name has its capital where its own letters bear no mark")
  func divineName() throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc", readsSyntax: true)
    #expect(romaniser.romanise("صَلَّى الله عَلَيْهِ وَسَلَّمَ", use: .phrase) == ["ṣallá Allāh ʻalayhi wa-sallam"])
  }

  @Test(
    "Whatever the model decides: -t of a noun before a mere place, -h before a joined preposition",
    arguments: [
      ("شرطة مومباي", "Shurṭat Mūmbāy"), ("رحلة للسلام", "Riḥlah lil-Salām"), ("فاطمة مكة", "Fāṭimah Makkah"),
    ])
  func construct(_ name: String, _ latin: String) throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    #expect(romaniser.romanise(name, use: .name) == [latin])
  }

  @Test(
    "Words of a name without marks have capitals, whatever the vocaliser learnt from titles; ibn inside one has none in a sentence either",
    arguments: [
      ("طارق الزمر", Use.name, "Ṭāriq al-Zumar"), ("مليكة مقدم", .name, "Malīkah Muqaddam"),
      ("جسر الشغور", .name, "Jisr al-Shughūr"),
    ])
  func capitals(_ text: String, _ use: Use, _ latin: String) throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    #expect(romaniser.romanise(text, use: use) == [latin])
    let names = [SeenName(7..<7 + "محمد بن سلمان".utf8.count, .person)]
    #expect(romaniser.romanise("قال محمد بن سلمان", use: .phrase, names: names) == ["qāla Muḥammad ibn Salmān"])
  }

  @Test("A clitic that the model cuts off and the scheme does not write apart stays part of its word")
  func uncutClitic() throws {
    let romaniser = try RomanisationTools(rules: Self.rules).bench().romaniser("ala-lc")
    #expect(romaniser.romanise("وقدم له دكتور", use: .title)[0].contains(" la-hu "))
  }

  @Test(
    "A vocalised word has the labels of its ALA-LC form",
    arguments: [
      ("بَشَّار", "bashshār"), ("كِتَاب", "kitāb"), ("قُوَّة", "qūwah"), ("مِصْرِيّ", "miṣrī"), ("مِصْرِيَّة", "miṣrīyah"),
      ("مُصْطَفَى", "muṣṭafá"), ("أَحْمَد", "aḥmad"), ("آدَم", "ādam"), ("رَحْمٰن", "raḥmān"), ("قَاضٍ", "qāḍin"),
      ("قُرْآن", "qurʼān"), ("أُولَى", "ūlá"), ("سَيِّد", "sayyid"), ("مَسْؤُول", "masʼūl"), ("أَسْهَم", "asʹham"),
    ])
  func labels(_ vocalised: String, _ latin: String) {
    let word = reading(vocalised)
    #expect(LabelRendering.latin(word.letters, word.labels) == latin)
  }

  @Test("Labels give back the marks they were read from", arguments: ["بَشَّار", "كِتَاب", "قُوَّة", "مِصْرِيّ", "مُصْطَفَى", "سَيِّد"])
  func marks(_ vocalised: String) {
    let word = reading(vocalised)
    let token = VowelToken(SpellingKey.strict.of(vocalised))
    #expect(token.text(with: LabelRendering.marks(word.letters, word.labels, isNisba: word.isNisba)) == vocalised)
  }

  @Test("A given vowel rules out readings without it")
  func givenMarks() {
    let token = VowelToken("حُسن")
    let husn = reading("حُسْن"), hasan = reading("حَسَن")
    #expect(token.text(with: LabelRendering.marks(husn.letters, husn.labels, isNisba: false)) == "حُسْن")
    #expect(token.text(with: LabelRendering.marks(hasan.letters, hasan.labels, isNisba: false)) == nil)
  }

  @Test("Clitics are counted in letters", arguments: [("وَبِالْكِتَاب", [1, 1, 2])])
  func clitics(_ vocalised: String, _ lengths: [Int]) {
    let letters = VowelToken(SpellingKey.strict.of(vocalised)).letters
    let cut = CliticCut.all(of: letters).max { $0.length < $1.length }
    let stem = reading("كِتَاب")
    #expect(LabelRendering.clitics(letters, (cut?.labels ?? []) + stem.labels) == lengths)
  }

  @Test("A line of news gets its vowels, letters and spaces unchanged")
  func news() throws {
    let vocaliser = try Vocaliser(Self.rules)
    #expect(vocaliser.line("زار بشار الأسد  دمشق", use: .phrase, best: 1) == ["زَارَ بَشَّار الْأَسَد  دِمَشْق"])
    #expect(vocaliser.line("", use: .phrase, best: 1) == [""])
    let line = "أعلنت وزارة الخارجية أن 20 شخصًا قتلوا"
    let marked = vocaliser.line(line, use: .phrase, best: 1)[0]
    #expect(SpellingKey.strict.of(marked) == SpellingKey.strict.of(line))
    #expect(marked.contains("شَخْصًا"))
  }

  @Test("The authority list wins, and other letters in it are an error")
  func authority() throws {
    let file = try TSVFile("arabic\tvocalised\tbgn-pcgn\nحسن\tحُسُن\tHusun\n", file: "list.tsv")
    let vocaliser = try Vocaliser(Self.rules, authority: Authority(file))
    let readings = vocaliser.readings(of: ["«حسن»،"], use: .name, limit: 3)
    #expect(readings[0].map(\.word.text) == ["«حُسُن»،"])
    #expect(readings[0][0].origin == .authority)
    #expect(throws: (any Error).self) { try Authority(TSVFile("arabic\tvocalised\nحسن\tحَسَنَة\n", file: "list.tsv")) }
  }
}
