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
  /// Words of running text that are no names.
  let ordinary: HashIndex
  private let roots: UnsafeBufferPointer<NameStep>
  /// Node and word, and the step that they lead to; the key of an empty slot has all bits.
  private let edges: UnsafeBufferPointer<Edge>

  /// The table of the rules in force.
  public init(_ rules: RuleSet) throws(Diagnostic) { self.init(try rules.table(NameTableRecipe.recipe)) }

  init(_ table: Table) {
    self.table = table
    words = HashIndex(table, named: "words")
    ordinary = HashIndex(table, named: "ordinary")
    facts = table.array("facts", of: WordFacts.self)
    roots = table.array("roots")
    edges = table.array("edges")
  }

  @inline(__always)
  static func mix(_ edge: UInt64) -> UInt64 {
    let x = edge &* 0x9FB2_1C65_1E98_DF25
    return x ^ (x >> 29)
  }

  /// An edge of the trie where it is looked for.
  struct Edge: BitwiseCopyable {
    var key: UInt64
    var step: NameStep

    /// What is looked for: a word behind a node.
    @inline(__always)
    static func key(_ node: UInt32, _ word: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(word) }
    static let empty = Edge(key: .max, step: .none)
  }

  /// The step that a name begins with at `word`.
  @inline(__always)
  func begin(_ word: Int32) -> NameStep { word < 0 ? .none : roots[Int(word)] }

  /// Asks for what is known of a word.
  @inline(__always)
  func prefetch(_ word: Int32) {
    (facts.baseAddress! + Int(word)).prefetch()
    (roots.baseAddress! + Int(word)).prefetch()
  }

  /// Asks for what `next` will read.
  @inline(__always)
  func prefetch(_ step: NameStep, _ word: Int32) {
    let hash = Self.mix(Edge.key(step.node, UInt32(bitPattern: word)))
    (edges.baseAddress! + Int(truncatingIfNeeded: hash) & (edges.count - 1)).prefetch()
  }

  /// The step that `word` leads to from another.
  @inline(__always)
  func next(_ step: NameStep, _ word: Int32) -> NameStep {
    if word < 0 || !step.goesOn { return .none }
    let key = Edge.key(step.node, UInt32(bitPattern: word))
    let mask = edges.count - 1
    var at = Int(truncatingIfNeeded: Self.mix(key)) & mask
    while true {
      if edges[at].key == key { return edges[at].step }
      if edges[at].key == Edge.empty.key { return .none }
      at = (at + 1) & mask
    }
  }
}

/// Where a search along listed names stands: a node of the trie, the lists that the name up to there is in, and whether
/// names go on.
struct NameStep: BitwiseCopyable, Sendable {
  private let bits: UInt64

  /// No name begins so.
  static let none = NameStep(node: 0, lists: [], goesOn: false)

  init(node: UInt32, lists: NameList, goesOn: Bool) {
    bits = UInt64(node) | UInt64(lists.rawValue) << 32 | (goesOn ? 1 << 48 : 0)
  }

  var isNone: Bool { bits == 0 }
  var node: UInt32 { UInt32(truncatingIfNeeded: bits) }
  var lists: NameList { NameList(rawValue: UInt16(truncatingIfNeeded: bits >> 32)) }
  var goesOn: Bool { bits >> 48 != 0 }
}
