import NaqlICU

/// Names in BGN/PCGN spelling as words of the ALA-LC kind, so that both are aligned alike.
enum VillageSpelling {
  private static let articles: Set<String> = [
    "al", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "el",
  ]
  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    "ḩ": "ḥ", "ş": "ṣ", "ţ": "ṭ", "ḑ": "ḍ", "Ḩ": "Ḥ", "Ş": "Ṣ", "Ţ": "Ṭ", "Ḑ": "Ḍ",
  ]

  /// The words of a name: `Al Qal‘ah al Ḩamrā’` is al-Qal‘ah, al-Ḥamrā’.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var article = ""
    for word in name.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      if articles.contains(word.lowercased()), article.isEmpty {
        article = "al-"
        continue
      }
      words.append(article + dotted(String(word)))
      article = ""
    }
    if !article.isEmpty { words.append("al") }
    return words
  }

  /// A word with dots below for cedillas.
  private static func dotted(_ word: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in NormalisationForm.nfc.apply(to: word).unicodeScalars {
      if scalar.value == 0x327, let last = view.last {  // z with a cedilla has no letter of its own
        view.removeLast()
        view.append(last == "z" ? "ẓ" : last == "Z" ? "Ẓ" : last)
      } else {
        view.append(letters[scalar] ?? scalar)
      }
    }
    return String(view)
  }
}
