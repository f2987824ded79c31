import NaqlModel
import NaqlRules

/// Lists of names of the user's own: every table under `entities/` that bears no name of a shipped one, whatever its own. They go before
/// the shipped ones.
package struct OwnLists {
  /// A name of such a list.
  package struct Name {
    /// As Arabic has it.
    package let arabic: Substring
    /// Its spelling; empty where the list gives none.
    package let english: Substring
    /// PER, LOC, ORG, MEDIA, EVENT, WORK or TITLE.
    package let entityClass: Substring
    /// What it is, as `company`, or nothing.
    package let kind: Substring
    /// Where it stands.
    package let row: TSVFile.Row
    /// The list.
    package let file: TSVFile
  }

  /// Lists of names under `entities/` that Naql ships, by their names without `.tsv`.
  private static let shippedLists = [
    "own", "news", "organisations", "people", "places", "places-ccby", "world-people",
  ]
  /// Other tables there.
  private static let otherTables = ["bodies", "demonyms", "titles", "traps", "triggers"]
  /// Classes of names.
  private static let classes = ["PER", "LOC", "ORG", "MEDIA", "EVENT", "WORK", "TITLE"]

  /// All names, in the order of the lists' names.
  package static func names(_ rules: RuleSet) throws(Diagnostic) -> [Name] {
    let shipped = Set((shippedLists + PressLists.names + otherTables).map { "entities/\($0).tsv" })
    var names: [Name] = []
    for path in rules.list("entities", suffix: ".tsv") where !shipped.contains(path) {
      let file = try TSVFile(rules, path, columns: ["arabic", "english", "class"])
      let columns = ["arabic", "english", "class"].map { file.column($0)! }, kind = file.column("kind")
      for row in file.rows {
        let arabic = row.cells[columns[0]], entityClass = row.cells[columns[2]]
        guard classes.contains(String(entityClass)) else {
          throw file.error(
            row, "entities.class", "unknown class “\(entityClass)”" + Nearest.hint(String(entityClass), among: classes))
        }
        guard arabic.unicodeScalars.contains(where: { ArabicScript.isLetter($0.value) }) else {
          throw file.error(row, "entities.name", "a name in Arabic letters was expected, found “\(arabic)”")
        }
        names.append(
          Name(
            arabic: arabic, english: row.cells[columns[1]], entityClass: entityClass,
            kind: kind.map { row.cells[$0] } ?? "", row: row, file: file))
      }
    }
    return names
  }
}
