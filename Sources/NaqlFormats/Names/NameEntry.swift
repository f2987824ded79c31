import NaqlModel
import NaqlText

/// A name of a list: one entity with everything that was found about it in the documents.
public struct NameEntry: Sendable {
  /// Id of the entity.
  public let id: String
  /// Canonical form in Arabic script.
  public private(set) var name: String
  /// What it names.
  public let entityClass: EntityClass
  /// Mentions.
  public var count = 0
  /// Documents with a mention, in order.
  public var documents: [String] = []
  /// The sentence of the first mention.
  public var context = ""
  /// Romanised forms by scheme: each with how often it was given; the first is the one that counts.
  public private(set) var forms: [String: [Form]] = [:]
  /// Spellings met in the texts, in order, clitics left out.
  public private(set) var variants: [String] = []
  /// Spellings met with بـ or لـ before them, in order, where a list has a use for them.
  public private(set) var withClitics: [String] = []
  /// Which link of the chain found the first mention.
  public var origin: Origin
  /// How sure it is a name of its class: the highest confidence of its mentions, from 0 to 1000. That of a spelling stands
  /// with its form.
  public var confidence: Int

  /// A romanised form and where it came from.
  public struct Form: Hashable, Sendable {
    /// The form.
    public let text: String
    /// Which link of the chain gave it.
    public let origin: Origin
    /// How sure, from 0 to 1000.
    public let confidence: Int
    /// How often it was given.
    public var count: Int
  }

  /// A list entry for the entity `id`.
  init(id: String, name: String, entityClass: EntityClass, origin: Origin) {
    self.id = id
    self.name = name
    self.entityClass = entityClass
    self.origin = origin
    confidence = 0
  }

  /// Counts mentions of a document, whose highest confidence is told.
  mutating func count(_ mentions: Int, confidence: Int, document: String) {
    count += mentions
    self.confidence = max(self.confidence, confidence)
    if documents.last != document { documents.append(document) }
  }

  /// Adds a form given `times` times.
  mutating func add(_ romanisation: Romanisation, _ times: Int) {
    forms[romanisation.scheme, default: []].count(romanisation, times)
  }

  /// Adds a spelling met in a text, if it is new. A longer `mention` of several words becomes the canonical name; the forms
  /// of the shorter go.
  mutating func add(spelling: String, of mention: String) {
    if mention.utf8.count > name.utf8.count, mention.utf8.contains(0x20) {
      name = mention
      forms = [:]
    }
    let key = TextKey(spelling)
    if !variants.contains(where: { TextKey($0) == key }) { variants.append(spelling) }
  }

  /// Takes in the mentions of an entry for the same entity under another Arabic spelling; its romanised forms are those of that spelling and go.
  mutating func join(_ other: NameEntry) {
    count += other.count
    confidence = max(confidence, other.confidence)
    for document in other.documents where !documents.contains(document) { documents.append(document) }
    for spelling in other.variants where !variants.contains(spelling) { variants.append(spelling) }
    for word in other.withClitics { add(withClitics: word) }
  }

  /// Adds a spelling with a preposition, if it is new.
  mutating func add(withClitics word: String) {
    let key = TextKey(word)
    if !withClitics.contains(where: { TextKey($0) == key }) { withClitics.append(word) }
  }

  /// The form in `scheme` that counts: the one given most often, the earlier of two.
  public func form(_ scheme: String) -> Form? {
    forms[scheme]?.enumerated().max { ($0.element.count, -$0.offset) < ($1.element.count, -$1.offset) }?.element
  }

  /// Schemes in which the name got two forms, sorted: what a consistency report lists.
  public var conflicts: [String] { forms.filter { $0.value.count > 1 }.map(\.key).sorted() }
}

extension [NameEntry.Form] {
  fileprivate mutating func count(_ romanisation: Romanisation, _ times: Int) {
    let key = TextKey(romanisation.text)
    if let known = firstIndex(where: { TextKey($0.text) == key }) {
      self[known].count += times
    } else {
      append(
        .init(
          text: romanisation.text, origin: romanisation.origin, confidence: romanisation.confidence,
          count: times))
    }
  }
}
