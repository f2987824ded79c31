/// Reads the vowels off the letters of a word that no table knows: a linear chain over letter labels, the best few ways.
struct LetterTagger {
  let model: VowelModel

  /// One way to read the letters, with its share of the probability of all ways.
  struct Path {
    var labels: [UInt8]
    var probability: Float
  }

  /// The `limit` best readings of `letters`, best first.
  func best(_ letters: [UInt8], relatives: [UInt8], limit: Int) -> [Path] {
    let lattice = LetterLattice(letters, relatives: relatives, model: model)
    return lattice.best(limit)
  }
}

/// Scores of all label sequences of one word.
struct LetterLattice {
  /// Labels that each letter may have.
  private var labels: [UnsafeBufferPointer<UInt8>] = []
  private var unary: [[Float]] = []
  /// For letters 1…: scores of (label before, label here), row by label before.
  private var binary: [[Float]] = []

  init(_ letters: [UInt8], relatives: [UInt8], model: VowelModel) {
    let features = LetterFeatures(letters, relatives: relatives)
    let weights = model.tagger
    let mask = weights.count - 1
    for (at, code) in letters.enumerated() {
      let range = Int(model.labelFirst[Int(code)])..<Int(model.labelFirst[Int(code) + 1])
      let own = UnsafeBufferPointer(rebasing: model.labelList[range])
      labels.append(own)
      var scores = [Float](repeating: 0, count: own.count)
      let first = at * LetterFeatures.perLetter
      for (k, label) in own.enumerated() {
        var sum = 0
        for f in first..<(first + LetterFeatures.perLetter) {
          sum += Int(weights[WeightTable.place(features.hashes[f], UInt32(label) + 1, mask: mask)])
        }
        scores[k] = Float(sum) * WeightTable.step
      }
      unary.append(scores)
      if at == 0 { continue }
      let before = labels[at - 1]
      var pairs = [Float](repeating: 0, count: before.count * own.count)
      let start = at * LetterFeatures.perPair
      for (j, a) in before.enumerated() {
        for (k, b) in own.enumerated() {
          var sum = 0
          let pair = UInt32(a) << 8 | UInt32(b) | 1 << 16
          for f in start..<(start + LetterFeatures.perPair) {
            sum += Int(weights[WeightTable.place(features.pairs[f], pair, mask: mask)])
          }
          pairs[j * own.count + k] = Float(sum) * WeightTable.step
        }
      }
      binary.append(pairs)
    }
  }

  private struct Step {
    var score: Float
    var before: Int32
    var rank: Int32
  }

  func best(_ limit: Int) -> [LetterTagger.Path] {
    let count = labels.count
    guard count > 0, labels.allSatisfy({ !$0.isEmpty }) else { return [] }
    var steps: [[[Step]]] = [unary[0].map { [Step(score: $0, before: -1, rank: 0)] }]
    var sums = unary[0]
    for at in 1..<max(1, count) {
      var here: [[Step]] = []
      var next = [Float](repeating: 0, count: labels[at].count)
      for k in labels[at].indices {
        var kept: [Step] = []
        var terms: [Float] = []
        for j in labels[at - 1].indices {
          let pair = binary[at - 1][j * labels[at].count + k] + unary[at][k]
          terms.append(sums[j] + pair)
          for (rank, step) in steps[at - 1][j].enumerated() {
            let score = step.score + pair
            if kept.count == limit, score <= kept[limit - 1].score { break }
            var place = kept.count
            while place > 0, kept[place - 1].score < score { place -= 1 }
            kept.insert(Step(score: score, before: Int32(j), rank: Int32(rank)), at: place)
            if kept.count > limit { kept.removeLast() }
          }
        }
        next[k] = logSum(terms)
        here.append(kept)
      }
      sums = next
      steps.append(here)
    }
    let total = logSum(sums)
    var ends: [(score: Float, label: Int, rank: Int)] = []
    for k in labels[count - 1].indices {
      for (rank, step) in steps[count - 1][k].enumerated() { ends.append((step.score, k, rank)) }
    }
    ends.sort { $0.score != $1.score ? $0.score > $1.score : ($0.label, $0.rank) < ($1.label, $1.rank) }
    return ends.prefix(limit).map { end in
      var path = [UInt8](repeating: 0, count: count)
      var (label, rank) = (end.label, end.rank)
      for at in stride(from: count - 1, through: 0, by: -1) {
        path[at] = labels[at][label]
        let step = steps[at][label][rank]
        (label, rank) = (Int(step.before), Int(step.rank))
      }
      return LetterTagger.Path(labels: path, probability: exponential(end.score - total))
    }
  }
}
