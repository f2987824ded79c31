import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlText

/// The catalogue fields as rows of words with their romanisation, cleaned.
struct VowelCorpus {
  /// A word of a field.
  struct Word {
    var token: VowelToken
    /// Labels of the romanised word, nil where it does not match letter by letter.
    var labels: [UInt8]?
    /// 0 lower, 1 capital behind the clitics, 2 in front.
    var casing: UInt8 = 0
    /// Whether the field has a romanisation for the word at all.
    var isKnown = false
  }

  /// A field.
  struct Row {
    var record: Int
    var use: Use
    var words: [Word]
    /// How much its words count in the tables.
    var weight: Float
    /// Whether the field also trains the weights.
    var isClean: Bool
    /// Whether it is a sentence of running text.
    var isProse = false
  }

  var rows: [Row] = []

  /// A corpus of nothing yet.
  init() {}

  /// Reads a file of the columns record, field, arabic and romanised.
  init(path: String) throws(Diagnostic) {
    let file = try TSVFile(
      FileSystem.read(path), file: path, columns: ["record", "field", "arabic", "romanised"])
    let columns = ["record", "field", "arabic", "romanised"].map { file.column($0)! }
    let aligner = LetterAligner()
    var record = -1
    var name: Substring = ""
    for row in file.rows {
      if row.cells[columns[0]] != name {
        name = row.cells[columns[0]]
        record += 1
      }
      let field = row.cells[columns[1]].prefix(3)
      let arabic = row.cells[columns[2]].split(separator: " ").map { VowelToken(String($0)) }
      let latin = row.cells[columns[3]].split(separator: " ").map { Self.inner(String($0)) }
      guard let made = Self.row(arabic, latin, aligner) else { continue }
      let isTranslated = field == "650" || field == "651" || field == "655"
      let use: Use = field == "100" || field == "600" || field == "700" ? .name : .title
      rows.append(
        Row(
          record: record, use: use, words: made.words, weight: made.share < 0.6 ? 0.3 : 1,
          isClean: made.share >= 0.6 && !isTranslated))
    }
  }

  /// Adds names of villages, as people and places are called in BGN/PCGN spelling (columns arabic and english): to the
  /// tables and the letter tagger alone, with less weight than a catalogue's words.
  mutating func addVillages(path: String) throws(Diagnostic) {
    let file = try TSVFile(FileSystem.read(path), file: path, columns: ["arabic", "english"])
    let aligner = LetterAligner(isLoose: true)
    let first = (rows.last?.record ?? 0) + 1
    for (number, row) in file.rows.enumerated() {
      let arabic = row.cells[file.column("arabic")!].split(separator: " ").map { VowelToken(String($0)) }
      let latin = VillageSpelling.words(String(row.cells[file.column("english")!]))
      guard arabic.count == latin.count, let made = Self.row(arabic, latin, aligner), made.share == 1 else { continue }
      rows.append(
        Row(record: first + number, use: .name, words: made.words, weight: Self.villageWeight, isClean: false))
    }
  }

  /// What a word of a village's name counts beside one of a catalogue field.
  private static let villageWeight: Float = 0.5

  static func row(_ arabic: [VowelToken], _ latin: [String], _ aligner: LetterAligner) -> (
    words: [Word], share: Float
  )? {
    var words = arabic.map { Word(token: $0) }
    var pairs: [(Int, Int)] = []
    if arabic.count == latin.count {
      pairs = arabic.indices.map { ($0, $0) }
    } else {
      pairs = salvage(arabic, latin, aligner)
    }
    var aligned = 0, tried = 0
    for (i, j) in pairs where arabic[i].isArabic && !arabic[i].letters.isEmpty {
      let form = LetterAligner.latin(latin[j])
      words[i].labels = aligner.labels(arabic[i].letters, form.codes)
      words[i].casing = form.casing
      words[i].isKnown = true
      tried += 1
      if words[i].labels != nil { aligned += 1 }
    }
    if arabic.count != latin.count, aligned * 2 < tried || aligned == 0 { return nil }
    return (words, tried == 0 ? 1 : Float(aligned) / Float(tried))
  }

  /// Pairs the words of a row whose numbers of words differ, in order, by which of them match letter by letter.
  private static func salvage(_ arabic: [VowelToken], _ latin: [String], _ aligner: LetterAligner) -> [(Int, Int)] {
    let n = arabic.count, m = latin.count
    guard n > 0, m > 0, n <= 60, m <= 60 else { return [] }
    let forms = latin.map { LetterAligner.latin($0).codes }
    var best = [[Int]](repeating: [Int](repeating: 0, count: m + 1), count: n + 1)
    var hits = [[Bool]](repeating: [Bool](repeating: false, count: m), count: n)
    for i in stride(from: n - 1, through: 0, by: -1) {
      for j in stride(from: m - 1, through: 0, by: -1) {
        if abs(i - j) <= abs(n - m) + 1, !arabic[i].letters.isEmpty {
          hits[i][j] = aligner.labels(arabic[i].letters, forms[j]) != nil
        }
        best[i][j] = max(best[i + 1][j], best[i][j + 1], hits[i][j] ? best[i + 1][j + 1] + 1 : 0)
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < n, j < m {
      if hits[i][j], best[i][j] == best[i + 1][j + 1] + 1 {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// A romanised word without outer punctuation; apostrophes stay.
  static func inner(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    func isPart(_ c: Unicode.Scalar) -> Bool {
      c.properties.isAlphabetic || c.properties.generalCategory == .nonspacingMark
        || LetterAligner.isApostrophe(c.value) && c.value != 0x27
        || c.properties.numericType != nil
    }
    guard let first = scalars.firstIndex(where: isPart), let last = scalars.lastIndex(where: isPart) else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[first...last])
    return String(view)
  }
}
