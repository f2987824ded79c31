import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// Spells names as English readers know them: whole names from the lists, else their parts, else the model.
///
/// `بشار الأسد` → Bashar al-Assad.
public final class ConventionalSpeller: NameSpelling {
  private let lists: Table
  private let names: HashIndex
  private let model: SpellingModel?
  private var cache: [String: [SpellingModel.Candidate]] = [:]
  /// How hard the model searches for names that no list knows.
  var effort = SpellingModel.Effort.full

  /// The speller of `rules`; without a trained model it knows what the lists have.
  public init(_ rules: RuleSet) throws(Diagnostic) {
    lists = try rules.table(NameListRecipe.recipe)
    names = HashIndex(lists, named: "names")
    model = try rules.model(SpellingModel.file).map { SpellingModel($0) }
  }

  /// Spellings of `name`, best first, at most `limit`.
  public func spellings(of name: String, entityClass: EntityClass?, country: String?, limit: Int) -> [SpellingCandidate]
  {
    let listed = listed(name, entityClass, country)
    let words = SpellingLetters.codes(name).split(separator: SpellingLetters.space).map(Array.init)
    if words.isEmpty || limit < 1 { return [] }
    var found: [SpellingCandidate] = []
    var seen: Set<[UInt8]> = []
    var left = 1.0
    for (index, text) in listed.enumerated() where seen.insert(SpellingLetters.latin(text)).inserted {
      let share = index == 0 ? 0.85 : left * 0.5
      found.append(SpellingCandidate(text, probability: share, origin: .gazetteer))
      left -= share
    }
    if found.count < limit, !words.contains(where: { $0.contains(SpellingLetters.other) }) {
      for (text, probability) in composed(words, entityClass, country, limit: limit * 2)
      where seen.insert(SpellingLetters.latin(text)).inserted {
        found.append(SpellingCandidate(text, probability: probability * left, origin: .model))
      }
    }
    return Array(found.prefix(limit))
  }

  private func listed(_ name: String, _ entityClass: EntityClass?, _ country: String?) -> [String] {
    let ordinal = names.ordinal(of: SpellingKey.loose.of(name))
    guard ordinal >= 0 else { return [] }
    let starts = lists.array("text.starts", of: UInt32.self)
    let bytes = lists.section("text")[Int(starts[ordinal])..<Int(starts[ordinal + 1])]
    var rows: [(score: Int, text: String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let kind = cells[0].split(separator: " ")
      var score = rows.count
      if let entityClass, kind.first.map(String.init) != entityClass.rawValue { score += 100 }
      if let country, kind.count > 1, kind[1] == country { score -= 50 }
      rows.append((score, String(cells[1])))
    }
    return rows.sorted { $0.score < $1.score }.map(\.text)
  }

  /// Combinations of the spellings of the parts, likeliest first.
  private func composed(_ words: [[UInt8]], _ entityClass: EntityClass?, _ country: String?, limit: Int)
    -> [(String, Double)]
  {
    guard let model else { return [] }
    let units = NameUnits.units(words)
    let tag =
      country != nil
      ? SpellingTag.person(of: country)
      : entityClass == .location ? SpellingTag.place : units.count > 1 ? SpellingTag.person : SpellingTag.name
    var paths: [(text: String, probability: Double)] = [("", 1)]
    for unit in units {
      let parts = spellings(Array(words[unit].joined()), tag: tag, model)
      var next: [(text: String, probability: Double)] = []
      for path in paths {
        for part in parts.prefix(12) {
          let text = SpellingCapitals.written(part.word, words[unit.lowerBound], isFirst: path.text.isEmpty, model)
          next.append((path.text.isEmpty ? text : path.text + " " + text, path.probability * Double(part.probability)))
        }
      }
      if next.isEmpty { return [] }
      next.sort { $0.probability != $1.probability ? $0.probability > $1.probability : $0.text < $1.text }
      paths = Array(next.prefix(max(40, limit)))
    }
    return paths
  }

  /// Spellings of one unit: those met in lists, smoothed by country, and the model's where few are known.
  private func spellings(_ codes: [UInt8], tag: Int, _ model: SpellingModel) -> [SpellingModel.Candidate] {
    let cacheKey = "\(effort) \(tag) \(codes)"
    if let known = cache[cacheKey] { return known }
    let rows = model.words.rows(codes)
    let isPerson = tag == SpellingTag.person || tag > 2
    let people = rows.filter { $0.tag == SpellingTag.person || $0.tag > 2 }
    let used = isPerson && !people.isEmpty ? people : rows
    let all = used.reduce(0) { $0 + $1.count }
    let own = used.filter { $0.tag == tag }.reduce(0) { $0 + $1.count }
    var masses: [LatinWord: Float] = [:]
    for row in used {
      let share = 4 * Float(row.count) / Float(all)
      masses[model.lexicon.word(row.word), default: 0] += share + (row.tag == tag ? Float(row.count) : 0)
    }
    if all < 12 {
      let weight: Float = all == 0 ? 1 : 1.5
      for candidate in model.spellings(codes, tag: tag, effort: effort).prefix(20) {
        masses[candidate.word, default: 0] += weight * candidate.probability
      }
    }
    let total = Float(own) + 4 + 1.5
    let sum = all == 0 ? 1 : total
    let found = masses.map { SpellingModel.Candidate(word: $0.key, probability: $0.value / sum) }
      .sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.word.bits < $1.word.bits }
    cache[cacheKey] = found
    return found
  }
}

/// Capitals and hyphens as English readers expect them.
enum SpellingCapitals {
  private static let article = SpellingLetters.codes("ال")
  private static let sons = [SpellingLetters.codes("بن"), SpellingLetters.codes("ابن")]
  private static let fathers = [SpellingLetters.codes("أبو"), SpellingLetters.codes("ابو")]

  /// `word` as it stands in a name: al-Assad, Abu Mazen, bin Salman.
  static func written(_ word: LatinWord, _ arabic: [UInt8], isFirst: Bool, _ model: SpellingModel) -> String {
    let text = word.text
    if sons.contains(arabic), text.count > 4 {
      for son in ["ben", "bin", "ibn"] where text.hasPrefix(son) {
        return (isFirst ? capital(son) : son) + " " + capital(text.dropFirst(3))
      }
    }
    if fathers.contains(arabic) {
      for father in ["abou", "abu", "abo"] where text.hasPrefix(father) && text.count > father.count + 1 {
        return capital(father) + " " + capital(text.dropFirst(father.count))
      }
    }
    if arabic.count > 3, Array(arabic.prefix(2)) == article, word.count > 4 {
      let rest = Array(word.letters.dropFirst(2))
      let known =
        model.lexicon.number(of: LatinWord(rest)) != nil || !model.words.rows(Array(arabic.dropFirst(2))).isEmpty
      for form in ["al", "el"] where text.hasPrefix(form) && known { return form + "-" + capital(text.dropFirst(2)) }
    }
    return capital(text)
  }

  private static func capital(_ text: some StringProtocol) -> String {
    (text.first.map { String($0).uppercased() } ?? "") + text.dropFirst()
  }
}
