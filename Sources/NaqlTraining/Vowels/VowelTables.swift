import NaqlRomanisation
import NaqlTables

/// Counts the readings of words and stems, and how often each has a capital.
struct VowelTables {
  private struct Spelling {
    var readings: [[UInt8]: Float] = [:]
    var total: Float = 0
    var capitals: Float = 0
    var seen: Float = 0
  }

  /// A distinct aligned word, for the tagger's training.
  struct Example {
    var letters: [UInt8]
    var labels: [UInt8]
    var count: Float
    var share: Float
    /// The stem behind the clitics.
    var cut: Int
  }

  private var words: [[UInt8]: Spelling] = [:]
  private var stems: [[UInt8]: Spelling] = [:]
  private var letterLabels = [[Float]](
    repeating: [Float](repeating: 0, count: VowelLabel.count), count: VowelLetter.count)

  /// Tables of the rows for which `isIncluded` holds.
  init(_ corpus: VowelCorpus, where isIncluded: (VowelCorpus.Row) -> Bool) {
    for row in corpus.rows where isIncluded(row) {
      for word in row.words where word.isKnown {
        add(word, row)
      }
    }
  }

  static func cut(_ labels: [UInt8]) -> Int {
    var cut = 0
    for at in labels.indices.dropLast() where VowelLabel(raw: labels[at]).hasHyphen { cut = at + 1 }
    return cut
  }

  private mutating func add(_ word: VowelCorpus.Word, _ row: VowelCorpus.Row) {
    let letters = word.token.letters
    var spelling = words[letters] ?? Spelling()
    spelling.total += row.weight
    let counts = row.use == .title && row.isClean
    if counts {
      spelling.seen += 1
      if word.casing > 0 { spelling.capitals += 1 }
    }
    if let labels = word.labels {
      spelling.readings[labels, default: 0] += row.weight
      let cut = Self.cut(labels)
      let stemLetters = Array(letters[cut...])
      var stem = stems[stemLetters] ?? Spelling()
      stem.total += row.weight
      stem.readings[Array(labels[cut...]), default: 0] += row.weight
      if counts {
        stem.seen += 1
        if word.casing > 0 { stem.capitals += 1 }
      }
      stems[stemLetters] = stem
      if row.isClean {
        for (letter, label) in zip(letters, labels) { letterLabels[Int(letter)][Int(label)] += 1 }
      }
    }
    words[letters] = spelling
  }

  private static func ordered(_ spelling: Spelling) -> [(labels: [UInt8], count: Float)] {
    spelling.readings.map { (labels: $0.key, count: $0.value) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.labels.lexicographicallyPrecedes($1.labels)
    }
  }

  /// Distinct words with their readings, in a fixed order.
  func examples() -> [Example] {
    var found: [Example] = []
    for letters in words.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let spelling = words[letters], letters.count <= 20 else { continue }
      let readings = Self.ordered(spelling)
      let total = readings.reduce(0) { $0 + $1.count }
      for reading in readings where reading.count / total >= 0.2 && reading.count >= 0.5 {
        found.append(
          Example(
            letters: letters, labels: reading.labels, count: reading.count, share: reading.count / total,
            cut: Self.cut(reading.labels)))
      }
    }
    return found
  }

  /// Adds the tables' sections to an image.
  func add(to image: inout TableImage) {
    var keys = HashIndex.Builder()
    let spellings = Set(words.keys).union(stems.keys).sorted { $0.lexicographicallyPrecedes($1) }
    for spelling in spellings { _ = keys.add(spelling) }
    keys.add(to: &image, named: "keys")
    add(words, spellings, limit: 8, named: "word", to: &image)
    add(stems, spellings, limit: 6, named: "stem", to: &image)
    var first: [UInt16] = [0]
    var list: [UInt8] = []
    for letter in 0..<VowelLetter.count {
      let total = letterLabels[letter].reduce(0, +)
      let floor = max(2, total * 0.0004)
      for label in 0..<VowelLabel.count where letterLabels[letter][label] >= floor { list.append(UInt8(label)) }
      first.append(UInt16(list.count))
    }
    image.add("label.first", first)
    image.add("label.list", list)
  }

  private func add(
    _ table: [[UInt8]: Spelling], _ keys: [[UInt8]], limit: Int, named name: String, to image: inout TableImage
  ) {
    var first: [UInt32] = [0], at: [UInt32] = [], labels: [UInt8] = [], counts: [UInt16] = [], totals: [UInt16] = []
    var capitals: [UInt8] = []
    for key in keys {
      at.append(UInt32(labels.count))
      let spelling = table[key] ?? Spelling()
      for reading in Self.ordered(spelling).prefix(limit) {
        labels += reading.labels
        counts.append(UInt16(min(65000, max(1, reading.count.rounded()))))
      }
      first.append(UInt32(counts.count))
      totals.append(UInt16(min(65000, spelling.total.rounded(.up))))
      let seen = Int(spelling.seen)
      capitals.append(seen == 0 ? 0 : UInt8(spelling.capitals / spelling.seen * 255))
      capitals.append(UInt8(min(7, Int.bitWidth - seen.leadingZeroBitCount)))
    }
    image.add(name + ".first", first)
    image.add(name + ".at", at)
    image.add(name + ".labels", bytes: labels)
    image.add(name + ".counts", counts)
    image.add(name + ".totals", totals)
    image.add(name + ".capitals", bytes: capitals)
  }
}
