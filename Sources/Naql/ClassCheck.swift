import NaqlModel
import NaqlRules

/// Looks for misspelt classes in tables whose classes rules ask for by name, for `naql rules check`: a row with one would be read, and
/// mean nothing.
enum ClassCheck {
  /// Classes that the program itself asks for.
  private static let own = ["blocks": ["given", "name", "number"], "segmentation": ["introducer", "verb"]]
  /// Rows from which on a class is no slip.
  private static let common = 3

  /// What is wrong with the tables of sentences, of blocks and of the lexicon.
  static func faults(in rules: RuleSet) -> [Diagnostic] {
    let words = rules.list("romanisation/lexicon", suffix: ".tsv")
    var found = slips("kind", in: words, rules) + slips("gender", in: words, rules)
    let lists = ["segmentation/words.tsv", "segmentation/verbs.tsv"]
    for (tables, folder) in [(rules.list("blocks", suffix: ".tsv"), "blocks"), (lists, "segmentation")] {
      do throws(Diagnostic) { found += try faults(tables, folder: folder, rules) } catch { found.append(error) }
    }
    return found
  }

  private typealias Cell = (name: String, row: TSVFile.Row, file: TSVFile)

  /// The names in a column of some tables, each with its row. A table that cannot be read is told by who needs it.
  private static func cells(_ column: String, of tables: [String], _ rules: RuleSet) -> [Cell] {
    var cells: [Cell] = []
    for path in tables {
      guard let file = try? TSVFile(rules, path, columns: [column]) else { continue }
      for row in file.rows {
        for name in row.cells[file.column(column)!].split(separator: " ") { cells.append((String(name), row, file)) }
      }
    }
    return cells
  }

  /// Rare names in a column that are close to a common one.
  private static func slips(_ column: String, in tables: [String], _ rules: RuleSet) -> [Diagnostic] {
    let found = cells(column, of: tables, rules)
    let counts = Dictionary(grouping: found, by: \.name).mapValues(\.count)
    let usual = counts.keys.filter { counts[$0]! >= common }.sorted()
    return found.compactMap { name, row, file in
      guard counts[name]! < common, let near = Nearest.nearest(name, among: usual) else { return nil }
      return file.error(row, "rules.class", "no other row has the \(column) “\(name)”; did you mean “\(near)”?")
    }
  }

  private static func faults(_ tables: [String], folder: String, _ rules: RuleSet) throws(Diagnostic) -> [Diagnostic] {
    let rows = cells("class", of: tables, rules)
    var known = Set(own[folder] ?? [])
    for path in rules.list(folder, suffix: ".yaml") {
      let file = try rules.require(path)
      collect(try YAMLNode.parse(FileSystem.text(file), file: file), into: &known)
    }
    let counts = Dictionary(grouping: rows, by: \.name).mapValues(\.count)
    let classes = counts.keys.filter { known.contains($0) || counts[$0]! >= common }.sorted()
    return rows.compactMap { name, row, file in
      guard !classes.contains(name), let near = Nearest.nearest(name, among: classes) else { return nil }
      return file.error(row, "rules.class", "no rule asks for the class “\(name)”; did you mean “\(near)”?")
    }
  }

  /// All words of a YAML file, classes among them.
  private static func collect(_ node: YAMLNode, into words: inout Set<String>) {
    switch node.content {
    case .scalar(let text): words.insert(text)
    case .list(let nodes): for node in nodes { collect(node, into: &words) }
    case .map(let pairs): for pair in pairs { collect(pair.value, into: &words) }
    }
  }
}
