/// Finds the spellings of the parts of names; each part is worked out once.
final class UnitTable {
  private let model: SpellingModel
  private let speller: WordSpeller
  private let effort: SpellingModel.Effort
  private var cache: [[UInt8]: NameUnit] = [:]

  init(_ model: SpellingModel, effort: SpellingModel.Effort) {
    self.model = model
    self.effort = effort
    speller = WordSpeller(model)
  }

  /// Forgets what was worked out where it grows too large.
  func makeRoom() {
    if cache.count > 50_000 { cache.removeAll(keepingCapacity: true) }
  }

  /// The unit of one word or of several that are spelt together: the first with the rest.
  func unit(_ words: [[UInt8]]) -> NameUnit {
    if words.count == 1 { return unit(words[0]) }
    let codes = words.joined()
    let key = Array(words.joined(separator: [SpellingLetters.space]))
    if let known = cache[key] { return known }
    let isSon = NameUnits.sons.contains(words[0])
    let unit = NameUnit(Array(codes), known: model.words.rows(Array(codes)), model.lexicon, isSon: isSon)
    if unit.wantsGuess {
      combine(self.unit(words[0]), self.unit(Array(words.dropFirst())), into: unit) { $0 }
    }
    cache[key] = unit
    return unit
  }

  private func unit(_ codes: [UInt8]) -> NameUnit {
    if let known = cache[codes] { return known }
    let unit = NameUnit(codes, known: model.words.rows(codes), model.lexicon)
    if unit.wantsGuess {
      if let article = ArticleWord(codes) {
        let articles = NameUnit(article.article, known: model.words.rows(article.article), model.lexicon)
        let known = model.words.rows(article.stem)
        let stem = NameUnit(article.bare, known: known, model.lexicon)
        if stem.wantsGuess { ask(article.bare, known: known, for: stem) }
        combine(articles, stem, into: unit) { ArticleWord.spelling($0) }
      } else {
        ask(codes, known: unit.known, for: unit)
      }
    }
    cache[codes] = unit
    return unit
  }

  /// Adds what the letter models guess.
  private func ask(_ codes: [UInt8], known: [KnownWords.Spelling], for unit: NameUnit) {
    let found = speller.spellings(codes, tag: SpellingTag.person, known: known, effort: effort).prefix(24)
    var gains: [LatinWord: [Float]] = [:]
    if effort != .quick {
      // Where only the first spelling is wanted, few can still become it.
      let (most, least): (Int, Float) = effort == .first ? (6, 0.02) : (12, 0.004)
      for candidate in found.prefix(most) where candidate.probability > least {
        gains[candidate.word] = speller.gains(of: candidate.word, tags: Array(0..<SpellingTag.count))
      }
    }
    let shares = Dictionary(uniqueKeysWithValues: found.map { ($0.word, $0.probability) })
    unit.add(found.map(\.word)) { words, tag in
      var guesses = words.map { shares[$0] ?? 0 }
      if gains.isEmpty { return guesses }
      // A person of no Arab country is spelt as single names are, which are mostly foreign.
      let tag = tag == SpellingTag.person ? SpellingTag.name : tag
      var sum: Float = 0
      for (index, word) in words.enumerated() where guesses[index] > 0 {
        if let gain = gains[word] { guesses[index] *= fastExp(min(4, gain[tag]) - 4) * 54.6 }
        sum += guesses[index]
      }
      return sum > 0 ? guesses.map { $0 / sum } : guesses
    }
  }

  /// Countries whose likely spellings are tried.
  private static let samples = [SpellingTag.person] + ["EG", "MA", "SA"].map(SpellingTag.person)

  /// Adds the combinations of two halves, whose probability is their product.
  private func combine(
    _ first: NameUnit, _ second: NameUnit, into unit: NameUnit, spelling: @escaping (LatinWord) -> LatinWord
  ) {
    var best: [LatinWord: Float] = [:]
    for tag in Self.samples {
      let ones = Self.best(first.probabilities(tag), 6), others = Self.best(second.probabilities(tag), 12)
      for one in ones {
        for other in others {
          let word = Self.joined(spelling(first.words[one.index]), second.words[other.index])
          best[word] = max(best[word] ?? 0, one.share * other.share)
        }
      }
    }
    let words = best.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(40).map(\.key)
    // Which of the words a pair of halves makes, found once for all tags; -1 where it makes none of them.
    var places: [Int32] = []
    let width = second.words.count
    func makePlaces(_ words: [LatinWord]) {
      let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($0.element, Int32($0.offset)) })
      places.reserveCapacity(first.words.count * width)
      for one in first.words {
        let front = spelling(one)
        for other in second.words { places.append(numbers[Self.joined(front, other)] ?? -1) }
      }
    }
    unit.add(words) { words, tag in
      if places.isEmpty { makePlaces(words) }
      var shares = [Float](repeating: 0, count: words.count)
      let firsts = Self.best(first.probabilities(tag), 12), seconds = Self.best(second.probabilities(tag), 32)
      for one in firsts {
        for other in seconds {
          let place = Int(places[one.index * width + other.index])
          if place >= 0 { shares[place] += one.share * other.share }
        }
      }
      return shares
    }
  }

  private static func best(_ shares: [Float], _ count: Int) -> [(index: Int, share: Float)] {
    var best = Leading<Int>(count)
    for (index, share) in shares.enumerated() { best.insert(index, share) }
    return best.items.map { (index: $0.item, share: $0.score) }
  }

  private static func joined(_ one: LatinWord, _ other: LatinWord) -> LatinWord {
    var word = one
    for at in 0..<other.count where word.count < 24 { word.append(other[at]) }
    return word
  }
}

/// A word with the article, cut: how its article is spelt depends on the letter behind it (الصالح → al-Saleh, es-Saleh).
package struct ArticleWord {
  /// What the table has the article's spellings by.
  package let article: [UInt8]
  /// What the table has the rest's spellings by.
  package let stem: [UInt8]
  /// The rest as a word of its own.
  package let bare: [UInt8]
  /// The letter that stands for an article left out.
  package static let none: UInt8 = 27

  /// The parts of a word of at least five letters that begins with ال, else nil.
  package init?(_ codes: [UInt8]) {
    guard codes.count >= 5, codes[0] == 7, codes[1] == 36 else { return nil }
    bare = Array(codes[2...])
    article = [SpellingLetters.other, 7, 36, codes[2]]
    stem = [SpellingLetters.other] + bare
  }

  /// How an article is spelt, as the table has it, in letters.
  static func spelling(_ word: LatinWord) -> LatinWord { word.count == 1 && word[0] == none ? LatinWord() : word }
}
