import NaqlText

/// A conjunction or preposition of one letter by itself, or the article with a tatweel, before digits, Latin letters or a quotation: و64,
/// لـ"الشروق", الـ13.
enum LoneClitic {
  /// The letters, with the vowel that each is read with. Source: Wright, A Grammar of the Arabic Language, on the inseparable particles.
  private static let vowels: [Unicode.Scalar: Unicode.Scalar] = [
    "و": "\u{64E}", "ف": "\u{64E}", "ك": "\u{64E}", "ب": "\u{650}", "ل": "\u{650}",
  ]

  private static let article = "ال\u{640}"

  /// Whether a text is such a letter, with marks and tatweel or without, or the article with a tatweel.
  static func isOne(_ text: String) -> Bool {
    if isArticle(text) { return true }
    var letters = 0
    for scalar in text.unicodeScalars {
      if vowels[scalar] != nil {
        letters += 1
      } else if !ArabicScript.isMark(scalar.value), scalar != "\u{640}" {
        return false
      }
    }
    return letters == 1
  }

  private static func isArticle(_ text: String) -> Bool {
    text.unicodeScalars.lazy.filter { !ArabicScript.isMark($0.value) }.elementsEqual(article.unicodeScalars)
  }

  /// Whether it is such a letter with the tatweel that joins it to other signs; without one it may be an initial (أ ف ب).
  static func isJoined(_ text: String) -> Bool { text.unicodeScalars.contains("\u{640}") && isOne(text) }

  /// A text without tatweel.
  static func withoutTatweel(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{640}" }))
  }

  /// The letter with its vowel, where it stands with a tatweel (or is و, which needs none) and without a mark.
  static func vocalised(_ text: String) -> String? {
    if text == article { return "\u{627}\u{64E}\u{644}\u{640}" }
    guard isOne(text), text.unicodeScalars.allSatisfy({ !ArabicScript.isMark($0.value) }),
      let letter = text.unicodeScalars.first(where: { vowels[$0] != nil }), let vowel = vowels[letter],
      letter == "و" || text.unicodeScalars.contains("\u{640}")
    else { return nil }
    return String(letter) + String(vowel) + (text.unicodeScalars.contains("\u{640}") ? "\u{640}" : "")
  }
}
