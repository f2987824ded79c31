import NaqlICU

/// What a romanised name is filed under: signs for ayn and hamza count for nothing, nor does an article at its head.
///
/// ʿAbd al-Raḥmān is filed under A, Ash Shāriqah under Shāriqah.
enum FilingForm {
  /// The form of `text`, which romanises `name`.
  static func of(_ text: String, name: String) -> String {
    let letters = String(String.UnicodeScalarView(text.unicodeScalars.filter { !signs.contains($0) }))
    guard name.hasPrefix("ال"), let end = letters.firstIndex(where: { $0 == "-" || $0 == " " }),
      isArticle(letters[..<end])
    else { return letters }
    return String(letters[letters.index(after: end)...])
  }

  /// Signs of ayn and hamza in the schemes under `Rules/romanisation`, and quotation marks that stand for them.
  private static let signs: Set<Unicode.Scalar> = [
    "ʿ", "ʻ", "ʾ", "ʼ", "ʹ", "ʽ", "ˈ", "‘", "’", "‛", "'", "`",
  ]

  /// Whether a word is the article, its l alike to a sun letter or not: al, el, ash, Aḑ.
  private static func isArticle(_ word: Substring) -> Bool {
    let letters = NormalisationForm.nfd.apply(to: word.lowercased()).unicodeScalars.filter(\.isASCII)
    guard let first = letters.first, "aeiu".unicodeScalars.contains(first) else { return false }
    return consonants.contains(String(String.UnicodeScalarView(letters.dropFirst())))
  }

  private static let consonants: Set = ["l", "t", "th", "d", "dh", "r", "z", "s", "sh", "n", "zh"]
}
