import NaqlText

/// What the form of a word says of its being a name.
extension ProperNames {
  /// Whether a word has the shape of the names of crafts, which are families' names too: النَّحَّاس (Wright, A Grammar of the Arabic
  /// Language, on the pattern faʻʻāl).
  func isOccupation(_ token: GrammarAnnotator.Token) -> Bool {
    let letters = Array(token.stem)
    return letters.count == 4 && letters[0].vowel == "a" && letters[1].hasShadda && letters[1].vowel == "a"
      && letters[2].base == 0x627
  }

  /// Whether a word in ة without article has the -a that only a proper name in ة has behind a preposition: فِي قَلَّالَةَ (Wright, A
  /// Grammar of the Arabic Language, on diptotes).
  func isDiptote(_ token: GrammarAnnotator.Token) -> Bool {
    isDiptoteNoun(token) && token.word.letters.last?.base == 0x629
  }

  /// Whether a word that no list has stands behind a noun which says what kind of place it is: مَدِينَة مَأْدَبَا, حَيّ السُّيُوفِيَّة. One in ة without article may as well be an
  /// adjective.
  func isNameOfPlace(_ token: GrammarAnnotator.Token, after previous: GrammarAnnotator.Token) -> Bool {
    guard previous.stemRoles.contains(.settlement), !previous.front.hasArticle, !previous.isNunated,
      // مَحْكَمَة صُورَ
      token.kinds.isEmpty
        || token.kinds.contains(.place) && (isDiptoteNoun(token) || token.word.letters.last?.tanwin == "i")
        // قَبِيلَةُ شَمَّرَ: no verb stands behind a noun in the construct state
        || previous.isOpenFeminine && token.kinds.subtracting(.verbs).isEmpty
          && (isDiptoteNoun(token) || token.word.letters.last?.isMarked == false),
      !token.isParticle, !token.isNunated || token.kinds.contains(.place) || isGenitive(token, of: previous),
      token.given.clitics == nil
    else { return false }
    return token.front.signs == "L" || token.front.letters == 0 && token.word.letters.last?.base != 0x629
  }

  /// Whether a word is the adjective of a country: اليَمَنِيَّة.
  func isOfLand(_ token: GrammarAnnotator.Token) -> Bool {
    nisba(token).map { isOfName(token, $0) } ?? false
  }

  func isOfName(_ token: GrammarAnnotator.Token, _ nisba: String) -> Bool {
    !words.has(nisba, .plain) && !words.has(token.stemSkeleton, .plain)
  }

  /// Whether a word without clitics or article has the nunation of the nominative.
  func isSubject(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.letters == 0 && token.word.letters.last?.tanwin == "u"
  }

  /// Whether a word that no lexicon has is a genitive with nunation, and no adjective, since the noun before it has another case: جَبَلُ طُوَيْقٍ.
  private func isGenitive(_ token: GrammarAnnotator.Token, of previous: GrammarAnnotator.Token) -> Bool {
    guard token.kinds.isEmpty, token.word.letters.last?.tanwin == "i", let own = previous.word.letters.last?.vowel
    else {
      return false
    }
    return own != "i"
  }

  /// Whether a common noun has the -a of an object, so that it goes on with no name: عُثْمَانُ مِفْتَاحَ السَّيَّارَةِ.
  func isObjectNoun(_ token: GrammarAnnotator.Token) -> Bool {
    token.kinds.containsAny(of: [.noun, .plural, .masdar]) && token.word.letters.last?.vowel == "a"
      && token.word.letters.last?.base != 0x629
  }
}
