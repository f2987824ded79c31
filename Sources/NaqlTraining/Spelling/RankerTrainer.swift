import NaqlRomanisation

/// Weighs the evidence for candidate spellings of a word: the summed probability of the right ones is maximised.
struct RankerTrainer {
  let progress: (String) -> Void

  private typealias Rows = [(right: Bool, features: [Float])]

  /// Weights for single names, then for parts of people's names, learnt on what is held back from `model`.
  func words(_ words: SpellingWords, model: SpellingModel) -> [Float] {
    let held = words.pairs(held: true)
    let names = train(
      "names", rows(held.filter { $0.tag == SpellingTag.name }, tag: SpellingTag.name, rare: .infinity, model))
    // Words with an article are spelt in two halves, so only their second halves are learnt here.
    let people =
      held.compactMap { pair in
        guard SpellingTag.isPerson(pair.tag), !pair.lengths.isEmpty, ArticleWord(pair.arabic) == nil else { return nil }
        return pair
      } as [WordPair]
    return names + train("parts of people's names", rows(people, tag: SpellingTag.person, rare: 8, model))
  }

  /// Candidates of the words that `model` has met less than `rare` times.
  private func rows(_ held: [WordPair], tag: Int, rare: Float, _ model: SpellingModel) -> [Rows] {
    var right: [[UInt8]: Set<LatinWord>] = [:]
    for pair in held { right[pair.arabic, default: []].insert(LatinWord(pair.latin)) }
    let forms = right.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let speller = WordSpeller(model)
    var words: [Rows] = []
    var asked = 0
    for form in forms {
      let known = model.words.rows(form)
      if known.reduce(0, { $0 + $1.count }) >= rare { continue }
      asked += 1
      let bare = form[0] == SpellingLetters.other ? Array(form.dropFirst()) : form
      let rows = speller.features(bare, tag: tag, known: known, effort: .thorough)
        .map { (right: right[form]!.contains($0.word), features: $0.features) }
      if rows.contains(where: \.right) { words.append(rows) }
    }
    progress("ranker: \(words.count) of \(asked) words have a right candidate")
    return words
  }

  private func train(_ kind: String, _ words: [Rows]) -> [Float] {
    let size = WordRanker.count
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
          // A prior around nought, of the weight of one word.
          gradient[index] -= weights[index] / Float(words.count)
          squares[index] += gradient[index] * gradient[index]
          weights[index] += 0.1 * gradient[index] / squares[index].squareRoot()
        }
      }
      if epoch % 10 == 9 {
        progress("ranker of \(kind), round \(epoch + 1): likelihood \(likelihood / Float(words.count)), right \(first)")
      }
    }
    return weights
  }
}
