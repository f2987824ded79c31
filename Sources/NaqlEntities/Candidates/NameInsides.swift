import NaqlModel

/// Words inside a tagged name at which it ends, since grammar or the lists say that another begins there or none goes on.
struct NameInsides {
  let words: DocumentWords

  /// The name up to the first word inside that can be no part of one.
  func upToOutsider(_ mention: Mention) -> Mention {
    var mention = mention
    for at in mention.start + 1..<max(mention.end, mention.start + 1)
    where isOutsider(at, behind: mention.start, in: mention.entityClass) {
      mention.end = at
      break
    }
    return mention
  }

  /// The name that begins behind the one that a word ends: joined by و, behind أن, or a person's; nil where none does.
  func nameBehind(_ at: Int, in whole: Mention) -> Mention? {
    var next = whole
    next.start = at
    if isPerson(at, behind: whole.start) {
      next.entityClass = .person
    } else if whole.entityClass == .organisation, words.isConjunction(at) {
      next.start += 1
    } else if !words.isJoinedBeforeHamza(at), !isJoinedName(at, in: whole.entityClass),
      whole.entityClass != .organisation || !isJoinedBody(at)
    {
      return nil
    }
    return next.start < next.end ? next : nil
  }

  /// Whether a word inside a name is none of it: a verb in the future, أو, in a person's name one behind للـ; in a body's في before
  /// a place (دار الآداب في بيروت); behind a definite word of a place or body a given name (مستشفى الشفاء محمد أبو سلمية).
  func isOutsider(_ at: Int, behind start: Int, in entityClass: EntityClass) -> Bool {
    let word = words[at]
    if entityClass == .location || entityClass == .organisation, isPerson(at, behind: start) {
      return true
    }
    if word.wholeKind.contains(.copula), at + 1 < words.count, words[at + 1].wholeKind.contains(.ranking) {
      return true  // أورنبيل هي ثاني أكبر مدينة
    }
    if entityClass == .organisation, isTitleBehindPlace(at, start) { return true }
    if entityClass == .location, isNounBehindSeat(at, start) { return true }
    if isOutsideList(at, start, in: entityClass) || isNounBehindAdjective(at, start, in: entityClass) { return true }
    // كأس العالم سنة 1998
    if entityClass == .event, words.isListedPlaceBehindLetter(at) { return true }  // مهرجان موازين | بالرباط
    if entityClass == .event, words.isOpener(at) || word.hasArticle && word.kind.contains(.aside) { return true }
    if entityClass == .work || entityClass == .event {
      return word.score == 0
        && !words.edges(at).isDisjoint(with: at > start + 1 ? [.future, .commonWithAlif] : .future)
    }
    if entityClass == .person, word.ordinals[0] < 0, words.isDefiniteBehindBa(at) { return true }  // بولس بالانحياز
    if entityClass == .person, words.isBeforeKunya(at), !words.begins("ك", at) { return true }  // ترامب لآل ثاني
    if entityClass == .person, words.isConjunction(at), words.begins("إ", at) { return true }  // خالد شمال إن الأمر
    if entityClass == .person,
      words.isOpener(at) && !isServant(at - 1) || isJoinedName(at, in: entityClass)
        || at > start + 1 && (isHeadOfThing(at) || isOnThing(at))
    {
      return true
    }
    if words.isJoinedBeforeHamza(at) { return true }
    // كامبو سانتو بإقليم سالتا
    if word.ordinals[0] < 0, words.edges(at).contains(.behindBa), word.best != 0, word.kind.contains(.placeCue) {
      return true
    }
    if entityClass == .location, isJoinedName(at, in: entityClass) { return true }
    // مستشفى الصفا بالمنصورة
    if entityClass == .location, word.ordinals[0] < 0, words.isDefiniteBehindBa(at) { return true }
    if isNationality(at, behind: start) || entityClass == .location && isAdjectiveOfFacility(at, behind: start) {
      return true
    }
    if entityClass != .person, word.score == 0, word.ordinals[0] < 0, words.edges(at).contains(.joinedVerb) {
      return true
    }
    if entityClass == .organisation,
      words.isConjunction(at) || isJoinedBody(at)
        || words.isPlaceBehindBa(at) && !words.headKinds(start).contains(.seated)
    {
      return true
    }
    if entityClass == .organisation, isObject(at, behind: start) || words.isOpener(at) && word.hasArticle {
      return true
    }
    if isNounBehindName(at, start), entityClass != .person || words[at - 1].kind.contains(.foreign) { return true }
    let edges = words.edges(at)
    if !edges.isDisjoint(with: [.or, .negation]) { return true }  // مصر أو السودان
    // مطار موي الدولي غربي الجزيرة
    if entityClass == .location, at > start + 1, edges.contains(.direction), at + 1 < words.count,
      words[at + 1].hasArticle
    {
      return true
    }
    guard word.score == 0 else { return false }
    if !edges.isDisjoint(with: [.future, .behindPreposition]) { return true }
    if word.ordinals[0] < 0, edges.contains(.verb) || edges.contains(.withObject) && !word.hasArticle { return true }
    switch entityClass {
    case .person: return words.isForOthers(at)
    case .location:
      // نفق طوله, حقل الجافورة شرق السعودية; سكان الأردن البالغين
      return !edges.isDisjoint(with: [.possessed, .direction])
        || word.hasArticle && edges.contains(.inflected) && words.listed(at - 1)?.list.contains(.country) == true
    default:
      return edges.contains(.possessed) || !word.hasArticle && edges.contains(.inflected)  // الهلال والاتحاد مهتمان
        || edges.contains(.inside) && at + 1 < words.labels.count && words.isLabelled(at + 1)
    }
  }

