import NaqlText

/// Given names that are common words too, where syntax leaves but the name: behind a verb with a pronoun, joined to a name, behind a word of kinship
/// (Wright, A Grammar of the Arabic Language, on the subject, the conjunctions of coordination and the construct state).
extension ProperNames {
  /// Whether a word is such a name; `isBehindProper` says that the word before it is a name.
  func isCommonName(
    _ token: GrammarAnnotator.Token, behind previous: GrammarAnnotator.Token, before next: GrammarAnnotator.Token?,
    isBehindProper: Bool
  ) -> Bool {
    guard token.kinds.contains(.given), !token.front.hasArticle, !token.isVerb, !token.isDefective,
      token.kinds.isDisjoint(with: [.plural, .institution, .particle, .pronoun, .numeral])
    else { return false }
    if token.front.signs == "W" {
      // هُدَى وَسَعِيد; the case must not say otherwise, and no genitive follow
      return isBehindProper && previous.kinds.contains(.given) && previous.front.letters == 0
        && hasCase(of: previous, token) && !isGenitive(next)
    }
    guard token.front.letters == 0 else { return false }
    if isKinsman(previous) {
      // أَخُو وَفَاءَ, أُمّ سَعِيد
      return token.kinds.isDisjoint(with: [.title]) && !token.isNunatedFeminine && next?.roles.contains(.owner) != true
    }
    // أَخبَرَنِي سَعِيد أَنَّ: a subject that no adjective and no genitive follows
    let isSubject = token.word.letters.last.map { $0.vowel != "a" && $0.vowel != "i" && $0.tanwin != "a" } ?? false
    guard isSubject, !isGenitive(next), next?.kinds.contains(.adjective) != true else { return false }
    if hasObjectPronoun(previous) { return token.kinds.isDisjoint(with: [.title, .masdar]) }
    // نَجَحَ فَرَج, قَالَ صَالِح
    if previous.stemRoles.contains(.human), previous.front.letters == 0 || previous.front.signs == "W",
      !annotator.hasOwnSubject(previous), !previous.isNunated
    {
      // طَالِب is a person as a common word too
      return token.kinds.isDisjoint(with: .title) && !token.stemRoles.contains(.saying)
        && (token.kinds.contains(.adjective) || token.kinds.isDisjoint(with: .participle))
    }
    // يَا أَمَل، هَل وَصَلَت
    return previous.stemRoles.contains(.vocative) && !token.isNunated && token.word.letters.last?.vowel == nil
      && token.kinds.contains(.noun) && !token.stemRoles.contains(.exclaimed)
  }

  /// Whether a noun of kinship stands without article or pronoun: أَخُو, زَوْجَة.
  private func isKinsman(_ token: GrammarAnnotator.Token) -> Bool {
    token.stemRoles.contains(.kinsman) && !token.front.hasArticle && !token.isNunated && !annotator.hasPronoun(token)
  }

  /// Whether a verb has the pronoun of its object, so that its subject is who follows.
  private func hasObjectPronoun(_ token: GrammarAnnotator.Token) -> Bool {
    guard token.opensClause, !annotator.hasOwnSubject(token), let known = annotator.known else { return false }
    return known.readsPerfectWithObject(token.stem) || known.hasImperfectWithObject(token.stem)
  }

  private func hasCase(of name: GrammarAnnotator.Token, _ token: GrammarAnnotator.Token) -> Bool {
    guard let one = name.word.letters.last, let other = token.word.letters.last else { return false }
    return one.tanwin == nil || other.tanwin == nil || one.tanwin == other.tanwin
  }

  /// Whether a word may be the genitive of the one before it: a definite noun, or one in -i or -in.
  private func isGenitive(_ next: GrammarAnnotator.Token?) -> Bool {
    guard let next, !next.isParticle, !next.isVerb else { return false }
    return next.front.signs == "L"
      || next.front.letters == 0 && mayBeGenitive(next)
        && next.word.letters.last.map { $0.vowel == "i" || $0.tanwin == "i" } ?? false
  }
}
