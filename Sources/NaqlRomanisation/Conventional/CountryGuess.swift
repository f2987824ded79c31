import NaqlTables

/// Guesses which country's people bear a name, from its words and from how they begin and end.
package struct CountryGuess: @unchecked Sendable {
  // Sendable: immutable mapped memory.
  /// Rows of weights by hashed feature.
  package static let rows = 8192
  private static let width = SpellingTag.people.count
  private let table: Table
  /// The words' weight, how many names the country's share is worth, its logarithm for each tag of people.
  private let weights: [Float]
  /// The rows, each weight in twenty-fifths.
  private let rows: UnsafeBufferPointer<Int8>

  /// Number of weights, the rows' among them.
  package static let count = 2 + width + rows * width

  /// The guess in the sections `countries` (the first weights) and `countries.rows` (bytes, twenty-five to one).
  package init(_ table: Table) {
    self.table = table
    weights = Array(table.array("countries", of: Float.self))
    rows = table.array("countries.rows")
  }

  /// Writes the sections of a guess by its weights.
  package static func add(_ weights: [Float], to image: inout TableImage) {
    image.add("countries", Array(weights[..<(2 + width)]))
    image.add("countries.rows", weights[(2 + width)...].map { Int8(max(-127, min(127, ($0 * 25).rounded()))) })
  }

  /// The probability of each tag of people (in their order) for a name of some units; `known` are the rows of each.
  package func shares(_ units: [[UInt8]], known: [[KnownWords.Spelling]]) -> [Float] {
    var scores = Self.scores(weights, known: known, leavingOut: nil)
    for row in Self.features(units) {
      let start = row * Self.width
      for index in 0..<Self.width { scores[index] += Float(rows[start + index]) / 25 }
    }
    return Self.shares(scores)
  }

  /// Probabilities by scores.
  package static func shares(_ scores: [Float]) -> [Float] {
    let most = scores.max() ?? 0
    let masses = scores.map { fastExp($0 - most) }
    let total = masses.reduce(0, +)
    return masses.map { $0 / total }
  }

  /// What the words themselves say: how much oftener each is met in a country than in all. In training the name's own
  /// occurrence, under the tag `leavingOut`, does not count.
  package static func scores(_ weights: [Float], known: [[KnownWords.Spelling]], leavingOut: Int?) -> [Float] {
    var scores = Array(weights[2..<(2 + width)])
    let strength = weights[0], smoothing = weights[1]
    for rows in known {
      var counts = [Float](repeating: 0, count: SpellingTag.count)
      var total: Float = 0
      for row in rows where SpellingTag.isPerson(row.tag) {
        counts[row.tag] += row.count
        total += row.count
      }
      if let leavingOut, counts[leavingOut] >= 1 {
        counts[leavingOut] -= 1
        total -= 1
      }
      if total <= 0 { continue }
      for (index, tag) in SpellingTag.people.enumerated() {
        let share = fastExp(weights[2 + index])
        scores[index] += strength * fastLog((counts[tag] + smoothing * share) / (total + smoothing) / share)
      }
    }
    return scores
  }

  /// Rows of the features of a name: the words, their ends, whether first or last, how many there are.
  package static func features(_ units: [[UInt8]]) -> [Int] {
    var found: [Int] = []
    func add(_ kind: UInt64, _ codes: some Sequence<UInt8>) {
      var h = kind &* 0x9E37_79B9_7F4A_7C15
      for code in codes { h = (h ^ UInt64(code)) &* 0xBF58_476D_1CE4_E5B9 ^ (h >> 31) }
      found.append(Int(truncatingIfNeeded: (h &* 0x94D0_49BB_1331_11EB) >> 51))
    }
    add(1, [UInt8(min(units.count, 5))])
    for (index, unit) in units.enumerated() {
      let place: UInt64 = index == 0 ? 0 : index + 1 == units.count ? 1 : 2
      add(2 + place, unit.prefix(2))
      add(5 + place, unit.prefix(3))
      add(8, unit.prefix(4))
      add(9 + place, unit.suffix(1))
      add(12 + place, unit.suffix(2))
      add(15, unit.suffix(3))
    }
    return found
  }
}
