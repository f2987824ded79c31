import NaqlText

/// What the neighbours of a word ask of its ending.
extension GrammarAnnotator {
  /// Whether a word ends in a short vowel behind لَمْ, so that its last letter, a weak one, is cut off; the -i before an article is none
  /// (Wright, A Grammar of the Arabic Language, on the jussive of verbs of weak third radical).
  func isApocopated(_ token: Token, behind before: Token, before next: Token?) -> Bool {
    guard before.roles.contains(.jussive), let last = token.word.letters.last, last.base != 0x647 else { return false }
    return last.vowel == "a" || last.vowel == "u" || last.vowel == "i" && next?.front.hasArticle != true
  }

  /// Whether a noun that is spelt like a verb stands before the name of a month: شَهْرَ رَمَضَانَ.
  func isBeforeMonth(_ token: Token, _ next: Token) -> Bool {
    token.kinds.contains(.noun) && token.kinds.containsAny(of: .verbs) && next.stemRoles.contains(.month)
  }

  /// Whether an adjective that is spelt like a verb compares, since مِن stands behind it (أَكْثَرَ مِنْ) or a genitive (أَكْثَرَ عُمُرِهِ); or a verb of the lexicon where the clause
  /// has one already: يَغْلِي المَاءُ أَسْرَعَ مِمَّا.
  func isElative(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index], letters = token.word.letters, next = tokens[index + 1]
    guard token.kinds.containsAny(of: .verbs), token.stem.first?.base == 0x623, !token.front.hasArticle else {
      return false
    }
    if token.kinds.contains(.adjective) {
      // بِأَكْثَرَ مِنْ; أَقَلَّ حَرًّا; أَكْثَرَ النَّاسِ
      let isOfTheseOrSo = next.front.signs == "L" && next.word.letters.last?.vowel == "i"
      if next.roles.contains(.comparing) || isPossessedGenitive(next) || isOfTheseOrSo || isByWhat(next) { return true }
    }
    guard token.front.letters == 0, next.roles.contains(.comparing) || isPossessedGenitive(next) else { return false }
    guard letters.count == 4, letters[0].vowel == "a", letters[3].vowel == "a", index > 1,
      !tokens[index - 1].isParticle, !tokens[index - 1].opensClause
    else { return false }
    for before in tokens[..<index].reversed() {
      if before.opensClause || before.stemRoles.contains(.copula) { return true }
      if before.stemRoles.contains(.clause) || before.front.hasClitic { return false }
    }
    return false
  }

  /// Whether a word is an indefinite noun in the accusative, by which the one before it compares: أَكْثَرَ تَوَاضُعًا
  /// (Wright, A Grammar of the Arabic Language, on the accusative of specification).
  private func isByWhat(_ next: Token) -> Bool {
    next.front.letters == 0 && next.kinds.containsAny(of: [.noun, .masdar])
      && (next.word.letters.contains { $0.tanwin == "a" })
  }

  /// Whether a word in -an has the shape of the active participles of derived verbs, muCaCCiC or muCīC: مُؤَكِّدًا, مُشِيرًا (Wright, A Grammar
  /// of the Arabic Language, on the verbal adjectives of the derived forms).
  func isActing(_ token: Token) -> Bool {
    let letters = Array(token.stem.dropLast())
    guard letters.count > 3, letters[0].base == 0x645, letters[0].vowel == "u" else { return false }
    let middle = letters[letters.count - 2]
    return middle.vowel == "i" || middle.base == 0x64A && letters[letters.count - 3].vowel == "i"
  }

  /// Whether a name behind ابن or أبو, or a given name before a common word, has no further name behind it, so that its ة is at rest: ابْنُ
  /// بَطُّوطَةَ جُزُرَ المَالَدِيفِ, تُحِبُّ نِسْمَةُ شُرْبَ الشَّايِ.
  func isWholeName(_ tokens: [Token], _ index: Int, _ proper: [Bool]) -> Bool {
    guard !proper.isEmpty, proper[index], index > 0, tokens[index].front.letters == 0 else { return false }
    guard index + 1 < tokens.count else { return tokens[index - 1].stemRoles.contains(.head) }
    // ابْن خَفَاجَة الأَنْدَلُسِيّ: a nisba in -iyy is no adjective of a word in ة
    if tokens[index - 1].isIbn, tokens[index + 1].front.signs == "L", let last = tokens[index + 1].word.letters.last,
      last.base == 0x64A, last.hasShadda
    {
      return true
    }
    if proper[index + 1] { return false }
    return tokens[index - 1].stemRoles.contains(.head)
      || tokens[index].kinds.contains(.given) && tokens[index].kinds.isDisjoint(with: [.place, .institution])
        && !tokens[index + 1].front.hasArticle
  }

  /// Whether a word that is known for a name has no ending to keep: one that no lexicon has, or one that is spelt like a verb.
  func isNameOrUnknown(_ token: Token) -> Bool {
    !token.isParticle && (token.kinds.isEmpty && token.word.letters.last?.base != 0x647 || isNameOrVerb(token))
  }

  /// Whether a name is spelt like a verb: يَزِيدُ.
  func isNameOrVerb(_ token: Token) -> Bool {
    token.kinds.containsAny(of: .verbs) && token.kinds.containsAny(of: [.given, .family, .laqab, .place])
  }
}
