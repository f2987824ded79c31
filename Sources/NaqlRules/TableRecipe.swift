import NaqlICU
import NaqlModel
import NaqlTables

/// How a compiled table is made from rule files: what people edit stays text, what the program needs is mapped.
public struct TableRecipe: Sendable {
  /// Name of the table, such as `segmentation-news`; the file is `NAME.naqlt`.
  public let name: String
  /// Raised whenever `compile` or the layout of its sections changes.
  public let version: Int
  /// The rule files read, relative to the rules root; a path that ends in `/` stands for every file in that folder.
  public let sources: [String]
  /// Reads the rules and makes the table.
  public let compile: @Sendable (RuleSet) throws(Diagnostic) -> TableImage

  /// A recipe for the table `name` made from `sources`.
  public init(
    name: String, version: Int, sources: [String],
    compile: @escaping @Sendable (RuleSet) throws(Diagnostic) -> TableImage
  ) {
    self.name = name
    self.version = version
    self.sources = sources
    self.compile = compile
  }

  /// Size and date of every source, the recipe's version and ICU's: a table with another fingerprint is stale.
  func fingerprint(in rules: RuleSet) -> UInt64 {
    var parts = [UInt64(version), Checksum.of(Array("\(name) \(ICU.version)".utf8))]
    for source in sources { parts.append(rules.imprint(of: source)) }
    return parts.withUnsafeBytes { Checksum.of($0) }
  }
}
