/// How well labels follow one another, laid out for the two directions of a Viterbi search over `NameScores`.
struct TagTransitions: Sendable {
  /// Scores at the first token of a sentence, which follows O.
  let first: NameScores
  /// From O to O.
  private let outside: Int16
  /// From O to each name label, and from each name label to O.
  private let fromOutside: NameScores
  private let toOutside: NameScores
  /// From one name label to all.
  private let fromName: [NameScores]
  /// To one label, O first, from O and from all name labels.
  private let toLabel: [(outside: Int16, names: NameScores)]
  /// A state up to which O is the best label before any but an inner one.
  private let limit: NameScores
  /// To each inner label from the first label and from the inner label of its class; hardly anything for first labels.
  private let innerFromFirst: NameScores
  private let innerFromInner: NameScores

  /// What stands for a transition that is not allowed.
  static let never: Int16 = -8000

  /// The transitions in `flat`, 81 scores by label before and label after; none is likelier than another without them.
  init(_ flat: UnsafeBufferPointer<Int16>) {
    func score(_ from: Int, _ to: Int) -> Int16 {
      flat.count == 81 && TagLabel.allows(from, to) ? flat[from * 9 + to] : Self.never
    }
    func row(_ score: (Int) -> Int16) -> NameScores {
      var row = NameScores()
      for label in 1..<TagLabel.count { row[label - 1] = score(label) }
      return row
    }
    outside = score(0, 0)
    fromOutside = row { score(0, $0) }
    first = fromOutside &- NameScores(repeating: score(0, 0))
    toOutside = row { score($0, 0) }
    fromName = (1..<TagLabel.count).map { from in row { score(from, $0) } }
    toLabel = (0..<TagLabel.count).map { to in (score(0, to), row { score($0, to) }) }
    limit = row { from in
      (0..<TagLabel.count).filter { $0 == 0 || $0 & 1 == 1 }.map { score(0, $0) - score(from, $0) }.min() ?? 0
    }
    innerFromFirst = row { $0 & 1 == 1 ? .min : score($0 - 1, $0) }
    innerFromInner = row { $0 & 1 == 1 ? Self.never : score($0, $0) }
  }

  /// The best scores on the way to the next token, before its own scores are added.
  @inline(__always)
  func step(_ state: NameScores) -> NameScores {
    if any(state .> limit) { return fullStep(state) }
    // Where no name is near, O comes from O, and an inner label from its own class at best.
    let firsts = unsafeBitCast(unsafeBitCast(state, to: SIMD4<UInt32>.self) &<< 16, to: NameScores.self)
    let inner = pointwiseMax(firsts &+ innerFromFirst, state &+ innerFromInner)
    return pointwiseMax(fromOutside, inner) &- NameScores(repeating: outside)
  }

  @inline(__always)
  private func fullStep(_ state: NameScores) -> NameScores {
    var best = fromOutside
    fromName.withUnsafeBufferPointer { rows in
      for label in 0..<8 { best = pointwiseMax(best, rows[label] &+ NameScores(repeating: state[label])) }
    }
    return best &- NameScores(repeating: max(outside, (toOutside &+ state).max()))
  }

  /// The best label at the end of a sentence.
  @inline(__always)
  func last(_ state: NameScores) -> Int {
    let best = state.max()
    return best > 0 ? state.firstIndex(of: best) + 1 : 0
  }

  /// The best label before `label`, where the token before is in `state`; of equal ones the first.
  @inline(__always)
  func before(_ label: Int, _ state: NameScores) -> Int {
    let scores = toLabel[label].names &+ state
    let best = scores.max()
    return best > toLabel[label].outside ? scores.firstIndex(of: best) + 1 : 0
  }
}
