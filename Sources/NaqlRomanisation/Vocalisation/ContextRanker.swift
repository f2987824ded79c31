import NaqlText

/// The capital of a word, as renderers take it.
typealias VocalisedCapital = VocalisedWord.Capital

/// Chooses among the readings of each word of a line by its neighbours, and decides the capitals.
struct ContextRanker {
  let model: VowelModel

  /// What was decided for a word.
  struct Choice {
    /// Candidates, best first.
    var order: [Int] = []
    /// Probability of each candidate, by number; what is missing to 1 is “none of them”.
    var probabilities: [Float] = []
    var capital: VocalisedCapital?
  }

  func choose(_ line: VowelLine, quick: Bool, use: Use) -> [Choice] {
    var choices: [Choice] = []
    choices.reserveCapacity(line.types.count)
    var history = CaseHistory()
    for at in line.types.indices {
      guard let type = line.types[at], !type.candidates.isEmpty else {
        choices.append(Choice())
        history.add(3, nil)
        continue
      }
      var choice = rank(type, line.context(at), quick: quick, use: use)
      let casing = capital(type, choice.order[0], line.context(at), history, line.positions[at])
      choice.capital = casing == 0 ? .lower : casing == 1 ? .stem : .first
      choices.append(choice)
      history.add(UInt32(casing), type)
    }
    return choices
  }

  /// Chooses for the words of `spans` only; nil where the capital of a word that is asked for hangs on words before its
  /// span. Each span begins with the line or behind what is no Arabic word, where few histories are possible; all are
  /// followed until they agree.
  func choose(_ line: VowelLine, _ spans: [Range<Int>], asked: [Bool], quick: Bool, use: Use) -> [Choice]? {
    var choices = [Choice](repeating: Choice(), count: line.types.count)
    for span in spans {
      var histories = span.lowerBound == 0 ? [CaseHistory()] : CaseHistory.behindNoWord
      for at in span {
        let type = line.types[at].flatMap { $0.candidates.isEmpty ? nil : $0 }
        var choice =
          type.map { rank($0, line.context(at), quick: quick, use: use) } ?? Choice()
        var decisions: Set<UInt32> = []
        var next: [CaseHistory] = []
        for var history in histories {
          let casing = type.map { capital($0, choice.order[0], line.context(at), history, line.positions[at]) } ?? 3
          decisions.insert(UInt32(casing))
          if type != nil { choice.capital = casing == 0 ? .lower : casing == 1 ? .stem : .first }
          history.add(UInt32(casing), type)
          if !next.contains(history) { next.append(history) }
        }
        if asked[at], decisions.count > 1 { return nil }
        histories = next
        choices[at] = choice
      }
    }
    return choices
  }

  private func rank(
    _ type: VowelType, _ context: RankFeatures.Context, quick: Bool, use: Use
  ) -> Choice {
    let weights = model.ranker
    let mask = weights.count - 1
    let isProse = use == .phrase && !model.prose.isEmpty
    let prose = model.prose, proseMask = prose.count - 1
    var scores = isProse ? type.proseScores : type.scores
    let noneScore = isProse ? type.proseNoneScore : type.noneScore
    for k in scores.indices {
      if !quick {
        var sum = 0
        if isProse {
          RankFeatures.forEach(type, type.keys[k], type.candidates[k], context) {
            sum += Int(weights[Int($0) & mask]) + Int(prose[Int($0) & proseMask])
          }
        } else {
          RankFeatures.forEach(type, type.keys[k], type.candidates[k], context) { sum += Int(weights[Int($0) & mask]) }
        }
        scores[k] += Float(sum) * WeightTable.step
      } else if type.letters.last == VowelLetter.tehMarbuta {
        // ة before a word with the article is most often a construct, unless the word has an article itself.
        let isConstruct = VowelLabel(raw: type.candidates[k].labels.last ?? 0).consonants == 2
        let expected = context.next?.hasArticle == true && context.breakAfter == 0 && !type.hasArticle
        scores[k] += isConstruct == expected ? 2 : -2
      }
      if use == .name { scores[k] += NamePrior.bonus(type.candidates[k], isFirst: context.isFirst) }
    }
    let top = max(scores.max() ?? 0, noneScore)
    var total = exponential(noneScore - top)
    var shares = scores.map { exponential($0 - top) }
    for share in shares { total += share }
    for k in shares.indices { shares[k] /= total }
    let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    return Choice(order: order, probabilities: shares, capital: nil)
  }

  private func capital(
    _ type: VowelType, _ candidate: Int, _ context: RankFeatures.Context, _ history: CaseHistory, _ position: Int
  ) -> Int {
    let weights = model.casing
    let mask = UInt32(weights.count - 1)
    let (stem, first) = (CaseFeatures.capitals[0], CaseFeatures.capitals[1])
    var sums = (stem: 0, first: 0)
    CaseFeatures.forEach(
      type, type.keys[candidate], type.candidates[candidate], context, history, position: position
    ) { feature in
      sums.stem += Int(weights[Int((feature ^ stem) & mask)])
      sums.first += Int(weights[Int((feature ^ first) & mask)])
    }
    if sums.stem <= 0, sums.first <= 0 { return 0 }
    return sums.stem >= sums.first ? 1 : 2
  }
}
