import NaqlText

/// Tells which words of a title or of running text are proper names or adjectives of one, by the lexicon and their neighbours.
struct ProperNames {
  private let scheme: Scheme
  private let words: GrammarWords
  private let places: ListedPlaces
  private let annotator: GrammarAnnotator

  init(_ scheme: Scheme, _ catalogue: SchemeCatalogue, annotator: GrammarAnnotator) {
    self.scheme = scheme
    words = catalogue.words
    places = catalogue.places
    self.annotator = annotator
  }

  /// For each word whether it is a proper name or an adjective of one, by the lexicon; needed for titles and phrases.
  ///
  /// A word that is a name and a common word too (كَرِيم) counts as a name only beside a sure one, or where `marks` say that
  /// one was seen there; what follows ابن, أبو or عبد is one.
  func find(
    _ tokens: [GrammarAnnotator.Token], _ following: [GrammarAnnotator.Following], _ use: Use, _ marks: [NameMark?] = []
  ) -> [Bool] {
    if use == .name { return tokens.map { _ in true } }
    if use == .phrase, tokens.count == 1, tokens[0].stemRoles.contains(.people) { return [false] }  // al-ʿarab, a word
    let standings = tokens.map(standing)
    var proper = standings.map { $0.contains(.sure) }
    for index in tokens.indices.dropFirst() where proper[index] && standings[index].contains(.nunated) {
      // A name with its nunation is rather an adjective of the noun before it, which has one too: قَاضٍ نَزِيهٌ.
      if standings[index - 1].contains(.nunated), !following[index - 1].contains(.stop) {
        proper[index] = proper[index - 1]
      }
    }
    for index in tokens.indices where !proper[index] {
      let own = standings[index]
      let next = index + 1 < tokens.count ? standings[index + 1] : nil
      if own.contains(.head) {
        proper[index] = next != nil && !tokens[index + 1].front.hasClitic  // مُذَكِّرَات أَبِي وَأَخِي
      } else if own.contains(.servant) {
        proper[index] =
          next?.isDisjoint(with: [.article, .divine]) == false
          || index > 0 && standings[index - 1].contains(.head)  // ابن عبد ربّه
      } else if index > 0, proper[index - 1], !standings[index - 1].isDisjoint(with: [.head, .servant]) {
        proper[index] = true
      } else if own.contains(.unknown), index > 0, proper[index - 1], standings[index - 1].contains(.foreign) {
        proper[index] = !following[index - 1].contains(.stop)  // مَارْك هُولْدِن
      } else if own.contains(.land) {
        // فِي السُّعُودِيَّة, الحُكُومَة السُّعُودِيَّة, التُّرْك وَالرُّوس
        proper[index] =
          index == 0 || !standings[index - 1].contains(.article) || tokens[index].front.hasClitic
      } else if own.contains(.name), !own.contains(.article) {
        // An office with its genitive is none: قَابَلَ أَحْمَدُ رَئِيسَ تُونِسَ
        if next != nil, tokens[index].stemRoles.contains(.settlement) { continue }  // مَدِينَة العَقَبَة
        if tokens[index].kinds.contains(.title), next?.isDisjoint(with: [.place, .article]) == false { continue }
        proper[index] =
          index > 0 && proper[index - 1] && !standings[index - 1].contains(.place) && tokens[index].front.letters == 0
          || next?.contains([.sure, .given]) == true && next?.contains(.article) == false
      } else if own.contains(.article), tokens[index].kinds.isEmpty, index > 1, proper[index - 1],
        !standings[index - 2].isDisjoint(with: [.head, .servant]), endsAsNisba(tokens[index])
      {
        proper[index] = true  // أَبُو القَاسِمِ الشَّابِّيُّ
      } else if own.contains(.article), !own.isDisjoint(with: [.family, .nisba, .given]), index > 0 {
        // صَحِيح البُخَارِيّ is a genitive, الأَدَب المِصْرِيّ an adjective.
        let previous = standings[index - 1]
        let isPerson =
          proper[index - 1]
          && (!previous.isDisjoint(with: [.given, .family, .divine]) && !previous.contains(.article)
            // أبو العلاء المعرّيّ, عبد الرحمن الأندلسيّ
            || index > 1 && !standings[index - 2].isDisjoint(with: [.head, .servant]))
        proper[index] =
          isPerson
          || own.isDisjoint(with: [.common, .feminine]) && previous.isDisjoint(with: [.article, .particle])
            && own.contains(.family) && !isOccupation(tokens[index])
      }
    }
    for index in tokens.indices.dropFirst() where !proper[index] {
      proper[index] =
        standings[index - 1].contains(.particle) && !standings[index - 1].contains(.divine) && isDiptote(tokens[index])
        || isNameOfPlace(tokens[index], after: tokens[index - 1])
    }
    for index in tokens.indices.dropFirst() where !(proper[index - 1] && proper[index]) {
      if !following[index - 1].contains(.stop), annotator.namePlace(tokens[index - 1], tokens[index]) {
        (proper[index - 1], proper[index]) = (true, true)
      }
    }
    extendNames(&proper, tokens, standings, use)
    if let last = tokens.indices.last, last > 0, tokens[last - 1].stemRoles.contains(.periodical),
      !tokens[last - 1].front.hasArticle, tokens[last].front.signs == "L"
    {
      proper[last] = true  // مَجَلَّة الهِلَال
    }
    for index in tokens.indices.dropFirst().dropLast() where !proper[index] && standings[index].contains(.work) {
      proper[index] = proper[index + 1]  // the name of a work inside a title: شرح صحيح البخاري
    }
    addSeen(&proper, tokens, standings, marks)
    return proper
  }

