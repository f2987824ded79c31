import NaqlICU
import NaqlModel
import NaqlText

/// Gathers the names of documents into one list, an entry for each entity.
public struct NameCollector {
  /// The number of an entry by its name, or by the entity's id.
  private var numbers = TextNumbers()
  private var entries: [NameEntry] = []
  private var order = SchemeOrder()
  /// The same of titles, which need not have every scheme.
  private var titleOrder = SchemeOrder()
  private let mergesShort: Bool
  /// The file of each document by the document's id, where it came from one.
  public private(set) var paths: [String: String] = [:]

  /// An empty list. A short mention (بارو behind جان نويل بارو) counts for its person or body, unless each form is to be
  /// an entry of its own, with the forms that have a preposition before them, as glossaries need it.
  public init(mergingShort: Bool = true) { mergesShort = mergingShort }

  /// Schemes asked for and met, in the order in which names have them; the standard ones where there is no name.
  public var schemes: [String] {
    if !order.schemes.isEmpty { return order.schemes }
    let standard = Romanisation.standardSchemes
    return Set(titleOrder.schemes).isSubset(of: standard) ? standard : titleOrder.schemes
  }

  /// Says which schemes names are romanised in, so that they are columns whatever is found.
  public mutating func expect(_ schemes: [String]) { order.add(schemes) }

  /// Adds the names of a document, titles and all; it must have entities, and romanisations for the forms.
  public mutating func add(_ document: Document) { add(document, DocumentNames(document)) }

  /// Adds the names of a document that have been gathered.
  mutating func add(_ document: Document, _ names: DocumentNames) {
    if let path = document.path, paths[document.id] == nil { paths[document.id] = path }
    var segment = 0
    let places = names.groups.map { group in
      let entity = document.entities[group.first]
      let place = place(of: entity, homograph: homograph(of: group.first, document, names), document, &segment)
      entries[place].count(group.count, confidence: group.confidence, document: document.id)
      entries[place].add(spelling: document.spelling(of: entity), of: entity.name, group.count)
      return place
    }
    if !mergesShort { addClitics(document, names, places) }
    for (group, place) in zip(names.groups, places) {
      addSchemes(of: group, document, names)
      for form in names.forms(of: group.first) {
        entries[place].add(document.romanisations[form], of: document.entities[group.first].name, group.count)
      }
    }
  }

  private mutating func addSchemes(of group: DocumentNames.Group, _ document: Document, _ names: DocumentNames) {
    let schemes = names.forms(of: group.first).map { document.romanisations[$0].scheme }
    if document.entities[group.first].entityClass == .title { titleOrder.add(schemes) } else { order.add(schemes) }
  }

  /// Adds what mentions look like behind a preposition; `places` are the entries of the groups.
  private mutating func addClitics(_ document: Document, _ names: DocumentNames, _ places: [Int]) {
    for (index, entity) in document.entities.enumerated() {
      guard let word = document.spellingWithPreposition(of: entity) else { continue }
      entries[places[names.groupOf[index]]].add(withClitics: word)
    }
  }

  /// What tells a place from others of its letters: the spelling that lists give it here (عمان, Oman and Amman).
  private func homograph(of entity: Int, _ document: Document, _ names: DocumentNames) -> String {
    guard document.entities[entity].entityClass == .location else { return "" }
    let forms = names.forms(of: entity).lazy.map { document.romanisations[$0] }
    let spelling = forms.first { $0.scheme == "conventional" && $0.origin == .gazetteer }
    return spelling.map { "\t" + $0.text } ?? ""
  }

  /// The index of a mention's entry, a new one where there is none. `segment` is one that does not stand behind it.
  private mutating func place(of entity: Entity, homograph: String, _ document: Document, _ segment: inout Int) -> Int {
    let number = numbers.number((mergesShort ? entity.id : entity.name) + homograph, tag: entity.entityClass.number)
    if number < entries.count { return number }
    var entry = NameEntry(id: entity.id, name: entity.name, entityClass: entity.entityClass, origin: entity.origin)
    while segment < document.segments.count, document.segments[segment].range.end <= entity.range.start {
      segment += 1
    }
    if segment < document.segments.count, document.segments[segment].range.contains(entity.range) {
      entry.context = document.string(document.segments[segment].range).foldingWhiteSpace()
    }
    entries.append(entry)
    return number
  }

  /// How a list is ordered.
  public enum Order: String, Sendable, CaseIterable {
    /// By Arabic collation of the name.
    case arabic
    /// By the conventional or first romanised form.
    case romanised
    /// Most frequent first.
    case count
  }

  /// The entries in `order`; titles are left out unless they are asked for.
  public func sorted(_ order: Order, withTitles: Bool = false) -> [NameEntry] {
    let all = mergesShort ? ForeignSpellings.joined(entries) : entries
    let listed = all.filter { withTitles || $0.entityClass != .title }
    let collator = try? Collator(locale: order == .romanised ? "en" : "ar")
    let first = schemes.first ?? ""
    let keys = listed.map { entry in
      let romanised = order == .romanised ? (entry.form("conventional") ?? entry.form(first))?.text : nil
      let text = romanised.map { FilingForm.of($0, name: entry.name) } ?? entry.name
      return collator?.sortKey(text) ?? Array(text.utf8)
    }
    return listed.indices.sorted { a, b in
      if order == .count, listed[a].count != listed[b].count { return listed[a].count > listed[b].count }
      if keys[a] != keys[b] { return keys[a].lexicographicallyPrecedes(keys[b]) }
      return (listed[a].name, listed[a].entityClass.rawValue, listed[a].id)
        < (listed[b].name, listed[b].entityClass.rawValue, listed[b].id)
    }.map { listed[$0] }
  }
}
