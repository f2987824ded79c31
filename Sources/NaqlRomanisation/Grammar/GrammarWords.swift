import NaqlModel
import NaqlRules

/// Words that the grammar treats on their own: `Rules/romanisation/grammar/words.tsv`, part of the table of schemes.
struct GrammarWords: Sendable {
  /// What a word is to the grammar.
  enum Role: String, Sendable {
    case spelling, divine, relation, kin, head, servant, bond, owner, relative, proper, plain, work, joined, dated,
      articled, people, letter, glued
  }

  /// The file, relative to the rules root.
  static let file = "romanisation/grammar/words.tsv"

  private var forms: [String: String] = [:]
  private var divineNames: [String: AnnotatedWord] = [:]
  private var divineLengths: Set<Int> = []
  private var roles: [String: Set<Role>] = [:]
  private var latinLetters: [String: String] = [:]

  /// The rows of the file as one text for the table; an unknown role is an error at its line.
  static func text(_ rules: RuleSet) throws(Diagnostic) -> String {
    let table = try TSVFile(rules, file, columns: ["letters", "role", "front", "form"])
    let columns = ["letters", "role", "front", "form"].map { table.column($0) ?? 0 }
    var lines: [String] = []
    for row in table.rows {
      guard Role(rawValue: String(row.cells[columns[1]])) != nil else {
        throw table.error(row, "grammar.role", "“\(row.cells[columns[1]])” is no role; the head of the file lists them")
      }
      lines.append(columns.map { String(row.cells[$0]) }.joined(separator: "\t"))
    }
    return lines.joined(separator: "\n")
  }

  /// The words of the table's text.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, let role = Role(rawValue: cells[1]) else { continue }
      switch role {
      case .spelling: forms[cells[0]] = cells[3]
      case .divine:
        divineNames[cells[0]] = AnnotatedWord(front: cells[2], stem: cells[3])
        divineLengths.insert(cells[0].unicodeScalars.count)
      case .letter: latinLetters[cells[0]] = cells[3]
      default: roles[cells[0], default: []].insert(role)
      }
    }
  }

  /// The annotated spelling of a word whose letters do not say how it is read: `عمرو` → `عaمر`.
  func spelling(_ letters: String) -> String? { forms[letters] }

  /// The Latin letter whose name the word is in Arabic writing: `بي` → B.
  func latinLetter(_ word: String) -> String? { latinLetters[word] }

  /// Whether the word has the role.
  func has(_ letters: String, _ role: Role) -> Bool { roles[letters]?.contains(role) == true }

  /// The annotated word where it is the divine name, with whatever stands before it; nil elsewhere.
  ///
  /// The lam doubles, the dagger alif is heard, ب and ل swallow the alif.
  func divine(_ word: SpelledWord) -> AnnotatedWord? {
    // By their lengths alone most words are told from them.
    guard divineLengths.contains(word.letters.count) else { return nil }
    let skeleton = SpelledWord.skeleton(
      word.letters.map { letter in
        var letter = letter
        if letter.base == 0x671 { letter.base = 0x627 }
        return letter
      })
    guard let found = divineNames[skeleton] else { return nil }
    if skeleton == "لله", word.letters.count == 3, word.letters[1].vowel != nil, !word.letters[1].hasShadda {
      return nil
    }
    return found
  }
}
