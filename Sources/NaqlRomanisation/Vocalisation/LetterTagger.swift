/// Reads the vowels off the letters of a word that no table knows: a linear chain over letter labels, the best few ways.
struct LetterTagger {
  let model: VowelModel

  /// One way to read the letters, with its share of the probability of all ways.
  struct Path {
    var labels: [UInt8]
    var probability: Float
  }

  /// The `limit` best readings of `letters`, best first; without clitics where there may be none.
  func best(_ letters: [UInt8], relatives: [UInt8], limit: Int, hasClitics: Bool) -> [Path] {
    let lattice = LetterLattice(letters, relatives: relatives, model: model) { label, _ in
      hasClitics || !VowelLabel(raw: label).hasHyphen
    }
    return lattice.best(limit)
  }

  /// The `limit` best readings of a word that its marks allow, best first.
  func best(_ token: VowelToken, limit: Int) -> [Path] {
    let relatives = Relatives(model: model).labels(token.letters)
    // A letter that the training texts seldom double is read as doubled ones are.
    let isDoubled = token.given.map { $0.contains(0x651) }
    return LetterLattice(
      token.letters, relatives: relatives, model: model, doubled: isDoubled, allows: token.allows
    ).best(limit)
  }
}

/// Scores of the label sequences of one word. Labels that a letter's own features rule out are left aside.
struct LetterLattice {
  /// Labels that each letter may have, one letter after the other, with where each letter's begin.
  private var labels: [UInt8] = []
  private var firsts: [Int] = [0]
  private var unary: [Float] = []
  /// For letters 1…: scores of (label before, label here), row by label before, with where each letter's begin.
  private var binary: [Float] = []
  private var pairFirsts: [Int] = [0]

  /// A label whose own score is that far behind the best has no part in any of the best readings.
  private static let margin: Float = 9

  /// Labels that every doubled letter may have.
  private static let doubled = [VowelLabel.Vowel.none, .a, .i, .u].map { VowelLabel(2, $0).raw }

  init(
    _ letters: [UInt8], relatives: [UInt8], model: VowelModel, doubled: [Bool] = [], allows: (UInt8, Int) -> Bool
  ) {
    let features = LetterFeatures(letters, relatives: relatives)
    let weights = model.tagger
    let mask = weights.count - 1
    for (at, code) in letters.enumerated() {
      let first = at * LetterFeatures.perLetter
      let start = labels.count
      var top = -Float.infinity
      features.hashes.withUnsafeBufferPointer { hashes in
        let own = Int(model.labelFirst[Int(code)])..<Int(model.labelFirst[Int(code) + 1])
        let more = doubled.isEmpty || !doubled[at] ? [] : Self.doubled
        for place in own.lowerBound..<(own.upperBound + more.count) {
          let label = place < own.upperBound ? model.labelList[place] : more[place - own.upperBound]
          if !allows(label, at) || place >= own.upperBound && labels[start...].contains(label) { continue }
          var sum = 0
          for f in first..<(first + LetterFeatures.perLetter) {
            sum += Int(weights[WeightTable.place(hashes[f], UInt32(label) + 1, mask: mask)])
          }
          let score = Float(sum) * WeightTable.step
          top = max(top, score)
          labels.append(label)
          unary.append(score)
        }
      }
      keep(from: start, above: top - Self.margin)
      firsts.append(labels.count)
      if at == 0 { continue }
      let pairs = at * LetterFeatures.perPair
      for before in labels[firsts[at - 1]..<start] {
        for own in labels[start...] {
          var sum = 0
          let pair = UInt32(before) << 8 | UInt32(own) | 1 << 16
          for f in pairs..<(pairs + LetterFeatures.perPair) {
            sum += Int(weights[WeightTable.place(features.pairs[f], pair, mask: mask)])
          }
          binary.append(Float(sum) * WeightTable.step)
        }
      }
      pairFirsts.append(binary.count)
    }
  }

  private mutating func keep(from start: Int, above least: Float) {
    var end = start
    for at in start..<labels.count where unary[at] > least {
      labels[end] = labels[at]
      unary[end] = unary[at]
      end += 1
    }
    labels.removeLast(labels.count - end)
    unary.removeLast(unary.count - end)
  }

  private struct Step {
    var score: Float = 0
    /// Number of the label before, among all, and which of its ways.
    var before: Int32 = -1
    var rank: Int32 = 0
  }

  func best(_ limit: Int) -> [LetterTagger.Path] {
    let count = firsts.count - 1
    guard count > 0, (0..<count).allSatisfy({ firsts[$0] < firsts[$0 + 1] }) else { return [] }
    // The best ways to each label, `limit` places for each, and the logarithm of the sum over all ways.
    var steps = [Step](repeating: Step(), count: labels.count * limit)
    var kept = [Int](repeating: 0, count: labels.count)
    var sums = [Float](repeating: 0, count: labels.count)
    for k in 0..<firsts[1] {
      steps[k * limit].score = unary[k]
      kept[k] = 1
      sums[k] = unary[k]
    }
    var terms: [Float] = []
    for at in 1..<max(1, count) {
      let own = firsts[at]..<firsts[at + 1]
      for k in own {
        let base = k * limit
        var filled = 0
        terms.removeAll(keepingCapacity: true)
        for j in firsts[at - 1]..<firsts[at] {
          let pair = binary[pairFirsts[at - 1] + (j - firsts[at - 1]) * own.count + k - own.lowerBound] + unary[k]
          terms.append(sums[j] + pair)
          for rank in 0..<kept[j] {
            let score = steps[j * limit + rank].score + pair
            if filled == limit, score <= steps[base + limit - 1].score { break }
            var place = filled
            while place > 0, steps[base + place - 1].score < score { place -= 1 }
            if filled < limit { filled += 1 }
            var move = filled - 1
            while move > place {
              steps[base + move] = steps[base + move - 1]
              move -= 1
            }
            steps[base + place] = Step(score: score, before: Int32(j), rank: Int32(rank))
          }
        }
        kept[k] = filled
        sums[k] = logSum(terms)
      }
    }
    let last = firsts[count - 1]..<firsts[count]
    let total = logSum(Array(sums[last]))
    var ends: [(score: Float, label: Int, rank: Int)] = []
    for k in last {
      for rank in 0..<kept[k] { ends.append((steps[k * limit + rank].score, k, rank)) }
    }
    ends.sort { $0.score != $1.score ? $0.score > $1.score : ($0.label, $0.rank) < ($1.label, $1.rank) }
    return ends.prefix(limit).map { end in
      var path = [UInt8](repeating: 0, count: count)
      var (label, rank) = (end.label, end.rank)
      for at in stride(from: count - 1, through: 0, by: -1) {
        path[at] = labels[label]
        let step = steps[label * limit + rank]
        (label, rank) = (Int(step.before), Int(step.rank))
      }
      return LetterTagger.Path(labels: path, probability: exponential(end.score - total))
    }
  }
}
