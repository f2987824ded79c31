import NaqlModel
import NaqlRules
import NaqlTables

/// The mapped table of names: words with their facts and a trie of names over the words' ordinals.
public struct NameTable: @unchecked Sendable {
  // Sendable: immutable mapped memory that `table` keeps alive.
  private let table: Table
  /// The words, by their key.
  public let words: HashIndex
  /// Facts of each word, by ordinal.
  public let facts: UnsafeBufferPointer<WordFacts>
  let payload: UnsafeBufferPointer<UInt16>
  let roots: UnsafeBufferPointer<UInt32>
  private let edgeKeys: UnsafeBufferPointer<UInt64>
  private let edgeTargets: UnsafeBufferPointer<UInt32>
  private let inner: UnsafeBufferPointer<UInt8>

  /// The table of the rules in force.
  public init(_ rules: RuleSet) throws(Diagnostic) { self.init(try rules.table(NameTableRecipe.recipe)) }

  init(_ table: Table) {
    self.table = table
    words = HashIndex(table, named: "words")
    facts = table.array("facts", of: WordFacts.self)
    payload = table.array("payload")
    roots = table.array("roots")
    edgeKeys = table.array("edge.keys")
    edgeTargets = table.array("edge.targets")
    inner = table.array("inner")
  }

  @inline(__always)
  static func mix(_ edge: UInt64) -> UInt64 {
    let x = edge &* 0x9FB2_1C65_1E98_DF25
    return x ^ (x >> 29)
  }

  /// The node that `word` leads to from `node` (0: the root), or 0.
  @inline(__always)
  func next(_ node: UInt32, _ word: Int32) -> UInt32 {
    if word < 0 { return 0 }
    if node == 0 { return roots[Int(word)] }
    if inner[Int(node)] == 0 { return 0 }
    let edge = UInt64(node) << 32 | UInt64(UInt32(bitPattern: word))
    let mask = edgeKeys.count - 1
    var at = Int(truncatingIfNeeded: Self.mix(edge)) & mask
    while true {
      let key = edgeKeys[at]
      if key == edge { return edgeTargets[at] }
      if key == UInt64.max { return 0 }
      at = (at + 1) & mask
    }
  }

  /// The lists that the name ending at `node` is in.
  @inline(__always)
  func lists(_ node: UInt32) -> NameList { NameList(rawValue: payload[Int(node)]) }
}
