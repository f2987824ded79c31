/// Weighs the candidates of one word, those of single names and those of parts of people's names apart.
package struct WordRanker: Sendable {
  /// Number of features.
  package static let count = 96
  package typealias Features = [Float]

  private let weights: [Float]

  /// A ranker by two runs of weights: for single names and for parts of people's names.
  package init(_ weights: [Float]) { self.weights = weights }

  /// The score of a candidate; e to its power is its share.
  package func score(_ features: Features, isPerson: Bool) -> Float {
    let start = isPerson ? Self.count : 0
    var sum: Float = 0
    for index in 0..<Self.count { sum += features[index] * weights[start + index] }
    return sum
  }

  /// What speaks for and against a candidate of an Arabic word of `letters` letters, `known` to the table as it is.
  static func features(
    _ word: LatinWord, forward: Float, backward: Float, _ place: LatinLexicon.Place?, _ lexicon: LatinLexicon,
    _ known: [KnownWords.Spelling], letters: Int
  ) -> Features {
    var f = [Float](repeating: 0, count: count)
    f[0] = forward
    f[1] = backward
    f[2] = Float(word.count)
    f[3] = min(forward, backward)
    f[48] = forward * 6 / Float(max(letters, 2))
    f[49] = backward * 6 / Float(max(letters, 2))
    f[(place == nil ? 50 : 60) + min(word.count, 9)] = 1
    addPatterns(word, to: &f)
    if let place {
      add(lexicon.facts(place), word, to: &f)
      var total: Float = 0, own: Float = 0
      for spelling in known {
        total += spelling.count
        if spelling.word == Int(place.word) { own += spelling.count }
      }
      if own > 0 {
        f[14] = 1
        f[15] = fastLog(own / total)
        f[16] = fastLog(own)
      }
    } else {
      f[19] = word.count <= 5 ? 1 : 0
    }
    return f
  }

  /// Latin letters and pairs of them that are commoner in names of some languages than of others.
  private static func addPatterns(_ word: LatinWord, to f: inout Features) {
    for at in 0..<word.count {
      let letter = word[at], next = at + 1 < word.count ? word[at + 1] : 0
      switch (letter, next) {
      case (15, 21): f[20] += 1  // ou
      case (5, 5): f[21] += 1  // ee
      case (15, 15): f[22] += 1  // oo
      case (3, 11): f[23] += 1  // ck
      case (16, 8): f[24] += 1  // ph
      case (3, 8): f[25] += 1  // ch
      case (19, 8): f[26] += 1  // sh
      case (20, 26): f[27] += 1  // tz
      case (7, 8): f[28] += 1  // gh
      case (9, 5): f[29] += 1  // ie
      case (5, 9): f[30] += 1  // ei
      case (1, 21), (1, 23): f[31] += 1  // au, aw
      case (5, 1): f[32] += 1  // ea
      default: if letter == next { f[33] += 1 }
      }
      switch letter {
      case 17: f[34] += 1  // q
      case 24: f[35] += 1  // x
      case 3: f[36] += 1  // c
      case 11: f[37] += 1  // k
      case 25: f[38] += 1  // y
      case 23: f[39] += 1  // w
      case 22: f[40] += 1  // v
      case 10: f[41] += 1  // j
      default: break
      }
    }
    guard word.count > 0 else { return }
    switch word[word.count - 1] {
    case 5: f[42] = 1  // e
    case 25: f[43] = 1  // y
    case 9: f[44] = 1  // i
    case 1: f[45] = 1  // a
    case 8: f[46] = 1  // h
    case 15: f[47] = 1  // o
    default: break
    }
  }

  /// What lists know of a word, alone and two by two.
  private static func add(_ facts: LatinLexicon.Facts, _ word: LatinWord, to f: inout Features) {
    f[4] = 1
    f[5] = Float(facts.census)
    f[6] = Float(facts.given)
    f[17] = Float(word.count) * 0.1
    f[18] = word.count <= 4 ? 1 : 0
    let flags = [
      facts.isListed, facts.isJapanese, facts.isName, facts.isPerson, facts.isPlace, facts.census > 0, facts.given > 0,
    ]
    var pair = 70
    for one in flags.indices {
      f[7 + one] = flags[one] ? 1 : 0
      for other in (one + 1)..<max(one + 1, flags.count) {
        f[pair] = flags[one] && flags[other] ? 1 : 0
        pair += 1
      }
    }
    f[91] = facts.census > 3 ? 1 : 0
    f[92] = facts.given > 2 ? 1 : 0
    f[93] = facts.given > 4 ? 1 : 0
    f[94] = facts.census > 1 ? 1 : 0
  }
}
