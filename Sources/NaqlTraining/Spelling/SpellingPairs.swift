import NaqlModel
import NaqlRomanisation
import NaqlRules

/// Names with their spellings, read from the training lists.
struct SpellingPair: Sendable {
  var arabic: [UInt8]
  var latin: [UInt8]
  var tag: Int

  /// Rows of a list with the columns `arabic` and another for the Latin form; `tag` reads its kind and class.
  static func read(_ path: String, latin: String, tag: (_ kind: String, _ source: String) -> Int?) throws(Diagnostic)
    -> [SpellingPair]
  {
    let file = try TSVFile(FileSystem.read(path), file: path, columns: ["arabic", latin])
    let from = file.column("arabic")!, to = file.column(latin)!
    let kind = file.column("kind"), source = file.column("source")
    var pairs: [SpellingPair] = []
    for row in file.rows {
      guard
        let tag = tag(kind.map { String(row.cells[$0]) } ?? "", source.map { String(row.cells[$0]) } ?? "")
      else { continue }
      let codes = SpellingLetters.codes(String(row.cells[from]))
      let letters = SpellingLetters.latin(String(row.cells[to]))
      if codes.isEmpty || letters.isEmpty || codes.contains(SpellingLetters.other) { continue }
      pairs.append(SpellingPair(arabic: codes, latin: letters, tag: tag))
    }
    return pairs
  }
}
