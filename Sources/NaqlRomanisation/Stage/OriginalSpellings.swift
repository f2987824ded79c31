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

  /// The spellings that `document` gives: names in Latin letters with the id of the Arabic one before them. Of two for one name the first.
  init(_ document: Document) {
    for (named, original) in zip(document.entities, document.entities.dropFirst())
    where original.id == named.id && !Self.isArabic(original.name) && !Self.isAbbreviation(original.name) {
      // Of a person each word has its own; a body's original may be a translation.
      if named.entityClass == .person, Self.words(original.name) != Self.words(named.name) { continue }
      let key = Key(name: SpellingKey.loose.of(named.name), entityClass: named.entityClass)
      if spellings[key] == nil { spellings[key] = original.name }
    }
  }

  /// What the page writes for `name`; nil where it gives nothing.
  func spelling(of name: String, _ entityClass: EntityClass) -> String? {
    if spellings.isEmpty { return nil }
    return spellings[Key(name: SpellingKey.loose.of(name), entityClass: entityClass)]
  }

  /// Whether a name is in Arabic script, and no original.
  static func isArabic(_ name: String) -> Bool { name.unicodeScalars.contains { ArabicScript.isLetter($0.value) } }

  /// Whether a name is one word of capitals, which no reader knows a name by that is written out: (PKK).
  private static func isAbbreviation(_ name: String) -> Bool {
    !name.contains(" ") && name.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }

  private static func words(_ name: String) -> Int { name.split { $0 == " " || $0 == "-" }.count }
}
