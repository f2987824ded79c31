import NaqlModel
import NaqlRules
import NaqlTables

extension Lexicon {
  /// How the tables of the lexicon's folder become one mapped table.
  public static let recipe = TableRecipe(
    name: "romanisation-lexicon", version: 1, sources: ["romanisation/lexicon/"]
  ) { rules throws(Diagnostic) in
    try LexiconRecipe.compile(rules)
  }
}

/// Reads the lexicon's files; the entries of one spelling are brought together, lowest rank first.
enum LexiconRecipe {
  private struct Row {
    var key: String
    var entry: LexiconEntry
    var order: Int
  }

  static func compile(_ rules: RuleSet) throws(Diagnostic) -> TableImage {
    var rows: [Row] = []
    // Kinds and genders have a byte each in the table.
    var known = ["kind": Set<String>(), "gender": []]
    for path in rules.list("romanisation/lexicon", suffix: ".tsv") {
      let file = try TSVFile(rules, path, columns: ["vocalised", "kind", "gender", "rank"])
      let note = file.column("note")
      let columns = ["vocalised", "kind", "gender", "rank"].map { file.column($0)! }
      for row in file.rows {
        let vocalised = String(row.cells[columns[0]])
        let key = SpellingKey.strict.of(vocalised)
        guard !key.isEmpty, let rank = Int(row.cells[columns[3]]), rank > 0, rank < 100 else {
          throw file.error(
            row, "lexicon.row",
            "a word and a rank from 1 were expected, found “\(vocalised)”, “\(row.cells[columns[3]])”")
        }
        let (kind, gender) = (String(row.cells[columns[1]]), String(row.cells[columns[2]]))
        for (column, value) in [("kind", kind), ("gender", gender)] {
          known[column, default: []].insert(value)
          guard known[column]!.count <= Interned.most else {
            throw file.error(
              row, "lexicon.row",
              "“\(value)” is one \(column) more than the \(Interned.most) that there may be; is it the right column?")
          }
        }
        let entry = LexiconEntry(
          vocalised: vocalised, kind: kind, gender: gender, rank: rank, note: note.map { String(row.cells[$0]) } ?? "")
        rows.append(Row(key: key, entry: entry, order: rows.count))
      }
    }
    rows.sort { ($0.key, $0.entry.rank, $0.order) < ($1.key, $1.entry.rank, $1.order) }
    return image(rows)
  }

  private static func image(_ rows: [Row]) -> TableImage {
    var strict = HashIndex.Builder()
    var loose = HashIndex.Builder()
    var strictFirst: [UInt32] = []
    var looseLists: [[UInt32]] = []
    var kinds = Interned()
    var genders = Interned()
    var ranks: [UInt8] = []
    var forms = Strings()
    var notes = Strings()
    for (number, row) in rows.enumerated() {
      if strict.add(row.key) == strictFirst.count { strictFirst.append(UInt32(number)) }
      let at = loose.add(SpellingKey.loose.of(row.key))
      if at == looseLists.count { looseLists.append([]) }
      looseLists[at].append(UInt32(number))
      kinds.add(row.entry.kind)
      genders.add(row.entry.gender)
      ranks.append(UInt8(row.entry.rank))
      forms.add(row.entry.vocalised)
      notes.add(row.entry.note)
    }
    strictFirst.append(UInt32(rows.count))
    var looseFirst: [UInt32] = [0]
    var looseList: [UInt32] = []
    for list in looseLists {
      looseList += list.sorted { (rows[Int($0)].entry.rank, $0) < (rows[Int($1)].entry.rank, $1) }
      looseFirst.append(UInt32(looseList.count))
    }
    var image = TableImage()
    strict.add(to: &image, named: "strict")
    loose.add(to: &image, named: "loose")
    image.add("strict.first", strictFirst)
    image.add("loose.first", looseFirst)
    image.add("loose.list", looseList)
    image.add("kinds", text: kinds.names.joined(separator: "\n"))
    image.add("kinds.of", kinds.values)
    image.add("genders", text: genders.names.joined(separator: "\n"))
    image.add("genders.of", genders.values)
    image.add("ranks", ranks)
    image.add("forms", bytes: forms.bytes)
    image.add("forms.at", forms.starts)
    image.add("notes", bytes: notes.bytes)
    image.add("notes.at", notes.starts)
    return image
  }

  /// A column of few different values.
  private struct Interned {
    /// Values that a column may have.
    static let most = 256

    var names: [String] = []
    var values: [UInt8] = []

    mutating func add(_ name: String) {
      if let known = names.firstIndex(of: name) { return values.append(UInt8(known)) }
      names.append(name)
      values.append(UInt8(names.count - 1))
    }
  }

  /// A column of texts, one after the other.
  private struct Strings {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]

    mutating func add(_ text: String) {
      bytes += text.utf8
      starts.append(UInt32(bytes.count))
    }
  }
}
