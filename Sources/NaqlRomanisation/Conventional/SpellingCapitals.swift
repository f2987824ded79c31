/// Capitals and hyphens as English readers expect them.
enum SpellingCapitals {
  private static let article = SpellingLetters.codes("ال")
  private static let daughter = SpellingLetters.codes("بنت")
  private static let house = SpellingLetters.codes("آل")
  private static let fathers = ["أبو", "ابو", "أبي", "ابي"].map { SpellingLetters.codes($0) }

  /// `word` as it stands in a name: al-Assad, Abu Mazen, bin Salman, Al Thani. Ben is part of a family name and has a capital, in 402 of the
  /// 410 names with بن of `Rules/entities/people.tsv` that are spelt so; bin and ibn of most have none.
  ///
  /// `unit` has the Arabic words that it spells.
  static func written(_ word: LatinWord, _ unit: ArraySlice<[UInt8]>, isFirst: Bool, _ model: SpellingModel) -> String {
    let text = word.text
    let arabic = unit[unit.startIndex]
    if unit.count > 1 {
      let rest = unit.dropFirst()
      if NameUnits.sons.contains(arabic), text.count > 4, let son = son(in: word) {
        return (isFirst || son == "ben" ? capital(son) : son) + " "
          + second(LatinWord(word.letters.dropFirst(son.count)), rest, model)
      }
      if fathers.contains(arabic) {
        for father in ["abou", "abu", "abo", "abi"] where text.hasPrefix(father) && text.count > father.count + 1 {
          return capital(father) + " " + second(LatinWord(word.letters.dropFirst(father.count)), rest, model)
        }
      }
    }
    if !isFirst, arabic == daughter, text == "bint" { return text }
    if arabic == house, text.hasPrefix("al"), text.count > 4 { return "Al " + capital(text.dropFirst(2)) }
    if arabic.count > 3, Array(arabic.prefix(2)) == article, word.count > 4 {
      let rest = Array(word.letters.dropFirst(2))
      // Alberto is a name of its own; what no list has is written by its parts.
      let known =
        model.lexicon.number(of: LatinWord(rest)) != nil || !model.words.rows(Array(arabic.dropFirst(2))).isEmpty
        || model.lexicon.number(of: word) == nil
      // Alaoui is العلوي as a whole: what follows al- would lack the ل of its stem.
      let isArticle = ConsonantSkeleton.isKept(Array(arabic.dropFirst(2)), in: LatinWord(rest))
      for form in ["al", "el"] where text.hasPrefix(form) && known && isArticle {
        return form + "-" + capital(text.dropFirst(2))
      }
    }
    return capital(text)
  }

  /// What is behind Abu and ibn: al-Hasan, Bakr.
  private static func second(_ word: LatinWord, _ unit: ArraySlice<[UInt8]>, _ model: SpellingModel) -> String {
    let arabic = unit[unit.startIndex]
    if unit.count == 1, arabic.count > 3, arabic.starts(with: article), word.count > 4 {
      let rest = LatinWord(word.letters.dropFirst(2))
      for form in ["al", "el"]
      where word.text.hasPrefix(form) && ConsonantSkeleton.isKept(Array(arabic.dropFirst(2)), in: rest) {
        return form + "-" + capital(rest.text)
      }
    }
    return written(word, unit, isFirst: false, model)
  }

  /// How a spelling of بن with the name behind it begins, if that is one of its usual ways: ben, bin or ibn.
  static func son(in word: LatinWord) -> String? { ["ben", "bin", "ibn"].first { word.text.hasPrefix($0) } }

  private static func capital(_ text: some StringProtocol) -> String {
    (text.first.map { String($0).uppercased() } ?? "") + text.dropFirst()
  }
}
