import NaqlModel
import NaqlText

/// What settles how a name found in a text is read, beside its own letters.
struct NameSource {
  /// Its vocalised form where the user's list or the lexicon has one, and which of them it comes from.
  var vocalised: String?
  var origin: Origin?
  /// The full name whose end it may be.
  var full: String?
  var isPerson = false
  /// How lists or the page itself spell it, or the full name, in Latin letters.
  var spelling: String?
  /// Whether its words are read so that they agree with how they are spelt in other people's names, where its own spelling is not known.
  var heedsWords = false
}

/// What an article says of a name beside its letters.
struct ArticleName {
  /// The country that the article is about there.
  var article: String?
  /// The person's full name, where the name is a short mention of it.
  var full: String?
  /// How the page itself spells the full name in Latin letters.
  var original: String?
}

/// Finds what settles the readings of names, for their own forms and for the romanised tier alike.
struct NameSources {
  private let lexicon: Lexicon
  private let readings: KnownReadings
  private let authority: Authority
  private let lists: ListedSpellings

  init(_ bench: RomanisationBench) throws(Diagnostic) {
    (lexicon, readings, authority) = (bench.lexicon, bench.readings, bench.authority)
    lists = try bench.listedSpellings()
  }

  /// The source of an entity's name where it stands.
  func source(of entity: Entity, _ there: ArticleName) -> NameSource {
    let isPerson = entity.entityClass == .person
    var source = NameSource(full: there.full, isPerson: isPerson, heedsWords: isPerson)
    if let own = authority.entry(of: entity.name, as: entity.entityClass), !own.vocalised.isEmpty {
      (source.vocalised, source.origin) = (own.vocalised, .authority)
    } else if let place = homograph(of: entity, there.article)?.vocalised ?? place(entity) {
      (source.vocalised, source.origin) = (place, .lexicon)
    } else if entity.entityClass != .title {
      source.spelling = lists.first(of: there.full ?? entity.name, entity.entityClass) ?? there.original
    }
    return source
  }

  /// A place whose letters another country's has too, as the article's country has it: عمان.
  func homograph(of entity: Entity, _ article: String?) -> (vocalised: String, english: String)? {
    entity.entityClass == .location ? article.flatMap { readings.homograph(entity.name, in: $0) } : nil
  }

  /// A place as the lexicon vocalises it, where it has but one place of these letters: قطر Qaṭar, though quṭr is a word too;
  /// دير الزور.
  private func place(_ entity: Entity) -> String? {
    guard entity.entityClass == .location else { return nil }
    if entity.name.utf8.contains(0x20) {
      let places = Set(lexicon.entries(of: entity.name).map(\.vocalised))
      return places.count == 1 ? places.first : nil
    }
    let hasArticle = entity.name.hasPrefix("ال")
    let stem = hasArticle ? String(entity.name.dropFirst(2)) : entity.name
    let places = Set(lexicon.entries(of: stem).filter { $0.kind == "place" }.map(\.vocalised))
    guard places.count == 1, let place = places.first else { return nil }
    return (hasArticle ? "ال" : "") + place
  }
}
