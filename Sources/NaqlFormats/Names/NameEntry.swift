import NaqlModel
import NaqlText

/// A name of a list: one entity with everything that was found about it in the documents.
public struct NameEntry: Sendable {
  /// Id of the entity.
  public let id: String
  /// Canonical form, in Arabic script where a mention has one: of the names that its mentions bear the longest one of several words, of equally
  /// long ones the most frequent, then the one with more hamzas, then the first.
  public var name: String { heads[canonical].name }
  /// What it names.
  public let entityClass: EntityClass
  /// Mentions.
  public var count = 0
  /// Documents with a mention, in order.
  public var documents: [String] = []
  /// The sentence of the first mention.
  public var context = ""
  /// Romanised forms of the name by scheme: each with how often it was given; the first is the one that counts.
  public var forms: [String: [Form]] { heads[canonical].forms }
  /// The names that mentions bear, full and short, in the order met.
  private var heads: [Head]
  private var canonical = 0
  /// Names of the same entity under other Arabic spellings.
  private var joined: [String] = []
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

  /// A name that mentions bear.
  private struct Head: Sendable {
    let name: String
    let key: TextKey
    /// Whether it is in Arabic script, and not an original in brackets: أستور بياتسولا (Astor Piazzolla).
    let isArabic: Bool
    /// Arabic letters, 0 of a name of one word, and how many of them bear a hamza or are told from others by their dots (ي, ة).
    let letters: Int
    let marks: Int
    var count = 0
    var forms: [String: [Form]] = [:]

    init(_ name: String) {
      self.name = name
      key = TextKey(name)
      isArabic = name.unicodeScalars.contains { ArabicScript.isLetter($0.value) }
      letters = isArabic && name.utf8.contains(0x20) ? name.unicodeScalars.count { $0 != " " } : 0
      marks = name.unicodeScalars.count { "أإآؤئءية".unicodeScalars.contains($0) }
    }

    /// Whether it is rather the canonical one than a name met before it.
    func precedes(_ other: Head) -> Bool {
      isArabic != other.isArabic
        ? isArabic : (letters, count, marks) > (other.letters, other.count, other.marks)
    }
  }

  /// A list entry for the entity `id`.
  init(id: String, name: String, entityClass: EntityClass, origin: Origin) {
    self.id = id
    heads = [Head(name)]
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

  /// Adds a form given `times` times for mentions that bear `name`.
  mutating func add(_ romanisation: Romanisation, of name: String, _ times: Int) {
    heads[head(of: name)].forms[romanisation.scheme, default: []].count(romanisation, times)
  }

  /// Adds a spelling met in a text, if it is new, of `times` mentions that bear `name`.
  mutating func add(spelling: String, of name: String, _ times: Int) {
    heads[head(of: name)].count += times
    for at in heads.indices where heads[at].precedes(heads[canonical]) { canonical = at }
    let key = TextKey(spelling)
    if !variants.contains(where: { TextKey($0) == key }) { variants.append(spelling) }
  }

  private mutating func head(of name: String) -> Int {
    let key = TextKey(name)
    if let known = heads.firstIndex(where: { $0.key == key }) { return known }
    heads.append(Head(name))
    return heads.count - 1
  }

  /// All names that stand for it in full: the canonical one, those of as many letters, and those of entries joined to it.
  var fullNames: [String] {
    let letters = heads[canonical].letters
    let others = heads.indices.filter { $0 != canonical && heads[$0].letters == letters && letters > 0 }
    return [name] + others.map { heads[$0].name } + joined
  }

  /// Takes in the mentions of an entry for the same entity under another Arabic spelling; its romanised forms are those of that spelling and go.
  mutating func join(_ other: NameEntry) {
    count += other.count
    confidence = max(confidence, other.confidence)
    for document in other.documents where !documents.contains(document) { documents.append(document) }
    for spelling in other.variants where !variants.contains(spelling) { variants.append(spelling) }
    joined += other.fullNames
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

  /// Schemes in which the name got two forms, sorted: what a consistency report lists. One of its Arabic spellings with another spelling of English
  /// readers counts too.
  public var conflicts: [String] {
    let all = Set(forms.keys).union(["conventional"])
    return all.filter { rivals($0).count > 1 }.sorted()
  }

  /// The forms in `scheme` of which one should be: those of the name, and where spellings do not follow the Arabic one, of all its full names.
  func rivals(_ scheme: String) -> [Form] {
    var found = forms[scheme] ?? []
    guard scheme == "conventional" else { return found }
    for at in heads.indices
    where at != canonical && heads[at].letters == heads[canonical].letters && heads[at].letters > 0 {
      for form in heads[at].forms[scheme] ?? [] where !found.contains(where: { $0.text == form.text }) {
        found.append(form)
      }
    }
    return found
  }
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
