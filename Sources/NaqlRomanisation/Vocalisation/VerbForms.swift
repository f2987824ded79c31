import NaqlText

/// Forms of verbs of which the lexicon has the third person singular only: other persons and numbers, and the jussive, whose long vowel is cut.
///
/// Source: Wright, A Grammar of the Arabic Language, on the conjugation of the strong verb and of verbs with a weak middle or last radical.
struct VerbForms {
  /// A way from the letters of a form to those of the third person singular, and from the labels of that to those of the form.
  private struct Way {
    var base: [UInt8]
    var tense: Tense
    /// The labels of the form; nil where the base is no verb of the kind that the way starts from.
    var labels: ([UInt8]) -> [UInt8]?
  }

  enum Tense { case imperfect, perfect }

  /// Calls `visit` with the third person singular that `letters` may be a form of, its tense, and what makes its labels those of the form.
  /// `isOpen`: a pronoun follows, so that the plural in وا has no alif.
  static func forEach(
    of letters: [UInt8], isOpen: Bool, _ visit: (_ base: [UInt8], Tense, _ labels: ([UInt8]) -> [UInt8]?) -> Void
  ) {
    guard letters.count >= 3 else { return }
    for way in imperfects(letters, isOpen: isOpen) + perfects(letters, isOpen: isOpen) {
      visit(way.base, way.tense, way.labels)
    }
  }

  // MARK: Imperfect

  private static func imperfects(_ letters: [UInt8], isOpen: Bool) -> [Way] {
    let prefixes = [VowelLetter.ya, VowelLetter.ta, VowelLetter.nun, VowelLetter.alifHamza]
    guard prefixes.contains(letters[0]) else { return [] }
    let third = [VowelLetter.ya] + letters.dropFirst()
    // The prefix has the vowel of the third person's; an alif with hamza is all vowel.
    let prefix: UInt8 = letters[0] == VowelLetter.alifHamza ? 0 : 1
    func way(_ base: [UInt8], _ labels: @escaping ([UInt8]) -> [UInt8]?) -> Way {
      Way(base: base, tense: .imperfect) { own in
        labels(own).map { [VowelLabel(prefix, VowelLabel(raw: $0[0]).vowel).raw] + $0.dropFirst() }
      }
    }
    var ways: [Way] = []
    if letters[0] != VowelLetter.ya { ways.append(way(third) { $0 }) }
    ways += jussives(third, way)
    let isThirdOrSecond = letters[0] == VowelLetter.ya || letters[0] == VowelLetter.ta
    if isThirdOrSecond, letters.count >= 4 { ways += plurals(third, isOpen: isOpen, way) }
    return ways
  }

  /// لم يفز from يَفُوز, لم ينته from يَنْتَهِي.
  private static func jussives(
    _ third: [UInt8], _ way: ([UInt8], @escaping ([UInt8]) -> [UInt8]?) -> Way
  ) -> [Way] {
    [(VowelLetter.waw, VowelLabel.Vowel.u), (VowelLetter.ya, .i), (VowelLetter.alif, .a)].flatMap { letter, short in
      var hollow = third
      hollow.insert(letter, at: third.count - 1)
      let defective = third + [letter == VowelLetter.alif ? VowelLetter.alifMaqsura : letter]
      return [
        way(hollow) { own in
          own.last.flatMap { VowelLabel(raw: $0).consonants == 1 ? shortened(own, short) : nil }
        },
        way(defective) { own in own.count >= 3 ? cut(own, short) : nil },
      ]
    }
  }

  /// يَكْتُبُونَ, يَكْتُبُوا, يَكْتُبَانِ, تَكْتُبِينَ; of weak verbs يَنْتَهُونَ, يَبْقَوْنَ, يَنْتَهِيَانِ.
  private static func plurals(
    _ third: [UInt8], isOpen: Bool, _ way: ([UInt8], @escaping ([UInt8]) -> [UInt8]?) -> Way
  ) -> [Way] {
    var ways: [Way] = []
    let nunA = VowelLabel(1, .a).raw, nunI = VowelLabel(1, .i).raw, silent = VowelLabel(0, .none).raw
    let endings: [(letters: [UInt8], long: VowelLabel.Vowel, rest: [UInt8])] = [
      ([VowelLetter.waw, VowelLetter.nun], .longU, [nunA]),
      isOpen ? ([VowelLetter.waw], .longU, []) : ([VowelLetter.waw, VowelLetter.alif], .longU, [silent]),
      ([VowelLetter.alif, VowelLetter.nun], .longA, [nunI]),
      ([VowelLetter.ya, VowelLetter.nun], .longI, [nunA]),
    ]
    for ending in endings
    where third.count >= ending.letters.count + 3 && third.suffix(ending.letters.count).elementsEqual(ending.letters) {
      let stem = Array(third.dropLast(ending.letters.count))
      ways.append(
        way(stem) { own in
          guard let last = own.last, VowelLabel(raw: last).vowel == .u, VowelLabel(raw: last).consonants > 0 else {
            return nil
          }
          return own.dropLast() + [with(last, .none), VowelLabel(0, ending.long).raw] + ending.rest
        })
      guard ending.long == .longU else { continue }
      for letter in [VowelLetter.ya, VowelLetter.waw] {
        ways.append(
          way(stem + [letter]) { own in
            own.count >= 3 ? cut(own, .none).map { $0 + [VowelLabel(0, .longU).raw] + ending.rest } : nil
          })
      }
      ways.append(
        way(stem + [VowelLetter.alifMaqsura]) { own in
          own.count >= 3 ? cut(own, .a).map { $0 + [VowelLabel(1, .none).raw] + ending.rest } : nil
        })
    }
    return ways
  }

  // MARK: Perfect

