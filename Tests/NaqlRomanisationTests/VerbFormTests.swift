import NaqlText
import Testing

@testable import NaqlRomanisation

/// Forms of verbs that the lexicon has in the third person singular only.
@Suite("Forms of verbs")
struct VerbFormTests {
  private static func letters(_ word: String) -> [UInt8] { word.unicodeScalars.map { VowelLetter.code($0.value) } }

  /// The labels of a vocalised word.
  private static func labels(_ word: String) -> [UInt8] {
    var word = word
    return word.withUTF8 { LabelReading(vocalised: UnsafeRawBufferPointer($0)).labels }
  }

  @Test(
    "a form has the vowels of its verb",
    arguments: [
      ("نواصل", "يُوَاصِلُ", "نُوَاصِلُ"), ("أعتقد", "يَعْتَقِدُ", "أَعْتَقِدُ"), ("يكتبون", "يَكْتُبُ", "يَكْتُبُونَ"),
      ("يكتبوا", "يَكْتُبُ", "يَكْتُبُوا"), ("ينتهون", "يَنْتَهِي", "يَنْتَهُونَ"), ("يبقون", "يَبْقَى", "يَبْقَوْنَ"),
      ("يلتقيان", "يَلْتَقِي", nil), ("تعملان", "يَعْمَلُ", "تَعْمَلَانِ"), ("نفز", "يَفُوزُ", "نَفُزْ"), ("يستطع", "يَسْتَطِيعُ", "يَسْتَطِعْ"),
      ("ينته", "يَنْتَهِي", "يَنْتَهِ"), ("سجلنا", "سَجَّلَ", "سَجَّلْنَا"), ("زرنا", "زَارَ", "زُرْنَا"), ("أردنا", "أَرَادَ", "أَرَدْنَا"),
      ("بنينا", "بَنَى", "بَنَيْنَا"), ("كتبوا", "كَتَبَ", "كَتَبُوا"), ("انتهوا", "اِنْتَهَى", "اِنْتَهَوْا"), ("ناقشا", "نَاقَشَ", "نَاقَشَا"),
      ("ناقشتا", "نَاقَشَتْ", "نَاقَشَتَا"),
    ] as [(String, String, String?)])
  func form(_ spelling: String, _ verb: String, _ expected: String?) {
    let base = SpellingKey.strict.of(verb)
    var found: [[UInt8]] = []
    VerbForms.forEach(of: Self.letters(spelling), isOpen: false) { candidate, _, form in
      if candidate == Self.letters(base), let labels = form(Self.labels(verb)) { found.append(labels) }
    }
    #expect(expected.map { found.contains(Self.labels($0)) } ?? found.isEmpty, "\(found)")
  }

  @Test("the plural before a pronoun has no alif")
  func open() {
    var found: [[UInt8]] = []
    VerbForms.forEach(of: Self.letters("زارو"), isOpen: true) { base, _, form in
      if base == Self.letters("زار"), let labels = form(Self.labels("زَارَ")) { found.append(labels) }
    }
    #expect(found == [Self.labels("زَارُو")])
  }
}
