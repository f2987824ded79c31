import NaqlText
import Testing

@Suite("Spelling keys") struct SpellingKeyTests {
  @Test(
    "the strict key drops marks and takes foreign letter forms as plain ones, and keeps hamza, ة and ى",
    arguments: [
      ("مُحَمَّد", "محمد"), ("محـــمد", "محمد"), ("م\u{200D}حمد", "محمد"), ("کتاب", "كتاب"), ("علی", "علي"),
      ("\u{FEFB}", "لا"), ("ٱلله", "الله"), ("أمة", "أمة"), ("مصطفى", "مصطفى"), ("١٢", "12"), ("۱۲", "12"),
      ("Paris", "Paris"), ("", ""),
    ])
  func strict(_ word: String, _ key: String) {
    #expect(SpellingKey.strict.of(word).unicodeScalars.elementsEqual(key.unicodeScalars))
  }

  @Test(
    "the loose key folds hamza, ة and ى too",
    arguments: [
      ("أُمَّة", "امه"), ("إلى", "الي"), ("آمال", "امال"), ("مؤمن", "مومن"), ("رئيس", "رييس"), ("مصطفى", "مصطفي"),
    ])
  func loose(_ word: String, _ key: String) {
    #expect(SpellingKey.loose.of(word).unicodeScalars.elementsEqual(key.unicodeScalars))
  }

  @Test("a key is its own key")
  func stable() {
    for word in ["أُمَّة", "إلى", "ﷲ", "محـمد ١٢", "کرد"] {
      for key in [SpellingKey.strict, .loose, [.loose, .digits], .keepMarks] {
        #expect(key.of(key.of(word)) == key.of(word), "\(word)")
      }
    }
  }

  @Test("marks and digits are kept or folded where that is asked for")
  func options() {
    let marked = SpellingKey.keepMarks.of("كَتَبَ")
    #expect(marked.unicodeScalars.elementsEqual("كَتَبَ".unicodeScalars))
    #expect(SpellingKey.digits.of("غرفة ٢٠٣") == "غرفة 000")
  }
}
