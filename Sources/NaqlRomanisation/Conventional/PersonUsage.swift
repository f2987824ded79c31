import NaqlICU

/// How the words of people's names are usually spelt, counted over the list of people: what tells one bearer's odd spelling of an ordinary
/// name (إبراهيم السيد Ibrahim as-Sajjid) from the usual one.
struct PersonUsage {
  private var counts: [String: [String: Int]] = [:]
  private var totals: [String: Int] = [:]

  /// From how many names on a word is ordinary; up to which share of them, and up to how many, a spelling of it is odd.
  private static let ordinary = 40, odd = 0.016, few = 3

  /// Counts a person of the list, where as many words stand on either side.
  mutating func add(_ arabic: String, _ english: String) {
    let words = Self.units(arabic), spellings = Self.spellings(english)
    guard words.count == spellings.count else { return }
    for (word, spelling) in zip(words, spellings) {
      counts[word, default: [:]][spelling, default: 0] += 1
      totals[word, default: 0] += 1
    }
  }

  /// The product of the shares that its words' spellings have; 0 where the words cannot be told apart.
  func share(_ arabic: String, _ english: String) -> Double {
    let words = Self.units(arabic), spellings = Self.spellings(english)
    guard words.count == spellings.count else { return 0 }
    return zip(words, spellings).reduce(1) { $0 * share(ofWord: $1.0, $1.1) }
  }

  /// Whether all words of a name are ordinary and one of them is spelt as hardly anybody's is.
  func isOdd(_ arabic: String, _ english: String) -> Bool {
    let words = Self.units(arabic), spellings = Self.spellings(english)
    guard words.count > 1, words.count == spellings.count, words.allSatisfy({ totals[$0, default: 0] >= Self.ordinary })
    else { return false }
    return zip(words, spellings).contains { word, spelling in
      counts[word]?[spelling] ?? 0 <= min(Self.few, max(1, Int(Double(totals[word, default: 0]) * Self.odd)))
    }
  }

  private func share(ofWord word: String, _ spelling: String) -> Double {
    Double(counts[word]?[spelling] ?? 0) / Double(max(1, totals[word] ?? 0))
  }

  /// The words of an Arabic name without their articles, عبد with the word behind it.
  private static func units(_ name: String) -> [String] {
    var units: [String] = []
    var isServant = false
    for word in name.split(separator: " ") {
      if isServant { units[units.count - 1] += " " + word } else { units.append(stem(word)) }
      isServant = !isServant && word == "عبد"
    }
    return units
  }

  private static func stem(_ word: Substring) -> String {
    word.hasPrefix("ال") && word.count > 4 ? String(word.dropFirst(2)) : String(word)
  }

  private static let articles: Set<Substring> = [
    "al", "el", "ul", "ar", "as", "at", "az", "ad", "an", "ash", "es", "ez", "et", "ed", "en", "er", "il", "ech", "ach",
  ]
  private static let servants: Set<Substring> = ["abd", "abdel", "abdul", "abdal", "abdol", "abdu"]

  /// The words of a spelling in plain lower case without their articles, Abdel and its like with the word behind it.
  private static func spellings(_ name: String) -> [String] {
    let plain = NormalisationForm.nfd.apply(to: name.lowercased()).unicodeScalars.filter {
      !$0.properties.isDiacritic && !"'’‘ʿ".unicodeScalars.contains($0)
    }
    let words = String(String.UnicodeScalarView(plain)).split { $0 == " " || $0 == "-" }
    var found: [String] = []
    var isServant = false
    for (index, word) in words.enumerated() {
      if articles.contains(word), index + 1 < words.count { continue }
      if isServant {
        found[found.count - 1] += word
      } else {
        found.append(servants.contains(word) ? "abd" : String(word))
      }
      isServant = !isServant && servants.contains(word)
    }
    return found
  }
}
