import NaqlText

/// What the cases of a line say of its names.
///
/// A word that is a name and a common word too is the name where grammar leaves nothing else: without nunation and without a genitive
/// behind it (diptotes), in apposition to a kinsman with a pronoun, alone behind a preposition where it would be an adjective (Wright,
/// A Grammar of the Arabic Language, on diptotes, apposition and the construct state).
extension ProperNames {
  func addBySyntax(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing],
    _ following: [GrammarAnnotator.Following]
  ) {
    var hasVerb = false
    for index in tokens.indices {
      defer { hasVerb = !following[index].contains(.stop) && (hasVerb || tokens[index].opensClause) }
      if proper[index] { continue }
      let token = tokens[index]
      guard !token.isParticle, token.divine == nil, !token.isDefective, !annotator.hasPronoun(token) else { continue }
      let previous = index > 0 && !following[index - 1].contains(.stop) ? tokens[index - 1] : nil
      let next = index + 1 < tokens.count && !following[index].contains(.stop) ? tokens[index + 1] : nil
      proper[index] =
        isDiptoteName(tokens, index, behind: previous, following[index])
        || previous.map {
          isApposed(token, to: $0) && !isDescribed(token, by: next) || isPersonOf(token, $0) || isFamilyAlone(token, $0)
            || isJoinedToName(token, $0, proper[index - 1])
            || isForeignBehindPreposition(token, $0, before: next)
            || isNameBehindPreposition(token, $0)
            || isBehindDefinite(token, $0, hasVerb: hasVerb)
            || isSubject(token, behind: $0, isMooded: index > 1 && isVerb($0, behind: tokens[index - 2]))
            || isWithOwner(token, $0, proper[index - 1])
            || isCommonName(token, behind: $0, before: next, isBehindProper: proper[index - 1])
        } ?? false
        || isHouse(token, behind: previous) || isCaliph(token, before: next)
    }
    for index in tokens.indices.dropLast() where isMother(tokens[index]) {
      let name = tokens[index + 1]
      if name.front.letters == 0, name.kinds.contains(.given), !following[index].contains(.stop) {
        (proper[index], proper[index + 1]) = (true, true)  // أُمُّ حَسَنٍ
      }
    }
  }

  /// Whether a name that is a common noun too has an adjective without article behind it: جَدِّي مُحَارِب قَدِيم.
  private func isDescribed(_ token: GrammarAnnotator.Token, by next: GrammarAnnotator.Token?) -> Bool {
    guard let next, isCommon(token.kinds), !next.front.hasArticle else { return false }
    // سَلْوَى أَمْهَر خَيَّاطَة: what compares is no adjective of it
    return next.kinds.contains(.adjective) && next.kinds.isDisjoint(with: [.given, .family, .laqab])
      && next.word.letters.first?.base != 0x623
  }

  /// Whether a given name stands behind a kinsman with a pronoun: لِأُخْتِهِ أَمَلَ.
  private func isApposed(_ token: GrammarAnnotator.Token, to previous: GrammarAnnotator.Token) -> Bool {
    guard token.front.letters == 0, !token.isVerb, !previous.front.hasArticle else { return false }
    guard token.kinds.contains(.given) || isUnknownFeminine(token) || annotator.isGivenInAccusative(token) else {
      return false
    }
    return (Ending.pronouns + [Self.ofSpeaker]).contains { pronoun in
      guard previous.stem.count > pronoun.count, pronoun.isEnd(of: previous.stem) else { return false }
      let noun = SpelledWord.skeleton(previous.stem.dropLast(pronoun.count))
      return words.has(noun, .kinsman) || noun.hasSuffix("ت") && words.has(noun.dropLast() + "ة", .kinsman)
    }
  }

  /// The pronoun -ī.
  private static let ofSpeaker = Ending(0x64A)

  /// Whether a word that would else be an adjective, which has no noun there, stands behind a preposition: إِلَى رَشِيدٍ.
  private func isNameBehindPreposition(_ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token) -> Bool {
    token.front.letters == 0 && token.word.letters.last?.tanwin == "i" && !token.isDefective && isPreposition(previous)
      && token.kinds.containsAny(of: [.given, .place])
      && token.kinds.isDisjoint(with: [
        .noun, .plural, .masdar, .participle, .institution, .title, .adverb, .numeral, .pronoun,
      ]) && token.kinds.isDisjoint(with: .verbs)
  }

  /// Whether a given name without article stands behind a definite title, whose adjective would have the article too: لِلشَّيْخِ حَسَنٍ, النَّائِبُ جَمِيلُ
  /// السَّيِّدِ. In the nominative it may be what the title is said to be, but not behind a verb.
  private func isBehindDefinite(
    _ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token, hasVerb: Bool
  ) -> Bool {
    guard token.front.letters == 0, previous.front.hasArticle, previous.kinds.contains(.title),
      let last = token.word.letters.last
    else { return false }
    if annotator.isGivenInAccusative(token), previous.word.letters.last?.vowel == "a" { return true }  // الطَّبِيبَ لُؤَيًّا
    guard token.kinds.contains(.given), !token.isVerb else { return false }
    // Without nunation a noun may say when or where: كَانَ الحَارِسُ لَيْلَةَ الحَرِيقِ
    let isBare =
      last.tanwin == nil && (last.vowel != nil || last.base == 0x64A || last.base == 0x649)
      && !token.kinds.contains(.noun)
    return last.tanwin == "i" || isBare || last.tanwin == "u" && hasVerb
  }

  func isDefiniteGenitive(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.hasArticle && token.word.letters.last?.vowel == "i"
  }

  func isPreposition(_ token: GrammarAnnotator.Token) -> Bool {
    token.isParticle && token.roles.contains(.preposition)
  }

  /// Whether a given name stands with its nunation behind a verb in the mood that لَمْ or لَنْ asks for, or behind إِنَّ and its like: لَيْتَ هِلَالًا يَرَى.
  private func isSubject(
    _ token: GrammarAnnotator.Token, behind previous: GrammarAnnotator.Token, isMooded: Bool
  ) -> Bool {
    guard token.front.letters == 0, let last = token.word.letters.last else { return false }
    if previous.stemRoles.contains(.emphasis), last.base == 0x627, token.isNunated {
      let kinds = annotator.kinds(token.stem.dropLast())
      return kinds.contains(.given) && kinds.isDisjoint(with: [.title, .participle])
    }
    if annotator.hasOwnSubject(previous) { return false }
    return (previous.opensClause || previous.stemRoles.contains(.copula) || isMooded) && last.tanwin == "u"
      && token.kinds.contains(.given) && token.kinds.isDisjoint(with: [.plural, .masdar])
      && (token.kinds.isDisjoint(with: .title) || token.kinds.contains(.adjective))
      && (token.kinds.isDisjoint(with: .noun) || token.stemRoles.contains(.person))
  }

  /// Whether a word joined to a name by و is one with the same case: خَالِدٌ وَمَاهِرٌ.
  private func isJoinedToName(
    _ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token, _ isProper: Bool
  ) -> Bool {
    guard isProper, token.front.signs == "W", token.kinds.contains(.given), previous.kinds.contains(.given),
      let tanwin = token.word.letters.last?.tanwin, previous.word.letters.last?.tanwin == tanwin
    else { return false }
    return token.kinds.isDisjoint(with: .noun) || token.stemRoles.contains(.person)
  }

  /// Whether a noun that is most often a person is the genitive of a noun in ة: قَصِيدَة كَعْبٍ.
  private func isPersonOf(_ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token) -> Bool {
    guard token.front.letters == 0, token.word.letters.last?.tanwin == "i", !previous.front.hasArticle,
      previous.isOpenFeminine || isNounInConstruct(previous)
    else { return false }
    // جَدَّةُ فَرِيدٍ: no adjective of a word in ة
    return token.stemRoles.contains(.person)
      || token.kinds.contains(.given) && token.word.letters.last?.base != 0x629 && !token.isDefective
        && token.kinds.isDisjoint(with: [
          .noun, .masdar, .plural, .title, .institution, .participle, .numeral, .particle, .adverb,
        ])
  }

  /// Whether a noun in the singular has its ending of case and no nunation: كِتَابَ أَمِينٍ.
  private func isNounInConstruct(_ token: GrammarAnnotator.Token) -> Bool {
    token.word.letters.last?.vowel != nil && !token.isNunated && token.kinds.contains(.noun) && !token.isParticle
      && !token.stemRoles.contains(.quantity)
      && token.kinds.isDisjoint(with: [.plural, .adjective, .adverb, .numeral, .pronoun, .given, .place, .title])
      && token.kinds.isDisjoint(with: .verbs)
  }

  /// Whether a word that no lexicon has ends in a long vowel behind a preposition, and has no genitive: إِلَى تَاوْدَنِّي.
  private func isForeignBehindPreposition(
    _ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token, before next: GrammarAnnotator.Token?
  ) -> Bool {
    guard isPreposition(previous), token.front.letters == 0, token.kinds.isEmpty, token.stem.count > 4,
      let last = token.stem.last, [0x627, 0x648, 0x64A].contains(last.base), !last.isMarked, !token.isNunated,
      token.given.clitics == nil, !token.opensClause, token.stem.dropLast().contains(where: \.isMarked)
    else { return false }
    // صَاحِبِي, قَرْيَتِنَا may have a pronoun
    if last.base == 0x64A, token.stem.count < 6 || !annotator.kinds(token.stem.dropLast()).isEmpty { return false }
    if Ending.pronouns.contains(where: { $0.isEnd(of: token.stem) }) { return false }
    return next.map { !mayBeGenitive($0) } ?? true
  }

  /// Whether a word is a verb by the one before it: لَمْ, لَنْ, or الَّذِي where it has the pronoun of what is spoken of (الَّتِي اصْطَادَهَا).
  private func isVerb(_ token: GrammarAnnotator.Token, behind previous: GrammarAnnotator.Token) -> Bool {
    if !previous.roles.isDisjoint(with: [.jussive, .subjunctive]) { return true }
    return previous.roles.contains(.relativePronoun) && ["ه", "ها", "هم"].contains { token.stemSkeleton.hasSuffix($0) }
  }

  /// Whether a word with the article stands behind ذُو where that is part of a name: ذُو الرُّمَّة.
  private func isWithOwner(
    _ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token, _ isProper: Bool
  ) -> Bool {
    isProper && token.front.hasArticle && previous.stemRoles.contains(.owner)
  }

  /// Whether a word is the plural of the adjective of a name, as of a house or people, and no adjective of a noun before it: عَصْر الوَطَّاسِيِّين.
  private func isHouse(_ token: GrammarAnnotator.Token, behind previous: GrammarAnnotator.Token?) -> Bool {
    guard token.front.hasArticle, previous?.front.hasArticle != true || token.front.signs == "WE",
      let last = token.stem.last, last.base == 0x646,
      token.stem.count > 4, [0x648, 0x64A].contains(token.stem[token.stem.endIndex - 2].base)
    else { return false }
    let border = token.stem[token.stem.endIndex - 3]
    guard border.base == 0x64A else { return false }
    if let nisba = nisba(token) { return isOfName(token, nisba) }
    // الرُّسْتُمِيُّونَ: the nisba of no word of the lexicon
    return border.hasShadda && token.kinds.isEmpty && annotator.kinds(token.stem.dropLast(2)).isEmpty
  }

  /// Whether a definite word is the name of a caliph, which the divine name closes: المُعْتَصِم بِاللّٰه (usage of historians).
  private func isCaliph(_ token: GrammarAnnotator.Token, before next: GrammarAnnotator.Token?) -> Bool {
    guard token.front.hasArticle, let next, next.divine != nil, next.skeleton.hasPrefix("ب") else { return false }
    return token.kinds.containsAny(of: [.participle, .given, .laqab]) || token.kinds.isEmpty
  }

  /// Whether a family's name that is an adjective of origin too stands alone behind a verb: كَتَبَ الكِنْدِيُّ.
  private func isFamilyAlone(_ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token) -> Bool {
    previous.isVerb && token.front.signs == "L" && token.kinds.contains(.family) && endsAsNisba(token)
      && token.word.letters.last?.vowel == "u"
  }

  private func isMother(_ token: GrammarAnnotator.Token) -> Bool {
    token.roles.contains(.mother) && token.word.letters[0].vowel != "a" && token.kinds.isDisjoint(with: .particle)
  }
}
