import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// Whole names with the spellings that the lists have of them.
struct ListedSpellings: Sendable {
  private let table: Table
  private let names: HashIndex

  /// The lists of `rules`.
  init(_ rules: RuleSet) throws(Diagnostic) {
    table = try rules.table(NameListRecipe.recipe)
    names = HashIndex(table, named: "names")
  }

  /// Names of bodies and sites by their places, as `NamePatterns` reads them.
  var patterns: String { table.text("placed") }

  /// The first spelling of a name.
  func first(of name: String, _ entityClass: EntityClass? = nil) -> String? {
    spellings(of: name, entityClass).first?.text
  }

  /// The spellings of a name, best first, and whether they are of the places listed by hand; `strictly` those of the class only.
  func spellings(
    of name: String, _ entityClass: EntityClass?, _ country: String? = nil, strictly: Bool = false
  ) -> [(text: String, isKnown: Bool)] {
    let ordinal = names.ordinal(of: SpellingKey.loose.of(name))
    guard ordinal >= 0 else { return [] }
    let starts = table.array("text.starts", of: UInt32.self)
    let bytes = table.section("text")[Int(starts[ordinal])..<Int(starts[ordinal + 1])]
    var rows: [(score: Int, text: String, isKnown: Bool)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let kind = cells[0].split(separator: " ")
      // A person is never spelt as a place of the same letters is: بارو is not Barrow in Alaska.
      if entityClass == .person || strictly, kind.first.map(String.init) != entityClass?.rawValue { continue }
      var score = rows.count
      if let entityClass, kind.first.map(String.init) != entityClass.rawValue { score += 100 }
      if let country, kind.count > 1, kind[1] == country { score -= 50 }
      rows.append((score, String(cells[1]), kind.count > 1 && kind[1] == "own"))
    }
    return rows.sorted { $0.score < $1.score }.map { ($0.text, $0.isKnown) }
  }
}
