import NaqlTables

/// Weighs the spellings of a whole name: how likely its parts are, and how well their styles go together.
package final class NameRanker: Sendable {
  /// Number of features that are numbers.
  package static let dense = 8
  /// Number of hashed features that are there or not.
  package static let rows = 8192

  /// What speaks for a spelling.
  package struct Features: Sendable {
    package var dense = [Float](repeating: 0, count: NameRanker.dense)
    package var rows: [Int] = []
  }

  private let weights: [Float]
  private let hashed: [Float]

  /// The ranker in the sections `ranker.names` (weights of numbers without and with the country known) and
  /// `ranker.styles` (bytes of hashed weights, twenty to one).
  package convenience init(_ table: Table) {
    self.init(
      Array(table.array("ranker.names", of: Float.self)),
      hashed: table.array("ranker.styles", of: Int8.self).map { Float($0) / 20 })
  }

  /// A ranker by its weights.
  package init(_ weights: [Float], hashed: [Float]) {
    self.weights = weights
    self.hashed = hashed
  }

  /// The score of a spelling; e to its power is its share.
  package func score(_ features: Features, isCountryKnown: Bool) -> Float {
    let start = isCountryKnown ? Self.dense : 0
    var sum: Float = 0
    for index in 0..<Self.dense { sum += features.dense[index] * weights[start + index] }
    for row in features.rows { sum += hashed[row] }
    return sum
  }

  /// Rows of the features of style of a whole name.
  package static func rows(_ styles: [NameStyle], isCountryKnown: Bool) -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(64)
    let known: UInt64 = isCountryKnown ? 1 : 0
    func add(_ value: UInt64) {
      let h = (value << 1 | known) &* 0x9E37_79B9_7F4A_7C15
      rows.append(Int(truncatingIfNeeded: ((h ^ (h >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> 51))
    }
    for (index, one) in styles.enumerated() {
      let place: UInt64 = index == 0 ? 1 : index + 1 == styles.count ? 2 : 3
      for respect in 0..<NameStyle.count where one.ways[respect] > 0 {
        add(place << 32 | UInt64(respect) << 8 | UInt64(one.ways[respect]))
        for other in styles[(index + 1)...] {
          for second in 0..<NameStyle.count where other.ways[second] > 0 {
            add(
              4 << 32 | UInt64(respect) << 24 | UInt64(one.ways[respect]) << 16 | UInt64(second) << 8
                | UInt64(other.ways[second]))
          }
        }
      }
    }
    return rows
  }
}
