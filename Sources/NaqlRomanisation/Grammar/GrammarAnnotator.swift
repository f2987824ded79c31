import NaqlText

/// Reads the grammar of a line of vocalised words, once, for every scheme: clitics, the article, construct state, seats
/// of hamza, long vowels and diphthongs, nisbas, nunation, silent letters.
///
/// Sources: the rules of the ALA-LC table (2012) and of BGN/PCGN (1956) on what is written and what is not; Wright, A
/// Grammar of the Arabic Language, on alif of union, pausal forms and defective nouns.
///
/// It keeps the words it has met, and so serves one task at a time; the romanisers of one worker share one.
final class GrammarAnnotator {
  let lexicon: Lexicon?
  /// The lexicon's kinds by its numbers of them.
  private let lexiconKinds: [WordKinds]
  private let words: GrammarWords
  private let proclitics: Proclitics
  /// Words met without and with decisions.
  private var plain = TextTable<Token>()
  private var decided: [Key: Token] = [:]
  private var number = 0
  /// How often the store was emptied; the numbers of tokens begin anew each time.
  private(set) var generation = 0
  /// Number of words kept before the store is emptied.
  private static let limit = 100_000

  /// A word with what was decided of it, told from others by its bytes.
  private struct Key: Hashable {
    let text: TextKey
    let isConstruct: Bool?
    let keepsEnding: Bool?
    let capital: VocalisedWord.Capital?
    let clitics: [Int]?
    let ending: WordEnding?

    init(_ word: VocalisedWord) {
      text = TextKey(word.text)
      isConstruct = word.isConstruct
      keepsEnding = word.keepsEnding
      capital = word.capital
      clitics = word.clitics
      ending = word.ending
    }
  }

  /// An annotator that knows particles, verbs and names by `lexicon`, and single words by `words`.
  init(_ lexicon: Lexicon?, words: GrammarWords) {
    self.lexicon = lexicon
    lexiconKinds = lexicon?.kinds.map { WordKinds(named: $0) } ?? []
    self.words = words
    proclitics = Proclitics(lexicon)
  }

  /// Empties the store where it is full: asked between lines, since the words of one line are told by their numbers.
  func startLine() {
    guard number >= Self.limit else { return }
    (plain, decided, number) = (TextTable(), [:], 0)
    generation += 1
  }

  /// Takes a word apart and looks it up, from the store where it was met before.
  func token(_ given: VocalisedWord) -> Token {
    if given == VocalisedWord(given.text) { return token(given.text) }
    let key = Key(given)
    if let known = decided[key] { return known }
    let token = read(given, SpelledWord(given.text))
    decided[key] = token
    return token
  }

  /// The token of a word of which nothing is decided but its marks. `spelled` is the word taken apart, where it is there.
  func token(_ text: String, spelled: SpelledWord? = nil) -> Token {
    if let known = plain[text] { return known }
    let token = read(VocalisedWord(text), spelled ?? SpelledWord(text))
    plain.add(token, of: text)
    return token
  }

  private func read(_ given: VocalisedWord, _ spelled: SpelledWord) -> Token {
    var word = spelled
    var front = proclitics.find(in: word, lengths: given.clitics)
    let hasFatha = word.letters.contains { $0.vowel == "a" }
    let ofWhole = look(word.letters[...], mayLackDagger: hasFatha)
    let whole = ofWhole.kinds
    if whole.containsAny(of: [.particle, .pronoun]), given.clitics == nil, front.signs != "J",
      !front.hasArticle
    {
      front = .init()  // لَهُمْ, بِمَا, فَقَطْ are words of their own
    }
    if front.hasArticle, given.clitics == nil, words.has(word.skeleton, .pronoun) { front = .init() }  // اللَّوَاتِي
    let found = front.letters == 0 ? ofWhole : look(word.letters[front.letters...], mayLackDagger: hasFatha)
    let isForeign = found.kinds.isEmpty && word.letters[front.letters...].contains { ForeignLetters.has($0.base) }
    let stemKinds = isForeign ? [.foreign] : found.kinds
    for index in found.daggers { word.letters[front.letters + index].hasDagger = true }
    number += 1
    let token = Token(
      number: number, word: word, given: given, front: front, kinds: stemKinds, words: words)
    if let last = word.letters.last {
      token.isDefective =
        last.base == 0x649 && (last.tanwin == "a" || word.letters.dropLast().last?.tanwin == "a")
        || last.tanwin == "i" && Defectives.ends(Array(token.stem), kinds: stemKinds, lexicon: lexicon)
    }
    token.accusative = accusative(token)
    token.opensClause = token.isVerb || isInflectedVerb(token)
    token.hasAddressee = isAddressed(token)
    return token
  }