  /// Adds words of the names that were seen in the line. A recogniser may err: a common word counts only behind a sure one of a
  /// person, a word that no list has behind one or where it looks foreign.
  private func addSeen(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ marks: [NameMark?]
  ) {
    let sure = proper
    for (index, mark) in marks.enumerated() where !proper[index] {
      guard let mark, index + 1 == tokens.count || !tokens[index].stemRoles.contains(.settlement) else { continue }
      let own = standings[index], token = tokens[index]
      let isBehindSure = (0..<index).contains {
        marks[$0]?.number == mark.number && sure[$0] && !standings[$0].contains(.divine)
      }
      if mark.sort == .whole {
        proper[index] = true
      } else if mark.sort == .body {
        proper[index] = token.kinds.isDisjoint(with: Self.nouns)
      } else if mark.sort == .organisation {
        proper[index] = isNamedBody(tokens, marks.indices.filter { marks[$0]?.number == mark.number })
      } else if mark.sort == .place, token.kinds.contains(.usualPlace), own.contains(.article) || isDiptoteNoun(token),
        marks.count(where: { $0?.number == mark.number }) == 1
      {
        proper[index] = true  // إِلَى العَقَبَةِ, مَحْكَمَة صُورَ
      } else if own.contains(.name) {
        let isNisba = !own.isDisjoint(with: [.nisba, .family])
        proper[index] =
          own.contains(.common)
          ? mark.sort == .person
            && (isBehindSure && (own.contains(.article) ? isNisba : !own.isDisjoint(with: [.given, .family]))
              || isNisbaAlone(token) && index > 0 && !standings[index - 1].contains(.article))
          : own.contains(.article) || !own.contains(.nisba)
      } else if token.kinds.isEmpty, own.contains(.article), endsAsNisba(token) {
        proper[index] = mark.sort == .person && isBehindSure  // أَبُو القَاسِمِ الشَّابِّيُّ
      } else if token.kinds.isEmpty, !token.opensClause, token.word.letters.last?.hasVowel == false,
        !token.skeleton.hasSuffix("وا")  // خَافُوا
      {
        // أَحْمَد زُوَيْل, زَنُوبِيَا
        proper[index] =
          isBehindSure
          || token.front.letters == 0 && looksForeign(token.word.letters)
      }
    }
  }