  /// Whether a word is عبد, with which the next is one name: عبد الستار.
  private func isServant(_ at: Int) -> Bool { words.isSpelt("عبد", at) || words.isSpelt("وعبد", at) }

  /// Whether a word is one that opens the name of a place or body, and none of people's: استعاد خوسيه إستيغاريبيا حصن بوكيرون.
  private func isHeadOfThing(_ at: Int) -> Bool {
    let word = words[at]
    return !word.hasArticle && word.best == 0 && !word.kind.isDisjoint(with: [.placeHead, .placeCue, .bodyHead])
      && word.kind.isDisjoint(with: [.given, .family, .foreign, .kinship, .bond])
  }

  /// Whether a word is على before a common noun, in whatever spelling the text writes علي.
  private func isOnThing(_ at: Int) -> Bool {
    guard words.isSpelt("على", at), at + 1 < words.count, !words.isMark(at + 1) else { return false }
    let next = words[at + 1].kind
    return WordEdges.isCommon(next) || !next.isDisjoint(with: [.mediaCue, .placeCue, .placeHead, .bodyCue])
  }

  /// Whether a word of three letters is و and what names of the lists begin with, before the rest of one: وجو بايدن.
  private func isGivenBehindWaw(_ at: Int) -> Bool {
    let word = words[at]
    return word.ordinals[1] >= 0 && at + 1 < words.count && words.labels[at + 1] == TagLabel.insidePerson
      && words.nameFacts(word.ordinals[1]).first > 0
  }

  /// Whether a word inside a name is a further name behind و: of places where it is none as it stands (كاراكورو وغورغول), of people where
  /// lists have the rest alone.
  private func isJoinedName(_ at: Int, in entityClass: EntityClass) -> Bool {
    let word = words[at]
    guard word.length > 3 || isGivenBehindWaw(at), words.edges(at).contains(.joined), word.letters[1] == 1 else {
      return false
    }
    if word.ordinals[0] >= 0 { return entityClass == .person && words.isJoinedGivenName(at) }
    return entityClass == .location || entityClass == .person && word.ordinals[1] >= 0
  }

  /// Whether a body's head with its article is joined by و to a body before it: جامعة بغداد والمعهد العالي للدراسات.
  private func isJoinedBody(_ at: Int) -> Bool {
    guard at + 1 < words.count, words[at + 1].hasArticle else { return false }
    if isJoinedHead(at) { return true }
    guard words.isJoinedDefinite(at) else { return false }
    let kind = words.kindsWithoutArticle(at)
    return kind.contains(.bodyHead) && words[at].best == 0 || kind.contains(.institution) && words.isLabelled(at + 1)
  }

  /// Whether a word is و and a body's head without article: دار الشروق | ودار الآداب.
  private func isJoinedHead(_ at: Int) -> Bool {
    let word = words[at]
    return word.ordinals[0] < 0 && word.letters[1] == 1 && word.ordinals[1] >= 0 && words.edges(at).contains(.joined)
      && words.nameFacts(word.ordinals[1]).kind.contains(.bodyHead) && !word.hasArticle
  }

  /// Whether a person's name begins behind the definite words of a head: مستشفى الشفاء محمد, but not جامعة الملك سعود.
  private func isPerson(_ at: Int, behind head: Int) -> Bool {
    guard at > head + 1 else { return false }
    let word = words[at], before = words[at - 1]
    // جامعة نواكشوط المختار ولد بوسيف
    if at + 2 < words.count, words[at + 1].wholeKind.contains(.bond), !words.isMark(at + 2),
      word.wholeKind.union(words[at + 2].wholeKind).isDisjoint(with: [.relative, .particle, .opener, .preposition])
    {
      return true
    }
    return word.kind.contains(.given) && !word.hasArticle && word.best == 0 && before.hasArticle
      && before.kind.isDisjoint(with: .titleHead)
  }
}
