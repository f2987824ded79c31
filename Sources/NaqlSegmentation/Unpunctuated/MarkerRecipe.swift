import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// How `markers.tsv`, `verbs.tsv` and the lexicon become the table that cutting without punctuation looks words up in.
public enum MarkerRecipe {
  /// The recipe of the table.
  public static let recipe = TableRecipe(
    name: "segmentation-markers", version: 1,
    sources: ["segmentation/markers.tsv", "segmentation/verbs.tsv", "romanisation/lexicon/"]
  ) { rules throws(Diagnostic) in
    try compile(rules)
  }

  /// Classes in the order of their bits; markers.tsv says what each means.
  static let classes = [
    "reporting", "contrast", "addition", "sequence", "time", "topic", "conclusion", "stance", "emphasis", "question",
    "deictic", "example", "copula", "negation", "subordinate", "relative", "preposition", "expects", "title", "unit",
  ]
  /// Bit of a speech verb of verbs.tsv, after the classes.
  static let speech: UInt32 = 1 << 24
  /// Bit of a verb of verbs.tsv.
  static let verb: UInt32 = 1 << 25
  /// Bit of a word that begins a longer marker.
  static let phrase: UInt32 = 1 << 31

  private struct Source {
    var index = HashIndex.Builder()
    var bits: [UInt32] = []
    var kinds: [UInt8] = []
    var lines: [UInt32] = []

    /// Ordinal of a key, which is added where it is new.
    mutating func add(_ key: String) -> Int {
      let at = index.add(key)
      if at == bits.count {
        bits.append(0)
        kinds.append(0)
        lines.append(0)
      }
      return at
    }
  }

  static func compile(_ rules: RuleSet) throws(Diagnostic) -> TableImage {
    var source = Source()
    try readMarkers(rules, &source)
    try readVerbs(rules, &source)
    try readLexicon(rules, &source)
    var image = TableImage()
    source.index.add(to: &image, named: "words")
    image.add("bits", source.bits)
    image.add("kinds", source.kinds)
    image.add("lines", source.lines)
    return image
  }

  private static func readMarkers(_ rules: RuleSet, _ source: inout Source) throws(Diagnostic) {
    let file = try TSVFile(rules, "segmentation/markers.tsv", columns: ["marker", "class"])
    let marker = file.column("marker")!
    let kind = file.column("class")!
    for row in file.rows {
      let name = String(row.cells[kind])
      guard let bit = classes.firstIndex(of: name) else {
        throw file.error(
          row, "segment.marker-class", "unknown class “\(name)”" + Nearest.hint(name, among: classes))
      }
      let parts = row.cells[marker].split(separator: " ")
      guard (1...4).contains(parts.count) else {
        throw file.error(row, "segment.marker-words", "a marker of one to four words was expected")
      }
      let at = source.add(SpellingKey.loose.of(String(row.cells[marker])))
      source.bits[at] |= 1 << UInt32(bit)
      if source.lines[at] == 0 { source.lines[at] = UInt32(row.line) }
      for count in 1..<max(parts.count, 1) {
        let start = source.add(SpellingKey.loose.of(parts[..<count].joined(separator: " ")))
        source.bits[start] |= phrase
      }
    }
  }

  private static func readVerbs(_ rules: RuleSet, _ source: inout Source) throws(Diagnostic) {
    let file = try TSVFile(rules, "segmentation/verbs.tsv", columns: ["perfect", "imperfect", "class"])
    let columns = ["perfect", "imperfect", "class"].map { file.column($0)! }
    for row in file.rows {
      let cells = columns.map { String(row.cells[$0]) }
      let own = cells[2] == "speech" ? speech | verb : verb
      for (forms, kind) in [
        (ProfileSource.perfects(cells[0]), WordKind.perfect),
        (cells[1].isEmpty ? [] : ProfileSource.imperfects(cells[1]), WordKind.imperfect),
      ] {
        for form in forms {
          let at = source.add(SpellingKey.loose.of(form))
          source.bits[at] |= own
          if source.kinds[at] == 0 { source.kinds[at] = kind.rawValue }
        }
      }
    }
  }

  /// The usual reading of each spelling, and the second where the first is a name or a noun, says what the word is.
  private static func readLexicon(_ rules: RuleSet, _ source: inout Source) throws(Diagnostic) {
    let paths = rules.list("romanisation/lexicon", suffix: ".tsv")
    for path in paths {
      let file = try TSVFile(rules, path, columns: ["vocalised", "kind", "rank"])
      let columns = ["vocalised", "kind", "rank"].map { file.column($0)! }
      for row in file.rows where row.cells[columns[2]] == "1" {
        let kind = WordKind(lexicon: row.cells[columns[1]])
        let at = source.add(SpellingKey.loose.of(String(row.cells[columns[0]])))
        if source.kinds[at] == 0 { source.kinds[at] = kind.rawValue }
      }
    }
  }
}

/// What a word is, coarsely: as the lexicon says, else by its shape.
enum WordKind: UInt8 {
  case unknown, perfect, imperfect, noun, adjective, name, particle, pronoun, numeral, adverb
  // By shape.
  case number, latin, definite, imperfectShape, feminine, plural, tanwin, short, long, edge, construct

  /// The kind that a kind of the lexicon stands for.
  init(lexicon kind: Substring) {
    switch kind {
    case "verb-perfect", "verb-passive": self = .perfect
    case "verb-imperfect": self = .imperfect
    case "noun", "plural", "masdar": self = .noun
    case "adjective", "participle", "nisba": self = .adjective
    case "particle": self = .particle
    case "pronoun": self = .pronoun
    case "numeral": self = .numeral
    case "adverb": self = .adverb
    default: self = .name
    }
  }
}
