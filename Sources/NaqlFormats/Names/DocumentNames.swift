import NaqlModel
import NaqlText

/// The names of a document, gathered once for every writer: mentions that are alike make one group.
public struct DocumentNames: Sendable {
  /// Mentions alike in class, name, entity, spelling and romanised forms.
  struct Group: Sendable {
    /// The first mention, an index into the document's entities.
    let first: Int
    /// The first group with this class and name.
    let name: Int
    /// Mentions.
    var count = 0
    /// The highest confidence among them, from 0 to 1000.
    var confidence = 0
  }

  /// The groups in the order of their first mentions.
  private(set) var groups: [Group] = []
  /// For each entity its group.
  private(set) var groupOf: [Int] = []
  /// For each entity its first romanisation, and for each romanisation the next of the same entity; -1 ends a chain.
  private var firstForm: [Int32]
  private var nextForm: [Int32]

  /// The names of `document`, which has entities and, for their forms, romanisations.
  public init(_ document: Document) {
    firstForm = [Int32](repeating: -1, count: document.entities.count)
    nextForm = [Int32](repeating: -1, count: document.romanisations.count)
    for index in document.romanisations.indices.reversed() {
      guard case .entity(let entity) = document.romanisations[index].target else { continue }
      nextForm[index] = firstForm[entity]
      firstForm[entity] = Int32(index)
    }
    group(document)
  }

  /// The romanisations of an entity, in order.
  func forms(of entity: Int) -> some Sequence<Int> {
    sequence(state: firstForm[entity]) { at -> Int? in
      guard at >= 0 else { return nil }
      defer { at = nextForm[Int(at)] }
      return Int(at)
    }
  }

  private mutating func group(_ document: Document) {
    var names = TextNumbers(), ids = TextNumbers(), spellings = TextNumbers()
    // For each name its first group and its last, and for each group the one of its name before it.
    var ends: [(first: Int, last: Int)] = []
    var before: [Int] = []
    var marks: [(id: Int, spelling: Int)] = []
    groupOf.reserveCapacity(document.entities.count)
    for index in document.entities.indices {
      let name = names.number(document.entities[index].name, tag: document.entities[index].entityClass.number)
      let id = ids.number(document.entities[index].id)
      let spelling = Self.spelling(of: index, in: document).map { spellings.number($0) } ?? -1
      var group = name < ends.count ? ends[name].last : -1
      while group >= 0 {
        if marks[group] == (id, spelling), hasSameForms(index, groups[group].first, document.romanisations) { break }
        group = before[group]
      }
      if group < 0 {
        group = groups.count
        if name == ends.count { ends.append((group, -1)) }
        before.append(ends[name].last)
        ends[name].last = group
        marks.append((id, spelling))
        groups.append(Group(first: index, name: ends[name].first))
      }
      groupOf.append(group)
      groups[group].count += 1
      groups[group].confidence = max(groups[group].confidence, document.entities[index].confidence)
    }
  }

  /// How a mention is spelt, where it is not its name.
  private static func spelling(of entity: Int, in document: Document) -> String? {
    let range = document.entities[entity].range
    var name = document.entities[entity].name
    let isName = name.withUTF8 { name in
      document.text.withUnsafeBytes {
        range.bytes.count == name.count && UnsafeRawBufferPointer(rebasing: $0[range.bytes]).elementsEqual(name)
      }
    }
    return isName ? nil : document.string(range)
  }

  private func hasSameForms(_ a: Int, _ b: Int, _ romanisations: [Romanisation]) -> Bool {
    var a = Int(firstForm[a]), b = Int(firstForm[b])
    while a >= 0, b >= 0 {
      guard romanisations[a].confidence == romanisations[b].confidence,
        romanisations[a].origin == romanisations[b].origin,
        TextKey(romanisations[a].scheme) == TextKey(romanisations[b].scheme),
        TextKey(romanisations[a].text) == TextKey(romanisations[b].text)
      else { return false }
      a = Int(nextForm[a])
      b = Int(nextForm[b])
    }
    return a == b
  }
}