  /// How a word stands in its line.
  struct Placement {
    /// The number of the form among the token's forms.
    var form: Int
    /// Whether the word is a particle or pronoun.
    var isParticle: Bool
    /// Whether it opens with an article whose vowel the long one before it takes away.
    var isElided: Bool
  }

  /// Annotates the words of a line; with `hasPause` the last word, and a suffix before a comma, loses its vowel. `isName` says that
  /// the line is a name, `proper` which of its words are; without it none is known to be.
  func annotate(
    _ tokens: [Token], _ following: [Following], hasPause: Bool, isName: Bool, proper: [Bool] = []
  ) -> [Placement] {
    var places: [Placement] = []
    places.reserveCapacity(tokens.count)
    var clause = ObjectClause()
    var isBehindLong = false
    for (index, token) in tokens.enumerated() {
      let isLast = index + 1 == tokens.count
      let isStopped = following[index].contains(.stop)
      let isDenied = index > 0 && tokens[index - 1].roles.contains(.denial) && token.kinds.contains(.noun)
      let pause: Endings.Pause =
        isDenied || isName && isNameOrVerb(token) || !proper.isEmpty && proper[index] && isNameOrUnknown(token)
          || !isLast && (isElative(tokens, index) || isBeforeMonth(token, tokens[index + 1]))
          || isObjectNoun(tokens, index)
        ? .full
        : index > 0 && isApocopated(token, behind: tokens[index - 1], before: isLast ? nil : tokens[index + 1])
          ? .apocope : !hasPause || !isLast && !isStopped ? .none : index == 0 || !isLast ? .suffix : .full
      let next = isLast || isStopped ? nil : tokens[index + 1]
      // A participle with what it governs says how something is done: خَتَمَ مُؤَكِّدًا أَنَّ
      let isManner = token.accusative == .behindVerb && next?.isParticle == true && isActing(token)
      let isObject =
        clause.takesObject(token) && !isManner || isObjectMasdar(tokens, index)
        || !proper.isEmpty && proper[index] && isGivenInAccusative(token)
      let isMooded = index > 0 && tokens[index - 1].roles.contains(.jussive)
      clause.goOn(with: token, isVerb: isMooded || token.opensClause, isObject: isObject, isStopped: isStopped)
      let form = form(
        of: token,
        isConstruct: token.given.ending != nil
          || !isWholeName(tokens, index, proper)
            && readsConstruct(token, before: next, following[index], isName: isName),
        pause: pause, isObject: isObject)
      places.append(
        Placement(
          form: form.number, isParticle: form.isParticle, isElided: isBehindLong && form.opensWithArticle))
      isBehindLong = form.endsLong
    }
    return places
  }

  /// Whether a word ends in a short vowel behind لَمْ, so that its last letter, a weak one, is cut off; the -i before an article is none
  /// (Wright, A Grammar of the Arabic Language, on the jussive of verbs of weak third radical).
  private func isApocopated(_ token: Token, behind before: Token, before next: Token?) -> Bool {
    guard before.roles.contains(.jussive), let last = token.word.letters.last, last.base != 0x647 else { return false }
    return last.vowel == "a" || last.vowel == "u" || last.vowel == "i" && next?.front.hasArticle != true
  }

