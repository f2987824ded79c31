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
  let words: GrammarWords
  private let proclitics: Proclitics
  /// What the lexicon knows of letters.
  let known: KnownLetters?
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
    known = lexicon.map(KnownLetters.init)
    proclitics = Proclitics(known)
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
    if front.hasArticle, given.clitics == nil, words.entry(word.skeleton)?.roles.contains(.relativePronoun) == true {
      front = .init()
    }  // اللَّوَاتِي
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
        isDenied || isName && (isNameOrVerb(token) || index > 0 && isNameOrUnknown(token))
          || !proper.isEmpty && proper[index] && isNameOrUnknown(token)
          || !isLast && (isElative(tokens, index) || isBeforeMonth(token, tokens[index + 1]))
          || isObjectNoun(tokens, index)
        ? .full
        : index > 0 && isApocopated(token, behind: tokens[index - 1], before: isLast ? nil : tokens[index + 1])
          ? .apocope : !hasPause || !isLast && !isStopped ? .none : index == 0 || !isLast ? .suffix : .full
      let next = isLast || isStopped ? nil : tokens[index + 1]
      // A participle with what it governs says how something is done: خَتَمَ مُؤَكِّدًا أَنَّ
      let isManner =
        token.accusative == .behindVerb && next?.isParticle == true && isActing(token) && !clause.isPredicateNear
      let isObject =
        clause.takesObject(token) && !isManner || isObjectMasdar(tokens, index)
        || !proper.isEmpty && proper[index] && isGivenInAccusative(token)
      let isMooded = index > 0 && tokens[index - 1].roles.contains(.jussive)
      clause.goOn(
        with: token, isVerb: isMooded || token.opensClause, isObject: isObject, isStopped: isStopped,
        hasNumber: following[index].contains(.number))
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
