import NaqlModel
import NaqlRules

/// The spellings in Latin script that one may meet for a name, likeliest first.
///
/// `محمد` → Mohamed, Mohammed, Muhammad, Mohammad, Mehmed … What lists have of the name, the guesses for each country,
/// the strict schemes without their marks, and forms that the matching rules give for its words. One worker's own.
public final class NameVariants {
  private let speller: ConventionalSpeller
  private let strict: [(String) -> [String]]
  private let rules: MatchingRules
  private let authority: Authority

  /// The weight of each way to a spelling: of the guess without a country, of those of all countries together, of each
  /// strict scheme, of a whole word that the rules give …
  private struct Weights {
    let open = 0.7
    let countries = 0.3
    let strict = 0.002
    let words = 0.02
    /// Of a spelling that differs from another by a rule of at most `mostCost`, as a share of its weight; so many times more
    /// where lists have the word.
    let neighbour = 0.01
    let known = 6.0
    let mostCost: Float = 0.12
  }
  private static let weights = Weights()
  /// Spellings asked for a country.
  private static let wide = 48
  private static let schemes = ["press", "ala-lc", "bgn-pcgn", "ijmes", "din-31635", "french"]

  /// Variants by the tools of a bench and the matching rules of `rules`.
  init(_ bench: RomanisationBench, rules: RuleSet) throws(Diagnostic) {
    speller = try bench.speller()
    // A score of countries is asked: the narrower beam is wide enough.
    speller.effort = .full
    authority = bench.authority
    self.rules = try MatchingRules(rules)
    var writers: [(String) -> [String]] = []
    for id in Self.schemes {
      let romaniser = try bench.romaniser(id)
      writers.append { romaniser.romanise($0, use: .name, best: 2) }
    }
    strict = writers
  }

  /// At most `limit` spellings of `name`, all distinct but for case, marks, hyphens and spaces; none where it has no
  /// Arabic letters. With `country` (ISO code) those of that country come first.
  public func variants(of name: String, country: String? = nil, limit: Int) -> [String] {
    guard MatchName(name, rules).codes.contains(where: MatchLetters.isArabic) else { return [] }
    var found = Ranking(of: name)
    if let own = authority.entry(of: name)?.conventional, !own.isEmpty { found.add(own, 2) }
    let w = Self.weights
    for spelling in speller.spellings(of: name, entityClass: nil, country: country, limit: Self.wide) {
      found.add(spelling.text, w.open * spelling.probability * (country == nil ? 1 : 4))
    }
    let share = w.countries / Double(SpellingTag.countries.count)
    for code in SpellingTag.countries where code != country {
      for spelling in speller.spellings(of: name, entityClass: nil, country: code, limit: Self.wide) {
        found.add(spelling.text, share * spelling.probability)
      }
    }
    for (place, text) in found.best(6).enumerated() {
      for other in exchanged(name, text) { found.add(other.text, w.words * other.weight / Double(place + 1)) }
    }
    for write in strict {
      for (place, text) in write(name).enumerated() { found.add(PlainLatin.text(text), w.strict / Double(place + 1)) }
    }
    addNeighbours(to: &found)
    return found.best(limit)
  }

  /// Adds what the matching rules make of the likeliest spellings, one letter or two otherwise.
  private func addNeighbours(to found: inout Ranking) {
    let w = Self.weights
    for (text, sum) in found.heaviest(12) {
      let runs = LatinRuns(text)
      for at in runs.words.indices {
        for (word, cost) in rules.neighbours(of: runs.words[at], limit: w.mostCost) {
          let known = speller.isKnown(word) ? w.known : 1
          found.add(runs.text(word, at: at), sum * w.neighbour * known / Double(1 + 10 * cost))
        }
      }
    }
  }

  /// A spelling with one of its words exchanged for others that the rules give for the Arabic word.
  private func exchanged(_ name: String, _ text: String) -> [(text: String, weight: Double)] {
    let arabic = name.split(separator: " "), latin = text.split(separator: " ")
    guard arabic.count == latin.count else { return [] }
    var found: [(text: String, weight: Double)] = []
    for at in arabic.indices {
      for (form, cost) in rules.words(for: String(arabic[at])) {
        var words = latin.map(String.init)
        words[at] = latin[at].first?.isUppercase == true ? PlainLatin.capital(form) : form
        found.append((words.joined(separator: " "), 1 / (1 + 20 * Double(cost))))
      }
    }
    return found
  }

  /// Spellings with their weights; like ones are one, and show as the heaviest is written.
  private struct Ranking {
    private var places: [[UInt8]: Int] = [:]
    private var rows: [(text: String, most: Double, sum: Double)] = []
    private let name: String

    init(of name: String) { self.name = name }

    mutating func add(_ text: String, _ weight: Double) {
      let key = SpellingLetters.latin(text)
      if key.isEmpty || text.unicodeScalars.contains(where: { $0.value >= 0x600 && $0.value < 0x780 }) { return }
      guard let place = places[key] else {
        guard ArticleSpelling.isLikely(text, of: name) else { return }
        places[key] = rows.count
        rows.append((text, weight, weight))
        return
      }
      rows[place].sum += weight
      if weight > rows[place].most { (rows[place].text, rows[place].most) = (text, weight) }
    }

    var count: Int { rows.count }

    func heaviest(_ limit: Int) -> [(text: String, sum: Double)] {
      let order = rows.indices.sorted {
        if rows[$0].sum != rows[$1].sum { return rows[$0].sum > rows[$1].sum }
        return rows[$0].text < rows[$1].text
      }
      return order.prefix(limit).map { (rows[$0].text, rows[$0].sum) }
    }

    func best(_ limit: Int) -> [String] { heaviest(limit).map(\.text) }
  }
}
