import NaqlText

/// Names by their being diptotes: words without nunation that no genitive follows (Wright, A Grammar of the Arabic Language, on diptotes).
extension ProperNames {
  /// Whether a word that may be a name has the -u or -a of a diptote, and nothing behind it can be its genitive: سَافَرَتْ نَبِيلَةُ إِلَى عُمَانَ, إِلَى
  /// صُورَ. A common noun would have its nunation.
  func isDiptoteName(
    _ tokens: [GrammarAnnotator.Token], _ index: Int, behind previous: GrammarAnnotator.Token?,
    _ following: GrammarAnnotator.Following
  ) -> Bool {
    let token = tokens[index]
    let next = index + 1 < tokens.count && !following.contains(.stop) ? tokens[index + 1] : nil
    if isUnknownFeminine(token), previous?.kinds.contains(.numeral) != true, next.map({ !mayBeGenitive($0) }) ?? true {
      return true
    }
    if isDefiniteByClause(token, next) || isForeignGenitive(token, behind: previous) { return true }
    if token.front.signs == "I" || token.front.signs == "B", let last = token.word.letters.last, last.vowel == "a" {
      // لِيَاقُوتَ: behind li- and bi- only a diptote has -a
      return token.kinds.contains(.given) && token.kinds.isDisjoint(with: .verbs) && !isDiptotePlural(token)
        && next.map { !mayBeGenitive($0) } ?? true
    }
    guard token.front.letters == 0, !token.isVerb, let last = token.word.letters.last, last.tanwin == nil,
      isName(token.kinds), token.kinds.isDisjoint(with: [.numeral, .pronoun, .adverb]), !isDiptotePlural(token)
    else { return false }
    if let next, mayBeGenitive(next) { return false }
    let isBehindVerb = previous?.isVerb == true || previous?.roles.contains(.vocative) == true
    if last.base == 0x629 {
      return token.kinds.containsAny(of: [.given, .kunyaPart]) && (last.vowel == "u" || last.vowel == "a")
    }
    switch last.vowel {
    case "u":
      // أَسْعَدُ مِنْ compares; يَزِيدُ is a verb too
      return token.kinds.contains(.given) && (isBehindVerb || token.kinds.isDisjoint(with: .verbs))
        && next?.roles.contains(.comparing) != true && (isBehindVerb || token.word.letters[0].base != 0x623)
    case "a":
      let isBehindGenitive = previous.map {
        isPreposition($0) || isDefiniteGenitive($0) && token.kinds.contains(.given)
          || $0.stemRoles.contains(.emphasis) && token.kinds.contains(.given)  // إِنَّ وَفَاءَ
      }
      return isBehindGenitive == true && token.kinds.isDisjoint(with: .adverb)
        && next?.roles.contains(.comparing) != true
    default: return false
    }
  }

  /// Whether a word in ة that no lexicon has stands without article and nunation: زُلَيْخَةُ.
  func isUnknownFeminine(_ token: GrammarAnnotator.Token) -> Bool {
    guard token.front.letters == 0, token.kinds.isEmpty, token.stem.count > 3, let last = token.word.letters.last else {
      return false
    }
    return last.base == 0x629 && last.tanwin == nil && (last.vowel == "u" || last.vowel == "a")
  }

  /// Whether a word in ة without article or nunation has a relative clause behind it, which asks for a definite noun: طَيْبَةُ الَّتِي.
  private func isDefiniteByClause(_ token: GrammarAnnotator.Token, _ next: GrammarAnnotator.Token?) -> Bool {
    guard let next, token.front.letters == 0, token.isOpenFeminine, token.word.letters.last?.vowel != nil else {
      return false
    }
    return next.roles.contains(.relativePronoun)
  }

  /// Whether a word that no lexicon has is the genitive, in -a, of a noun in ة or -i: قِصَّةُ سِنْدِبَادَ, أَخْبَارِ تِنِّيسَ; no verb stands there.
  private func isForeignGenitive(_ token: GrammarAnnotator.Token, behind previous: GrammarAnnotator.Token?) -> Bool {
    guard let previous, !previous.front.hasArticle, let last = previous.word.letters.last, last.vowel != nil,
      previous.isOpenFeminine || last.vowel == "i" && previous.kinds.containsAny(of: [.noun, .plural, .masdar]),
      previous.kinds.isDisjoint(with: [.given, .place, .particle, .adverb, .verbPerfect])
    else { return false }
    return token.front.letters == 0 && token.kinds.isEmpty && token.stem.count > 3
      && token.word.letters.last.map { $0.vowel == "a" && $0.base != 0x647 } ?? false
  }

  /// Whether a word may be a plural that is a diptote itself: CaCāCiC, CaCāCīC, with -āʼ.
  private func isDiptotePlural(_ token: GrammarAnnotator.Token) -> Bool {
    guard token.kinds.contains(.plural) else { return false }
    let letters = token.word.letters
    return letters.count > 4 && (letters[2].base == 0x627 || letters[letters.count - 2].base == 0x627)
  }

  /// Whether a word may be the genitive of the one before it.
  func mayBeGenitive(_ token: GrammarAnnotator.Token) -> Bool {
    if token.divine != nil { return true }
    if token.roles.contains(.relativePronoun) { return false }
    if annotator.isNoGenitive(token) || token.isParticle || token.isVerb || token.front.hasClitic { return false }
    // An -a without article is the genitive of diptotes alone.
    return token.word.letters.last?.vowel != "a" || isName(token.kinds) || token.kinds.contains(.plural)
  }
}
