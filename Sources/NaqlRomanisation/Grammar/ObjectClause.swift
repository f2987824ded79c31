/// What went before a word in its clause, as far as it tells whether an -an is the case of an object.
struct ObjectClause {
  private var isBehindVerb = false
  /// Whether the word before is an object that is not feminine by its ة.
  private var isBehindObject = false
  /// Whether the clause, and whether the sentence has a verb.
  private var hasVerb = false
  private var sentenceHasVerb = false
  /// Whether a word stands before that asks for -an: a numeral, إلا.
  private var isBehindAsking = false
  /// Whether a numeral from 11 to 99 stands directly before.
  private var isBehindNumeral = false
  /// Whether digits stand directly before: ٢٥ مِلْيُونًا.
  private var isBehindNumber = false
  /// Whether a word like إن stands before: a preposition behind it puts its subject off (إِنَّ مَعَ الصَّبْرِ فَرَجًا).
  private var isBehindEmphasis = false
  /// Whether a verb like كان waits for its predicate.
  private var wantsPredicate = false
  /// Whether a verb like كان stands before, and no further verb behind it.
  private(set) var isPredicateNear = false

  /// Whether the -an of a word is not written here.
  mutating func takesObject(_ token: GrammarAnnotator.Token) -> Bool {
    if token.stemRoles.contains(.clause) {
      hasVerb = false
      wantsPredicate = false
    }
    if isBehindAsking, token.accusative != .none { return true }
    if isBehindNumeral, token.endsInAn { return true }  // ثَلَاثُونَ يَوْمًا, though يوما is an adverb
    if isBehindNumber, [.inClause, .behindNumber, .behindVerb].contains(token.accusative) { return true }
    // كَانَ اللَّيْلُ طَوِيلًا, though طويلا is an adverb elsewhere
    if wantsPredicate, token.accusative != .none, isPredicateNear || !token.kinds.contains(.adverb) {
      wantsPredicate = false
      return true
    }
    return switch token.accusative {
    case .none, .inPredicate, .behindNumber: false
    case .behindObject: isBehindObject
    case .behindVerb: isBehindVerb
    case .inClause: hasVerb
    case .inSentence: sentenceHasVerb
    }
  }

  /// Goes on behind a word; `isVerb` says that it may have an object behind it, `isStopped` that a phrase closes there, `hasNumber` that
  /// digits follow.
  mutating func goOn(
    with token: GrammarAnnotator.Token, isVerb: Bool, isObject: Bool, isStopped: Bool, hasNumber: Bool
  ) {
    // مُسْتَشْفًى جَدِيدًا, پِيَانُو قَدِيمًا: a defective noun is an object too, and a foreign one.
    let isObject =
      isObject || hasVerb && (token.isDefective && token.kinds.contains(.noun) || token.isForeignThing)
    isBehindVerb = !isStopped && (isVerb || isObject)
    isBehindAsking =
      !isStopped && (token.stemRoles.contains(.asking) || token.kinds.contains(.numeral) && !token.front.hasArticle)
    isBehindNumeral =
      !isStopped && token.kinds.contains(.numeral) && !token.front.hasArticle
      && token.word.letters.suffix(2).first.map { $0.base == 0x648 || $0.base == 0x64A } == true
      && token.word.letters.suffix(3).first?.vowel != "a"  // no dual
    isBehindNumber = !isStopped && hasNumber
    wantsPredicate = !isStopped && (wantsPredicate || token.stemRoles.contains(.copula))
    isPredicateNear = token.stemRoles.contains(.copula) || isPredicateNear && !isVerb
    isBehindObject = !isStopped && isObject && token.accusative != .inSentence
    let putsSubjectOff = isBehindEmphasis && (token.isParticle || token.front.hasClitic)
    isBehindEmphasis = !isStopped && token.stemRoles.contains(.emphasis)
    hasVerb = !isStopped && (hasVerb || isVerb || putsSubjectOff)
    sentenceHasVerb = !isStopped && (sentenceHasVerb || isVerb)
  }
}

extension GrammarAnnotator {
  /// Whether a verbal noun with its adjective, both in -an, is the object of a verb before it, and does not say how it is done, as one of the
  /// verb's own root would: سَيَبْدَأُ المُوَظَّفُونَ إِضْرَابًا مَفْتُوحًا, but تَرَدَّدَ تَرَدُّدًا كَبِيرًا (Wright, Grammar, on the absolute object).
  func isObjectMasdar(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, index > 0 else { return false }
    let token = tokens[index], next = tokens[index + 1]
    guard token.accusative == .none, token.front.letters == 0, token.kinds.isDisjoint(with: [.adverb, .particle]),
      token.isNunated, token.word.letters.last?.base == 0x627, next.accusative == .behindVerb,
      kinds(token.stem.dropLast()).contains(.masdar),
      let verb = tokens[max(0, index - 8)..<index].last(where: { $0.opensClause })
    else { return false }
    let letters = Set(verb.word.letters.map(\.base))
    return token.word.letters.map(\.base).contains { !letters.contains($0) && !Self.servile.contains($0) }
  }

