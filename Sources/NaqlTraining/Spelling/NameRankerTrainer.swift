import NaqlRomanisation

/// Learns how likely parts and their styles go together in whole names, from people that the model has not met.
struct NameRankerTrainer {
  let progress: (String) -> Void

  private struct Name {
    var rows: [(right: Bool, features: NameRanker.Features)]
    var isCountryKnown: Bool
  }

  /// Weights of numbers, without and with the country known, and of hashed features.
  func train(_ words: SpellingWords, model: SpellingModel) -> (names: [Float], styles: [Int8]) {
    var right: [[[[UInt8]]]: Set<[UInt8]>] = [:]
    for person in words.people where person.isHeld { right[person.units, default: []].insert(person.latin) }
    let composer = NameComposer(model, effort: .thorough)
    var names: [Name] = []
    var asked = 0, reached = 0
    for person in words.people where person.isHeld && person.units.count > 1 {
      guard !person.units.joined().contains(where: { $0.contains(SpellingLetters.other) }) else { continue }
      for country in [nil, person.tag] {
        let found = composer.spellings(person.units, country: country)
        let rows = found.map { composed in
          (
            right: right[person.units]!.contains(composed.words.flatMap(\.letters)),
            features: composed.features
          )
        }
        asked += 1
        guard rows.contains(where: \.right) else { continue }
        reached += 1
        names.append(Name(rows: rows, isCountryKnown: country != nil))
      }
    }
    progress("ranker of names: \(reached) of \(asked) have a right candidate")
    var weights = [Float](repeating: 0, count: 2 * NameRanker.dense)
    weights[0] = 1
    weights[NameRanker.dense] = 1
    var squares = [Float](repeating: 1e-2, count: 2 * NameRanker.dense)
    var styles = [Float](repeating: 0, count: NameRanker.rows)
    var styleSquares = [Float](repeating: 1, count: NameRanker.rows)
    var random = SpellingRandom(7)
    var order = Array(names.indices)
    for epoch in 0..<8 {
      random.shuffle(&order)
      var likelihood: Float = 0, first = 0, known = 0
      for number in order {
        let name = names[number]
        let start = name.isCountryKnown ? NameRanker.dense : 0
        let scores = name.rows.map { row in
          var sum: Float = 0
          for index in 0..<NameRanker.dense { sum += row.features.dense[index] * weights[start + index] }
          for index in row.features.rows { sum += styles[index] }
          return sum
        }
        let most = scores.max()!
        let masses = scores.map { fastExp($0 - most) }
        let total = masses.reduce(0, +)
        var rightMass: Float = 1e-9
        for (at, row) in name.rows.enumerated() where row.right { rightMass += masses[at] }
        likelihood += fastLog(rightMass / total)
        if name.rows[scores.firstIndex(of: most)!].right {
          if name.isCountryKnown { known += 1 } else { first += 1 }
        }
        var gradient = [Float](repeating: 0, count: NameRanker.dense)
        var rows: [Int: Float] = [:]
        for (at, row) in name.rows.enumerated() {
          let pull = (row.right ? masses[at] / rightMass : 0) - masses[at] / total
          if abs(pull) < 1e-4 { continue }
          for index in 0..<NameRanker.dense { gradient[index] += pull * row.features.dense[index] }
          for index in row.features.rows { rows[index, default: 0] += pull }
        }
        for index in 0..<NameRanker.dense {
          squares[start + index] += gradient[index] * gradient[index]
          weights[start + index] += 0.05 * gradient[index] / squares[start + index].squareRoot()
        }
        // Each row is changed once, so the order of the dictionary does not matter.
        for (index, pull) in rows {
          let pull = pull - 0.02 * styles[index]
          styleSquares[index] += pull * pull
          styles[index] += 0.05 * pull / styleSquares[index].squareRoot()
        }
      }
      progress(
        "ranker of names, round \(epoch + 1): likelihood \(likelihood / Float(names.count)), right \(first), with the country \(known)"
      )
    }
    progress("ranker of names: \(weights)")
    return (weights, styles.map { Int8(max(-127, min(127, ($0 * 20).rounded()))) })
  }
}
