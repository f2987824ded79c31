import NaqlRomanisation

/// Weighs the evidence for candidate spellings: the summed probability of the right ones is maximised.
struct RankerTrainer {
  let progress: (String) -> Void

  /// Weights learnt on held words, whose spellings `model` has not seen.
  func train(_ held: [WordPair], model: SpellingModel) -> [Float] {
    var right: [[UInt8]: Set<LatinWord>] = [:]
    for pair in held { right[pair.arabic, default: []].insert(LatinWord(pair.latin)) }
    let forms = right.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var words: [[(right: Bool, features: [Float])]] = []
    var reachable = 0
    for form in forms {
      let found = model.features(form, tag: SpellingTag.name, effort: .full)
      let rows = found.map { (right[form]!.contains($0.word), $0.features) }
      if rows.contains(where: \.0) {
        reachable += 1
        words.append(rows)
      }
    }
    progress("ranker: \(reachable) of \(forms.count) words have a right candidate")
    let size = SpellingModel.featureCount
    var weights = [Float](repeating: 0, count: size)
    weights[0] = 0.5
    weights[1] = 0.5
    var squares = [Float](repeating: 1e-3, count: size)
    for epoch in 0..<30 {
      var likelihood: Float = 0, first = 0
      for rows in words {
        let scores = rows.map { row in
          var sum: Float = 0
          for index in 0..<size { sum += row.features[index] * weights[index] }
          return sum
        }
        let most = scores.max()!
        let masses = scores.map { fastExp($0 - most) }
        let total = masses.reduce(0, +)
        var rightMass: Float = 1e-9
        for (at, row) in rows.enumerated() where row.right { rightMass += masses[at] }
        likelihood += fastLog(rightMass / total)
        if rows[scores.firstIndex(of: most)!].right { first += 1 }
        var gradient = [Float](repeating: 0, count: size)
        for (at, row) in rows.enumerated() {
          let pull = (row.right ? masses[at] / rightMass : 0) - masses[at] / total
          if abs(pull) < 1e-5 { continue }
          for index in 0..<size { gradient[index] += pull * row.features[index] }
        }
        for index in 0..<size {
          squares[index] += gradient[index] * gradient[index]
          weights[index] += 0.1 * gradient[index] / squares[index].squareRoot()
        }
      }
      if epoch % 10 == 9 {
        progress(
          "ranker round \(epoch + 1): likelihood \(likelihood / Float(words.count)), right \(first) of \(forms.count)")
      }
    }
    progress("ranker: \(weights)")
    return weights
  }
}
