/// The classes of names, as `recognise --plain` prints them.
public enum EntityClass: String, CaseIterable, Sendable {
  /// A person, without titles.
  case person = "PER"
  /// A place: country, city, region, water, street, named facility.
  case location = "LOC"
  /// A body: ministry, party, army, company, club, university.
  case organisation = "ORG"
  /// An agency, paper, channel, site or social network.
  case media = "MEDIA"
  /// A title or role beside a person.
  case title = "TITLE"
  /// A competition, festival, conference or named war.
  case event = "EVENT"
  /// A titled work, named law, program, model or ship.
  case work = "WORK"

  /// The class as a small number, 0 to 6.
  public var number: Int {
    switch self {
    case .person: 0
    case .location: 1
    case .organisation: 2
    case .media: 3
    case .title: 4
    case .event: 5
    case .work: 6
    }
  }
}

/// Where a piece of knowledge came from: which link of the chain decided.
public enum Origin: String, CaseIterable, Sendable {
  /// The user's own authority list.
  case authority
  /// A shipped list of whole names.
  case gazetteer
  /// The lexicon of vocalised name tokens.
  case lexicon
  /// A trigger word or a rule of the name grammar.
  case rule
  /// A statistical model.
  case model
  /// A guess by word pattern (wazn).
  case pattern
  /// An earlier mention in the same document.
  case document
  /// Vowel marks in the text itself.
  case marks
  /// Letter by letter, nothing being known.
  case letters
}

/// A mention of a name.
public struct Entity: Hashable, Sendable {
  /// The name without clitics, in UTF-8 bytes (للرياض: over رياض).
  public var range: TextRange
  /// What it names.
  public var entityClass: EntityClass
  /// Restored canonical form (للرياض: الرياض), in Arabic script.
  public var name: String
  /// The same for every mention of one entity, in every document of a run.
  public var id: String
  /// Which link of the chain found it.
  public var origin: Origin
  /// Id of the rule, list or model.
  public var rule: String
  /// How sure, from 0 to 1000.
  public var confidence: Int
  /// For a TITLE: index of the person it belongs to.
  public var person: Int?

  /// A mention of `name` at `range`.
  public init(
    range: TextRange, entityClass: EntityClass, name: String, id: String, origin: Origin, rule: String,
    confidence: Int, person: Int? = nil
  ) {
    self.range = range
    self.entityClass = entityClass
    self.name = name
    self.id = id
    self.origin = origin
    self.rule = rule
    self.confidence = confidence
    self.person = person
  }
}
