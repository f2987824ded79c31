import NaqlText

/// Tells which words of a title or of running text are proper names or adjectives of one, by the lexicon and their neighbours.
struct ProperNames {
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
        proper[index] = true
      }
      if use == .title, index == tokens.indices.last, token.front.signs == "J", token.kinds.isEmpty,
        token.stem.count > 4, token.stem.last?.base == 0x64A
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
      } else if standings[index].contains(.given),
        isDiptoteSubject(tokens[index], behind: tokens[index - 1], index + 1 < tokens.count ? tokens[index + 1] : nil)
      {
        proper[index] = true
      } else if standings[index].contains(.given), isSubject(tokens[index]) {
        // زَارَ خَالِدٌ: no noun before it that it would be the adjective of; الشَّيْخُ صَبَاحٌ: no noun stands so
        let before = tokens[index - 1].kinds
        proper[index] =
          tokens[index - 1].isVerb && tokens[index].kinds.isDisjoint(with: [.noun, .title, .plural, .masdar])
          || before.contains(.title) && standings[index - 1].contains(.article)
            && tokens[index].kinds.isDisjoint(with: [.adjective, .participle])
      }
    }
    for index in tokens.indices.dropLast() where !proper[index] && !tokens[index].isParticle {
      // كَتَبَهَا لِلْفَتْحِ بْنِ خَاقَانَ
      proper[index] = tokens[index + 1].skeleton == "بن" && tokens[index + 1].front.letters == 0
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
    isDiptoteNoun(token) && token.word.letters.last?.base == 0x629
  }

  /// Whether a word in ة without article has the -u or -a of a diptote where no genitive follows, as only a proper name in ة has: سَافَرَتْ نَبِيلَةُ
  /// إِلَى عُمَانَ; a common noun would have its nunation (Wright, A Grammar of the Arabic Language, on diptotes).
  private func isDiptoteSubject(
    _ token: GrammarAnnotator.Token, behind previous: GrammarAnnotator.Token, _ next: GrammarAnnotator.Token?
  ) -> Bool {
    guard token.front.letters == 0, let last = token.word.letters.last, last.base == 0x629,
      last.vowel == "u" || last.vowel == "a", previous.isVerb
    else { return false }
    return next.map { $0.isParticle || $0.isVerb || $0.isNunated || $0.front.hasClitic } ?? true
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

  func isOfName(_ token: GrammarAnnotator.Token, _ nisba: String) -> Bool {
    !words.has(nisba, .plain) && !words.has(token.stemSkeleton, .plain)
  }

  /// Whether a word without clitics or article has the nunation of the nominative.
  private func isSubject(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.letters == 0 && token.word.letters.last?.tanwin == "u"
  }
}
