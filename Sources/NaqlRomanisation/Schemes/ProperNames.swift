import NaqlText

/// Tells which words of a title or of running text are proper names or adjectives of one, by the lexicon and their neighbours.
///
/// A class, since as a value its parts would be counted at each call.
final class ProperNames {
  let scheme: Scheme
  let words: GrammarWords
  let places: ListedPlaces
  let annotator: GrammarAnnotator

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
    dropNunated(&proper, standings, following)
    addNeighbours(&proper, tokens, standings, following)
    addPlaces(&proper, tokens, standings, following)
    addBySyntax(&proper, tokens, standings, following)
    extendNames(&proper, tokens, standings, use)
    addWorks(&proper, tokens, standings)
    if use == .title {
      addAuthors(&proper, tokens, following)
      addBodies(&proper, tokens, following)
    }
    addSeen(&proper, tokens, standings, marks)
    if use == .phrase { addInSentences(&proper, tokens, following) }
    dropObjects(&proper, tokens, standings)
    for index in tokens.indices where proper[index] && (isObject(tokens, index) || isPossessed(tokens, index)) {
      proper[index] = false
    }
    return proper
  }

  /// Whether a common noun has the -an of an object behind a word without nunation: بَنَت تُويُوتا مَصنَعًا.
  private func isObject(_ tokens: [GrammarAnnotator.Token], _ index: Int) -> Bool {
    index > 0 && tokens[index].isNunated && !tokens[index - 1].isNunated
      && tokens[index].word.letters.last?.base == 0x627 && tokens[index].front.letters == 0
      && annotator.kinds(tokens[index].stem.dropLast()).containsAny(of: [.institution, .noun, .plural])
      && annotator.kinds(tokens[index].stem.dropLast()).isDisjoint(with: [.given, .place])
  }

  /// Whether a common noun that is a place too has its genitive behind it: عَلَى مَتْنِ سَفِينَتِهِ.
  private func isPossessed(_ tokens: [GrammarAnnotator.Token], _ index: Int) -> Bool {
    tokens[index].front.letters == 0 && tokens[index].kinds.isSuperset(of: [.noun, .place])
      && tokens[index].kinds.isDisjoint(with: [.given, .family]) && index + 1 < tokens.count
      && annotator.isPossessedGenitive(tokens[index + 1])
  }

  /// A definite word in -a goes on with no name that stands in another case: يَبِيعُ أَبُو صَقْرٍ العَسَلَ.
  private func dropObjects(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing]
  ) {
    for index in tokens.indices.dropFirst() where proper[index] && proper[index - 1] {
      let token = tokens[index]
      guard token.front.signs == "L", let last = token.word.letters.last, last.vowel == "a", last.base != 0x646,
        !standings[index].contains(.sure)
      else { continue }
      var head = index - 1
      while head > 0, proper[head - 1], tokens[head].front.letters == 0 { head -= 1 }
      let isObject =
        tokens[head].skeleton == "أبا" || tokens[head].word.letters.last?.vowel == "a"
        || tokens[head].isNunated && tokens[head].word.letters.last?.base == 0x627
      let isMarked = tokens[head].stemRoles.contains(.head) || tokens[head].word.letters.last?.hasVowel == true
      if isMarked, !isObject { proper[index] = false }
    }
  }

  /// A name with its nunation is rather an adjective of the noun before it, which has one too: قَاضٍ نَزِيهٌ.
  private func dropNunated(
    _ proper: inout [Bool], _ standings: [Standing], _ following: [GrammarAnnotator.Following]
  ) {
    for index in standings.indices.dropFirst() where proper[index] && standings[index].contains(.nunated) {
      if standings[index - 1].contains(.nunated), !following[index - 1].contains(.stop) {
        proper[index] = proper[index - 1]
      }
    }
  }

  /// Whether a word is a verb and no name: أَبِي يُحِبُّ الشِّعْرَ, but أَبِي يَعْلَى.
  private func isPlainVerb(_ token: GrammarAnnotator.Token) -> Bool {
    (token.isVerb || token.opensClause) && token.kinds.isDisjoint(with: [.given, .family, .kunyaPart, .laqab, .place])
  }

  /// Words that are names beside other words: behind ابن, أبو and عبد, before a sure name, as the genitive of a noun.
  private func addNeighbours(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing],
    _ following: [GrammarAnnotator.Following]
  ) {
    for index in tokens.indices where !proper[index] {
      let own = standings[index]
      let next = index + 1 < tokens.count ? standings[index + 1] : nil
      if own.contains(.head) {
        // مُذَكِّرَات أَبِي وَأَخِي; يَزْرَعُ أَبِي الزَّيْتُونَ; اِشْتَرَى أَبِي سَبْعَةَ دَفَاتِرَ
        proper[index] =
          next != nil && !tokens[index + 1].front.hasClitic && !isPlainVerb(tokens[index + 1])
          && !(index > 0 && (isNumeral(tokens[index + 1]) || tokens[index + 1].isParticle))
          && !(next?.contains(.article) == true && annotator.isNoGenitive(tokens[index + 1]))
          && !tokens[index + 1].word.letters.contains { $0.tanwin == "u" || $0.tanwin == "a" }  // مَدْرَسَة أَبِي قَرِيبَةٌ
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
        // أَدْهَمُ طَيَّارًا
        if tokens[index].isNunatedFeminine { continue }
        if index > 0, tokens[index].isNunated, tokens[index].word.letters.last?.base == 0x627 { continue }
        if tokens[index].kinds.contains(.title), next?.isDisjoint(with: [.place, .article]) == false { continue }
        if own.contains(.common), !own.contains(.given), next?.contains(.place) == true { continue }  // بَانِي بَغْدَاد
        // أَبُو حَنِيفَةَ تَاجِرَ قُمَاشٍ: in -a, and with its genitive, it is the predicate
        if own.contains(.common), !own.contains(.given) || index + 1 < tokens.count && isGenitive(tokens[index + 1]),
          tokens[index].word.letters.last?.vowel == "a"
        {
          continue
        }
        proper[index] =
          index > 0 && proper[index - 1] && !following[index - 1].contains(.stop)
          && !isPredicateOfGod(tokens, index) && !standings[index - 1].contains(.place)
          && tokens[index].front.letters == 0
          && !tokens[index].kinds.contains(.numeral)  // بَيْتِ لُبْنَى سَبْعُ نَوَافِذَ
          && !isListedPlace(tokens[index - 1]) && !isObjectNoun(tokens[index])
          || own.contains(.given) && own.contains(.common) && index + 1 < tokens.count
            && opensFullName(tokens[index], tokens[index + 1])
          || next?.contains([.sure, .given]) == true && next?.contains(.article) == false && !own.contains(.place)
            // ضِفَاف دِجْلَة
            && !(tokens[index].kinds.contains(.institution) && tokens[index + 1].kinds.contains(.place))
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
            || index > 1 && !standings[index - 2].isDisjoint(with: [.head, .servant])
            // ذُو النُّون المِصْرِيّ
            || index > 1 && tokens[index - 2].roles.contains(.owner))
        proper[index] =
          isPerson || isBearer(tokens[index], of: tokens[index - 1])
          || own.isDisjoint(with: [.common, .feminine]) && previous.isDisjoint(with: [.article, .particle])
            && own.contains(.family) && !isOccupation(tokens[index])
      }
    }
  }

  /// Whether a word is in the genitive by its ending.
  private func isGenitive(_ token: GrammarAnnotator.Token) -> Bool {
    token.word.letters.last.map { $0.tanwin == "i" || $0.vowel == "i" } ?? false
  }

  /// Whether a word is a numeral in ة, as no name behind أبو is.
  private func isNumeral(_ token: GrammarAnnotator.Token) -> Bool {
    token.kinds.contains(.numeral) && token.word.letters.last?.base == 0x629
  }

  /// Whether a given name that is a common word too stands before أبو (سَعِيد أَبِي النَّحس), or before a nisba with the article, which is no
  /// adjective of it: حَافِظ الشِّيرَازِيّ.
  private func opensFullName(_ token: GrammarAnnotator.Token, _ next: GrammarAnnotator.Token) -> Bool {
    guard token.front.letters == 0, !token.isNunated, !token.isOpenFeminine,
      token.kinds.isDisjoint(with: [.institution, .plural])
    else {
      return false
    }
    if next.front.letters == 0, next.stemRoles.contains(.head), next.roles.contains(.joined) { return true }
    return next.front.signs == "L" && endsAsNisba(next) && next.kinds.contains(.nisba) && !token.kinds.contains(.title)
  }

  /// Whether a word with its nunation says what God is: إِنَّ اللهَ غَفُورٌ.
  private func isPredicateOfGod(_ tokens: [GrammarAnnotator.Token], _ index: Int) -> Bool {
    tokens[index - 1].divine != nil && tokens[index].isNunated
  }

  /// Whether a nisba with the article is the person whom a body or building without one is called after: مُسْتَشْفَى الكِنْدِيّ. An adjective
  /// of it would have none.
  private func isBearer(_ token: GrammarAnnotator.Token, of head: GrammarAnnotator.Token) -> Bool {
    head.kinds.contains(.institution) && !head.front.hasArticle && token.front.signs == "L" && endsAsNisba(token)
      && token.kinds.containsAny(of: [.nisba, .family])
  }

  /// Places by their form or the noun before them, and by the list of places of several words.
  private func addPlaces(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing],
    _ following: [GrammarAnnotator.Following]
  ) {
    for index in tokens.indices.dropFirst() where !proper[index] {
      proper[index] =
        isPreposition(tokens[index - 1]) && (isDiptote(tokens[index]) || isLandAlone(tokens[index]))
        || isGenitiveLand(tokens[index], of: tokens[index - 1])
        || isNameOfPlace(tokens[index], after: tokens[index - 1])
    }
    for index in tokens.indices.dropFirst() where !(proper[index - 1] && proper[index]) {
      if !following[index - 1].contains(.stop), annotator.namePlace(tokens[index - 1], tokens[index]) {
        (proper[index - 1], proper[index]) = (true, true)
      }
    }
  }

  /// Whether a word in -iyyah without article and nunation is a land, which alone stands so: إِلَى إِفْرِيقِيَّة.
  private func isLandAlone(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.letters == 0 && token.kinds.contains(.place) && token.word.letters.last?.base == 0x629
      && !token.isNunated && token.stem.dropLast().last?.base == 0x64A
  }

  /// Whether such a word has the -a of a diptote behind a noun in the construct state: أَخْبَارِ إِفْرِيقِيَّةَ.
  private func isGenitiveLand(_ token: GrammarAnnotator.Token, of head: GrammarAnnotator.Token) -> Bool {
    isLandAlone(token) && token.word.letters.last?.vowel == "a" && !head.front.hasArticle && !head.isNunated
      && head.word.letters.last?.vowel == "i" && head.kinds.containsAny(of: [.noun, .plural, .masdar])
  }

  /// Works: a paper behind مجلة, a book inside a title.
  private func addWorks(_ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing]) {
    if let last = tokens.indices.last, last > 0, tokens[last - 1].stemRoles.contains(.periodical),
      !tokens[last - 1].front.hasArticle, tokens[last].front.signs == "L"
    {
      proper[last] = true  // مَجَلَّة الهِلَال
    }
    for index in tokens.indices.dropLast(2)
    where tokens[index].stemRoles.contains(.periodical) && !tokens[index].front.hasArticle {
      addPublisher(&proper, tokens, from: index + 1)
    }
    for index in tokens.indices.dropFirst().dropLast() where !proper[index] && standings[index].contains(.work) {
      proper[index] = proper[index + 1]  // the name of a work inside a title: شرح صحيح البخاري
    }
  }

  /// Whoever wrote a book, behind the stroke of a catalogue: الأَعْمَال الكَامِلَة / شَاذِل طَاقَة; after a word of what he did to it, too.
  private func addAuthors(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ following: [GrammarAnnotator.Following]
  ) {
    guard let stroke = tokens.indices.dropLast().first(where: { following[$0].contains(.stroke) }) else { return }
    var first = stroke + 1
    while first < tokens.count {
      let end = tokens.indices[first...].first { following[$0].contains(.stop) }.map { $0 + 1 } ?? tokens.count
      addAuthor(&proper, tokens, first, end)
      first = end
    }
  }

  /// One of them, behind what he did: شَرْحُ وَتَحْقِيقُ كَرَم البُسْتَانِي.
  private func addAuthor(_ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ start: Int, _ end: Int) {
    var first = start
    while first + 1 < end, isDeed(tokens[first]) { first += 1 }
    let name = first..<end
    let isName =
      name.count > 1 && name.count <= Self.longestAuthor && !tokens[first].front.hasArticle
      && name.allSatisfy { !tokens[$0].front.hasClitic && !tokens[$0].isParticle && !tokens[$0].opensClause }
      && tokens[first].kinds.isDisjoint(with: [.plural, .institution, .title, .masdar])
    if isName { for index in name { proper[index] = true } }
  }

  /// Whether a word says what somebody did to a book, with و before it or not: وَتَحْقِيقُ, دَرَسَهُ, وَحَقَّقَهُ.
  private func isDeed(_ token: GrammarAnnotator.Token) -> Bool {
    let isJoined = token.front.letters == 0 || token.front.signs == "W"
    return isJoined
      && (token.kinds.contains(.masdar) || token.stemRoles.contains(.work) || token.opensClause
        || annotator.hasPronoun(token))
  }

  /// Words of the longest author's name that is told by nothing but its place.
  private static let longestAuthor = 4

  /// The body whose paper it is: مَجَلَّة المَجْمَع العِلْمِيّ العِرَاقِيّ, مَجَلَّة كُلِّيَّة الآدَاب, but مَجَلَّة البُحُوث.
  private func addPublisher(_ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], from first: Int) {
    guard tokens[first].kinds.contains(.institution), !tokens[first].front.hasClitic else { return }
    var end = first + 1
    while end < tokens.count, tokens[end].front.signs == "L" { end += 1 }
    if end > first + 1 { for index in first..<end { proper[index] = true } }
  }
}
