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
  private let placed: NamePatterns
  private let model: SpellingModel?
  private var spellers: [SpellingModel.Effort: NameSpeller] = [:]
  /// How hard the model searches for names that no list knows.
  package var effort = SpellingModel.Effort.widest
  /// The country (ISO code) that the article at hand is about, where that is told; it makes its people's spellings likelier.
  package var article: String?

  /// The speller of `rules`; without a trained model it knows what the lists have.
  public convenience init(_ rules: RuleSet) throws(Diagnostic) { self.init(try SpellingSources(rules)) }

  /// A speller over lists and a model that others may use too.
  init(_ sources: SpellingSources) {
    lists = sources.lists
    names = HashIndex(lists, named: "names")
    placed = sources.placed
    model = sources.model
  }

  /// Spellings of `name`, best first, at most `limit`.
  public func spellings(of name: String, entityClass: EntityClass?, country: String?, limit: Int) -> [SpellingCandidate]
  {
    spellings(of: name, entityClass: entityClass, country: country, limit: limit, isListed: false)
  }

  /// The same; with `isListed` only what the lists have of the whole name.
  func spellings(of name: String, entityClass: EntityClass?, country: String?, limit: Int, isListed: Bool)
    -> [SpellingCandidate]
  {
    // رءوف, as Egypt and older books write رؤوف.
    let name = name.replacing("ءو", with: "ؤو")
    var listed = listed(name, entityClass, country)
    if listed.isEmpty, entityClass == .organisation || entityClass == .location,
      let spelling = placed.spelling(
        of: name, place: { self.listed($0, .location, country, strictly: true).first?.text })
    {
      listed = [(spelling, false)]
    }
    let words = SpellingLetters.codes(name).split(separator: SpellingLetters.space).map(Array.init)
    if words.isEmpty || limit < 1 { return [] }
    var found: [SpellingCandidate] = []
    var places: [[UInt8]: Int] = [:]
    // What a list has is surely meant where the name is long, its class is known or it is a town that everybody knows; another lone
    // word may be another's name.
    let mayBeAnother = words.count == 1 && entityClass == nil && listed.first?.isKnown != true
    let trust = mayBeAnother ? 0.5 : 0.85
    var left = trust
    for (index, text) in listed.map(\.text).enumerated() where places[SpellingLetters.latin(text)] == nil {
      let share = index + 1 == listed.count ? left : left * 0.75
      places[SpellingLetters.latin(text)] = found.count
      found.append(SpellingCandidate(text, probability: share, origin: .gazetteer))
      left -= share
    }
    // Of a known class a list's spelling comes first whatever the model says.
    if !isListed, mayBeAnother || found.count < limit {
      let rest = found.isEmpty ? 1 : 1 - trust
      for (text, probability) in guessed(words, entityClass, country, limit: limit + found.count) {
        if let known = places[SpellingLetters.latin(text)] {
          found[known].probability += probability * rest
        } else {
          places[SpellingLetters.latin(text)] = found.count
          found.append(SpellingCandidate(text, probability: probability * rest, origin: .model))
        }
      }
    }
    let order = found.indices.sorted {
      found[$0].probability != found[$1].probability ? found[$0].probability > found[$1].probability : $0 < $1
    }
    return order.prefix(limit).map { found[$0] }
  }

  /// A medium by what it ends in, where no list has the whole; `spell` gives the spelling of the rest.
  func medium(_ name: String, spell: (String) -> String) -> String? {
    listed(name, .media, nil).isEmpty ? placed.medium(name, spell: spell) : nil
  }

  /// The first spelling that the lists have of a whole name.
  func listedSpelling(of name: String, _ entityClass: EntityClass?) -> String? {
    listed(name, entityClass, nil).first?.text
  }

  /// Whether the lists of names in Latin script have a word, given by its letters 1–26.
  func isKnown(_ letters: [UInt8]) -> Bool { model?.lexicon.number(of: LatinWord(letters)) != nil }

  /// Spellings that the lists have, best first, and whether they are of the places listed by hand; `strictly` those of the class only.
  private func listed(
    _ name: String, _ entityClass: EntityClass?, _ country: String?, strictly: Bool = false
  ) -> [(text: String, isKnown: Bool)] {
    let key = SpellingKey.loose.of(name)
    let ordinal = names.ordinal(of: key)
    guard ordinal >= 0 else { return [] }
    let starts = lists.array("text.starts", of: UInt32.self)
    let bytes = lists.section("text")[Int(starts[ordinal])..<Int(starts[ordinal + 1])]
    var rows: [(score: Int, text: String, isKnown: Bool)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let kind = cells[0].split(separator: " ")
      // A person is never spelt as a place of the same letters is: بارو is not Barrow in Alaska.
      if entityClass == .person || strictly, kind.first.map(String.init) != entityClass?.rawValue { continue }
      var score = rows.count
      if let entityClass, kind.first.map(String.init) != entityClass.rawValue { score += 100 }
      if let country, kind.count > 1, kind[1] == country { score -= 50 }
      rows.append((score, String(cells[1]), kind.count > 1 && kind[1] == "own"))
    }
    return rows.sorted { $0.score < $1.score }.map { ($0.text, $0.isKnown) }
  }

  /// Spellings by the model, likeliest first.
  private func guessed(_ words: [[UInt8]], _ entityClass: EntityClass?, _ country: String?, limit: Int)
    -> [(String, Double)]
  {
    guard let model else { return [] }
    if words.contains(where: { $0.contains(SpellingLetters.other) }) { return [] }
    if words.count > 1, Self.mothers.contains(words[0]), entityClass == nil || entityClass == .person {
      let place = country ?? article ?? Self.motherland
      let mother = Self.maghreb.contains(place) ? "Oum " : "Umm "
      return guessed(Array(words.dropFirst()), entityClass, place, limit: limit).map { (mother + $0.0, $0.1) }
    }
    let ranges = NameUnits.units(words)
    let kind: NameSpeller.Kind =
      entityClass == .location
      ? .place
      : ranges.count == 1 && country == nil
        ? .word(dropsArticle: entityClass == nil || entityClass == .person)
        : .parts(
          country: country.map { SpellingTag.person(of: $0) },
          article: entityClass == nil || entityClass == .person ? article.map { SpellingTag.person(of: $0) } : nil)
    return speller(model).spellings(ranges.map { Array(words[$0]) }, kind, limit: limit).map { candidate in
      var parts: [String] = []
      for (word, range) in zip(candidate.words, ranges) {
        parts.append(SpellingCapitals.written(word, words[range.lowerBound], isFirst: parts.isEmpty, model))
      }
      return (parts.joined(separator: " "), Double(candidate.probability))
    }
  }

  /// A mother is named before her child, whose name is spelt as it is alone: أم حسن Umm Hassan.
  private static let mothers = [SpellingLetters.codes("أم"), SpellingLetters.codes("ام")]
  /// Where the press meets such names most: the east of the Arab world.
  private static let motherland = "SA"
  /// Countries whose spellings follow French.
  private static let maghreb: Set<String> = ["DZ", "MA", "MR", "TN"]

  private func speller(_ model: SpellingModel) -> NameSpeller {
    if let known = spellers[effort] { return known }
    let made = NameSpeller(model, effort: effort)
    spellers[effort] = made
    return made
  }
}

/// What conventional spellings are taken from, opened once and shared by workers.
struct SpellingSources: Sendable {
  /// Whole names with their spellings.
  let lists: Table
  /// Names of bodies and sites by their places.
  let placed: NamePatterns
  /// The trained model; nil where the rules have none.
  let model: SpellingModel?

  /// Lists and model of `rules`; a model of another version is an error.
  init(_ rules: RuleSet) throws(Diagnostic) {
    lists = try rules.table(NameListRecipe.recipe)
    placed = NamePatterns(lists.text("placed"))
    let table = try rules.model(SpellingModel.file)
    if let table, !table.has("calibration") {
      throw Diagnostic(
        "rules.model", "the model is of another version; take it anew or train it",
        file: rules.find("models/" + SpellingModel.file))
    }
    model = table.map { SpellingModel($0) }
  }
}
