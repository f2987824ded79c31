import NaqlModel
import NaqlRules
import NaqlText

/// A user's own list of names, which always wins: how each is vocalised, written in a scheme, or spelt by convention.
///
/// A TSV file with the columns `arabic`, `vocalised`, `conventional` and, by their ids, any scheme; all but `arabic` may
/// be empty or missing. Or a TBX file as `naql names --format tbx` writes it, which has no vocalised forms.
public struct Authority: Sendable {
  /// What the list says of a name.
  public struct Entry: Hashable, Sendable {
    /// The name as it stands in the list.
    public var arabic: String
    /// The vocalised form, word by word as in `arabic`; empty where the list leaves it open.
    public var vocalised: String
    /// The spelling of English readers; empty where the list leaves it open.
    public var conventional: String
    /// Romanised forms by scheme id.
    public var schemes: [String: String]

    /// What the list gives for a scheme or `conventional`; nil where it leaves it open.
    func form(in scheme: String) -> String? {
      scheme == "conventional" ? (conventional.isEmpty ? nil : conventional) : schemes[scheme]
    }
  }

  private var entries: [String: Entry] = [:]
  private var words: [String: String] = [:]
  /// Rows that say otherwise than an earlier row of the same name; the earlier one holds.
  public private(set) var conflicts: [Diagnostic] = []

  /// A list without entries.
  public init() {}

  /// Reads the list at `path`, TBX where its name ends so, else TSV.
  public init(path: String) throws(Diagnostic) {
    let bytes = try FileSystem.read(path)
    if path.hasSuffix(".tbx") {
      self.init()
      for (entry, line) in try AuthorityTBX.entries(bytes, file: path) { add(entry, file: path, line: line) }
    } else {
      try self.init(TSVFile(String(decoding: bytes, as: UTF8.self), file: path, columns: ["arabic"]))
    }
  }

  /// The entries of a table.
  public init(_ file: TSVFile) throws(Diagnostic) {
    let arabic = file.column("arabic")!
    for row in file.rows {
      var entry = Entry(arabic: String(row.cells[arabic]), vocalised: "", conventional: "", schemes: [:])
      for (at, name) in file.columns.enumerated() where at != arabic && !row.cells[at].isEmpty {
        switch name {
        case "vocalised": entry.vocalised = String(row.cells[at])
        case "conventional": entry.conventional = String(row.cells[at])
        default: entry.schemes[name] = String(row.cells[at])
        }
      }
      if !entry.vocalised.isEmpty, SpellingKey.strict.of(entry.vocalised) != SpellingKey.strict.of(entry.arabic) {
        throw file.error(
          row, "authority.letters",
          "“\(entry.vocalised)” has other letters than “\(entry.arabic)”; only marks may be added")
      }
      add(entry, file: file.file, line: row.line)
    }
  }

  private mutating func add(_ entry: Entry, file: String, line: Int) {
    let key = SpellingKey.strict.of(entry.arabic)
    if let known = entries[key] {
      if known != entry {
        conflicts.append(
          Diagnostic(
            "authority.conflict", "“\(entry.arabic)” is in the list already with other forms; the first row holds",
            severity: .warning, file: file, line: line))
      }
      return
    }
    entries[key] = entry
    if !entry.vocalised.isEmpty, !key.contains(" ") { words[key] = entry.vocalised }
  }

  /// Whether the list is empty.
  public var isEmpty: Bool { entries.isEmpty }

  /// What the list says of a whole name, marks and tatweel aside.
  public func entry(of name: String) -> Entry? { entries.isEmpty ? nil : entries[SpellingKey.strict.of(name)] }

  /// The vocalised form that the list has for a word, with the punctuation that the word came with.
  func reading(of token: VowelToken) -> String? {
    if words.isEmpty { return nil }
    guard let letters = token.lettersRange, let own = words[SpellingKey.strict.of(String(token.text[letters]))] else {
      return nil
    }
    return token.replacingLetters(by: own)
  }
}
