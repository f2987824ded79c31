import NaqlModel
import NaqlText

/// Spellings in Latin letters that a page itself gives in brackets behind names: أستور بياتسولا (Astor Piazzolla).
///
/// They are better than any guess, so they are the conventional spelling of names that no list has.
struct OriginalSpellings {
  /// By name, folded, and class.
  private var spellings: [Key: String] = [:]

  private struct Key: Hashable {
    let name: String
    let entityClass: EntityClass
  }

  /// The spellings that `document` gives; of two for one name the first.
  init(_ document: Document) {
    for index in document.entities.indices.dropFirst() {
      let original = document.entities[index], named = document.entities[index - 1]
      guard original.entityClass == named.entityClass, original.range.start > named.range.end,
        original.range.start - named.range.end <= Self.longestGap, Self.isLatin(original.name),
        document.text[named.range.end..<original.range.start].contains(0x28) || named.entityClass == .person,
        !Self.isAbbreviation(original.name),
        named.entityClass != .person || Self.words(original.name) == Self.words(named.name)
      else { continue }
      let key = Key(name: SpellingKey.loose.of(named.name), entityClass: named.entityClass)
      if spellings[key] == nil { spellings[key] = original.name }
    }
  }

  /// Bytes between a name and its original: a bracket and the name of a language.
  private static let longestGap = 40

  /// What the page writes for `name`; nil where it gives nothing.
  func spelling(of name: String, _ entityClass: EntityClass) -> String? {
    if spellings.isEmpty { return nil }
    return spellings[Key(name: SpellingKey.loose.of(name), entityClass: entityClass)]
  }

  private static func isLatin(_ name: String) -> Bool {
    !name.unicodeScalars.contains { ArabicScript.isLetter($0.value) }
      && name.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Whether a name is one word of capitals, which no reader knows a name by that is written out: (PKK).
  private static func isAbbreviation(_ name: String) -> Bool {
    !name.contains(" ") && name.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }

  private static func words(_ name: String) -> Int { name.split { $0 == " " || $0 == "-" }.count }
}