  /// Letters that may be none of a root: those of measures, weak ones and hamza.
  private static let servile: Set<UInt32> = [
    0x621, 0x622, 0x623, 0x624, 0x625, 0x626, 0x627, 0x62A, 0x633, 0x645, 0x646, 0x648, 0x649, 0x64A,
  ]

  /// Whether a word that is a perfect verb and a noun is the object of a verb before, with nothing but its subject between, and no further
  /// verb: رَفَضَ القَاضِي طَلَبَ الدِّفَاعِ, سَجَّلَ مُحَمَّدٌ صَلَاحٌ هَدَفَ الفَوْزِ.
  func isObjectNoun(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count,
      tokens[index + 1].front.hasArticle || isPossessedGenitive(tokens[index + 1])
    else { return false }
    let token = tokens[index]
    guard token.kinds.contains(.verbPerfect), token.kinds.contains(.noun), token.front.letters == 0,
      token.word.letters.last?.vowel == "a"
    else { return false }
    for before in tokens[max(0, index - 4)..<index].reversed() {
      if before.isVerb || before.opensClause {
        return before !== tokens[index - 1] || hasOwnSubject(before) || isOfSpeaker(before)
      }
      let isSubject =
        before.front.signs == "L" || before.front.letters == 0 && before.kinds.containsAny(of: [.given, .family])
      if !isSubject { return false }
    }
    return false
  }

  /// Whether a verb is an imperfect of the first person, which has its subject in itself: نَنْتَظِرُ رَدَّ البَلَدِيَّةِ.
  private func isOfSpeaker(_ token: Token) -> Bool {
    guard token.kinds.isDisjoint(with: .verbs), let first = token.stem.first else { return false }
    return first.base == 0x623 || first.base == 0x646
  }

  /// Where the -an of a word is the case of an object and is not written: ALA-LC 2012 writes it in adverbs only, and of nouns and
  /// words in ة adverbs are few and listed. An adjective or participle is an object only directly behind the verb: elsewhere it says
  /// how something is done (جَاءَ الرَّجُلُ مُسْرِعًا musriʻan).
  func accusative(_ token: Token) -> Token.Accusative {
    let letters = Array(token.stem)
    let isJoined = token.front.signs == "W" || token.front.signs == "F"
    if token.front.letters == 0, let last = letters.last, last.base == 0x621, last.tanwin == "a" {
      // دَوَاءً: the hamza behind an alif has no seat
      return token.kinds.contains(.noun) && token.kinds.isDisjoint(with: [.adverb, .masdar]) ? .inClause : .none
    }
    guard token.front.letters == 0 || isJoined, letters.count > 2, let last = letters.last,
      last.tanwin == "a" || letters[letters.count - 2].tanwin == "a", last.base == 0x627 || last.base == 0x629
    else { return .none }
    let isNisba = last.base == 0x627 && letters[letters.count - 2].base == 0x64A && letters[letters.count - 2].hasShadda
    if isJoined {
      return kinds(letters.dropLast()).containsAny(of: [.noun, .plural, .institution]) ? .behindObject : .none
    }
    if token.kinds.contains(.adverb) {
      return isNisba || kinds(letters.dropLast()).contains(.adjective) ? .behindObject : .none
    }
    if last.base == 0x629 { return .inSentence }
    var stem = letters.dropLast()
    if stem.map(\.base) == [0x634, 0x64A, 0x626] { return .none }  // شَيْئًا is an adverb too
    if stem.last?.base == 0x626, self.kinds(stem).isEmpty {
      stem[stem.endIndex - 1].base = 0x621  // جَرِيئًا, of جَرِيء
    }
    let kinds = self.kinds(stem)
    if isNisba, kinds.isDisjoint(with: [.noun, .title]) { return .behindObject }
    if kinds.isEmpty { return mayTellManner(letters) ? .inPredicate : .inClause }
    if kinds.isDisjoint(with: [.noun, .participle, .adjective, .plural, .institution, .title]) {
      return kinds.contains(.numeral) ? .behindNumber : .none  // ٢٥ مِلْيُونًا
    }
    if kinds.contains(.title) { return .inClause }  // عُيِّنَ مُسْتَشَارًا
    return kinds.containsAny(of: [.participle, .adjective, .adverb]) ? .behindVerb : .inClause
  }
}

