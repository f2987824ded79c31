import NaqlModel
import NaqlRules
import NaqlTables

/// Reads `Rules/blocks/kinds.yaml` and the word lists beside it into one mapped table.
public enum BlockRecipe {
  /// How `Rules/blocks/` becomes one mapped table.
  public static let recipe = TableRecipe(name: "blocks", version: 4, sources: ["blocks/"] + nameFiles) {
    rules throws(Diagnostic) in
    try compile(rules)
  }

  /// Lists of names that bylines are known by.
  private static let nameFiles = ["romanisation/lexicon/given.tsv", "romanisation/lexicon/family.tsv"]

  /// Numbers that one rule takes in the table.
  static let ruleSize = 4 + 2 * BlockRules.Condition.count

  /// Names that a rule's conditions may use, by field.
  private struct Vocabulary {
    var classes: [String]

    func bits(_ field: String) -> [(String, UInt64)]? {
      let kinds = BlockKind.allCases.enumerated().map { ($0.element.rawValue, UInt64(1) << UInt64($0.offset)) }
      switch field {
      case "text", "any": return Features.names
      case "line", "start", "end", "every", "some":
        return classes.enumerated().map { ($0.element, UInt64(1) << UInt64($0.offset)) }
      case "after": return kinds + [("start", Features.start)]
      case "next": return kinds + [("end", Features.end), ("short", Features.short), ("same", Features.same)]
      case "zone": return Features.zones
      default: return nil
      }
    }
  }

  static let fields = ["text", "any", "line", "start", "end", "every", "some", "after", "next", "zone"]

  static func compile(_ rules: RuleSet) throws(Diagnostic) -> TableImage {
    let fold = FoldTable()
    var builder = HashIndex.Builder()
    var bits: [UInt64] = []
    var classes: [String] = []
    func add(_ key: [UInt8], _ mask: UInt64) {
      let ordinal = builder.add(key)
      if ordinal == bits.count { bits.append(0) }
      bits[ordinal] |= mask
    }
    for path in rules.list("blocks", suffix: ".tsv") {
      let file = try TSVFile(rules, path, columns: ["phrase", "class"])
      let (phrase, name) = (file.column("phrase")!, file.column("class")!)
      for row in file.rows {
        let (key, words) = fold.phrase(String(row.cells[phrase]))
        guard !key.isEmpty, !row.cells[name].isEmpty else {
          throw file.error(row, "blocks.phrase", "a phrase with letters and its classes were expected")
        }
        var mask: UInt64 = 0
        for one in row.cells[name].split(separator: " ") {
          if !classes.contains(String(one)) { classes.append(String(one)) }
          mask |= 1 << UInt64(classes.firstIndex(of: String(one))!)
        }
        guard classes.count <= 60 else { throw file.error(row, "blocks.classes", "more than 60 classes") }
        add(key, mask)
        if words.count > 1 { add(Array(key[..<words[1]]), BlockRules.begins) }
      }
    }
    for path in nameFiles where rules.find(path) != nil {
      let file = try TSVFile(rules, path, columns: ["vocalised"])
      guard let name = classes.firstIndex(of: "given").map({ UInt64(1) << UInt64($0) }) else { break }
      if !classes.contains("name") { classes.append("name") }
      let mask = UInt64(1) << UInt64(classes.firstIndex(of: "name")!)
      for row in file.rows {
        let (key, words) = fold.phrase(String(row.cells[file.column("vocalised")!]))
        // The lists of names hold words of every kind; what is known as something else keeps to that.
        guard words.count == 1, key.count > 2 else { continue }
        for key in [key, fold.phrase("ال").key + key] {
          if let known = builder.ordinal(of: key), bits[known] & ~(name | mask | BlockRules.begins) != 0 { continue }
          add(key, mask)
        }
      }
    }
    let (values, names) = try ruleTable(rules, Vocabulary(classes: classes))
    var image = TableImage()
    builder.add(to: &image, named: "phrases")
    image.add("classes", bits)
    image.add("numbers", [classes.firstIndex(of: "number").map { UInt64(1) << UInt64($0) } ?? 0])
    image.add("class.names", text: classes.joined(separator: "\n"))
    image.add("rules", values)
    image.add("rules.names", text: names.joined(separator: "\n"))
    return image
  }

  private static func ruleTable(_ rules: RuleSet, _ vocabulary: Vocabulary) throws(Diagnostic) -> ([UInt64], [String]) {
    let path = try rules.require("blocks/kinds.yaml")
    let root = try YAMLNode.parse(FileSystem.text(path), file: path)
    try root.allow(["summary", "rules"], "field")
    var values: [UInt64] = []
    var names: [String] = []
    for node in try root.require("rules").items() {
      try node.allow(["id", "kind", "words", "when", "unless", "then", "reason"], "field of a rule")
      let kindNode = try node.require("kind")
      let kindName = try kindNode.string("kind")
      guard let kind = BlockKind.allCases.firstIndex(where: { $0.rawValue == kindName }) else {
        throw kindNode.error(
          "blocks.kind", "no kind “\(kindName)”" + Nearest.hint(kindName, among: BlockKind.allCases.map(\.rawValue)))
      }
      let words = try node["words"].map { node throws(Diagnostic) in try range(node) } ?? 0...Int(Int32.max)
      let then = try node["then"].map { node throws(Diagnostic) in try mask(node, "zone", vocabulary) } ?? 0
      values += [
        UInt64(BlockKind.allCases.distance(from: BlockKind.allCases.startIndex, to: kind)), UInt64(words.lowerBound),
        UInt64(words.upperBound), then,
      ]
      for part in ["when", "unless"] {
        if let condition = node[part] { try condition.allow(fields, "condition") }
        for field in fields {
          values.append(
            try node[part]?[field].map { node throws(Diagnostic) in try mask(node, field, vocabulary) } ?? 0)
        }
      }
      names.append(try node.require("id").line("id"))
      names.append(try node.require("reason").line("reason"))
    }
    return (values, names)
  }

  private static func mask(_ node: YAMLNode, _ field: String, _ vocabulary: Vocabulary) throws(Diagnostic) -> UInt64 {
    let known = vocabulary.bits(field) ?? []
    var mask: UInt64 = 0
    for item in node.items() {
      let name = try item.string(field)
      guard let bit = known.first(where: { $0.0 == name }) else {
        throw item.error(
          "blocks.unknown-name", "“\(field)” knows no “\(name)”" + Nearest.hint(name, among: known.map(\.0)))
      }
      mask |= bit.1
    }
    return mask
  }

  /// `3-12`, `3-` or `3`.
  private static func range(_ node: YAMLNode) throws(Diagnostic) -> ClosedRange<Int> {
    let parts = try node.string("words").split(separator: "-", omittingEmptySubsequences: false)
    let most = Int(Int32.max)
    guard parts.count <= 2, let low = parts.first.flatMap({ Int($0) }), low <= most,
      let high = parts.count == 1 ? low : parts[1].isEmpty ? most : Int(parts[1]), high >= low, high <= most
    else { throw node.error("blocks.words", "a range such as 3-12, 3- or 3 was expected, of at most \(most) words") }
    return low...high
  }
}
