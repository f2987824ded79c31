import Testing

@testable import NaqlEntities

@Suite("Arabic words and the Latin ones that they spell")
struct OriginalLettersTests {
  @Test(
    "alike are words of the same consonants",
    arguments: [
      ("أستور", "Astor"), ("بياتسولا", "Piazzolla"), ("فالتسكوغ", "Fältskog"), ("سيلتيك", "Celtic"),
      ("هيروشيما", "Hiroshima"),
      ("ريناسينسا", "Renascença"), ("تشايكوفسكي", "Tchaikovsky"),
    ])
  func alike(_ arabic: String, _ latin: String) {
    #expect(OriginalLetters.areAlike(Array(arabic.utf8), Array(latin.utf8)))
  }

  @Test(
    "others are not",
    arguments: [
      ("العربية", "Det"), ("السعيدة", "Arabien"), ("منظمة", "World"), ("الصحة", "Health"), ("آو", "Piazzolla"),
    ])
  func different(_ arabic: String, _ latin: String) {
    #expect(!OriginalLetters.areAlike(Array(arabic.utf8), Array(latin.utf8)))
  }
}
