import NaqlModel
import NaqlRomanisation
import NaqlRules

/// The lexicon of names in Latin script: public lists, and the spellings of the training data.
enum LatinList {
  /// Sorted words with what is known of them; `data` is the folder of the training data.
  static func read(_ data: String, with pairs: [WordPair]) throws(Diagnostic) -> [(letters: [UInt8], facts: UInt16)] {
    var facts: [LatinWord: UInt16] = [:]
    let path = data + "/names/latin.tsv"
    let file = try TSVFile(FileSystem.read(path), file: path, columns: ["word", "source", "weight"])
    for row in file.rows {
      let letters = SpellingLetters.latin(String(row.cells[0]))
      if letters.count < 2 || letters.count > 20 { continue }
      let weight = Float(row.cells[2]) ?? 0
      let bits: UInt16
      switch row.cells[1] {
      case "census": bits = UInt16(max(1, min(7, 7 + Int((fastLog(max(weight, 1e-6)) / 1.4).rounded(.down)))))
      case "ssa":
        // Given names of under ten children in a century say little.
        if weight < 10 { continue }
        bits = UInt16(max(1, min(7, Int(fastLog(max(weight, 1)) / 2)))) << 3
      case "faker": bits = 64
      default: bits = 128
      }
      facts[LatinWord(letters), default: 0] |= bits
    }
    for pair in pairs {
      // How an article is spelt must have a number, but is no name.
      if pair.lengths.isEmpty {
        facts[LatinWord(pair.latin), default: 0] |= 0
        continue
      }
      let bit: UInt16 = pair.tag == SpellingTag.name ? 256 : pair.tag == SpellingTag.place ? 1024 : 512
      facts[LatinWord(pair.latin), default: 0] |= bit
    }
    return facts.map { (letters: $0.key.letters, facts: $0.value) }
      .sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
  }
}
