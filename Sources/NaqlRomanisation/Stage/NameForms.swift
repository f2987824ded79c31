import NaqlModel
import NaqlText

/// The forms of a name in every scheme asked for. One thread's own.
final class NameForms {
  /// A form of a name.
  struct Form: Sendable {
    let scheme: String
    let text: String
    let origin: Origin
    let confidence: Int
  }

  private let schemes: [(id: String, romaniser: Romaniser?)]
  private let press: Romaniser
  private let speller: ConventionalSpeller?
  private let styler: SpellingStyler?
  private let lexicon: Lexicon
  private let grammar: GrammarWords
  private let described: DescribedName
  private let sources: NameSources
  private let authority: Authority
  private let country: String?
  /// Spellings worked out; a full name is asked for again by each of its short mentions.
  private var spelt: [SpeltKey: Form?] = [:]
  private static let limit = 100_000

  private struct SpeltKey: Hashable {
    let name: TextKey
    let entityClass: EntityClass
    let isLong: Bool
    let article: String?
  }

  init(schemes: [String], country: String?, bench: RomanisationBench) throws(Diagnostic) {
    var opened: [(id: String, romaniser: Romaniser?)] = []
    for id in schemes { opened.append((id, id == "conventional" ? nil : try bench.romaniser(id))) }
    self.schemes = opened
    press = try bench.romaniser("press")
    speller = schemes.contains("conventional") ? try bench.speller() : nil
    styler = try bench.styler()
    self.country = country
    lexicon = bench.lexicon
    grammar = bench.words
    described = DescribedName(lexicon)
    sources = try NameSources(bench)
    authority = bench.authority
  }

  /// The forms of an entity's canonical name. Titles are text, not names, and have no conventional spelling.
  ///
  /// In a very long document (`isLong`) the spelling model searches less.
  /// `article` is the country that the article is about, where it is told. `full` is the full name of the person or body, where the entity is a short
  /// mention of it, and gives that part's spelling. `original` is how the page itself writes the full name in Latin letters.
  func forms(
    of entity: Entity, isLong: Bool, article: String?, full: Entity? = nil, original: String? = nil
  ) -> [Form] {
    speller?.article = article
    speller?.effort = isLong ? .quick : .first
    let use: Use = entity.entityClass == .title ? .phrase : .name
    let own = authority.entry(of: entity.name, as: entity.entityClass)
    let there = sources.homograph(of: entity, article)
    let person = entity.entityClass == .person ? full?.name : nil
    // Schemes that write what is read share one reading.
    var shared: Romaniser.EntityReading?
    func reading(_ romaniser: Romaniser) -> Romaniser.EntityReading {
      guard romaniser.rendersReadings else { return romaniser.entityReading(entity.name, use: use) }
      if let shared { return shared }
      let source = sources.source(of: entity, ArticleName(article: article, full: person, original: original))
      let found = romaniser.entityReading(entity.name, source, use: use)
      shared = found
      return found
    }
    var forms: [Form] = []
    for (id, romaniser) in schemes {
      if let text = own?.form(in: id) {
        forms.append(Form(scheme: id, text: text, origin: .authority, confidence: 1000))
      } else if let there, id == "conventional" {
        forms.append(styled(Form(scheme: id, text: there.english, origin: .gazetteer, confidence: 850), entity.name))
      } else if let romaniser {
        forms.append(form(id, reading(romaniser), romaniser, use, 1))
      } else if use == .name {
        let found =
          part(entity, of: full, isLong, original)
          ?? shortBody(entity, full, isLong)
          ?? Self.surest(spelling(entity, isLong: isLong), person == nil ? original : nil)
          ?? form(id, reading(press), press, use, 0.5)
        forms.append(styled(found, entity.name))
      }
    }
    return forms
  }

  /// A conventional spelling in the house styles; what the user's own list says stays.
  private func styled(_ form: Form, _ name: String) -> Form {
    guard let styler, form.origin != .authority else { return form }
    return Form(
      scheme: form.scheme, text: styler.styled(form.text, of: name), origin: form.origin, confidence: form.confidence)
  }

  private func form(
    _ scheme: String, _ reading: Romaniser.EntityReading, _ romaniser: Romaniser, _ use: Use, _ trust: Double
  ) -> Form {
    Form(
      scheme: scheme, text: romaniser.romanise(reading, use: use), origin: reading.origin,
      confidence: Self.confidence(reading.probability * trust))
  }

