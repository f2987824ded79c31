import NaqlRomanisation

/// Learns which country's people bear a name.
struct CountryTrainer {
  let progress: (String) -> Void

  /// Weights for `CountryGuess`, learnt from people whose words the table `known` has.
  func train(_ people: [SpellingWords.Person], _ known: KnownWords) -> [Float] {
    let width = SpellingTag.people.count
    var weights = [Float](repeating: 0, count: CountryGuess.count)
    weights[0] = 0.7
    weights[1] = 3
    var counts = [Float](repeating: 1, count: width)
    let places = Dictionary(uniqueKeysWithValues: SpellingTag.people.enumerated().map { ($1, $0) })
    for person in people { counts[places[person.tag]!] += 1 }
    let total = counts.reduce(0, +)
    for index in 0..<width { weights[2 + index] = fastLog(counts[index] / total) }
    let names = people.map { person in
      let units = person.units.map { Array($0.joined()) }
      let rows = units.map { known.rows($0) }
      return (
        label: places[person.tag]!, rows: CountryGuess.features(units),
        base: CountryGuess.scores(weights, known: rows, leavingOut: person.tag)
      )
    }
    var squares = [Float](repeating: 0.5, count: CountryGuess.rows * width)
    var random = SpellingRandom(11)
    var order = Array(names.indices)
    for epoch in 0..<6 {
      random.shuffle(&order)
      var right = 0
      var likelihood: Float = 0
      for number in order {
        let name = names[number]
        var scores = name.base
        for row in name.rows {
          let start = 2 + width + row * width
          for index in 0..<width { scores[index] += weights[start + index] }
        }
        var shares = CountryGuess.shares(scores)
        if shares.indices.max(by: { shares[$0] < shares[$1] }) == name.label { right += 1 }
        likelihood += fastLog(max(shares[name.label], 1e-9))
        shares[name.label] -= 1
        for row in name.rows {
          let start = row * width
          for index in 0..<width {
            let pull = shares[index] + 0.005 * weights[2 + width + start + index]
            squares[start + index] += pull * pull
            weights[2 + width + start + index] -= 0.05 * pull / squares[start + index].squareRoot()
          }
        }
      }
      progress(
        "countries, round \(epoch + 1): likelihood \(likelihood / Float(names.count)), right \(right) of \(names.count)"
      )
    }
    return weights
  }
}