  /// Whether words that were seen as a body are the name of one, and not of a sort with its town or an adjective: مُنَظَّمَة الصِّحَّة العَالَمِيَّة, الجَامِعَة
  /// الأَمْرِيكِيَّة, but جَامِعَة دِمَشْق, الجَامِعَة الجَدِيدَة.
  private func isNamedBody(_ tokens: [GrammarAnnotator.Token], _ places: [Int]) -> Bool {
    guard places.count > 1, tokens[places[0]].stemRoles.contains(.named) else { return false }
    let second = tokens[places[1]].kinds
    if tokens[places[0]].front.hasArticle { return second.contains(.nisba) }
    if second.contains(.plural), places.count == 2 { return false }  // مَجْلِس الوُزَرَاء
    return places.count > 2 || !second.contains(.place)
  }

  /// Whether a word that no list has looks foreign: it ends in a vowel letter behind at least five others, or in a bare consonant where
  /// its other letters have their marks (نِتَنْيَاهُو, تْرَامْب).
  private func looksForeign(_ letters: [SpelledWord.Letter]) -> Bool {
    guard let last = letters.last else { return false }
    if last.base == 0x627 || last.base == 0x648 { return letters.count > 5 }
    return letters.count > 3 && !last.isMarked && letters.dropLast().contains(where: \.isMarked) && last.base != 0x64A
      && last.base != 0x649 && last.base != 0x629
  }

  /// Whether a word has the -a of a diptote: a genitive without article that has no -i.
  private func isDiptoteNoun(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.letters == 0 && token.word.letters.last?.vowel == "a"
  }

  /// Whether a word ends in -iyy.
  private func endsAsNisba(_ token: GrammarAnnotator.Token) -> Bool {
    token.word.letters.last.map { $0.base == 0x64A && $0.hasShadda } ?? false
  }

  /// Whether a word is a nisba with the article that is nothing else but an adjective: الشَّافِعِيّ, which without a noun is a man.
  private func isNisbaAlone(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.hasArticle && token.kinds.contains(.nisba) && token.kinds.isDisjoint(with: Self.nouns)
  }

  /// Kinds of common nouns.
  private static let nouns: WordKinds = [.noun, .plural, .masdar, .participle, .title, .institution, .numeral]

  /// Goes on with names: صَلَاح الدِّين, مُحَمَّد السَّادِس, in titles لَيْلَى الحَايِك; and begins one where grammar leaves nothing else: لِيَاقُوتٍ
  /// الحَمَوِيِّ, in which an indefinite noun would have no definite adjective.
  private func extendNames(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ use: Use
  ) {
    for index in tokens.indices.dropFirst() where standings[index].contains(.article) {
      let previous = standings[index - 1], token = tokens[index]
      let before = tokens[index - 1].stemRoles
      if use == .title, index == tokens.indices.last, token.front.signs == "J", standings[index].contains(.family),
        standings[index].isDisjoint(with: [.common, .feminine])
      {
        proper[index] = true  // a work and its author: تَفْسِير الأَحْلَام لِلنَّابُلُسِيّ
      }
      if token.stemRoles.contains(.reach), before.contains(.quarter),
        previous.contains(.article) || before.contains(.kin)
      {
        (proper[index - 1], proper[index]) = (true, true)  // الشَّرْق الأَوْسَط, أُمّ القُرَى
      }
      if token.stemRoles.contains(.alone), tokens[index - 1].skeleton != "على",
        index + 1 == tokens.count || !standings[index + 1].contains(.article)
      {
        proper[index] = true
      }
      if previous.contains(.article), tokens[index - 1].stemRoles.contains(.state), isOfLand(token) {
        (proper[index - 1], proper[index]) = (true, true)
      }
      guard previous.contains(.given), !previous.contains(.article) else { continue }
      if token.stemRoles.contains(.compound) {
        (proper[index - 1], proper[index]) = (true, true)
      } else if proper[index - 1],
        token.kinds.contains(.numeral) || use == .title && token.kinds.isEmpty && !token.stemRoles.contains(.proper)
      {
        proper[index] = true
      } else if !proper[index - 1], tokens[index - 1].isNunated, standings[index].contains(.nisba),
        token.front.signs == "L"
      {
        (proper[index - 1], proper[index]) = (true, true)
      } else if index > 1, standings[index].contains(.nisba) || standings[index].contains(.family) {
        proper[index] = proper[index] || proper[index - 1]
      }
    }
    for index in tokens.indices.dropFirst() where !proper[index] {
      if !standings[index].isDisjoint(with: [.family, .nisba]), standings[index].contains(.article),
        standings[index - 1].contains(.work)
      {
        proper[index] = true  // حَاشِيَة الصَّبَّان, صَحِيح البُخَارِيّ
      } else if standings[index].contains(.given), tokens[index - 1].stemRoles.contains(.asking) {
        proper[index] = true  // إِلَّا سَعِيدًا
      } else if standings[index].contains(.given), isSubject(tokens[index]) {
        // زَارَ خَالِدٌ: no noun before it that it would be the adjective of; الشَّيْخُ صَبَاحٌ: no noun stands so
        let before = tokens[index - 1].kinds
        proper[index] =
          tokens[index - 1].isVerb && tokens[index].kinds.isDisjoint(with: [.noun, .title, .plural, .masdar])
          || before.contains(.title) && standings[index - 1].contains(.article)
            && tokens[index].kinds.isDisjoint(with: [.adjective, .participle])
      }
    }
    for index in tokens.indices.dropFirst(2)
    where tokens[index - 1].stemRoles.contains(.compound) && proper[index - 1] && standings[index].contains(.article)
      && !standings[index].isDisjoint(with: [.nisba, .family])
    {
      proper[index] = true  // صَلَاح الدِّين الأَيُّوبِيّ
    }
  }

