import NaqlModel
import NaqlRules

/// Looks for misspelt classes in tables whose classes rules ask for by name, for `naql rules check`: a row with one would be read, and
/// mean nothing.
enum ClassCheck {
  /// Classes that the program itself asks for.
  private static let own = ["blocks": ["given", "name", "number"], "segmentation": ["introducer", "verb"]]
  /// Rows from which on a class is no slip.
  private static let common = 3

  /// What is wrong with the tables of sentences and of blocks.
  static func faults(in rules: RuleSet) throws(Diagnostic) -> [Diagnostic] {
    try faults(rules.list("blocks", suffix: ".tsv"), folder: "blocks", rules)
      + faults(["segmentation/words.tsv"], folder: "segmentation", rules)
  }

  private static func faults(_ tables: [String], folder: String, _ rules: RuleSet) throws(Diagnostic) -> [Diagnostic] {
    var rows: [(name: String, row: TSVFile.Row, file: TSVFile)] = []
    for path in tables {
      let file = try TSVFile(rules, path, columns: ["class"])
      for row in file.rows {
        for name in row.cells[file.column("class")!].split(separator: " ") { rows.append((String(name), row, file)) }
      }
    }
    var known = Set(own[folder] ?? [])
    for path in rules.list(folder, suffix: ".yaml") {
      let file = try rules.require(path)
      collect(try YAMLNode.parse(String(decoding: FileSystem.read(file), as: UTF8.self), file: file), into: &known)
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
