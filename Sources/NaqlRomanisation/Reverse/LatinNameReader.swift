import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// Arabic forms of a name in Latin script, likeliest first: what lists have of the whole name and of its words, then
/// letter by letter.
///
/// Moammar Gadhafi → معمر القذافي. One worker's own.
public final class LatinNameReader {
  private let table: Table
  private let whole: HashIndex
  private let words: HashIndex
  private let speller: ArabicSpeller
  private var cache: [[UInt8]: [(text: String, share: Float)]] = [:]

  /// How many names a guess is worth beside those of a list; how likely the first whole name of a list is the right one.
  private static let guess: Float = 2
  private static let listed: Float = 0.7
  /// How often a last word without an article has one in Arabic, as a share of the form without.
  private static let article: Float = 0.12

  /// A reader by `rules`.
  public init(_ rules: RuleSet) throws(Diagnostic) {
    table = try rules.table(LatinNameRecipe.recipe)
    whole = HashIndex(table, named: "whole")
    words = HashIndex(table, named: "words")
    let model = try rules.model(SpellingModel.file).flatMap { $0.has("calibration") ? SpellingModel($0) : nil }
    speller = ArabicSpeller(try MatchingRules(rules), LetterSequences(table), model)
  }

  /// At most `limit` Arabic forms of `name`, all distinct; none where it has no Latin letters.
  public func forms(of name: String, limit: Int) -> [String] {
    let parts = LatinWords.words(name)
    if parts.isEmpty || limit < 1 { return [] }
    var found: [(text: String, share: Float)] = []
    var left: Float = 1
    for (_, text) in listed(whole, "whole", parts.flatMap { $0 }) {
      found.append((text, left * Self.listed))
      left *= 1 - Self.listed
    }
    for (text, share) in joined(parts, limit) {
      if let known = found.firstIndex(where: { $0.text == text }) {
        found[known].share += left * share
      } else {
        found.append((text, left * share))
      }
    }
    let order = found.indices.sorted {
      found[$0].share != found[$1].share ? found[$0].share > found[$1].share : $0 < $1
    }
    return order.prefix(limit).map { found[$0].text }
  }

  /// Forms of the whole name, word by word.
  private func joined(_ parts: [[UInt8]], _ limit: Int) -> [(text: String, share: Float)] {
    var paths: [(text: String, share: Float)] = [("", 1)]
    for (place, part) in parts.enumerated() {
      let isLast = place > 0 && place + 1 == parts.count
      var next: [(text: String, share: Float)] = []
      for path in paths {
        for form in (isLast ? familyForms(part) : forms(part)).prefix(max(12, parts.count == 1 ? limit : 0)) {
          next.append((path.text.isEmpty ? form.text : path.text + " " + form.text, path.share * form.share))
        }
      }
      let order = next.indices.sorted { next[$0].share != next[$1].share ? next[$0].share > next[$1].share : $0 < $1 }
      paths = order.prefix(max(40, limit)).map { next[$0] }
    }
    return paths
  }

  /// Forms of a last word: also with the article, which Latin spellings of family names may drop (Gaddafi).
  private func familyForms(_ word: [UInt8]) -> [(text: String, share: Float)] {
    let bare = forms(word)
    var found = bare
    for form in bare.prefix(4) where !form.text.hasPrefix("ال") {
      let text = "ال" + form.text
      if !found.contains(where: { $0.text == text }) { found.append((text, form.share * Self.article)) }
    }
    return found.sorted { $0.share != $1.share ? $0.share > $1.share : $0.text < $1.text }
  }

  /// Forms of a word with their probabilities, likeliest first: those of lists by their counts, and guessed ones.
  private func forms(_ word: [UInt8]) -> [(text: String, share: Float)] {
    if let known = cache[word] { return known }
    let listed = listed(words, "words", word)
    let total = listed.reduce(Float(0)) { $0 + Float($1.count) }
    var shares: [String: Float] = [:]
    for (count, text) in listed { shares[text, default: 0] += Float(count) / (total + Self.guess) }
    for form in speller.forms(of: word) {
      let text = String(String.UnicodeScalarView(form.codes.compactMap(SpellingLetters.letter)))
      shares[text, default: 0] += form.share * Self.guess / (total + Self.guess)
    }
    let found = shares.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { (text: $0.key, share: $0.value) }
    if cache.count > 20_000 { cache.removeAll(keepingCapacity: true) }
    cache[word] = found
    return found
  }

  /// What a list has for some letters, in its order.
  private func listed(_ index: HashIndex, _ name: String, _ key: [UInt8]) -> [(count: Int, text: String)] {
    let ordinal = key.withUnsafeBytes { index.ordinal(of: $0) }
    if ordinal < 0 { return [] }
    let starts = table.array(name + ".text.starts", of: UInt32.self)
    let bytes = table.section(name + ".text")[Int(starts[ordinal])..<Int(starts[ordinal + 1])]
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      let cells = line.split(separator: "\t")
      return (Int(cells[0]) ?? 1, String(cells[1]))
    }
  }
}
