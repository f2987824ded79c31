import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// Words that the sentences written for Naql have outside names and never inside one: forms that no lexicon lists (يعادل, جولتهم), of
/// which it is known that they are no foreign names.
///
/// Source: `entities/prose/`, whose names are marked, and `romanisation/prose/` of the rules; of the latter no word that begins with a
/// letter that may be a clitic, since a name may follow it.
enum OrdinaryWords {
  /// The keys of the words.
  static func keys(_ rules: RuleSet) throws(Diagnostic) -> HashIndex.Builder {
    var named: Set<[UInt8]> = []
    var met: [[UInt8]] = []
    for path in rules.list("entities/prose", suffix: ".txt") {
      for line in try rules.lines(path) where !line.hasPrefix("#") {
        // A line that cannot be taken apart is told by `naql rules check`.
        guard let line = BracketedLine(line) else { continue }
        forEachWord(line.text) { range, key in
          if line.names.contains(where: { $0.range.overlaps(range) }) {
            named.insert(key)
            named.insert(Array(key.dropFirst(2)))  // behind a clitic
          } else {
            met.append(key)
          }
        }
      }
    }
    for path in rules.list("romanisation/prose", suffix: ".txt") {
      for line in try rules.lines(path) where !line.hasPrefix("#") {
        forEachWord(Array(line.utf8)) { _, key in
          if !clitics.contains(where: { key.starts(with: $0.utf8) }) { met.append(key) }
        }
      }
    }
    var words = HashIndex.Builder()
    for key in met where key.count >= shortest && !named.contains(key) { _ = words.add(key) }
    return words
  }

  private static let clitics = ["و", "ف", "ب", "ك", "ل"]
  /// Bytes of the shortest word: three letters.
  private static let shortest = 6

  /// Calls `body` with every word of Arabic letters, where it stands in bytes, and its key.
  private static func forEachWord(_ line: [UInt8], _ body: (Range<Int>, [UInt8]) -> Void) {
    line.withUnsafeBytes { bytes in
      Tokeniser.forEachToken(in: bytes, TextRange(0, bytes.count)) { token in
        let range = Int(token.start)..<Int(token.end)
        var key: [UInt8] = []
        NameKey.append(UnsafeRawBufferPointer(rebasing: bytes[range]), to: &key)
        if let lead = key.first, lead == 0xD8 || lead == 0xD9 { body(range, key) }
      }
    }
  }
}
