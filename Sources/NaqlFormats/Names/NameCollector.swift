import NaqlICU
import NaqlModel
import NaqlText

/// Gathers the names of documents into one list, an entry for each entity.
public struct NameCollector {
  private var index: [TextKey: Int] = [:]
  private var entries: [NameEntry] = []
  /// Schemes met, in the order of their first romanisation.
  public private(set) var schemes: [String] = []

  private let mergesShort: Bool

  /// An empty list. A short mention (بارو behind جان نويل بارو) counts for its person or body, unless each form is to be
  /// an entry of its own, as glossaries need it.
  public init(mergingShort: Bool = true) { mergesShort = mergingShort }

  /// Adds the names of a document, titles and all; it must have entities, and romanisations for the forms.
  public mutating func add(_ document: Document) {
    var entryOf = [Int](repeating: -1, count: document.entities.count)
    var segment = 0
    for (number, entity) in document.entities.enumerated() {
      let key = TextKey(entity.entityClass.rawValue + "\u{1F}" + (mergesShort ? entity.id : entity.name))
      let at: Int
      if let known = index[key] {
        at = known
      } else {
        at = entries.count
        index[key] = at
        var entry = NameEntry(
          id: entity.id, name: entity.name, entityClass: entity.entityClass, origin: entity.origin)
        while segment < document.segments.count, document.segments[segment].range.end <= entity.range.start {
          segment += 1
        }
        if segment < document.segments.count, document.segments[segment].range.contains(entity.range) {
          entry.context = document.string(document.segments[segment].range).foldingWhiteSpace()
        }
        entries.append(entry)
      }
      entryOf[number] = at
      if entity.name.utf8.count > entries[at].name.utf8.count, entity.name.utf8.contains(0x20) {
        entries[at].rename(entity.name)
      }
      entries[at].count += 1
      entries[at].confidence = max(entries[at].confidence, entity.confidence)
      if entries[at].documents.last != document.id { entries[at].documents.append(document.id) }
      entries[at].add(variant: document.string(entity.range).foldingWhiteSpace())
    }
    for romanisation in document.romanisations {
      guard case .entity(let entity) = romanisation.target, entryOf[entity] >= 0 else { continue }
      if !schemes.contains(romanisation.scheme) { schemes.append(romanisation.scheme) }
      let at = entryOf[entity]
      // The canonical name is what is romanised, so forms differ only where documents decided otherwise.
      guard TextKey(document.entities[entity].name) == TextKey(entries[at].name) else { continue }
      entries[at].add(romanisation)
    }
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
    let listed = entries.filter { withTitles || $0.entityClass != .title }
    let collator = try? Collator(locale: order == .romanised ? "en" : "ar")
    let first = schemes.first ?? ""
    let keys = listed.map { entry in
      let text =
        order == .romanised ? (entry.form("conventional") ?? entry.form(first))?.text ?? entry.name : entry.name
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
