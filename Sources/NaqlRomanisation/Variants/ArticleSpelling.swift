/// Tells spellings of a name with the article that somebody may write from those a letter model merely allows.
///
/// القذافي is Gaddafi, al-Gaddafi, El Gaddafi or Elgaddafi, but neither Ulgaddafi nor Agaddafi: what follows the article, if it
/// is written, begins with the sound of the first letter behind ال.
enum ArticleSpelling {
  /// Whether `spelling` can stand for `name`, looking at the words of `name` that have the article.
  static func isLikely(_ spelling: String, of name: String) -> Bool {
    let arabic = name.split(separator: " "), latin = words(spelling)
    guard arabic.count == latin.count else { return true }
    return zip(arabic, latin).allSatisfy { word, form in
      guard let first = initial(word) else { return true }
      return stems(form).contains { begins($0, with: first) }
    }
  }

  /// The first letter behind the article of an Arabic word (code point); nil where there is no article.
  private static func initial(_ word: Substring) -> UInt32? {
    let letters = Array(word.unicodeScalars)
    return letters.count >= 5 && letters[0] == "ا" && letters[1] == "ل" ? letters[2].value : nil
  }

  /// The words of a spelling in lower case, an article that stands alone together with the word behind it.
  private static func words(_ spelling: String) -> [String] {
    var words: [String] = []
    for word in PlainLatin.text(spelling).lowercased().split(separator: " ") {
      if let last = words.last, last == "al" || last == "el" {
        words[words.count - 1] = last + "-" + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// What a word may be behind its article: the word itself and, where it begins so, what follows al, el or the like.
  private static func stems(_ word: String) -> [Substring] {
    var stems: [Substring] = []
    if let hyphen = word.firstIndex(of: "-"), word.distance(from: word.startIndex, to: hyphen) <= 3 {
      let article = word[..<hyphen], rest = word[word.index(after: hyphen)...]
      let isAssimilated = article.count > 1 && rest.hasPrefix(article.dropFirst())
      if article == "al" || article == "el" || "ae".contains(article.prefix(1)) && isAssimilated { stems.append(rest) }
      return stems
    }
    stems.append(word[...])
    if word.hasPrefix("al") || word.hasPrefix("el") { stems.append(word.dropFirst(2)) }
    return stems
  }

  /// Whether Latin letters begin as a word with this Arabic letter in front does.
  private static func begins(_ stem: Substring, with letter: UInt32) -> Bool {
    guard let first = stem.first else { return false }
    let isVowel = "aeiouy".contains(first)
    switch letter {
    case 0x621...0x627, 0x639: return isVowel || first == "w" && letter != 0x639  // ء آ أ ؤ إ ئ ا, ع
    case 0x648, 0x64A: return true  // و ي
    default: return !isVowel
    }
  }
}
