import NaqlModel
import NaqlRules
import NaqlText

/// Judges endings of case and mood: sentences with their marks against the same without.
public struct EndingsEvaluation: Sendable {
  /// Counts of words.
  public struct Count: Sendable {
    /// All words, those whose stem comes out right without marks, and of these the ones with the right ending.
    public internal(set) var words = 0, stems = 0, endings = 0
  }

  /// Counts by part of the gold file, in its order.
  public private(set) var parts: [(name: String, count: Count)] = []

  /// Compares the sentences at `path` (columns `part` and `vocalised`). `romanise` gives the words of a sentence, with
  /// endings or in pause.
  public init(
    path: String, romanise: (_ sentence: String, _ endings: Bool) -> [Substring]
  ) throws(Diagnostic) {
    let file = try GoldFile.table(path, columns: ["part", "vocalised"])
    for row in file.rows {
      let part = String(row.cells[file.column("part")!]), marked = String(row.cells[file.column("vocalised")!])
      if parts.last?.name != part { parts.append((part, Count())) }
      var plain = marked
      plain.unicodeScalars.removeAll { ArabicScript.isMark($0.value) }
      let gold = (pause: romanise(marked, false), full: romanise(marked, true))
      let ours = (pause: romanise(plain, false), full: romanise(plain, true))
      parts[parts.count - 1].count.words += gold.full.count
      guard gold.full.count == ours.full.count else { continue }
      for at in gold.full.indices where Self.isSame(gold.pause[at], ours.pause[at]) {
        parts[parts.count - 1].count.stems += 1
        if Self.isSame(gold.full[at], ours.full[at]) { parts[parts.count - 1].count.endings += 1 }
      }
    }
  }

  private static func isSame(_ one: Substring, _ other: Substring) -> Bool { one.lowercased() == other.lowercased() }
}
