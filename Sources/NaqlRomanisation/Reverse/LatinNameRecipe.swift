import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// How the lists under `Rules/entities/` become a table that is read from the Latin side: names, words, and which letters
/// follow each other in Arabic names.
public enum LatinNameRecipe {
  /// The table `latin-names`.
  public static let recipe = TableRecipe(name: "latin-names", version: 4, sources: ["entities/"]) {
    rules throws(Diagnostic) in
    try compile(rules)
  }

  /// Lists in the order of trust; those that are missing are passed over.
  private static let lists =
    ["world-people", "own"] + PressLists.names + ["places", "people", "organisations", "news", "places-ccby"]

  /// What a name of the user's own lists counts, to go before all others.
  private static let ownWeight = 1000

  private static func compile(_ rules: RuleSet) throws(Diagnostic) -> TableImage {
    var whole = Forms(), words = Forms()
    var letters = LetterSequences.Counts()
    for name in try OwnLists.names(rules) {
      let key = SpellingLetters.latin(String(name.english))
      if key.isEmpty { continue }
      let arabic = SpellingKey.strict.of(String(name.arabic))
      whole.add(key, arabic, count: ownWeight)
      for part in arabic.split(separator: " ") { letters.add(SpellingLetters.codes(String(part))) }
    }
    for list in lists {
      let path = "entities/\(list).tsv"
      guard rules.find(path) != nil else { continue }
      let file = try TSVFile(rules, path, columns: ["arabic", "english"])
      let columns = (file.column("arabic")!, file.column("english")!)
      for row in file.rows {
        let arabic = SpellingKey.strict.of(String(row.cells[columns.0])), latin = String(row.cells[columns.1])
        let key = SpellingLetters.latin(latin)
        if key.isEmpty || latin.unicodeScalars.contains(where: { ArabicScript.isLetter($0.value) }) { continue }
        whole.add(key, arabic)
        let parts = arabic.split(separator: " ").map(String.init), others = LatinWords.words(latin)
        for part in parts { letters.add(SpellingLetters.codes(part)) }
        // Of an organisation the English name is mostly a translation.
        if parts.count == others.count, list != "organisations", list != "news" {
          for (one, other) in zip(parts, others) where Self.isLikely(one, other) { words.add(other, one) }
        }
      }
    }
    var image = TableImage()
    whole.write(to: &image, named: "whole")
    words.write(to: &image, named: "words")
    letters.write(to: &image)
    return image
  }

  /// Whether a word may spell another at all, by their lengths and consonants: of برج ترامب, Trump Tower, neither word spells the one in its place.
  private static func isLikely(_ arabic: String, _ latin: [UInt8]) -> Bool {
    let count = arabic.unicodeScalars.count
    return latin.count >= count - 2 && latin.count <= 3 * count
      && ConsonantSkeleton.isKept(SpellingLetters.codes(arabic), in: LatinWord(latin))
  }

  /// Arabic forms by Latin letters, with how often each was met.
  private struct Forms {
    private var index = HashIndex.Builder()
    private var found: [[(arabic: String, count: Int)]] = []

    mutating func add(_ key: [UInt8], _ arabic: String, count: Int = 1) {
      let at = index.add(key)
      if at == found.count { found.append([]) }
      if let known = found[at].firstIndex(where: { $0.arabic == arabic }) {
        found[at][known].count += count
      } else {
        found[at].append((arabic, count))
      }
    }

    func write(to image: inout TableImage, named name: String) {
      var text: [UInt8] = []
      var starts: [UInt32] = [0]
      for forms in found {
        text += forms.map { "\($0.count)\t\($0.arabic)" }.joined(separator: "\n").utf8
        starts.append(UInt32(text.count))
      }
      index.add(to: &image, named: name)
      image.add(name + ".text", bytes: text)
      image.add(name + ".text.starts", starts)
    }
  }
}

/// Cuts a Latin name into words as Arabic would have them: an article belongs to the word behind it.
enum LatinWords {
  /// The article as spellings have it, in letters 1–26.
  static let articles: Set<[UInt8]> = Set(
    [
      "al", "el", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "ech", "ach", "esh", "at", "et", "az", "ez",
      "ul",
    ]
    .map(SpellingLetters.latin))

  /// The letters 1–26 of each word.
  static func words(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var article: [UInt8] = []
    for piece in text.split(whereSeparator: { " \t-\u{2010}\u{2011}\u{2013}\u{A0}.,/_".contains($0) }) {
      let letters = SpellingLetters.latin(String(piece))
      if letters.isEmpty { continue }
      if article.isEmpty, articles.contains(letters) {
        article = letters
        continue
      }
      words.append(article + letters)
      article = []
    }
    if !article.isEmpty { words.append(article) }
    return words
  }
}
