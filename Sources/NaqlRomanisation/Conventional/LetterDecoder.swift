/// Latin spellings of an Arabic word by a letter model, with their log probabilities summed over all alignments.
package final class LetterDecoder {
  private let scorer: LetterScorer
  private var next = Generation()
  private var beam: [Hypothesis] = []

  /// A decoder by `model`, for one word after the other.
  package init(_ model: LetterModel) { scorer = LetterScorer(model) }

  /// Turns to a word given by its codes.
  package func begin(_ codes: [UInt8], tag: Int) { scorer.begin(codes, tag: tag) }

  /// A spelling, its log probability, and where it ends in the lexicon.
  package struct Spelling {
    package var word: LatinWord
    package var log: Float
    package var place: LatinLexicon.Place?
  }

  struct Hypothesis {
    var word: LatinWord
    var tail: UInt64
    var style: UInt64
    var log: Float
    /// The lexicon's words that go on so; `low` −1 where there are none.
    var place: LatinLexicon.Place
  }

  private static let nowhere = LatinLexicon.Place(low: -1, high: -1, word: -1, facts: 0)

  /// Spellings by a beam: the best `free` at each letter and, beside them, the best `listed` that begin a word of the
  /// lexicon. In no order. Only for models that read from the beginning.
  package func spellings(free: Int, listed: Int, margin: Float, _ lexicon: LatinLexicon) -> [Spelling] {
    beam = [Hypothesis(word: LatinWord(), tail: 0, style: 0, log: 0, place: lexicon.root)]
    for at in 0..<scorer.context.count {
      next.removeAll()
      scorer.makeRoom()
      var best: Float = -1e9, bestListed: Float = -1e9
      for hypothesis in beam {
        best = max(best, hypothesis.log)
        if hypothesis.place.low >= 0 { bestListed = max(bestListed, hypothesis.log) }
      }
      let floor = best - margin
      // Beginnings that no word of the lexicon goes on with must do better than the best `free`.
      for hypothesis in beam { extend(hypothesis, at, 0, floor, bestListed - margin, lexicon) }
      next.prune(free: free, listed: listed, into: &beam)
      if beam.isEmpty { return [] }
    }
    return beam.map { hypothesis in
      Spelling(
        word: hypothesis.word, log: hypothesis.log,
        place: hypothesis.place.low >= 0 && hypothesis.place.word >= 0 ? hypothesis.place : nil)
    }
  }

  private func extend(
    _ hypothesis: Hypothesis, _ at: Int, _ emitted: Int, _ floor: Float, _ listedFloor: Float, _ lexicon: LatinLexicon
  ) {
    let isListed = hypothesis.place.low >= 0
    let lowest = isListed ? min(floor, listedFloor) : floor
    let number = scorer.context(at, emitted: emitted, tail: hypothesis.tail, style: hypothesis.style)
    let ended = hypothesis.log + scorer.log(number, LetterModel.end)
    if ended >= lowest {
      var closed = hypothesis
      closed.log = ended
      next.insert(closed)
    }
    guard emitted < LetterModel.longest, hypothesis.word.count < 24 else { return }
    let (sums, least) = scorer.sums(number, floor: lowest - hypothesis.log)
    for label in 0..<26 where sums[LetterModel.lane(label)] >= least {
      let log = hypothesis.log + scorer.log(number, label)
      let letter = UInt8(label + 1)
      let place = isListed ? lexicon.child(hypothesis.place, letter) ?? Self.nowhere : Self.nowhere
      if place.low < 0, log < floor { continue }
      var longer = hypothesis
      longer.place = place
      longer.style = LetterContext.style(hypothesis.style, adding: letter, after: UInt8(hypothesis.tail & 31))
      longer.tail = (hypothesis.tail << 5 | UInt64(letter)) & 0x1FF_FFFF
      longer.word.append(letter)
      longer.log = log
      extend(longer, at, emitted + 1, floor, listedFloor, lexicon)
    }
  }

  /// Log probability of a given spelling, summed over alignments; -50 where there is none.
  package func log(of given: LatinWord) -> Float {
    let word = scorer.model.isReversed ? given.reversed : given
    let length = word.count
    scorer.makeRoom()
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { room in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { prefixes in
        Self.read(word, into: prefixes)
        var alpha = room.baseAddress!, next = alpha + 32
        let none: Float = -1000
        for at in 0...length { alpha[at] = none }
        alpha[0] = 0
        let letters = scorer.context.count
        for at in 0..<letters {
          var best = none
          for to in 0...length {
            next[to] = none
            best = max(best, alpha[to])
          }
          let least = length - (letters - 1 - at) * LetterModel.longest
          for from in 0...length where alpha[from] > best - 10 {
            var log = alpha[from]
            for emitted in 0...LetterModel.longest {
              let to = from + emitted
              if to > length { break }
              let number = scorer.context(at, emitted: emitted, tail: prefixes[to], style: prefixes[32 + to])
              if to >= least {
                let ended = log + scorer.log(number, LetterModel.end)
                let high = max(next[to], ended), low = min(next[to], ended)
                next[to] = low < high - 10 ? high : high + fastLog(1 + fastExp(low - high))
              }
              if to == length || emitted == LetterModel.longest { break }
              log += scorer.log(number, Int(word[to]) - 1)
              if log < best - 10 { break }
            }
          }
          swap(&alpha, &next)
        }
        return max(alpha[length], -50)
      }
    }
  }

  /// The last five letters and the style behind each letter of a word: at n and 32 + n.
  private static func read(_ word: LatinWord, into prefixes: UnsafeMutableBufferPointer<UInt64>) {
    prefixes[0] = 0
    prefixes[32] = 0
    for at in 0..<word.count {
      prefixes[at + 1] = (prefixes[at] << 5 | UInt64(word[at])) & 0x1FF_FFFF
      prefixes[33 + at] = LetterContext.style(prefixes[32 + at], adding: word[at], after: at > 0 ? word[at - 1] : 0)
    }
  }

  /// How much likelier a spelling is under each of `tags` than under the word's own tag, along its best alignment.
  package func gains(of given: LatinWord, tags: [Int]) -> [Float] {
    let word = scorer.model.isReversed ? given.reversed : given
    let length = word.count, width = length + 1, letters = scorer.context.count
    scorer.makeRoom()
    var logs = [Float](repeating: 0, count: tags.count)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { prefixes in
      Self.read(word, into: prefixes)
      var best = [Float](repeating: -1000, count: (letters + 1) * width)
      var back = [Int8](repeating: -1, count: (letters + 1) * width)
      best[0] = 0
      for at in 0..<letters {
        for from in 0...length where best[at * width + from] > -900 {
          var log = best[at * width + from]
          for emitted in 0...min(LetterModel.longest, length - from) {
            let to = from + emitted
            let number = scorer.context(at, emitted: emitted, tail: prefixes[to], style: prefixes[32 + to])
            let ended = log + scorer.log(number, LetterModel.end)
            if ended > best[(at + 1) * width + to] {
              best[(at + 1) * width + to] = ended
              back[(at + 1) * width + to] = Int8(emitted)
            }
            if to < length, emitted < LetterModel.longest { log += scorer.log(number, Int(word[to]) - 1) }
          }
        }
      }
      let own = best[letters * width + length]
      guard own > -900 else { return }
      var to = length
      for at in stride(from: letters - 1, through: 0, by: -1) {
        let count = Int(back[(at + 1) * width + to])
        for emitted in 0...count {
          let here = to - count + emitted
          scorer.add(
            at, emitted: emitted, tail: prefixes[here], style: prefixes[32 + here],
            label: emitted < count ? Int(word[here]) - 1 : LetterModel.end, tags: tags, to: &logs)
        }
        to -= count
      }
      for index in logs.indices { logs[index] -= own }
    }
    return logs
  }
}

