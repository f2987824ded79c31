import NaqlModel
import NaqlRules
import NaqlText

/// Words that the grammar treats on their own: `Rules/romanisation/grammar/words.tsv`, part of the table of schemes.
struct GrammarWords: Sendable {
  /// What the file says of one word.
  struct Entry: Sendable {
    /// Its roles.
    var roles: Role = []
    /// The annotated spelling, where its letters do not say how it is read.
    var spelling: String?
    /// The annotated word, where it is the divine name with whatever stands before it.
    var divine: AnnotatedWord?
    /// The Latin letter whose name it is.
    var latinLetter: String?
    /// The English title that it stands for, where it is one in short.
    var address: String?
    /// The phrase that it stands for, where it is a sign (ﷺ).
    var phrase: String?
  }

  /// The file, relative to the rules root.
  static let file = "romanisation/grammar/words.tsv"

  private var entries = TextTable<Entry>()

  /// The rows of the file as one text for the table; an unknown role is an error at its line.
  static func text(_ rules: RuleSet) throws(Diagnostic) -> String {
    let table = try TSVFile(rules, file, columns: ["letters", "role", "front", "form"])
    let columns = ["letters", "role", "front", "form"].map { table.column($0) ?? 0 }
    var lines: [String] = []
    for row in table.rows {
      guard Role(named: String(row.cells[columns[1]])) != nil else {
        throw table.error(row, "grammar.role", "“\(row.cells[columns[1]])” is no role; the head of the file lists them")
      }
      lines.append(columns.map { String(row.cells[$0]) }.joined(separator: "\t"))
    }
    return lines.joined(separator: "\n")
  }

  /// The words of the table's text.
  init(_ text: String) {
    // By bytes: read at every start.
    for line in text.utf8.split(separator: 0x0A) {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      guard cells.count == 4, let role = Role(named: cells[1]) else { continue }
      entries.update(cells[0], from: Entry()) { entry in
        switch role {
        case .spelling: entry.spelling = cells[3]
        case .homograph:
          entry.spelling = cells[3]
          entry.roles.insert(role)
        case .divine: entry.divine = AnnotatedWord(front: cells[2], stem: cells[3])
        case .letter: entry.latinLetter = cells[3]
        case .address: entry.address = cells[3]
        case .sign: entry.phrase = cells[3]
        default: entry.roles.insert(role)
        }
      }
    }
  }

  /// What is known of the word with these letters; nil for nearly all.
  func entry(_ letters: String) -> Entry? { entries[letters] }

  /// The annotated spelling of a word whose letters do not say how it is read: `عمرو` → `عaمر`.
  func spelling(_ letters: String) -> String? { entries[letters]?.spelling }

  /// The Latin letter whose name the word is in Arabic writing: `بي` → B.
  func latinLetter(_ word: String) -> String? { entries[word]?.latinLetter }

  /// The English title that letters with stops behind them stand for: `د` → Dr.
  func address(_ letters: String) -> String? { entries[letters]?.address }

  /// The phrase that a sign stands for; nil for any other character.
  func phrase(of sign: Unicode.Scalar) -> String? {
    (0xFD40...0xFDFF).contains(sign.value) ? entries[String(sign)]?.phrase : nil
  }

  /// Whether the word has the role.
  func has(_ letters: String, _ role: Role) -> Bool { entries[letters]?.roles.contains(role) == true }

  /// The annotated word where it is the divine name, with whatever stands before it; nil elsewhere. `entry` is that of its letters, ٱ
  /// read as ا.
  ///
  /// The lam doubles, the dagger alif is heard, ب and ل swallow the alif.
  func divine(_ word: SpelledWord, entry: Entry?) -> AnnotatedWord? {
    guard let divine = entry?.divine else { return nil }
    if word.letters.count == 3, word.letters[0].base == 0x644, word.letters[1].vowel != nil, !word.letters[1].hasShadda
    {
      return nil
    }
    return divine
  }
}