  /// Whether a word has the shape of the names of crafts, which are families' names too: النَّحَّاس (Wright, A Grammar of the Arabic
  /// Language, on the pattern faʻʻāl).
  private func isOccupation(_ token: GrammarAnnotator.Token) -> Bool {
    let letters = Array(token.stem)
    return letters.count == 4 && letters[0].vowel == "a" && letters[1].hasShadda && letters[1].vowel == "a"
      && letters[2].base == 0x627
  }

  /// Whether a word in ة without article has the -a that only a proper name in ة has behind a preposition: فِي قَلَّالَةَ (Wright, A
  /// Grammar of the Arabic Language, on diptotes).
  private func isDiptote(_ token: GrammarAnnotator.Token) -> Bool {
    guard token.front.letters == 0, let last = token.word.letters.last else { return false }
    return last.base == 0x629 && last.vowel == "a"
  }

  /// Whether a word that no list has stands behind a noun which says what kind of place it is: مَدِينَة مَأْدَبَا, حَيّ السُّيُوفِيَّة. One in ة without article may as well be an
  /// adjective.
  private func isNameOfPlace(_ token: GrammarAnnotator.Token, after previous: GrammarAnnotator.Token) -> Bool {
    guard previous.stemRoles.contains(.settlement), !previous.front.hasArticle, !previous.isNunated,
      // مَحْكَمَة صُورَ
      token.kinds.isEmpty || token.kinds.contains(.place) && isDiptoteNoun(token),
      !token.isParticle, !token.isNunated, token.given.clitics == nil
    else { return false }
    return token.front.signs == "L" || token.front.letters == 0 && token.word.letters.last?.base != 0x629
  }

  /// Whether a word is the adjective of a country: اليَمَنِيَّة.
  private func isOfLand(_ token: GrammarAnnotator.Token) -> Bool {
    nisba(token).map { isOfName(token, $0) } ?? false
  }

  private func isOfName(_ token: GrammarAnnotator.Token, _ nisba: String) -> Bool {
    !words.has(nisba, .plain) && !words.has(token.stemSkeleton, .plain)
  }

  /// Whether a word without clitics or article has the nunation of the nominative.
  private func isSubject(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.letters == 0 && token.word.letters.last?.tanwin == "u"
  }

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