extension LetterDecoder {
  /// What the beam becomes: hypotheses of different spellings, equal ones summed.
  struct Generation {
    private var all: [Hypothesis] = []
    private var slots = [Int32](repeating: -1, count: 8192)
    private var best: Float = -1e9

    mutating func removeAll() {
      all.removeAll(keepingCapacity: true)
      slots.withUnsafeMutableBufferPointer { $0.update(repeating: -1) }
      best = -1e9
    }

    /// Adds a hypothesis, or its probability to an equal one.
    mutating func insert(_ hypothesis: Hypothesis) {
      let bits =
        UInt64(truncatingIfNeeded: hypothesis.word.bits) ^ UInt64(truncatingIfNeeded: hypothesis.word.bits >> 64)
      var at = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 51)
      while slots[at] >= 0 {
        let known = Int(slots[at])
        if all[known].word == hypothesis.word {
          let high = max(all[known].log, hypothesis.log), low = min(all[known].log, hypothesis.log)
          all[known].log = low < high - 12 ? high : high + fastLog(1 + fastExp(low - high))
          best = max(best, all[known].log)
          return
        }
        at = (at + 1) & 8191
      }
      if all.count >= 4096 { return }
      slots[at] = Int32(all.count)
      all.append(hypothesis)
      best = max(best, hypothesis.log)
    }

    /// Keeps about the best `free` hypotheses and the best `listed` of those that begin a word of the lexicon.
    func prune(free: Int, listed: Int, into beam: inout [Hypothesis]) {
      beam.removeAll(keepingCapacity: true)
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 512) { counts in
        counts.update(repeating: 0)
        func part(_ log: Float) -> Int { min(255, Int((best - log) * 12)) }
        for hypothesis in all {
          counts[part(hypothesis.log)] += 1
          if hypothesis.place.low >= 0 { counts[256 + part(hypothesis.log)] += 1 }
        }
        func last(_ start: Int, _ wanted: Int) -> Int {
          var sum: Int32 = 0
          for part in 0..<256 {
            sum += counts[start + part]
            if sum > Int32(wanted) { return part == 0 ? 0 : part - 1 }
          }
          return 255
        }
        let freeLast = last(0, free), listedLast = last(256, listed)
        for hypothesis in all {
          let part = part(hypothesis.log)
          if part <= freeLast || hypothesis.place.low >= 0 && part <= listedLast { beam.append(hypothesis) }
        }
      }
    }
  }
}
