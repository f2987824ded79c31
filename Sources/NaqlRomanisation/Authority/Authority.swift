import NaqlModel
import NaqlRules
import NaqlText

/// A user's own list of names, which always wins: how each is vocalised, written in a scheme, or spelt by convention.
///
/// A TSV file (UTF-8) with the columns `arabic`, `vocalised`, `conventional` and, by their ids, any scheme; all but `arabic` may
/// be empty or missing; blanks and quotation marks around cells, as spreadsheets write them, are no part of them. Or a TBX file as `naql names --format tbx` writes it, which has no vocalised forms.
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
    /// What it names, where the list tells names of these letters apart by that.
    public var entityClass: EntityClass?

    /// What the list gives for a scheme or `conventional`; nil where it leaves it open.
    func form(in scheme: String) -> String? {
      scheme == "conventional" ? (conventional.isEmpty ? nil : conventional) : schemes[scheme]
    }
  }

  /// Entries by the letters of their names, and those of a class by letters and class.
  private var entries: [String: Entry] = [:]
  /// The letters of names that are told apart by what they name.
  private var divided: Set<String> = []
  private var words: [String: String] = [:]
  /// Names of several words by the first: the letters of their words, and these vocalised.
  private var phrases: [String: [(letters: [String], marked: [String])]] = [:]
  /// Rows that say otherwise than an earlier row of the same name, which holds, and rows without a name.
  public private(set) var conflicts: [Diagnostic] = []

  /// A list without entries.
  public init() {}

  /// Reads the list at `path`, TBX where its name ends so, else TSV.
  public init(path: String) throws(Diagnostic) {
    let bytes = try FileSystem.read(path)
    if path.lowercased().hasSuffix(".tbx") {
      self.init()
      for (entry, line) in try AuthorityTBX.entries(bytes, file: path) { add(entry, file: path, line: line) }
    } else {
      try self.init(TSVFile(bytes, file: path, columns: ["arabic"], cells: .trimmed))
    }
  }

  /// The entries of a table.
  public init(_ file: TSVFile) throws(Diagnostic) {
    let arabic = file.column("arabic")!
    for row in file.rows {
      if row.cells[arabic].isEmpty {
        conflicts.append(
          Diagnostic(
            "authority.no-name", "the row has no name in the column “arabic” and is passed over", severity: .warning,
            file: file.file, line: row.line))
        continue
      }
      var entry = Entry(arabic: String(row.cells[arabic]), vocalised: "", conventional: "", schemes: [:])
      for (at, name) in file.columns.enumerated() where at != arabic && !row.cells[at].isEmpty {
        switch name {
        case "class":
          entry.entityClass = EntityClass(rawValue: String(row.cells[at]))
          if entry.entityClass == nil {
            throw file.error(row, "authority.class", "unknown class “\(row.cells[at])”")
          }
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
    let own = entry.entityClass.map { Self.key(key, $0) } ?? key
    if let known = entries[own] {
      if known != entry {
        conflicts.append(
          Diagnostic(
            "authority.conflict", "“\(entry.arabic)” is in the list already with other forms; the first row holds",
            severity: .warning, file: file, line: line))
      }
      return
    }
    entries[own] = entry
    if let first = entries[key] {
      if first.entityClass != entry.entityClass { divided.insert(key) }
    } else {
      entries[key] = entry
    }
    if entry.vocalised.isEmpty { return }
    let letters = key.split(separator: " ").map(String.init),
      marked = entry.vocalised.split(separator: " ").map(String.init)
    if letters.count == 1 {
      words[key] = entry.vocalised
    } else if letters.count == marked.count {
      phrases[letters[0], default: []].append((letters, marked))
    }
  }

  /// Whether the list is empty.
  public var isEmpty: Bool { entries.isEmpty }

  /// What the list says of a whole name, marks and tatweel aside. Where it has names of these letters in several classes, that of
  /// `entityClass` is meant.
  public func entry(of name: String, as entityClass: EntityClass? = nil) -> Entry? {
    if entries.isEmpty { return nil }
    let key = SpellingKey.strict.of(name)
    guard let entityClass else { return entries[key] }
    if let own = entries[Self.key(key, entityClass)] { return own }
    return entries[key].flatMap { divided.contains(key) && $0.entityClass != nil ? nil : $0 }
  }

  private static func key(_ letters: String, _ entityClass: EntityClass) -> String {
    letters + "\t" + entityClass.rawValue
  }

  /// Whether it vocalises names of several words.
  var hasPhrases: Bool { !phrases.isEmpty }

  /// The vocalised forms that the list has for the words of names of several words in a line, by their places; a word with marks of its own
  /// keeps them, and so does the name that it stands in.
  func readings(of line: [VowelToken]) -> [Int: String] {
    let keys = line.map { token in
      token.hasMarks ? "" : token.lettersRange.map { SpellingKey.strict.of(String(token.text[$0])) } ?? ""
    }
    var found: [Int: String] = [:]
    var at = 0
    while at < line.count {
      let names = phrases[keys[at]] ?? []
      let fits = names.filter { keys[at...].starts(with: $0.letters) }
      guard let name = fits.max(by: { $0.letters.count < $1.letters.count }) else {
        at += 1
        continue
      }
      for (place, word) in name.marked.enumerated() { found[at + place] = line[at + place].replacingLetters(by: word) }
      at += name.letters.count
    }
    return found
  }

  /// The vocalised form that the list has for a word, with the punctuation that the word came with.
  func reading(of token: VowelToken) -> String? {
    if words.isEmpty { return nil }
    guard let letters = token.lettersRange, let own = words[SpellingKey.strict.of(String(token.text[letters]))] else {
      return nil
    }
    return token.replacingLetters(by: own)
  }
}
