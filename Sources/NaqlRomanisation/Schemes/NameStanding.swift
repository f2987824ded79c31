import NaqlText

/// What a word by itself is to the names of its line.
extension ProperNames {
  /// What a word is to the capitals of a line.
  struct Standing: OptionSet {
    let rawValue: UInt32
    /// A proper name whatever stands beside it.
    static let sure = Standing(rawValue: 1)
    static let divine = Standing(rawValue: 2)
    static let article = Standing(rawValue: 4)
    static let head = Standing(rawValue: 8)
    static let servant = Standing(rawValue: 16)
    static let name = Standing(rawValue: 32)
    /// A place and no given name.
    static let place = Standing(rawValue: 64)
    static let given = Standing(rawValue: 128)
    static let family = Standing(rawValue: 256)
    static let nisba = Standing(rawValue: 512)
    static let common = Standing(rawValue: 1024)
    static let particle = Standing(rawValue: 2048)
    /// Ends in ة.
    static let feminine = Standing(rawValue: 4096)
    /// Has a nunation and names no place.
    static let nunated = Standing(rawValue: 8192)
    /// Before a proper name the name of a work.
    static let work = Standing(rawValue: 16384)
    /// With the article a land, or an adjective of it.
    static let land = Standing(rawValue: 32768)
    /// A foreign name.
    static let foreign = Standing(rawValue: 65536)
    /// Its marks are given, no list has it, and it ends in no vowel.
    static let unknown = Standing(rawValue: 131072)
  }

  func standing(_ token: GrammarAnnotator.Token) -> Standing {
    let slot = scheme.capitalisesAdjectives ? 1 : 0
    if token.standings.isEmpty { token.standings = [nil, nil] }
    if let known = token.standings[slot] { return known }
    var standing: Standing = []
    func insert(_ member: Standing, _ isOne: Bool) { if isOne { standing.insert(member) } }
    insert(.sure, isSure(token))
    insert(.divine, token.divine != nil)
    insert(.article, token.front.hasArticle)
    // بُنَيَّ is no بَنِي.
    insert(.head, !token.front.hasArticle && token.stemRoles.contains(.head) && !endsAsNisba(token))
    insert(.servant, !token.front.hasArticle && token.stemRoles.contains(.servant))
    insert(.name, isName(token.kinds) && !isPerfect(token))
    insert(.place, isPlace(token.kinds))
    insert(.given, token.kinds.contains(.given))
    insert(.family, token.kinds.contains(.family))
    insert(.nisba, token.kinds.contains(.nisba))
    insert(.common, isCommon(token.kinds))
    insert(.particle, token.isParticle)
    insert(.feminine, token.word.letters.last?.base == 0x629)
    insert(
      .nunated,
      token.isNunated && token.front.letters == 0 && !isPlace(token.kinds)
        && !(scheme.capitalisesAdjectives && nisba(token) != nil))
    insert(.work, !token.front.hasArticle && token.stemRoles.contains(.work))
    insert(.land, token.front.hasArticle && token.stemRoles.contains(.proper))
    insert(.foreign, token.kinds.contains(.foreign))
    insert(
      .unknown,
      token.kinds.isEmpty && token.front.letters == 0 && token.word.letters.last?.hasVowel == false
        // The vocaliser's own readings are no evidence of a name.
        && token.given.clitics == nil && !token.opensClause && !token.skeleton.hasSuffix("وا"))
    token.standings[slot] = standing
    return standing
  }