  /// Whether a noun that is spelt like a verb stands before the name of a month: شَهْرَ رَمَضَانَ.
  private func isBeforeMonth(_ token: Token, _ next: Token) -> Bool {
    token.kinds.contains(.noun) && token.kinds.containsAny(of: .verbs) && next.stemRoles.contains(.month)
  }

  /// Whether an adjective that is spelt like a verb compares, since مِن stands behind it: أَكْثَرَ مِنْ; or a verb of the lexicon where the clause
  /// has one already: يَغْلِي المَاءُ أَسْرَعَ مِمَّا.
  private func isElative(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index], letters = token.word.letters
    guard token.front.letters == 0, token.kinds.containsAny(of: .verbs), letters.first?.base == 0x623,
      tokens[index + 1].roles.contains(.comparing)
    else { return false }
    if token.kinds.contains(.adjective) { return true }
    guard letters.count == 4, letters[0].vowel == "a", letters[3].vowel == "a", index > 1,
      !tokens[index - 1].isParticle, !tokens[index - 1].opensClause
    else { return false }
    for before in tokens[..<index].reversed() {
      if before.opensClause { return true }
      if before.stemRoles.contains(.clause) || before.front.hasClitic { return false }
    }
    return false
  }

  /// Whether a word in -an has the shape of the active participles of derived verbs, muCaCCiC or muCīC: مُؤَكِّدًا, مُشِيرًا (Wright, A Grammar
  /// of the Arabic Language, on the verbal adjectives of the derived forms).
  private func isActing(_ token: Token) -> Bool {
    let letters = Array(token.stem.dropLast())
    guard letters.count > 3, letters[0].base == 0x645, letters[0].vowel == "u" else { return false }
    let middle = letters[letters.count - 2]
    return middle.vowel == "i" || middle.base == 0x64A && letters[letters.count - 3].vowel == "i"
  }

  /// Whether a name behind ابن or أبو has no further name behind it, so that its ة is at rest: ابْنُ بَطُّوطَةَ جُزُرَ المَالَدِيفِ.
  private func isWholeName(_ tokens: [Token], _ index: Int, _ proper: [Bool]) -> Bool {
    guard !proper.isEmpty, proper[index], index > 0, tokens[index - 1].stemRoles.contains(.head),
      tokens[index].front.letters == 0
    else { return false }
    return index + 1 == tokens.count || !proper[index + 1]
  }

  /// Whether a word that is known for a name has no ending to keep: one that no lexicon has, or one that is spelt like a verb.
  private func isNameOrUnknown(_ token: Token) -> Bool {
    !token.isParticle && (token.kinds.isEmpty && token.word.letters.last?.base != 0x647 || isNameOrVerb(token))
  }

  /// Whether a name is spelt like a verb: يَزِيدُ.
  private func isNameOrVerb(_ token: Token) -> Bool {
    token.kinds.containsAny(of: .verbs) && token.kinds.containsAny(of: [.given, .family, .laqab, .place])
  }

  /// A word's form. `pause` says which ending the close of the line takes away; the -an of an object goes.
  private func form(of token: Token, isConstruct: Bool, pause: Endings.Pause, isObject: Bool) -> Token.Form {
    token.form(in: (isObject ? 8 : 0) + (isConstruct ? 4 : 0) + pause.rawValue) {
      if let divine = token.divine {
        var word = divine
        word.isParticle = !divine.stem.hasPrefix("<")  // billāh, lillāh
        if let ending = token.given.ending { word.stem = InflectedStem.ended(word.stem, with: ending) }
        return word
      }
      var stem = Stem(token, lexicon: lexicon, isConstruct: isConstruct, pause: pause, isObject: isObject)
      return AnnotatedWord(
        front: token.front.signs, stem: stem.annotated(),
        isParticle: token.isParticle && !token.roles.contains(.owner))
    }
  }

  /// Whether the ة of a word reads -t, by what the vocaliser decided or by the grammar. Two things are grammar whatever the vocaliser
  /// decided: -h before a conjunction or preposition (رِحْلَة لِلسَّلَام), -t of a noun before what is a place and nothing else (شرطة مومباي).
  private func readsConstruct(_ token: Token, before next: Token?, _ following: Following, isName: Bool) -> Bool {
    guard token.isOpenFeminine else { return token.given.isConstruct ?? false }
    if let next, following.isDisjoint(with: [.latin, .number]), next.front.hasClitic || next.roles.contains(.relation) {
      return false
    }
    if let next, isNoGenitive(next) { return false }
    if token.given.isConstruct == true { return true }
    let isBeforePlace = next?.kinds.subtracting(.usualPlace) == .place && !token.kinds.contains(.given)
    if let next, isNounBeforeName(token, next) { return true }
    if token.given.isConstruct == false, !isBeforePlace { return false }
    return isConstruct(token, before: next, following, isName: isName)
  }

  /// Whether the ة of a word reads -t: a genitive follows, that is a noun or name that is no adjective of it.
  private func isConstruct(_ token: Token, before next: Token?, _ following: Following, isName: Bool) -> Bool {
    if !following.isDisjoint(with: [.latin, .number]) {  // صَحِيفَة Le Monde, سَنَة 1973
      return !token.front.hasArticle && !following.contains(.stop)
        && (following.contains(.number)
          ? token.stemRoles.contains(.dated) : !token.kinds.isDisjoint(with: [.noun, .institution]))
    }
    guard let next else { return false }
    if !token.front.hasArticle, next.roles.contains(.owner) { return true }  // مُحَافَظَة ذِي قَار; after ة, no adjective
    if next.divine != nil { return !token.front.hasArticle && [0x627, 0x671].contains(next.word.letters[0].base) }
    if !token.front.hasArticle, next.roles.contains(.relative), next.word.letters[0].vowel != "i" { return true }
    if token.front.hasArticle || next.isParticle || next.word.letters.isEmpty { return false }
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
    if next.front.hasArticle {
      // وَرْدَة الجَزَائِرِيَّة: a woman's name with the adjective of her origin.
      return !(token.kinds.contains(.given) && next.kinds.contains(.nisba) && next.word.letters.last?.base == 0x629)
    }
    let isAdjective = !next.kinds.isDisjoint(with: [.adjective, .nisba, .participle, .numeral])
    let isNoun = !next.kinds.isDisjoint(with: [.noun, .masdar, .plural, .institution, .place, .given, .title])
    if isAdjective, next.word.letters.last?.base == 0x629 {
      return next.kinds.contains(.usualPlace) && !next.kinds.contains(.adjective)  // بُحَيْرَة طَبَرِيَّة
    }
    return isNoun || !isAdjective
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
    if last.vowel == "u" { return last.base != 0x647 }
    if last.vowel == "a", token.front.hasArticle, last.base != 0x646 { return true }  // نَبِيلَةُ البَطَاطِسَ
    if token.kinds.isEmpty, let vowel = vowelBeforePronoun(token), vowel != "i" { return true }  // وَرْدَةُ قِطَّتَهَا
    if last.tanwin == "u" { return true }
    return last.tanwin == "a" && last.base == 0x629
      || last.base == 0x627 && (last.tanwin == "a" || letters.dropLast().last?.tanwin == "a")
  }

  /// Whether a word is a given name with the -an of the accusative: عَلِيًّا.
  func isGivenInAccusative(_ token: Token) -> Bool {
    token.front.letters == 0 && token.isNunated && token.word.letters.last?.base == 0x627
      && kinds(token.stem.dropLast()).contains(.given)
  }

  /// Whether a word is one of the lexicon with a pronoun behind it: لَاعِبُنَا.
  func hasPronoun(_ token: Token) -> Bool {
    guard let lexicon, !token.front.hasArticle, token.word.letters.last?.base != 0x649 else { return false }
    for pronoun in Self.pronouns where token.stem.count > pronoun.count + 2 && pronoun.isEnd(of: token.stem) {
      var noun = token.stem.dropLast(pronoun.count)
      guard noun[noun.endIndex - 1].vowel != nil else { continue }
      noun[noun.endIndex - 1].vowel = nil
      if KnownLetters(lexicon).reads(noun) { return true }
    }
    return false
  }

  /// Whether a verb ends in the -tu, -ta, -ti of its own subject, a pronoun behind it or not: قَرَأْتُهُ.
  func hasOwnSubject(_ token: Token) -> Bool {
    let pronoun = Self.pronouns.first { token.stem.count > $0.count + 3 && $0.isEnd(of: token.stem) }
    let verb = token.stem.dropLast(pronoun?.count ?? 0)
    guard let last = verb.last, last.base == 0x62A, last.hasVowel, verb.count > 2 else { return false }
    let before = verb[verb.endIndex - 2]
    return before.hasSukun || !before.hasVowel
  }

  /// The vowel before a pronoun at the end of a word without article; nil where none is seen.
  private func vowelBeforePronoun(_ token: Token) -> SpelledWord.Vowel? {
    guard !token.front.hasArticle,
      let pronoun = Self.pronouns.first(where: { token.stem.count > $0.count + 2 && $0.isEnd(of: token.stem) })
    else { return nil }
    return token.stem[token.stem.endIndex - pronoun.count - 1].vowel
  }

  /// Whether a word is a noun in the genitive before its pronoun: جَدِّنَا.
  func isPossessedGenitive(_ token: Token) -> Bool {
    token.kinds.isEmpty && vowelBeforePronoun(token) == "i" && hasPronoun(token)
  }

  /// Pronouns behind a noun: هما ها هم نا كم ه.
  private static let pronouns = [
    Ending(0x647, 0x645, 0x627), Ending(0x647, 0x627), Ending(0x647, 0x645), Ending(0x646, 0x627),
    Ending(0x643, 0x645), Ending(0x647),
  ]

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

  /// Kinds that the lexicon has for this vocalised spelling, or for its letters where the word bears no mark.
  func kinds(_ letters: ArraySlice<SpelledWord.Letter>) -> WordKinds {
    look(letters, mayLackDagger: false).kinds
  }

  /// The kinds of a word, and the places of the dagger alifs that the lexicon's spelling has and the word's may lack:
  /// هَذَا, لَكِنَّ, هَؤُلَاءِ.
  private func look(
    _ letters: ArraySlice<SpelledWord.Letter>, mayLackDagger: Bool
  ) -> (kinds: WordKinds, daggers: [Int]) {
    var kinds: WordKinds = []
    var daggers: [Int] = []
    guard let lexicon, !letters.isEmpty else { return (kinds, daggers) }
    let isMarked = letters.contains(where: \.isMarked)
    var mayLack = mayLackDagger
    SpelledWord.withSkeleton(letters) { key in
      lexicon.forEach(strictKey: key) { number in
        let kind = lexiconKinds[lexicon.kind(number)]
        let found: WordKinds = kind == .place && lexicon.rank(number) == 1 ? [kind, .usualPlace] : kind
        let form = lexicon.vocalised(number)
        // A dagger alif is D9 B0 in UTF-8; few entries have one.
        let tellsDaggers = mayLack && (!daggers.isEmpty || form.contains(0xB0))
        if kinds.isSuperset(of: found), !tellsDaggers { return }
        let matches = found == .particle ? SpelledWord.matchParticle : SpelledWord.match
        let isSame = !isMarked && !tellsDaggers || matches(letters, SpelledWord(utf8: form).letters)
        if isSame || !isMarked { kinds.formUnion(found) }
        if tellsDaggers, isSame {
          daggers = SpelledWord(utf8: form).letters.enumerated().filter(\.element.hasDagger).map(\.offset)
          if daggers.isEmpty { mayLack = false }
        }
      }
    }
    return (kinds, daggers)
  }
}
