import Testing

@testable import NaqlEntities

@Suite("Search for the best labels")
struct TagTransitionsTests {
  /// The best labels by a plain search over all nine scores.
  private static func plain(_ emissions: [[Int]], _ transitions: [Int16]) -> [Int] {
    func move(_ from: Int, _ to: Int) -> Int {
      TagLabel.allows(from, to) ? Int(transitions[from * 9 + to]) : Int(TagTransitions.never)
    }
    var scores = (0..<9).map { move(0, $0) + emissions[0][$0] }
    var back: [[Int]] = []
    for emission in emissions.dropFirst() {
      let best = (0..<9).map { to in
        (0..<9).reduce(0) { scores[$1] + move($1, to) > scores[$0] + move($0, to) ? $1 : $0 }
      }
      back.append(best)
      scores = (0..<9).map { scores[best[$0]] + move(best[$0], $0) + emission[$0] }
    }
    var labels = [(0..<9).reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }]
    for best in back.reversed() { labels.append(best[labels.last!]) }
    return labels.reversed()
  }

  @Test("over scores less that of O it finds what a plain search finds", arguments: [3, 30, 300])
  func same(spread: Int) {
    var state = UInt64(spread)
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % (2 * limit + 1) - limit
    }
    for _ in 0..<300 {
      let flat = (0..<81).map { _ in Int16(next(40)) }
      let transitions = flat.withUnsafeBufferPointer { TagTransitions($0) }
      let emissions = (0..<12).map { _ in (0..<9).map { _ in next(spread) } }
      var states: [NameScores] = []
      for emission in emissions {
        var scores = NameScores()
        for label in 1..<9 { scores[label - 1] = Int16(emission[label] - emission[0]) }
        states.append((states.last.map { transitions.step($0) } ?? transitions.first) &+ scores)
      }
      var labels = [transitions.last(states.last!)]
      for state in states.dropLast().reversed() { labels.append(transitions.before(labels.last!, state)) }
      #expect(labels.reversed() == Self.plain(emissions, flat))
    }
  }
}
