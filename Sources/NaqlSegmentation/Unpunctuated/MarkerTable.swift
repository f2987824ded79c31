import NaqlModel
import NaqlRules
import NaqlTables

/// Markers, verbs and kinds of words, looked up by the plain spelling.
struct MarkerTable: Sendable {
  private let table: Table
  private let words: HashIndex
  /// The file of markers, as messages show it.
  let file: String

  /// The compiled table of `rules`.
  init(_ rules: RuleSet) throws(Diagnostic) {
    table = try rules.table(MarkerRecipe.recipe)
    words = HashIndex(table, named: "words")
    file = ProfileSource.short(rules.find("segmentation/markers.tsv") ?? "", rules)
  }

  /// What the lists say of a key; nothing where they do not have it.
  func find(_ key: UnsafeRawBufferPointer) -> (bits: UInt32, kind: WordKind, line: Int) {
    let at = words.ordinal(of: key)
    if at < 0 { return (0, .unknown, 0) }
    return (
      table.array("bits", of: UInt32.self)[at],
      WordKind(rawValue: table.array("kinds", of: UInt8.self)[at]) ?? .unknown,
      Int(table.array("lines", of: UInt32.self)[at])
    )
  }

  /// The same for the part of `key` from `from` on.
  func find(_ key: [UInt8], _ from: Int) -> (bits: UInt32, kind: WordKind, line: Int) {
    key.withUnsafeBytes { find(UnsafeRawBufferPointer(rebasing: $0[min(from, $0.count)...])) }
  }
}
