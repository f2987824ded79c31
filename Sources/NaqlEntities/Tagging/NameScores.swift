/// Scores of the eight labels of names, each less the score of O, in the order of the labels: one register.
///
/// That is all a decoder needs, since a number added to the scores of all labels changes no decision.
public typealias NameScores = SIMD8<Int16>

extension NameScores {
  /// The scores in the row of weights at `row`, one byte a label with O first.
  @inline(__always)
  init(weights row: UnsafeRawPointer) {
    let names = NameScores(truncatingIfNeeded: row.loadUnaligned(fromByteOffset: 1, as: SIMD8<Int8>.self))
    self = names &- NameScores(repeating: Int16(row.load(as: Int8.self)))
  }

  /// The first place that holds `value`.
  @inline(__always)
  func firstIndex(of value: Int16) -> Int {
    for at in 0..<7 where self[at] == value { return at }
    return 7
  }
}