extension GrammarAnnotator {
  /// Whether a word that no lexicon has is of a shape that participles and adjectives have, which may say how something is done: mu…,
  /// CāCiC, CaCīC (Wright, A Grammar of the Arabic Language, on the forms of participles and adjectives).
  private func mayTellManner(_ letters: [SpelledWord.Letter]) -> Bool {
    if letters[0].base == 0x645, letters[0].vowel == "u" { return true }
    return letters.count > 3 && (letters[1].base == 0x627 || letters[2].base == 0x64A && !letters[2].hasVowel)
  }

  /// Whether a word that the lexicon does not have is a verb of it with the ending of another person: قَرَأْتُ, كَتَبُوا, يَقْرَأُونَ.
  func isInflectedVerb(_ token: Token) -> Bool {
    guard token.kinds.isEmpty, !token.front.hasArticle, let last = token.stem.last, last.tanwin == nil else {
      return false
    }
    for ending in Self.verbEndings where token.stem.count >= ending.count + 3 && ending.isEnd(of: token.stem) {
      var verb = token.stem.dropLast(ending.count)
      verb[verb.endIndex - 1].vowel = nil
      verb[verb.endIndex - 1].hasSukun = false
      if kinds(verb).containsAny(of: .verbs) { return true }
      // اِشْتَرَيْتُ, غَزَوْتُ: the weak third radical is written ى or ا elsewhere
      if let last = verb.last, last.base == 0x64A || last.base == 0x648 {
        verb[verb.endIndex - 1] = .init(base: last.base == 0x64A ? 0x649 : 0x627)
        if kinds(verb).containsAny(of: .verbs) { return true }
      }
    }
    if isJussiveOfOther(token.stem) { return true }
    guard let known, token.stem.count > 2 else { return false }
    // نَرَى; وَجَدْتُهُ
    return known.hasImperfectOfOther(token.stem) || known.readsPerfectWithObject(token.stem)
  }

  /// Whether it is the first or second person of an imperfect without its last vowel: لَمْ نَجِدْ.
  private func isJussiveOfOther(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard let known, letters.count > 2, letters.last?.hasSukun == true, letters.first?.vowel != nil else {
      return false
    }
    var indicative = letters
    indicative[indicative.endIndex - 1].hasSukun = false
    indicative[indicative.endIndex - 1].vowel = "u"
    return known.hasImperfectOfOther(indicative)
  }

  /// Endings of the perfect and the imperfect: تما تم تا نا وا ون ين ان ت ن ا (Wright, the paradigm of the strong verb).
  private static let verbEndings = [
    Ending(0x62A, 0x645, 0x627), Ending(0x62A, 0x645), Ending(0x62A, 0x627), Ending(0x646, 0x627),
    Ending(0x648, 0x627), Ending(0x648, 0x646), Ending(0x64A, 0x646), Ending(0x627, 0x646), Ending(0x62A),
    Ending(0x646), Ending(0x627),
  ]

  /// These, and the yā of a dual or plural before a pronoun.
  private static let endingsBeforePronoun = verbEndings + [Ending(0x64A)]

  /// Whether a word that the lexicon does not have is one of it with the pronoun -ka, -ki: كِتَابُكَ, أُخْتَيْكِ, أَكْرَمْتُكَ.
  func isAddressed(_ token: Token) -> Bool {
    guard token.kinds.isEmpty, !token.front.hasArticle, let last = token.stem.last, last.base == 0x643,
      last.vowel == "a" || last.vowel == "i", token.stem.count > 2
    else { return false }
    var word = token.stem.dropLast()
    if word.count > 3, word.last?.base == 0x62A, word.last?.vowel == "u" { return true }  // ذُرِّيَّتُكَ
    word[word.endIndex - 1].vowel = nil
    if !kinds(word).isEmpty { return true }
    if word.last?.base == 0x62A {
      var feminine = word
      feminine[feminine.endIndex - 1].base = 0x629
      if !kinds(feminine).isEmpty { return true }
    }
    for ending in Self.endingsBeforePronoun where word.count >= ending.count + 2 && ending.isEnd(of: word) {
      var stem = word.dropLast(ending.count)
      stem[stem.endIndex - 1].vowel = nil
      stem[stem.endIndex - 1].hasSukun = false
      if !kinds(stem).isEmpty { return true }
    }
    return false
  }
}
