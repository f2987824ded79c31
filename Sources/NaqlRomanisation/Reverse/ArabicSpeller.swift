/// Arabic forms of a Latin word, letter by letter: the matching rules read backwards, ranked by how likely the Latin word
/// is as a spelling of each form and by which letters follow each other in Arabic names.
final class ArabicSpeller {
  /// A form with its probability among those found.
  struct Form {
    var codes: [UInt8]
    var share: Float
  }

  private struct Path {
    var codes: [UInt8]
    var cost: Float
    /// Minus the cost and the logarithm of the letters' probability, weighed.
    var score: Float
  }

  private let rules: MatchingRules
  private let fromLatin: [[MatchingRules.LatinRule]]
  private let letters: LetterSequences
  private let ahead: LetterDecoder?
  private let back: LetterDecoder?
  private let model: SpellingModel?

  /// How much a rule's cost counts beside the letters, in the beam; how much the letters count beside the spelling model;
  /// what a form known with this spelling gains; how many paths are kept, how many forms ranked.
  private struct Weights {
    let cost: Float = 28
    let letters: Float = 0.6
    let known: Float = 1
    let beam = 160
    let ranked = 160
  }
  private static let weights = Weights()

  init(_ rules: MatchingRules, _ letters: LetterSequences, _ model: SpellingModel?) {
    self.rules = rules
    fromLatin = rules.latinRules
    self.letters = letters
    self.model = model
    ahead = model.map { LetterDecoder($0.forward) }
    back = model.map { LetterDecoder($0.backward) }
  }

  /// Forms of a word of letters 1–26, likeliest first.
  func forms(of word: [UInt8]) -> [Form] {
    if word.isEmpty || word.count > 24 { return [] }
    let found = paths(word).prefix(Self.weights.ranked)
    let latin = LatinWord(word)
    var scores: [Float] = []
    for path in found {
      var score = Self.weights.letters * (path.score + Self.weights.cost * path.cost)
      if let ahead, let back, let model {
        ahead.begin(path.codes, tag: SpellingTag.name)
        back.begin(path.codes, tag: SpellingTag.name)
        score += (ahead.log(of: latin) + back.log(of: latin)) / 2
        if let number = model.lexicon.number(of: latin),
          model.words.rows(path.codes).contains(where: { $0.word == number })
        {
          score += Self.weights.known
        }
      } else {
        score -= Self.weights.cost * path.cost
      }
      scores.append(score)
    }
    let most = scores.max() ?? 0
    let total = scores.reduce(Float(0)) { $0 + fastExp($1 - most) }
    return zip(found, scores).map { Form(codes: $0.codes, share: fastExp($1 - most) / total) }
      .sorted { $0.share != $1.share ? $0.share > $1.share : $0.codes.lexicographicallyPrecedes($1.codes) }
  }

  /// Paths through the word by the rules, best first.
  private func paths(_ word: [UInt8]) -> [Path] {
    let n = word.count
    var beams = [[[UInt8]: Path]](repeating: [:], count: n + 1)
    beams[0] = [[]: Path(codes: [], cost: 0, score: 0)]
    for at in 0..<n {
      for path in best(beams[at]) {
        for (count, codes, cost) in moves(word, at, path.codes.isEmpty) {
          add(path, codes, cost, isEnd: at + count == n, to: &beams[at + count])
        }
      }
    }
    return best(beams[n]).filter { !$0.codes.isEmpty }
  }

  private func best(_ beam: [[UInt8]: Path]) -> [Path] {
    beam.values.sorted { $0.score != $1.score ? $0.score > $1.score : $0.codes.lexicographicallyPrecedes($1.codes) }
      .prefix(Self.weights.beam).map { $0 }
  }

  private func add(_ path: Path, _ codes: [UInt8], _ cost: Float, isEnd: Bool, to beam: inout [[UInt8]: Path]) {
    var next = path
    for code in codes { append(code, to: &next) }
    next.cost += cost
    next.score -= Self.weights.cost * cost
    if isEnd {
      next.score += letters.log(next.codes.dropLast().last ?? 0, next.codes.last ?? 0, 0)
    }
    if let known = beam[next.codes], known.score >= next.score { return }
    beam[next.codes] = next
  }

  private func append(_ code: UInt8, to path: inout Path) {
    let last = path.codes.last ?? 0, before = path.codes.dropLast().last ?? 0
    path.score += letters.log(before, last, code)
    path.codes.append(code)
  }

  /// What the letters from a position on may stand for: how many of them, the Arabic codes, the cost.
  private func moves(_ word: [UInt8], _ at: Int, _ isStart: Bool) -> [(count: Int, codes: [UInt8], cost: Float)] {
    let n = word.count, s = rules.settings
    var found: [(count: Int, codes: [UInt8], cost: Float)] = []
    if at > 0, word[at] == word[at - 1] { found.append((1, [], s[.doubled])) }
    if rules.vowels[Int(word[at])], !isStart || at > 0 { found.append((1, [], s[.vowelUnwritten])) }
    if word[at] == 8, at + 1 == n { found.append((1, [], 0.15)) }
    for rule in fromLatin[Int(word[at])] where at + rule.latin.count <= n {
      if rule.latin.indices.contains(where: { word[at + $0] != rule.latin[$0] }) { continue }
      let ends = at + rule.latin.count == n
      switch rule.place {
      case .start where at > 0, .end where !ends, .word where at > 0 || !ends: continue
      default: found.append((rule.latin.count, rule.arabic, rule.cost))
      }
    }
    return found
  }
}
