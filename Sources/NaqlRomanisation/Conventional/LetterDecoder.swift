/// Latin spellings of an Arabic word by a letter model, with their log probabilities summed over all alignments.
package struct LetterDecoder {
  private var scorer: LetterModel.Scorer
  private let isReversed: Bool

  /// A decoder of one word.
  package init(_ model: LetterModel, _ codes: [UInt8], tag: Int) {
    scorer = model.scorer(codes, tag: tag)
    isReversed = model.isReversed
  }

  /// A spelling and its log probability.
  package struct Spelling {
    package var word: LatinWord
    package var log: Float
  }

  private struct Hypothesis {
    var word: LatinWord
    var style: UInt64
    var log: Float
    var range: LatinLexicon.Range?
  }

  /// At most `limit` spellings by a beam of `beam`, best first; with a lexicon only words of it.
  package mutating func spellings(beam: Int, limit: Int, lexicon: LatinLexicon? = nil) -> [Spelling] {
    var beamed = [Hypothesis(word: LatinWord(), style: 0, log: 0, range: lexicon?.all)]
    let margin: Float = beam > 8 ? 9 : 5
    for at in 0..<scorer.context.count {
      var next: [Hypothesis] = []
      let floor = (beamed.first?.log ?? 0) - margin
      for hypothesis in beamed { extend(hypothesis, at, emitted: 0, floor, lexicon, into: &next) }
      beamed = Self.merged(next, keeping: at + 1 == scorer.context.count ? max(limit * 2, beam) : beam)
      if beamed.isEmpty { return [] }
    }
    if let lexicon { beamed = beamed.filter { lexicon.isWord($0.range!, length: $0.word.count) } }
    return beamed.prefix(limit).map { Spelling(word: isReversed ? $0.word.reversed : $0.word, log: $0.log) }
  }

  private mutating func extend(
    _ hypothesis: Hypothesis, _ at: Int, emitted: Int, _ floor: Float, _ lexicon: LatinLexicon?,
    into next: inout [Hypothesis]
  ) {
    let scores = scorer.scores(at, emitted: emitted, word: hypothesis.word, style: hypothesis.style)
    let ended = hypothesis.log + scorer.log(scores, LetterModel.end)
    if ended > floor {
      var closed = hypothesis
      closed.log = ended
      next.append(closed)
    }
    guard emitted < LetterModel.longest, hypothesis.word.count < 24 else { return }
    for label in 0..<26 {
      let log = hypothesis.log + scorer.log(scores, label)
      if log < floor { continue }
      let letter = UInt8(label + 1)
      var longer = hypothesis
      if let lexicon, let range = hypothesis.range {
        guard let narrowed = lexicon.narrow(range, at: hypothesis.word.count, to: letter) else { continue }
        longer.range = narrowed
      }
      let previous = hypothesis.word.count > 0 ? hypothesis.word[hypothesis.word.count - 1] : 0
      longer.style = LetterContext.style(hypothesis.style, adding: letter, after: previous)
      longer.word.append(letter)
      longer.log = log
      extend(longer, at, emitted: emitted + 1, floor, lexicon, into: &next)
    }
  }

  /// Equal words summed, the best `count` of them, best first.
  private static func merged(_ all: [Hypothesis], keeping count: Int) -> [Hypothesis] {
    let sorted = all.sorted { ($0.word.count, $0.word.bits) < ($1.word.count, $1.word.bits) }
    var merged: [Hypothesis] = []
    merged.reserveCapacity(sorted.count)
    for hypothesis in sorted {
      if let last = merged.last, last.word == hypothesis.word {
        let high = max(last.log, hypothesis.log), low = min(last.log, hypothesis.log)
        merged[merged.count - 1].log = high + fastLog(1 + fastExp(low - high))
      } else {
        merged.append(hypothesis)
      }
    }
    merged.sort { $0.log != $1.log ? $0.log > $1.log : $0.word.bits < $1.word.bits }
    return Array(merged.prefix(count))
  }

  /// Log probability of a given spelling, summed over alignments; -50 where there is none.
  package mutating func log(of given: LatinWord) -> Float {
    let word = isReversed ? given.reversed : given
    let length = word.count
    var prefixes = [LatinWord()]
    var styles: [UInt64] = [0]
    for at in 0..<length {
      var prefix = prefixes[at]
      prefix.append(word[at])
      styles.append(LetterContext.style(styles[at], adding: word[at], after: at > 0 ? word[at - 1] : 0))
      prefixes.append(prefix)
    }
    let none: Float = -1000
    var alpha = [Float](repeating: none, count: length + 1)
    alpha[0] = 0
    let letters = scorer.context.count
    for at in 0..<letters {
      var next = [Float](repeating: none, count: length + 1)
      let best = alpha.max() ?? none
      let least = length - (letters - 1 - at) * LetterModel.longest
      for from in 0...length where alpha[from] > best - 14 {
        var log = alpha[from]
        for emitted in 0...LetterModel.longest {
          let to = from + emitted
          if to > length { break }
          let scores = scorer.scores(at, emitted: emitted, word: prefixes[to], style: styles[to])
          if to >= least {
            let ended = log + scorer.log(scores, LetterModel.end)
            let high = max(next[to], ended), low = min(next[to], ended)
            next[to] = low < high - 20 ? high : high + fastLog(1 + fastExp(low - high))
          }
          if to == length || emitted == LetterModel.longest { break }
          log += scorer.log(scores, Int(word[to]) - 1)
          if log < best - 16 { break }
        }
      }
      alpha = next
    }
    return max(alpha[length], -50)
  }
}
