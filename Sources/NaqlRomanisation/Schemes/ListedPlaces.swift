import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// Places of one word that the lists under `Rules/entities/` have, by their letters without marks: what a vocalised word that the lexicon
/// does not have is likely to be.
struct ListedPlaces: Sendable {
  private let index: HashIndex

  /// The places in the table of schemes.
  init(_ table: Table) { index = HashIndex(table, named: Self.section) }

  /// Whether a place has these letters, the article with them.
  func has(_ letters: String) -> Bool {
    var letters = letters
    return letters.withUTF8 { index.ordinal(of: UnsafeRawBufferPointer($0)) >= 0 }
  }

  private static let section = "places"

  /// Kinds of places that are known beyond their neighbourhood, so that a text may well speak of them. Those ending in `-common` are
  /// left out: they are other words too.
  private static let kinds: Set<String> = [
    "admin", "city", "city-world", "country", "desert", "district", "former", "historical", "island", "lake",
    "mountain", "oasis",
    "region", "river", "ruin", "sea", "town", "water",
  ]

  /// Puts the places of `rules` into the table of schemes.
  static func add(_ rules: RuleSet, to image: inout TableImage) throws(Diagnostic) {
    var keys = HashIndex.Builder()
    for path in rules.list("entities", suffix: ".tsv")
    where path.hasSuffix("places.tsv") || path.hasSuffix("places-ccby.tsv") {
      let file = try TSVFile(rules, path, columns: ["arabic", "class", "kind"])
      let columns = ["arabic", "class", "kind"].map { file.column($0)! }
      for row in file.rows {
        let name = row.cells[columns[0]]
        guard row.cells[columns[1]] == "LOC", kinds.contains(String(row.cells[columns[2]])), !name.contains(" ") else {
          continue
        }
        _ = keys.add(SpellingKey.strict.of(String(name)))
      }
    }
    keys.add(to: &image, named: section, compact: true)
  }
}
