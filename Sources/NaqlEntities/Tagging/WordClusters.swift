import NaqlModel
import NaqlRules
import NaqlTables

/// Word clusters learnt from unlabelled text: three numbers a word, of a coarse, a middle and a fine clustering.
public struct WordClusters: @unchecked Sendable {
  // Sendable: immutable mapped memory that `slots` keeps alive.
  private let slots: HashedSlots
  private let table: Table
  private let values: UnsafeBufferPointer<UInt16>

  /// File name of the clusters under `Rules/models/`.
  public static let file = "clusters.naqlt"

  /// The clusters in the rules, or nil.
  public init?(_ rules: RuleSet) throws(Diagnostic) {
    guard let table = try rules.model(Self.file) else { return nil }
    self.init(table)
  }

  /// Clusters in a table.
  public init(_ table: Table) {
    self.table = table
    slots = HashedSlots(table, named: "words")
    values = table.array("clusters")
  }

  /// The coarse, middle and fine cluster of a word's key, from 1; zeros for a word without one.
  @inline(__always)
  public func of(_ key: UnsafeRawBufferPointer) -> (Int, Int, Int) {
    let row = slots.row(featureHash(1, key))
    if row < 0 { return (0, 0, 0) }
    return (Int(values[row * 3]), Int(values[row * 3 + 1]), Int(values[row * 3 + 2]))
  }

  /// The table of clusters: `values` has three numbers for each of `words`.
  public static func image(words: [[UInt8]], values: [UInt16]) -> TableImage {
    var image = TableImage()
    HashedSlots.add(words.map { $0.withUnsafeBytes { featureHash(1, $0) } }, to: &image, named: "words")
    image.add("clusters", values)
    return image
  }
}