  private static func perfects(_ letters: [UInt8], isOpen: Bool) -> [Way] {
    var ways: [Way] = []
    func way(_ base: [UInt8], _ labels: @escaping ([UInt8]) -> [UInt8]?) {
      ways.append(Way(base: base, tense: .perfect, labels: labels))
    }
    let last = letters[letters.count - 1], before = letters[letters.count - 2]
    let silent = VowelLabel(0, .none).raw
    if last == VowelLetter.alif, before == VowelLetter.nun, letters.count >= 4 {
      firstPlurals(Array(letters.dropLast(2)), way)
    }
    if isOpen ? last == VowelLetter.waw : last == VowelLetter.alif && before == VowelLetter.waw {
      let stem = Array(letters.dropLast(isOpen ? 1 : 2)), rest = isOpen ? [] : [silent]
      if stem.count >= 2 {
        way(stem) { own in
          sound(own).map { own.dropLast() + [with($0, .none), VowelLabel(0, .longU).raw] + rest }  // كَتَبُوا
        }
        way(stem + [VowelLetter.alifMaqsura]) { own in
          cut(own, .a).map { $0 + [VowelLabel(1, .none).raw] + rest }  // اِنْتَهَوْا
        }
      }
    }
    if last == VowelLetter.alif, letters.count >= 4 {
      way(Array(letters.dropLast())) { own in
        guard let last = own.last, [.a, .none].contains(VowelLabel(raw: last).vowel),
          VowelLabel(raw: last).consonants > 0
        else { return nil }
        return own.dropLast() + [with(last, .none), VowelLabel(0, .longA).raw]  // نَاقَشَا, نَاقَشَتَا
      }
    }
    return ways
  }

  /// سَجَّلْنَا, زُرْنَا, أَرَدْنَا, بَنَيْنَا, by the letters before نا.
  private static func firstPlurals(_ stem: [UInt8], _ way: ([UInt8], @escaping ([UInt8]) -> [UInt8]?) -> Void) {
    let ending = [VowelLabel(1, .none).raw, VowelLabel(0, .longA).raw]
    way(stem) { own in
      sound(own).flatMap { VowelLabel(raw: $0).consonants == 1 ? own.dropLast() + [with($0, .none)] + ending : nil }
    }
    if stem.last == VowelLetter.ya {
      way(stem.dropLast() + [VowelLetter.alifMaqsura]) { own in
        cut(own, .a).map { $0 + [VowelLabel(1, .none).raw] + ending }
      }
    }
    var hollow = stem
    hollow.insert(VowelLetter.alif, at: stem.count - 1)
    // Of the first measure the vowel is that of the weak radical, which the perfect hides; u is the commoner.
    for short in stem.count == 2 ? [VowelLabel.Vowel.u, .i] : [.a] {
      way(hollow) { own in sound(own) == nil ? nil : shortened(own, short).map { $0 + ending } }
    }
  }

  // MARK: Labels

  private static func with(_ label: UInt8, _ vowel: VowelLabel.Vowel) -> UInt8 {
    VowelLabel(VowelLabel(raw: label).consonants, vowel).raw
  }

  /// Labels without a weak last radical, and with another vowel before it; nil where the last is no long vowel.
  private static func cut(_ labels: [UInt8], _ vowel: VowelLabel.Vowel) -> [UInt8]? {
    guard let last = labels.last, isLong(last), labels.count >= 2 else { return nil }
    return labels.dropLast(2) + [with(labels[labels.count - 2], vowel)]
  }

  /// Labels with a weak middle radical made short and the last consonant bare; nil where the one before it is not long.
  private static func shortened(_ labels: [UInt8], _ short: VowelLabel.Vowel) -> [UInt8]? {
    let last = labels.count - 1
    guard last >= 2, isLong(labels[last - 1]) else { return nil }
    return labels[..<(last - 2)] + [with(labels[last - 2], short), with(labels[last], .none)]
  }

  private static func isLong(_ label: UInt8) -> Bool {
    let own = VowelLabel(raw: label)
    return own.consonants == 0 && [.longA, .longI, .longU, .maqsura].contains(own.vowel)
  }

  /// The last label where it is a consonant's with the -a of the perfect.
  private static func sound(_ labels: [UInt8]) -> UInt8? {
    guard let last = labels.last, VowelLabel(raw: last).vowel == .a, VowelLabel(raw: last).consonants > 0 else {
      return nil
    }
    return last
  }
}

extension Candidates {
  /// Forms of the lexicon's verbs that it does not have itself.
  func addVerbForms(_ stem: [UInt8], _ cut: CliticCut, _ found: inout [Candidate]) {
    if cut.hasArticle { return }
    forEachVerbForm(stem, isOpen: false) { labels, number in
      let at = place(cut.labels + labels, &found)
      found[at].sources.insert(.inflected)
      if found[at].lexiconRank == 0 {
        found[at].lexiconRank = UInt8(min(9, lexicon.rank(number)))
        found[at].kind = kinds[lexicon.kind(number)]
      }
    }
  }

  /// Calls `visit` with the labels of each form of a verb that `stem` may be, and the number of the verb in the lexicon.
  func forEachVerbForm(_ stem: [UInt8], isOpen: Bool, _ visit: ([UInt8], Int) -> Void) {
    VerbForms.forEach(of: stem, isOpen: isOpen) { base, tense, form in
      forEachExactEntry(base) { number in
        guard isVerb[lexicon.kind(number)] else { return }
        let reading = LabelReading(vocalised: lexicon.vocalised(number))
        guard let last = reading.labels.last else { return }
        let isImperfect = base[0] == VowelLetter.ya && VowelLabel(raw: last).vowel != .a
        guard isImperfect == (tense == .imperfect), let labels = form(reading.labels) else { return }
        visit(labels, number)
      }
    }
  }
}
