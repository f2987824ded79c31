import NaqlText

/// Whether the ة of a word reads -t, since a genitive follows.
extension GrammarAnnotator {
  /// Whether the ة of a word reads -t, by what the vocaliser decided or by the grammar. Two things are grammar whatever the vocaliser
  /// decided: -h before a conjunction or preposition (رِحْلَة لِلسَّلَام), -t of a noun before what is a place and nothing else (شرطة مومباي).
  func readsConstruct(_ token: Token, before next: Token?, _ following: Following, isName: Bool) -> Bool {
    guard token.isOpenFeminine else { return token.given.isConstruct ?? false }
    if following.contains(.stop) { return false }
    if let next, following.isDisjoint(with: [.latin, .number]), next.front.hasClitic || next.roles.contains(.relation) {
      return false
    }
    if let next, isNoGenitive(next) || isColour(next) { return false }
    if isName, let next, isBareGivenName(token), next.divine == nil,
      next.stemSkeleton != token.stemSkeleton, !next.roles.contains(.owner)
    {
      return false
    }
    if token.given.isConstruct == true { return true }
    let isBeforePlace = next?.kinds.subtracting(.usualPlace) == .place && !token.kinds.contains(.given)
    if let next, isNounBeforeName(token, next) { return true }
    if token.given.isConstruct == false, !isBeforePlace, !isNounBeforeDefinite(token, next) { return false }
    return isConstruct(token, before: next, following, isName: isName)
  }

  /// Whether an indefinite noun stands directly before a definite word, which is its genitive whatever it is (أَزْمَة الدِّيمُقْرَاطِيَّة; Wright, A Grammar of
  /// the Arabic Language, on the construct state): an adjective of it would have no article.
  private func isNounBeforeDefinite(_ token: Token, _ next: Token?) -> Bool {
    guard let next, next.front.signs == "L", !token.front.hasArticle else { return false }
    return token.kinds.containsAny(of: [.noun, .masdar, .institution])
      && token.kinds.isDisjoint(with: [.given, .family, .place, .adverb, .particle, .foreign])
  }

  /// Whether a word without article is the adjective of a colour or defect in the feminine, though a town and a woman are called so:
  /// وَرْدَة بَيْضَاء (Wright, A Grammar of the Arabic Language, on the measure faʿlāʾ).
  private func isColour(_ next: Token) -> Bool {
    next.front.letters == 0 && next.kinds.contains(.adjective) && next.word.letters.count == 5
      && next.word.letters[3].base == 0x627 && next.word.letters[4].base == 0x621
  }

  /// Whether a word of a name is a given name and nothing else, which takes no genitive: فتيحة بوشارب.
  private func isBareGivenName(_ token: Token) -> Bool {
    token.kinds.contains(.given) && token.front.letters == 0
      && token.kinds.isDisjoint(with: [.noun, .institution, .place, .title, .masdar, .participle, .adjective, .laqab])
  }