  func isSure(_ token: GrammarAnnotator.Token) -> Bool {
    if token.divine != nil { return true }
    if token.front.hasArticle || token.kinds.contains(.place), isDual(token),
      token.stemRoles.isDisjoint(with: [.proper, .people]), token.kinds.isDisjoint(with: [.given, .family])
    {
      return false
    }
    if token.stemRoles.contains(.owner), token.kinds.isEmpty { return false }  // ذِي المَال
    if token.isDefective { return false }  // هُدًى, وَادٍ: the nunation of a common word
    if isPerfect(token) { return false }
    if token.stemRoles.contains(.month) || isGreek(token) || isArmenian(token) || hasCluster(token)
      || token.front.hasArticle && token.stemRoles.contains(.author)
    {
      return true
    }
    if isListedPlace(token) { return true }
    if isOtherWord(token) { return false }
    if token.front.hasArticle, token.stemRoles.contains(.people) { return true }
    if scheme.capitalisesAdjectives, token.front.hasArticle, token.stemRoles.contains(.faith) { return true }
    if let nisba = nisba(token) {
      // تُرْكِيّ, مِصْرِيَّة: adjectives of proper names; as names they show themselves by their neighbours.
      if token.kinds.contains(.title) { return false }  // الجُنْدِيّ
      if scheme.capitalisesAdjectives { return isOfName(token, nisba) }
      if token.kinds.contains(.nisba), !token.kinds.contains(.place) || token.kinds.contains(.adjective) {
        return false
      }
    }
    if token.isNunatedFeminine { return false }
    if token.front.hasArticle, token.stemRoles.contains(.proper) { return true }
    if token.kinds.containsAny(of: .verbs), token.word.letters.last?.vowel == "u", token.front.letters == 0 {
      return false  // نَهْرٌ يَنْبُعُ
    }
    if token.kinds.contains(.usualPlace), !token.front.hasArticle && !token.isNunated || !isCommon(token.kinds),
      token.kinds.isDisjoint(with: [.institution, .title, .particle, .adjective, .numeral])
    {
      return true
    }
    if token.front.hasArticle, token.kinds.contains(.given), !token.stemRoles.contains(.articled),
      token.kinds.isDisjoint(with: [.family, .laqab, .place, .kunyaPart])
    {
      return false  // المُنْتَهَى, الزَّاهِرَة
    }
    let isOnlyNisba =
      token.kinds.contains(.nisba) && token.kinds.isDisjoint(with: [.given, .place, .laqab, .kunyaPart])
    return isName(token.kinds) && !isCommon(token.kinds) && !isOnlyNisba
  }

  /// Whether a word with its first vowel is another than the people or land of these letters: الفَرَس, المُغْرِب.
  private func isOtherWord(_ token: GrammarAnnotator.Token) -> Bool {
    guard token.front.hasArticle, !token.stemRoles.isDisjoint(with: [.people, .proper]),
      let vowel = token.stem.first?.vowel, let lexicon = annotator.lexicon
    else { return false }
    let named = lexicon.entries(of: token.stemSkeleton).filter { $0.kind == "place" || $0.kind == "plural" }
      .compactMap { SpelledWord($0.vocalised).letters.first?.vowel }
    return !named.isEmpty && !named.contains(vowel)
  }

  /// Whether a word with its marks that the lexicon does not have is a place that other lists have. The vocaliser's own readings are
  /// no evidence.
  func isListedPlace(_ token: GrammarAnnotator.Token) -> Bool {
    token.kinds.isEmpty && !annotator.hasPronoun(token) && !isDual(token) && token.given.clitics == nil
      && !token.isNunated
      && token.stem.contains(where: \.isMarked)
      && token.word.letters.last?.base != 0x64A  // أُخْتِي, بُنَيَّ
      && !(token.word.letters.last.map { $0.base == 0x62A && $0.hasSukun } ?? false)  // رُشَّتْ
      && places.has(token.front.hasArticle ? "ال" + token.stemSkeleton : token.stemSkeleton)
  }

  /// Whether a word that no list has ends as Greek and Latin names do, and is longer than the plurals that do: كُوبِرْنِيكُوس, but نُفُوس.
  func isGreek(_ token: GrammarAnnotator.Token) -> Bool {
    let letters = token.word.letters
    guard token.kinds.isEmpty, token.front.letters == 0, letters.count >= 6, letters.last?.base == 0x633 else {
      return false
    }
    return letters[letters.count - 2].base == 0x648 && letters[letters.count - 3].vowel == "u"
  }

  /// Whether a word that no list has ends as Armenian families do, -iyān: يَعْقُوبِيَان.
  func isArmenian(_ token: GrammarAnnotator.Token) -> Bool {
    let letters = token.word.letters
    guard token.kinds.isEmpty, token.front.letters == 0, letters.count >= 7, letters.last?.base == 0x646 else {
      return false
    }
    let ending = letters.suffix(4).map(\.base)
    return ending.dropFirst() == [0x64A, 0x627, 0x646] && letters[letters.count - 4].vowel == "i"
      && letters[letters.count - 3].vowel == "a" && !letters[letters.count - 3].hasShadda
  }

