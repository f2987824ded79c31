import NaqlText

/// Words with a pronoun or an accusative behind them, by their letters.
extension GrammarAnnotator {
  /// Whether a word is a given name with the -an of the accusative: عَلِيًّا.
  func isGivenInAccusative(_ token: Token) -> Bool {
    token.front.letters == 0 && token.isNunated && token.word.letters.last?.base == 0x627
      && kinds(token.stem.dropLast()).contains(.given)
  }

  /// Whether a word is one of the lexicon with a pronoun behind it: لَاعِبُنَا.
  func hasPronoun(_ token: Token) -> Bool {
    guard let known, !token.front.hasArticle, token.word.letters.last?.base != 0x649 else { return false }
    for pronoun in Ending.nounPronouns where token.stem.count > pronoun.count + 2 && pronoun.isEnd(of: token.stem) {
      var noun = token.stem.dropLast(pronoun.count)
      guard noun[noun.endIndex - 1].vowel != nil else { continue }
      noun[noun.endIndex - 1].vowel = nil
      if known.reads(noun) { return true }
      guard noun[noun.endIndex - 1].base == 0x62A else { continue }
      noun[noun.endIndex - 1].base = 0x629  // غُرْفَتِهِمَا
      if known.reads(noun) { return true }
    }
    return false
  }

  /// Whether a verb ends in the -tu, -ta, -ti of its own subject, a pronoun behind it or not: قَرَأْتُهُ.
  func hasOwnSubject(_ token: Token) -> Bool {
    let pronoun = Ending.nounPronouns.first { token.stem.count > $0.count + 3 && $0.isEnd(of: token.stem) }
    let verb = token.stem.dropLast(pronoun?.count ?? 0)
    guard let last = verb.last, last.base == 0x62A, last.hasVowel, verb.count > 2 else { return false }
    let before = verb[verb.endIndex - 2]
    return before.hasSukun || !before.hasVowel
  }

  /// The vowel before a pronoun at the end of a word without article; nil where none is seen.
  func vowelBeforePronoun(_ token: Token) -> SpelledWord.Vowel? {
    guard !token.front.hasArticle,
      let pronoun = Ending.nounPronouns.first(where: { token.stem.count > $0.count + 2 && $0.isEnd(of: token.stem) })
    else { return nil }
    return token.stem[token.stem.endIndex - pronoun.count - 1].vowel
  }

  /// Whether a word is a noun in the genitive before its pronoun: جَدِّنَا.
  func isPossessedGenitive(_ token: Token) -> Bool {
    token.kinds.isEmpty && vowelBeforePronoun(token) == "i" && hasPronoun(token)
  }
}