  /// Whether the ة of a word reads -t: a genitive follows, that is a noun or name that is no adjective of it.
  private func isConstruct(_ token: Token, before next: Token?, _ following: Following, isName: Bool) -> Bool {
    if !following.isDisjoint(with: [.latin, .number]) {  // صَحِيفَة Le Monde, سَنَة 1973
      return !token.front.hasArticle && !following.contains(.stop)
        && (following.contains(.number)
          ? token.stemRoles.contains(.dated) : !token.kinds.isDisjoint(with: [.noun, .institution]))
    }
    guard let next else { return false }
    // مِرْآة قَدِيمَة ذَات إِطَار
    if token.kinds.contains(.adjective), token.kinds.isDisjoint(with: [.noun, .institution, .place]),
      next.roles.contains(.owner)
    {
      return false
    }
    if !token.front.hasArticle, next.roles.contains(.owner) { return true }  // مُحَافَظَة ذِي قَار; after ة, no adjective
    if next.divine != nil { return !token.front.hasArticle && [0x627, 0x671].contains(next.word.letters[0].base) }
    if !token.front.hasArticle, next.roles.contains(.relative), next.word.letters[0].vowel != "i",
      !token.kinds.contains(.given) || token.kinds.contains(.noun)
    {
      return true
    }
    // رَمْلَةُ آلِ وَهِيبَةَ: another case than that of a name in apposition
    if next.skeleton == "آل", !token.front.hasArticle, let own = token.word.letters.last?.vowel,
      let other = next.word.letters.last?.vowel
    {
      return own != other
    }
    if token.front.hasArticle || next.isParticle || next.word.letters.isEmpty { return false }
    // كَم لُغة يَتَكَلَّم, غُولَة سَكَنَتْ
    if next.front.letters == 0, next.isVerb && next.kinds.contains(.verbImperfect) || isPerfectOfWoman(next) {
      return false
    }
    // حَيَاةُ ابْنِ رُشْدٍ: a woman is nobody's ابن
    if next.isIbn, token.kinds.contains(.noun) { return true }
    if token.stemRoles.contains(.settlement), next.roles.contains(.kin) { return true }  // جَزِيرَة أُمّ النَّعْسَان
    if token.kinds.containsAny(of: [.given, .family, .place]), next.roles.contains(.kin) { return false }
    if isName, !next.front.hasArticle, token.kinds.containsAny(of: [.given, .title]) {
      // سَلَامَة مُوسَى: two names, though سلامة is a noun too; دُرَّة بُوشُوشَة, لَالَّة فَاطِمَة
      if next.kinds.containsAny(of: [.given, .foreign]) || token.kinds.contains(.given) && next.kinds.isEmpty {
        return false
      }
    }
    // بِنِسْبَةِ عَشَرَةٍ
    if next.kinds.contains(.numeral), token.stemRoles.contains(.dated), !token.front.hasArticle { return true }
    if token.kinds.contains(.numeral), next.roles.contains(.multiple) { return true }  // مِائَةِ أَلْفِ كِتَابٍ
    // وَفَاةَ ثَلَاثَةِ أَشْخَاصٍ: a number in the genitive that counts what follows (Wright, Grammar, on the cardinal numbers 3 to 10).
    if next.kinds.contains(.numeral), !next.front.hasArticle, next.word.letters.last?.vowel == "i", !token.isNunated,
      !token.front.hasArticle
    {
      return true
    }
    if next.kinds.contains(.numeral), hasBareEnding(token) { return true }
    // جَائِزَةَ أَفْضَلِ مُمَثِّلَةٍ: what compares stands in the genitive
    if let vowel = token.word.letters.last?.vowel, vowel != "i", next.front.letters == 0, next.word.letters.count == 4,
      next.word.letters[0].base == 0x623, next.word.letters[3].vowel == "i"
    {
      return true
    }
    if next.front.hasArticle, isPluralOfNisba(next) { return true }  // مَحَلَّة العَلَوِيِّين
    // مَعَرَّة النُّعْمَان
    if next.kinds.isDisjoint(with: [.adjective, .nisba, .participle]), next.word.letters.last?.base != 0x629,
      namePlace(token, next)
    {
      return true
    }
    if token.kinds.contains(.given) || token.kinds.contains(.place) {
      // فَاطِمَة الزَّهْرَاء, مَكَّة المُكَرَّمَة: a name with an adjective or a family name; but مَدِينَة, قَلْعَة are nouns too.
      if !token.kinds.contains(.noun) && !token.kinds.contains(.institution) { return false }
    }
    if isName, next.front.hasArticle, token.kinds.isEmpty, next.kinds.contains(.nisba),
      next.word.letters.last?.base == 0x64A
    {
      return false  // ابْنُ قَاضِي شُهْبَةَ الدِّمَشْقِيّ
    }
    // لَطِيفَة الزَّيَّات
    if isName, token.kinds.contains(.given), next.front.hasArticle, next.kinds.contains(.family) { return false }
    if next.front.hasArticle {
      // وَرْدَة الجَزَائِرِيَّة: a woman's name with the adjective of her origin.
      return !(token.kinds.contains(.given) && next.kinds.contains(.nisba) && next.word.letters.last?.base == 0x629)
    }
    if isFeminineParticiple(next) { return false }  // مَجَلَّة مُحَكَّمَة
    let isAdjective = !next.kinds.isDisjoint(with: [.adjective, .nisba, .participle, .numeral])
    let isNoun = !next.kinds.isDisjoint(with: [.noun, .masdar, .plural, .institution, .place, .given, .title])
    if isAdjective, next.word.letters.last?.base == 0x629 {
      return next.kinds.contains(.usualPlace) && !next.kinds.contains(.adjective)  // بُحَيْرَة طَبَرِيَّة
    }
    return isNoun || !isAdjective
  }

