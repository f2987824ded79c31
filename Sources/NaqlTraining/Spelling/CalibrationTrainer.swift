import NaqlRomanisation

/// Learns what a stated probability is worth, from names that the model has not met: logistic regression on its logit.
struct CalibrationTrainer {
  let progress: (String) -> Void

  /// Slope and offset for each kind of name (see `SpellingCalibration`).
  func train(_ words: SpellingWords, model: SpellingModel) -> [Float] {
    let speller = NameSpeller(model, effort: .thorough)
    var stated = [[(logit: Float, isRight: Bool)]](repeating: [], count: SpellingCalibration.kinds)
    func ask(_ units: [[[UInt8]]], _ kind: NameSpeller.Kind, _ right: Set<[UInt8]>) {
      guard let best = speller.spellings(units, kind, limit: 10).first else { return }
      stated[kind.calibration].append(
        (SpellingCalibration.logit(best.probability), right.contains(best.words.flatMap(\.letters))))
    }
    var names: [[UInt8]: Set<[UInt8]>] = [:]
    for pair in words.pairs(held: true) where pair.tag == SpellingTag.name && !pair.lengths.isEmpty {
      names[pair.arabic, default: []].insert(pair.latin)
    }
    for name in names.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      ask([[name]], .word(dropsArticle: true), names[name]!)
    }
    var people: [[[[UInt8]]]: Set<[UInt8]>] = [:]
    for person in words.people where person.isHeld { people[person.units, default: []].insert(person.latin) }
    for person in words.people where person.isHeld && person.units.count > 1 {
      if person.units.joined().contains(where: { $0.contains(SpellingLetters.other) }) { continue }
      ask(person.units, .parts(country: nil), people[person.units]!)
      ask(person.units, .parts(country: person.tag), people[person.units]!)
    }
    return stated.flatMap(line)
  }

  private func line(_ names: [(logit: Float, isRight: Bool)]) -> [Float] {
    var slope: Float = 1, offset: Float = 0
    for _ in 0..<300 {
      var down: Float = 0, along: Float = 0
      for name in names {
        let x = slope * name.logit + offset
        let miss = (name.isRight ? 1 : 0) - (x >= 0 ? 1 / (1 + fastExp(-x)) : 1 - 1 / (1 + fastExp(x)))
        down += miss
        along += miss * name.logit
      }
      offset += 2 * down / Float(max(1, names.count))
      slope += 0.5 * along / Float(max(1, names.count))
    }
    progress("calibration from \(names.count) names: slope \(slope), offset \(offset)")
    return [slope, offset]
  }
}