  /// Whether a word that no list has runs through two consonants without a vowel before a third, as no Arabic word does
  /// (Wright, A Grammar of the Arabic Language, on the syllable): وِنْسْتُون.
  func hasCluster(_ token: GrammarAnnotator.Token) -> Bool {
    guard token.kinds.isEmpty, token.front.letters == 0, token.given.clitics == nil else { return false }
    let letters = token.word.letters
    return letters.indices.dropLast(2).contains {
      letters[$0].hasSukun && letters[$0 + 1].hasSukun && !letters[$0].isLong
    }
  }

  /// Whether the word has the final vowel of a verb that it may be: عَادَ, though عاد is a people too.
  func isPerfect(_ token: GrammarAnnotator.Token) -> Bool {
    token.kinds.contains(.verbPerfect) && ["", "W", "F"].contains(token.front.signs)
      && token.word.letters.last?.vowel == "a"
  }

  /// Whether the word is the dual of a common noun: بَيْنَ القَصْرَيْنِ, though قَصْرَيْن is a town too.
  func isDual(_ token: GrammarAnnotator.Token) -> Bool {
    let letters = token.stem
    if letters.last?.vowel == "a" || letters.last?.vowel == "u" || letters.last?.tanwin != nil { return false }
    guard letters.count > 4, letters.last?.base == 0x646, [0x64A, 0x627].contains(letters[letters.endIndex - 2].base),
      letters[letters.endIndex - 3].vowel == "a"
    else { return false }
    return isCommon(annotator.kinds(letters.dropLast(2)))
  }

  /// The letters of the masculine where the word is a nisba by the lexicon, or the feminine of one: عُثْمَانِيَّة → عثماني.
  func nisba(_ token: GrammarAnnotator.Token) -> String? {
    if token.kinds.contains(.nisba) {
      let skeleton = token.stemSkeleton
      return skeleton.last == "ة" ? String(skeleton.dropLast()) : skeleton
    }
    let letters = token.stem
    if letters.count > 4, letters.last?.base == 0x646, [0x648, 0x64A].contains(letters[letters.endIndex - 2].base),
      letters[letters.endIndex - 3].base == 0x64A, letters[letters.endIndex - 3].hasShadda,
      annotator.kinds(letters.dropLast(2)).contains(.nisba)
    {
      return SpelledWord.skeleton(letters.dropLast(2))  // المِصْرِيُّونَ
    }
    if token.isNunated, letters.count > 4, letters.last?.base == 0x627, letters[letters.endIndex - 2].base == 0x64A,
      letters[letters.endIndex - 2].hasShadda, annotator.kinds(letters.dropLast()).contains(.nisba)
    {
      return SpelledWord.skeleton(letters.dropLast())  // إِيرَانِيًّا
    }
    guard letters.last?.base == 0x629, letters.count > 3, letters[letters.endIndex - 2].base == 0x64A,
      letters[letters.endIndex - 2].hasShadda || letters[letters.endIndex - 2].vowel == nil,  // كَافِيَة is none
      !token.kinds.contains(.noun), !token.kinds.contains(.place) || token.kinds.contains(.adjective)
    else { return nil }
    return annotator.kinds(letters.dropLast()).contains(.nisba)
      ? SpelledWord.skeleton(letters.dropLast()) : nil
  }

  func isName(_ kinds: WordKinds) -> Bool {
    kinds.containsAny(of: [.given, .family, .nisba, .place, .laqab, .kunyaPart, .foreign])
  }

  func isPlace(_ kinds: WordKinds) -> Bool { kinds.contains(.place) && !kinds.contains(.given) }

  func isCommon(_ kinds: WordKinds) -> Bool {
    !kinds.isDisjoint(with: [
      .noun, .adjective, .plural, .masdar, .participle, .particle, .pronoun, .adverb, .numeral, .institution,
      .title, .verbPerfect, .verbImperfect, .verbPassive,
    ])
  }
}
