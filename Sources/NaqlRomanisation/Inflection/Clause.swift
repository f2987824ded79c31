import NaqlText

extension CaseReader {
  /// What has been read of a clause, and what it makes of the next word.
  struct Clause {
    /// A noun with what hangs on it.
    struct Phrase {
      /// The case of the noun that leads, and of the last word.
      var head: WordEnding, last: WordEnding
      var headIsFeminine: Bool, lastIsFeminine: Bool
      var headHasArticle: Bool, lastHasArticle: Bool
      /// Whether the last word may have a genitive behind it.
      var isOpen: Bool
      /// Whether the head is a title or office.
      var headIsTitle: Bool
      /// Words since the head.
      var length = 1
    }

    /// A mood other than the indicative.
    enum Mood { case subjunctive, jussive }

    /// What a word gets.
    enum Outcome {
      case none
      case ending(WordEnding)
      /// A case before a pronoun.
      case inner(WordEnding)
      case mood(Mood)
    }

    /// The phrase that goes on; nil behind a verb, a particle or the front of the clause.
    var phrase: Phrase?
    private var government: CaseWords.Government?
    private var hasVerb = false, hasSubject = false
    /// Whether a noun was read, and whether the verb's subject was named before it or is that of an earlier verb.
    private var hasNoun = false, isSubjectKnown = false
    /// The case that waits for a noun: that of إنّ.
    private var awaited: WordEnding?

    /// What a comma ends.
    mutating func pause() {
      phrase?.isOpen = false
      government = nil
    }

    /// The ending of the next word.
    mutating func read(_ item: Item, before next: Item?) -> Outcome {
      // Behind لم and لن there is nothing but a verb.
      let isMooded = government == .jussive || government == .subjunctive
      switch isMooded && item.isUngoverned ? .verb : item.sort {
      case .governor(let found):
        governor(found)
        return .none
      case .particle:
        phrase = nil
        return .none
      case .verb:
        let mood: Mood? =
          government == .subjunctive || item.isImperfect && item.isGenitive
          ? .subjunctive : government == .jussive ? .jussive : nil  // لِيَمْنَحَ
        isSubjectKnown = hasNoun && (item.isJoined || !hasVerb || mood != nil)
        (phrase, government) = (nil, nil)
        (hasVerb, hasSubject) = (true, false)
        if let mood { return .mood(mood) }
        return item.isImperfect && item.given == nil ? .ending(.u) : .none
      case .still:
        let ending = noun(item, before: next)
        return item.possessed == nil ? .none : .inner(ending)
      case .noun:
        let ending = noun(item, before: next)
        return item.isFixed ? .none : .ending(item.constant ?? ending)
      }
    }

    private mutating func governor(_ found: CaseWords.Government) {
      switch found {
      case .clause:
        self = Clause()
      case .accusative:
        self = Clause()
        awaited = .a
      default:
        government = found
      }
      phrase = nil
    }

    private mutating func noun(_ item: Item, before next: Item?) -> WordEnding {
      var ending = item.given?.plain ?? attached(item) ?? free(item)
      let continues = phrase != nil && !item.isJoined && !item.isGenitive
      let isConstruct = takesGenitive(item, next)
      if item.given == nil, item.isFemininePlural, ending == .a { ending = .i }
      if item.given == nil, ending == .a, item.lacksAlif, !item.hasArticle, !isConstruct, !item.isDiptote, !item.isFixed
      {
        ending = .u  // an indefinite accusative would be written with an alif
      }
      note(item, ending, isConstruct, continues)
      (government, hasNoun) = (nil, true)
      if let given = item.given { return given }
      if item.hasArticle || isConstruct { return ending }
      if item.isDiptote { return ending == .i ? .a : ending }
      return ending.nunated
    }

    /// The case of a word that hangs on the one before it: a genitive, an adjective, a member of a row.
    private func attached(_ item: Item) -> WordEnding? {
      if item.isGenitive || government == .genitive { return .i }
      if government == .absolute { return .a }
      guard let phrase, government == nil else { return nil }
      if item.isJoined { return phrase.head }
      if phrase.isOpen, !(item.isAdjective && item.hasArticle == phrase.lastHasArticle) { return .i }
      if item.hasArticle, phrase.lastHasArticle || phrase.headHasArticle || phrase.length > 1 {
        return agreement(item, phrase)
      }
      return !item.hasArticle && item.isAdjective && !phrase.lastHasArticle ? agreement(item, phrase) : nil
    }

    /// The case of an adjective: that of the last word, or of the head where only that has its gender or is an office.
    private func agreement(_ item: Item, _ phrase: Phrase) -> WordEnding {
      let fitsLast = item.isFeminine == phrase.lastIsFeminine, fitsHead = item.isFeminine == phrase.headIsFeminine
      return fitsHead && (!fitsLast || phrase.headIsTitle) ? phrase.head : phrase.last
    }

    /// The case of a word by its place in the clause.
    private mutating func free(_ item: Item) -> WordEnding {
      if let ending = awaited {
        awaited = nil
        return ending
      }
      if hasVerb, hasSubject { return .a }
      // الفريق رفع رصيده, وحثت أنصارها: the pronoun is the subject's, and the noun before it the object.
      if hasVerb, isSubjectKnown, item.possessed != nil { return .a }
      if hasVerb { hasSubject = true }
      return .u
    }

    /// Whether the next word is a genitive of this one.
    private func takesGenitive(_ item: Item, _ next: Item?) -> Bool {
      guard !item.hasArticle, item.given?.isNunated != true, let next, !next.isGenitive, !next.isJoined else {
        return false
      }
      switch next.sort {
      case .noun: return next.hasArticle || !next.isAdjective
      case .still: return true
      case .governor, .particle, .verb: return false
      }
    }

    private mutating func note(_ item: Item, _ ending: WordEnding, _ isConstruct: Bool, _ continues: Bool) {
      if continues, var going = phrase {
        (going.last, going.lastIsFeminine, going.lastHasArticle) = (ending, item.isFeminine, item.hasArticle)
        going.isOpen = isConstruct
        going.length += 1
        phrase = going
      } else {
        phrase = Phrase(
          head: ending, last: ending, headIsFeminine: item.isFeminine, lastIsFeminine: item.isFeminine,
          headHasArticle: item.hasArticle, lastHasArticle: item.hasArticle, isOpen: isConstruct,
          headIsTitle: item.isTitle)
      }
    }
  }
}