  /// Whether a word is a perfect verb in -at: سَكَنَتْ.
  private func isPerfectOfWoman(_ token: Token) -> Bool {
    token.opensClause && token.word.letters.last.map { $0.base == 0x62A && $0.hasSukun } ?? false
  }

  /// Whether a noun has its ending of case and no nunation, so that a genitive follows: عِنْدَ دَرَجَةِ مِائَة.
  private func hasBareEnding(_ token: Token) -> Bool {
    token.word.letters.last?.vowel != nil && !token.isNunated && token.kinds.contains(.noun)
      && token.kinds.isDisjoint(with: [.given, .family, .place, .numeral])
  }

  /// Whether a word that no list has has the shape of an indefinite feminine participle: muCaCCaCah, mutaCāCiCah …
  private func isFeminineParticiple(_ token: Token) -> Bool {
    let letters = token.word.letters
    return token.kinds.isEmpty && token.front.letters == 0 && letters.count > 4 && letters[0].base == 0x645
      && letters[0].vowel == "u" && letters.last?.base == 0x629
  }

  /// Whether a word ends in -iyyīn or -iyyūn.
  private func isPluralOfNisba(_ token: Token) -> Bool {
    let letters = token.word.letters.suffix(3).map { $0 }
    guard letters.count == 3 else { return false }
    return letters[0].base == 0x64A && letters[0].hasShadda && [0x64A, 0x648].contains(letters[1].base)
      && !letters[1].isMarked && letters[2].base == 0x646
  }

  /// Whether an indefinite noun stands in running text directly before a name, which is its genitive: إِذَاعَة «إِر تِي إِل» (Wright, A Grammar
  /// of the Arabic Language, on the construct state; a name in apposition stands behind a definite noun).
  private func isNounBeforeName(_ token: Token, _ next: Token) -> Bool {
    next.given.capital == .stem && token.given.capital != .stem && !token.front.hasArticle
      && token.kinds.containsAny(of: [.noun, .institution])
      && token.kinds.isDisjoint(with: [.adjective, .participle, .adverb, .given, .particle, .numeral])
  }

  /// Whether a word ends in -u, -un or -an, so that it is no genitive: مُحَمَّدُ بَهْجَةُ الأَثَرِيُّ, خَمْسَ عَشْرَةَ حِكَايَةً. What ends in ـه may have a
  /// pronoun, what ends in ـًى may be any case. With the article -a is no genitive either, but for that of sound plurals.
  func isNoGenitive(_ token: Token) -> Bool {
    let letters = token.word.letters
    guard let last = letters.last else { return false }
    if let vowel = vowelBeforePronoun(token), vowel != "i" { return true }  // وَرْدَةُ قِطَّتَهَا
    if last.vowel == "u" { return last.base != 0x647 }
    if last.vowel == "a", token.front.hasArticle,
      last.base != 0x646 || token.kinds.contains(.noun) && token.kinds.isDisjoint(with: .plural)
    {
      return true  // نَبِيلَةُ البَطَاطِسَ
    }
    if last.tanwin == "u" { return true }
    return last.tanwin == "a" && last.base == 0x629
      || last.base == 0x627 && (last.tanwin == "a" || letters.dropLast().last?.tanwin == "a")
  }

  /// Whether two words side by side are the name of a place that the lexicon has: رَأْس الخَيْمَة, المَغْرِب الأَقْصَى.
  func namePlace(_ first: Token, _ second: Token) -> Bool {
    guard let lexicon, second.front.letters == 0 || second.front.signs == "L", !first.isNunated, !first.isParticle,
      !second.isParticle
    else {
      return false
    }
    var key = (first.front.hasArticle ? "ال" : "") + first.stemSkeleton + " " + second.skeleton
    return key.withUTF8 { lexicon.contains(strictKey: UnsafeRawBufferPointer($0)) }
  }
}
