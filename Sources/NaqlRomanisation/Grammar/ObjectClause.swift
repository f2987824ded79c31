/// What went before a word in its clause, as far as it tells whether an -an is the case of an object.
struct ObjectClause {
  private var isBehindVerb = false
  /// Whether the word before is an object that is not feminine by its ة.
  private var isBehindObject = false
  /// Whether the clause, and whether the sentence has a verb.
  private var hasVerb = false
  private var sentenceHasVerb = false

  /// Whether the -an of a word is not written here.
  mutating func takesObject(_ token: GrammarAnnotator.Token) -> Bool {
    if token.stemRoles.contains(.clause) { hasVerb = false }
    return switch token.accusative {
    case .none: false
    case .behindObject: isBehindObject
    case .behindVerb: isBehindVerb
    case .inClause: hasVerb
    case .inSentence: sentenceHasVerb
    }
  }

  /// Goes on behind a word; with `isStopped` a phrase closes there.
  mutating func goOn(with token: GrammarAnnotator.Token, isObject: Bool, isStopped: Bool) {
    isBehindVerb = !isStopped && (token.isVerb || isObject)
    isBehindObject = !isStopped && isObject && token.accusative != .inSentence
    hasVerb = !isStopped && (hasVerb || token.isVerb)
    sentenceHasVerb = !isStopped && (sentenceHasVerb || token.isVerb)
  }
}

extension GrammarAnnotator {
  /// Where the -an of a word is the case of an object and is not written: ALA-LC 2012 writes it in adverbs only, and of nouns and
  /// words in ة adverbs are few and listed. An adjective or participle is an object only directly behind the verb: elsewhere it says
  /// how something is done (جَاءَ الرَّجُلُ مُسْرِعًا musriʻan).
  func accusative(_ token: Token) -> Token.Accusative {
    let letters = token.word.letters
    guard token.front.letters == 0, letters.count > 2, let last = letters.last,
      last.tanwin == "a" || letters[letters.count - 2].tanwin == "a", last.base == 0x627 || last.base == 0x629
    else { return .none }
    let isNisba = last.base == 0x627 && letters[letters.count - 2].base == 0x64A && letters[letters.count - 2].hasShadda
    if token.kinds.contains(.adverb) { return isNisba ? .behindObject : .none }
    if last.base == 0x629 { return .inSentence }
    let kinds = kinds(letters.dropLast())
    if isNisba, kinds.isDisjoint(with: .noun) { return .behindObject }
    if kinds.isDisjoint(with: [.noun, .participle, .adjective, .plural, .title]) { return .none }
    return kinds.containsAny(of: [.participle, .adjective, .adverb]) ? .behindVerb : .inClause
  }
}
