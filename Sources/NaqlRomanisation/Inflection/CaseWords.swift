import NaqlModel
import NaqlRules
import NaqlText

/// Words that decide the ending of the word behind them, and patterns of nouns without nunation:
/// `Rules/romanisation/grammar/cases.tsv`.
struct CaseWords: Sendable {
  /// What a word does to what follows.
  enum Government: String, Sendable {
    case genitive, accusative, subjunctive, jussive, absolute, clause, noun, adverbial
  }

  /// The file, relative to the rules root.
  static let file = "romanisation/grammar/cases.tsv"

  private var governors: [String: [(form: SpelledWord, government: Government)]] = [:]
  private var patterns: [SpelledWord] = []

  /// Reads the file of `rules`; an unknown role is an error at its line.
  init(_ rules: RuleSet) throws(Diagnostic) {
    let table = try TSVFile(rules, Self.file, columns: ["word", "role", "form"])
    let columns = ["word", "role", "form"].map { table.column($0) ?? 0 }
    for row in table.rows {
      let (word, role, form) = (String(row.cells[columns[0]]), row.cells[columns[1]], row.cells[columns[2]])
      if role == "diptote" {
        patterns.append(SpelledWord(String(form)))
      } else if let government = Government(rawValue: String(role)) {
        governors[word, default: []].append((SpelledWord(String(form)), government))
      } else {
        throw table.error(row, "grammar.case", "“\(role)” is no role; the head of the file lists them")
      }
    }
  }

  /// What the word with these letters and marks does, and the ending that its form has; nil for words not listed.
  func role(_ skeleton: String, _ letters: ArraySlice<SpelledWord.Letter>) -> (
    government: Government, ending: WordEnding?
  )? {
    governors[skeleton]?.first { $0.form.letters.isEmpty || Self.agree(letters, $0.form.letters) }.map {
      ($0.government, $0.form.letters.last?.vowel.flatMap { WordEnding(rawValue: String($0.scalar)) })
    }
  }

  /// Whether a noun has one of the patterns that take no nunation.
  func isDiptote(_ stem: ArraySlice<SpelledWord.Letter>) -> Bool {
    patterns.contains { pattern in
      guard pattern.letters.count == stem.count else { return false }
      return zip(stem, pattern.letters).enumerated().allSatisfy { at, pair in
        let (letter, model) = pair
        let isRoot = model.base == 0x641 || model.base == 0x639 || model.base == 0x644  // ف ع ل
        if !isRoot, letter.base != model.base { return false }
        if letter.hasShadda != model.hasShadda { return false }
        return at == stem.count - 1 || letter.vowel == model.vowel || letter.vowel == nil && model.vowel == "a"
      }
    }
  }

  /// Whether the marks that a form needs are there; its last letter may stand without.
  private static func agree(_ letters: ArraySlice<SpelledWord.Letter>, _ form: [SpelledWord.Letter]) -> Bool {
    guard letters.count == form.count else { return false }
    return zip(letters, form).enumerated().allSatisfy { at, pair in
      let (letter, model) = pair
      if model.hasShadda != letter.hasShadda { return false }
      return model.vowel == nil || at == form.count - 1 || letter.vowel == nil || letter.vowel == model.vowel
    }
  }
}
