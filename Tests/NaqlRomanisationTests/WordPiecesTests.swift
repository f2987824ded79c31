import NaqlRules
import Testing

@testable import NaqlRomanisation

/// Words that are read in pieces, over the shipped rules.
@Suite("Words read in pieces")
struct WordPiecesTests {
  private static let tools = try! RomanisationTools(rules: VocalisationTests.rules)

  private func romanised(_ line: String, _ scheme: String, use: Use = .name) throws -> String {
    try Self.tools.bench().romaniser(scheme).romanise(line, use: use)[0]
  }

  @Test(
    "a head written together with an article is two words",
    arguments: [
      ("عبدالرحمن", "‘Abd ar Raḩmān"), ("ولعبدالناصر", "wa li ‘Abd an Nāşir"), ("أبوالقاسم", "Abū al Qāsim"),
      ("نورالدين", "Nūr ad Dīn"), ("نصرالله", "Naşr Allāh"), ("عَبْدُالرَّحْمٰن", "‘Abd ar Raḩmān"),
    ])
  func glued(_ name: String, _ latin: String) throws { #expect(try romanised(name, "bgn-pcgn") == latin) }

  @Test("in ALA-LC a line keeps its number of words")
  func hyphen() throws {
    #expect(try romanised("عبدالعزيز الدوري", "ala-lc") == "ʻAbd-al-ʻAzīz al-Dūrī")
  }

  @Test(
    "a sign that stands for a pious phrase is spelt out in every scheme",
    arguments: [
      ("حَيَاةُ مُحَمَّدٍ ﷺ", "ala-lc", "Ḥayāt Muḥammad ṣallá-Allāh-ʻalayhi-wa-sallam"),
      ("(ﷺ)،", "bgn-pcgn", "(Şallá Allāh ‘alayhi wa sallama),"), ("اللّٰه ﷻ", "ala-lc", "Allāh jalla-jalāluh"),
      ("﷽", "buckwalter", "bisomi All~`hi Alr~aHom`ni Alr~aHiymi"),
    ])
  func pious(_ line: String, _ scheme: String, _ latin: String) throws {
    #expect(try romanised(line, scheme, use: .title) == latin)
  }

  @Test(
    "a mark without a letter stays in its place, so that words keep their number", arguments: ["ala-lc", "press"])
  func bare(_ scheme: String) throws {
    #expect(try romanised("قال \u{64B} هو", scheme, use: .phrase).unicodeScalars.split(separator: " ").count == 3)
  }

  @Test("presentation forms are letters also in schemes that write letter for letter")
  func forms() throws { #expect(try romanised("\u{FEFB} \u{FDF2}", "buckwalter", use: .title) == "lA Allh") }

  @Test("words that merely begin so stay whole", arguments: ["الوالدين", "خالدين", "جمالات", "عبدالة", "كمال"])
  func whole(_ word: String) { #expect(WordPieces.cut(word, Self.tools.catalogue.words) == nil) }

  @Test(
    "letters by themselves are initials",
    arguments: [("1305 ا.ه. [1888 ا.د.]", "1305 A.H. [1888 A.D.]"), ("ا. س. بوشكين", "A. S. Būshkīn")])
  func initials(_ line: String, _ latin: String) throws { #expect(try romanised(line, "ala-lc", use: .title) == latin) }

  @Test(
    "a letter that is not heard, or whose hamza stands apart, is no letter of its own",
    arguments: [("ف\u{648}\u{654}اد", "Fuʼād"), ("مائة", "Miʼah"), ("احصاءآت", "iḥṣāʼāt")])
  func unheard(_ word: String, _ latin: String) throws {
    #expect(try romanised(word, "ala-lc").lowercased() == latin.lowercased())
  }

  @Test(
    "letters that a mark, other letters or digits part are read apart",
    arguments: [
      ("القاهرة/رويترز", ["القاهرة/", "رويترز"]), ("القاهرة(رويترز)", ["القاهرة", "(رويترز)"]),
      ("عام2024م", ["عام", "2024", "م"]), ("لبنان.\"--Page", ["لبنان.\"--", "Page"]),
      ("الشرق-الأوسط", ["الشرق-", "الأوسط"]), ("أ.ف.ب", ["أ.", "ف.", "ب"]),
    ])
  func marks(_ word: String, _ pieces: [String]) {
    #expect(WordPieces.cut(word, Self.tools.catalogue.words)?.texts == pieces)
  }

  @Test(
    "words with marks at their edges are not cut", arguments: ["أ.", "(دمشق)", "أوبك+", "«هو»،"])
  func uncut(_ word: String) { #expect(WordPieces.cut(word, Self.tools.catalogue.words) == nil) }
}