  private func standing(_ token: GrammarAnnotator.Token) -> Standing {
    let slot = scheme.capitalisesAdjectives ? 1 : 0
    if token.standings.isEmpty { token.standings = [nil, nil] }
    if let known = token.standings[slot] { return known }
    var standing: Standing = []
    func insert(_ member: Standing, _ isOne: Bool) { if isOne { standing.insert(member) } }
    insert(.sure, isSure(token))
    insert(.divine, token.divine != nil)
    insert(.article, token.front.hasArticle)
    // بُنَيَّ is no بَنِي.
    let isPossessed = token.word.letters.last.map { $0.base == 0x64A && $0.hasShadda } ?? false
    insert(.head, !token.front.hasArticle && token.stemRoles.contains(.head) && !isPossessed)
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

  private func isSure(_ token: GrammarAnnotator.Token) -> Bool {
    if token.divine != nil { return true }
    if token.front.hasArticle, isDual(token), token.stemRoles.isDisjoint(with: [.proper, .people]) { return false }
    if token.isDefective { return false }  // هُدًى, وَادٍ: the nunation of a common word
    if isPerfect(token) { return false }
    if token.stemRoles.contains(.month) || isGreek(token) || token.front.hasArticle && token.stemRoles.contains(.author)
    {
      return true
    }
    if isListedPlace(token) { return true }
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
    if token.front.hasArticle, token.stemRoles.contains(.proper) { return true }
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

  /// Whether a word with its marks that the lexicon does not have is a place that other lists have. The vocaliser's own readings are
  /// no evidence.
  private func isListedPlace(_ token: GrammarAnnotator.Token) -> Bool {
    token.kinds.isEmpty && token.given.clitics == nil && !token.isNunated && token.stem.contains(where: \.isMarked)
      && token.word.letters.last?.base != 0x64A  // أُخْتِي, بُنَيَّ
      && places.has(token.front.hasArticle ? "ال" + token.stemSkeleton : token.stemSkeleton)
  }

  /// Whether a word that no list has ends as Greek and Latin names do, and is longer than the plurals that do: كُوبِرْنِيكُوس, but نُفُوس.
  private func isGreek(_ token: GrammarAnnotator.Token) -> Bool {
    let letters = token.word.letters
    guard token.kinds.isEmpty, token.front.letters == 0, letters.count >= 6, letters.last?.base == 0x633 else {
      return false
    }
    return letters[letters.count - 2].base == 0x648 && letters[letters.count - 3].vowel == "u"
  }

  /// Whether the word has the final vowel of a verb that it may be: عَادَ, though عاد is a people too.
  private func isPerfect(_ token: GrammarAnnotator.Token) -> Bool {
    token.kinds.contains(.verbPerfect) && token.front.letters == 0 && token.word.letters.last?.vowel == "a"
  }

  /// Whether the word is the dual of a common noun: بَيْنَ القَصْرَيْنِ, though قَصْرَيْن is a town too.
  private func isDual(_ token: GrammarAnnotator.Token) -> Bool {
    let letters = token.stem
    guard letters.count > 4, letters.last?.base == 0x646, [0x64A, 0x627].contains(letters[letters.endIndex - 2].base),
      letters[letters.endIndex - 3].vowel == "a"
    else { return false }
    return isCommon(annotator.kinds(letters.dropLast(2)))
  }

  /// The letters of the masculine where the word is a nisba by the lexicon, or the feminine of one: عُثْمَانِيَّة → عثماني.
  private func nisba(_ token: GrammarAnnotator.Token) -> String? {
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
    guard letters.last?.base == 0x629, letters.count > 3, letters[letters.endIndex - 2].base == 0x64A,
      letters[letters.endIndex - 2].hasShadda || letters[letters.endIndex - 2].vowel == nil,  // كَافِيَة is none
      !token.kinds.contains(.noun), !token.kinds.contains(.place) || token.kinds.contains(.adjective)
    else { return nil }
    return annotator.kinds(letters.dropLast()).contains(.nisba)
      ? SpelledWord.skeleton(letters.dropLast()) : nil
  }

  private func isName(_ kinds: WordKinds) -> Bool {
    kinds.containsAny(of: [.given, .family, .nisba, .place, .laqab, .kunyaPart, .foreign])
  }

  private func isPlace(_ kinds: WordKinds) -> Bool { kinds.contains(.place) && !kinds.contains(.given) }

  private func isCommon(_ kinds: WordKinds) -> Bool {
    !kinds.isDisjoint(with: [
      .noun, .adjective, .plural, .masdar, .participle, .particle, .pronoun, .adverb, .numeral, .institution,
      .title, .verbPerfect, .verbImperfect, .verbPassive,
    ])
  }
}