  /// A family name as the full name has it: الأسد behind بشار الأسد is al-Assad, أبو عاقلة behind شيرين أبو عاقلة Abu Akleh; nil where it is not its
  /// end, or where of several words it is not told which Latin ones are its.
  private func part(_ entity: Entity, of full: Entity?, _ isLong: Bool, _ original: String?) -> Form? {
    guard entity.entityClass == .person, let full, let count = Self.wordsAtEnd(entity.name, of: full.name),
      let whole = authority.entry(of: full.name, as: full.entityClass)?.form(in: "conventional").map({
        Form(scheme: "conventional", text: $0, origin: .authority, confidence: 1000)
      }) ?? Self.surest(spelling(full, isLong: isLong), original)
    else { return nil }
    let words = whole.text.split(separator: " ")
    guard count == 1 || words.count == full.name.split(separator: " ").count else { return nil }
    return Form(
      scheme: whole.scheme, text: words.suffix(count).joined(separator: " "), origin: whole.origin,
      confidence: whole.confidence)
  }

  /// Whether names of a class may have short mentions that are spelt by the full name.
  static func mayBeShort(_ entityClass: EntityClass) -> Bool { entityClass == .person || entityClass == .organisation }

  /// The known English name of a body, for a word that only means it (الهيئة behind هيئة تحرير الشام): what is said is the body, and al-Haya
  /// would be the name of none.
  private func shortBody(_ entity: Entity, _ full: Entity?, _ isLong: Bool) -> Form? {
    guard entity.entityClass == .organisation, let full, entity.name.hasPrefix("ال"), !entity.name.contains(" "),
      let whole = spelling(full, isLong: isLong), !Self.isGuess(whole), Self.isGuess(spelling(entity, isLong: isLong))
    else { return nil }
    return whole
  }

  /// A spelling, but the page's own one where it is a guess or there is none.
  private static func surest(_ spelling: Form?, _ original: String?) -> Form? {
    guard let original else { return spelling }
    guard isGuess(spelling) else { return spelling }
    return Form(scheme: "conventional", text: original, origin: .document, confidence: 950)
  }

  /// Whether no list has a spelling.
  private static func isGuess(_ spelling: Form?) -> Bool {
    spelling.map { ![.authority, .gazetteer, .lexicon].contains($0.origin) } ?? true
  }

  /// Number of the words of a name, where another ends in them.
  private static func wordsAtEnd(_ name: String, of full: String) -> Int? {
    let words = SpellingKey.loose.of(name).split(separator: " "), all = SpellingKey.loose.of(full).split(separator: " ")
    return words.count < all.count && all.suffix(words.count).elementsEqual(words) ? words.count : nil
  }

  /// The spelling that English readers know; nil where the vowels say more than a model of names would.
  private func spelling(_ entity: Entity, isLong: Bool) -> Form? {
    let key = SpeltKey(
      name: TextKey(entity.name), entityClass: entity.entityClass, isLong: isLong, article: speller?.article)
    if let known = spelt[key] { return known }
    if spelt.count > Self.limit { spelt.removeAll(keepingCapacity: true) }
    let found = freshSpelling(entity)
    spelt[key] = .some(found)
    return found
  }

  private func freshSpelling(_ entity: Entity) -> Form? {
    if entity.entityClass != .person, let letters = initials(entity.name) {
      return Form(scheme: "conventional", text: letters, origin: .rule, confidence: 600)
    }
    if entity.entityClass == .media,
      let text = speller?.medium(entity.name, spell: { spelling(ofPart: $0, entity) })
    {
      return Form(scheme: "conventional", text: text, origin: .rule, confidence: 600)
    }
    let isDescribed =
      entity.entityClass != .person
      && (described.opensWithCommonNoun(entity.name) || described.isDescription(entity.name)
        || entity.entityClass != .location && described.isArabicThroughout(entity.name))
    guard
      let best = speller?.spellings(
        of: entity.name, entityClass: entity.entityClass, country: country, limit: 1, isListed: isDescribed
      ).first
    else { return nil }
    return Form(
      scheme: "conventional", text: best.text, origin: best.origin, confidence: Self.confidence(best.probability))
  }

  /// The spelling of the words of a medium before its last.
  private func spelling(ofPart name: String, _ entity: Entity) -> String {
    var part = entity
    part.name = name
    return freshSpelling(part)?.text
      ?? form("conventional", press.entityReading(name, use: .name), press, .name, 0.5).text
  }

  /// The Latin letters of a name that is nothing but their names in Arabic writing: إر تي إل → RTL.
  private func initials(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 1 else { return nil }
    var letters = ""
    for word in words {
      guard let letter = grammar.latinLetter(String(word)) else { return nil }
      letters += letter
    }
    return letters
  }

  private static func confidence(_ probability: Double) -> Int {
    Int((min(max(probability, 0), 1) * 1000).rounded())
  }
}
