import NaqlModel
import NaqlRules
import NaqlText

/// Spells names as English readers know them: whole names from the lists, else their parts, else the model.
///
/// `بشار الأسد` → Bashar al-Assad.
public final class ConventionalSpeller: NameSpelling {
  private let lists: ListedSpellings
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
    var listed = lists.spellings(of: name, entityClass, country)
    if listed.isEmpty, let entityClass, [.organisation, .location, .media].contains(entityClass),
      let spelling = placed.spelling(of: name, listed: spelling)
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
          // فاطمة may be the town of Fátima, but is Fatima.
          if mayBeAnother, !found[known].text.utf8.allSatisfy({ $0 < 0x80 }) { found[known].text = text }
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

  /// The first spelling that lists have of what a pattern leaves open.
  private func spelling(_ name: String, _ slot: NamePatterns.Slot) -> String? {
    switch slot {
    case .place: listed(name, as: .location)
    case .body: listed(name, as: .organisation)
    case .medium: listed(name, as: .media) ?? listed(name, as: .organisation)
    }
  }

  /// The first spelling that lists have of a name of this class.
  func listed(_ name: String, as entityClass: EntityClass) -> String? {
    lists.spellings(of: name, entityClass, strictly: true).first?.text
  }

  /// A medium by what it ends in, where no list has the whole; `spell` gives the spelling of the rest.
  func medium(_ name: String, spell: (String) -> String) -> String? {
    lists.spellings(of: name, .media).isEmpty ? placed.medium(name, spell: spell) : nil
  }

  /// Whether the lists of names in Latin script have a word, given by its letters 1–26.
  func isKnown(_ letters: [UInt8]) -> Bool { model?.lexicon.number(of: LatinWord(letters)) != nil }

  /// Spellings by the model, likeliest first.
  private func guessed(_ words: [[UInt8]], _ entityClass: EntityClass?, _ country: String?, limit: Int)
    -> [(String, Double)]
  {
    guard let model else { return [] }
    if words.contains(where: { $0.contains(SpellingLetters.other) }) { return [] }
    if NameUnits.isMedieval(words) { return [] }
    if words.count > 1, Self.mothers.contains(words[0]), entityClass == nil || entityClass == .person {
      let place = country ?? article ?? Self.motherland
      let mother = Self.maghreb.contains(place) ? "Oum " : "Umm "
      return guessed(Array(words.dropFirst()), entityClass, place, limit: limit).map { (mother + $0.0, $0.1) }
    }
    let ranges = units(words)
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
        parts.append(SpellingCapitals.written(word, words[range], isFirst: parts.isEmpty, model))
      }
      return (parts.joined(separator: " "), Double(candidate.probability))
    }
  }

  /// What is spelt together: بن with the whole of a name that has two words (بن عبد الله), as the table of known words has it with one.
  private func units(_ words: [[UInt8]]) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var at = 0
    while at < words.count {
      let first = NameUnits.units(Array(words[at...]))[0].count
      let isSon = NameUnits.sons.contains(words[at]) && at + 1 < words.count
      let count = isSon ? 1 + NameUnits.units(Array(words[(at + 1)...]))[0].count : first
      units.append(at..<at + count)
      at += count
    }
    return units
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
  let lists: ListedSpellings
  /// Names of bodies and sites by their places.
  let placed: NamePatterns
  /// The trained model; nil where the rules have none.
  let model: SpellingModel?

  /// Lists and model of `rules`; a model of another version is an error.
  init(_ rules: RuleSet) throws(Diagnostic) { try self.init(rules, lists: ListedSpellings(rules)) }

  /// The same over lists that are open already.
  init(_ rules: RuleSet, lists: ListedSpellings) throws(Diagnostic) {
    self.lists = lists
    placed = NamePatterns(lists.patterns)
    let table = try rules.model(SpellingModel.file)
    if let table, !table.has("calibration") {
      throw Diagnostic(
        "rules.model", "the model is of another version; take it anew or train it",
        file: rules.find("models/" + SpellingModel.file))
    }
    model = table.map { SpellingModel($0) }
  }
}
