import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText
import NaqlThreads

extension CommonTypes {
  /// The table of the types of common words: those that the vowel model knows from more than one place, those of the lexicon, those of
  /// more than one listed name, and those of the texts written for training. It only saves time, and is made with the other tables or not at all.
  static let recipe = TableRecipe(
    name: "common-types", version: 2,
    sources: [VowelModel.path, "romanisation/lexicon/", "romanisation/prose/", "entities/"]
  ) { rules throws(Diagnostic) in
    let model = try VowelModel(rules), lexicon = try Lexicon(rules)
    return image(try words(rules, model, lexicon), model, lexicon)
  }

  /// The types of common words as `rules` have them compiled, nil where they are not or have changed since.
  convenience init?(_ rules: RuleSet) {
    guard let table = rules.compiledTable(Self.recipe) else { return nil }
    self.init(table)
  }

  /// Occurrences in the model's own text that make a word common.
  private static let least = 2

  /// The letters of common words, sorted.
  private static func words(_ rules: RuleSet, _ model: VowelModel, _ lexicon: Lexicon) throws(Diagnostic) -> [[UInt8]] {
    var words = Set(model.words(atLeast: least))
    for number in 0..<lexicon.count {
      for word in String(decoding: lexicon.vocalised(number), as: UTF8.self).split(separator: " ") {
        words.insert(VowelToken(String(word)).letters)
      }
    }
    var listed: Set<[UInt8]> = []
    for path in rules.list("entities", suffix: ".tsv") {
      for line in try rules.text(path).split(separator: "\n") where !line.hasPrefix("#") {
        for word in line.prefix(while: { $0 != "\t" }).split(separator: " ") {
          let letters = VowelToken(String(word)).letters
          if !listed.insert(letters).inserted { words.insert(letters) }
        }
      }
    }
    words.remove([])
    for path in rules.list("romanisation/prose", suffix: ".txt") + rules.list("entities/prose", suffix: ".txt") {
      for line in try rules.lines(path) where !line.hasPrefix("#") {
        for word in line.split(whereSeparator: { " []".contains($0) }) {
          let letters = VowelToken(String(word)).letters
          if !letters.isEmpty { words.insert(letters) }
        }
      }
    }
    return words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func image(_ words: [[UInt8]], _ model: VowelModel, _ lexicon: Lexicon) -> TableImage {
    let share = 1000
    let parts = Threads.map((words.count + share - 1) / share) { part in
      let types = VowelTypes(model: model, lexicon: lexicon)
      var rows = Rows()
      for letters in words[part * share..<min(words.count, (part + 1) * share)] { rows.add(types.type(letters)) }
      return rows
    }
    var all = Rows()
    for part in parts { all.append(part) }
    var keys = HashIndex.Builder()
    for letters in words { _ = keys.add(letters) }
    var image = TableImage()
    keys.add(to: &image, named: "keys", compact: true)
    image.add("types", all.types + [all.end])
    image.add("candidates", all.candidates)
    image.add("labels", bytes: all.labels)
    return image
  }

  /// The rows of some types, one after the other.
  private struct Rows: Sendable {
    var types: [TypeRow] = []
    var candidates: [CandidateRow] = []
    var labels: [UInt8] = []

    /// What stands behind the last type.
    var end: TypeRow { TypeRow(first: UInt32(candidates.count), labels: UInt32(labels.count)) }

    mutating func add(_ type: VowelType) {
      var row = end
      row.noneScore = type.noneScore
      row.proseNoneScore = type.proseNoneScore
      row.facts = type.facts
      types.append(row)
      for (at, candidate) in type.candidates.enumerated() {
        labels += candidate.labels
        candidates.append(
          CandidateRow(
            score: type.scores[at], proseScore: type.proseScores.isEmpty ? 0 : type.proseScores[at],
            sources: candidate.sources.rawValue, rank: candidate.lexiconRank, kind: candidate.kind,
            nisba: candidate.isNisba.map { $0 ? 2 : 1 } ?? 0))
      }
    }

    mutating func append(_ other: Rows) {
      let (first, start) = (end.first, end.labels)
      types += other.types.map { row in
        var row = row
        row.first += first
        row.labels += start
        return row
      }
      candidates += other.candidates
      labels += other.labels
    }
  }
}

/// What other modules compile of this one.
public enum RomanisationRecipes {
  /// The recipe of the table of common words, which `rules compile` makes last.
  public static var commonTypes: TableRecipe { CommonTypes.recipe }
}
