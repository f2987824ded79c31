import NaqlModel

/// Words of running text, which stand outside names.
extension DocumentWords {
  /// A word in no list and no lexicon, long enough to be a foreign name.
  func isUnknown(_ at: Int) -> Bool {
    let t = self[at]
    return t.score == 0 && t.length >= 4 && !t.hasArticle && t.signature.isUnknown && t.ordinals[0] < 0
      && t.ordinals[1] < 0 && t.ordinals[2] < 0 && t.kinds == 0 && !edges(at).contains(.ordinary)
  }

  /// Whether a word that no list has has no ending or front of a common one.
  func isUnknownName(_ at: Int) -> Bool {
    isUnknown(at)
      && edges(at).isDisjoint(with: [
        .verb, .joinedVerb, .inflected, .possessed, .withObject, .future, .joined, .behindPreposition, .negation,
        .commonWithAlif, .feminine, .joinedParticle,
      ]) && !begins("بال", at) && !begins("لل", at)
  }

  /// Whether a word begins no name: أنا, في, as it stands.
  func isOpener(_ at: Int) -> Bool {
    self[at].wholeKind.contains(.opener) && self[at].best == 0 && !begins("آ", at)  // آنا is no أنا
      || isSpelt("فإن", at)  // فان is a name's فان; with its hamza it is none
  }

  /// Whether a word is a particle, a preposition or a verb, so that the noun before it has no genitive.
  func isFunctionWord(_ at: Int) -> Bool {
    !self[at].wholeKind.isDisjoint(with: [.particle, .preposition, .opener, .verb]) && !self[at].hasArticle
  }

  /// Whether a word has its article, as it stands.
  func isDefinite(_ at: Int) -> Bool {
    let t = self[at]
    return t.hasArticle && t.best == 0 && !isMark(at)
  }

  /// Whether a word is a common noun with its article, and no adjective.
  func isDefiniteNoun(_ at: Int) -> Bool {
    let kind = self[at].kind.union(kindsWithoutArticle(at))
    return self[at].hasArticle && self[at].best == 0 && !kind.isDisjoint(with: [.word, .title])
      && kind.isDisjoint(with: [.adjective, .nisba, .demonym, .place])
  }

  /// Whether a word is a common one with the article: الفائز.
  func isDefiniteCommon(_ at: Int) -> Bool {
    let word = self[at]
    return word.hasArticle && word.kind.isDisjoint(with: [.given, .family, .foreign])
      && WordEdges.isCommon(kindsWithoutArticle(at))
  }

  /// أهدر ميتروفيتش: a verb, with a conjunction or without; حليفا الأسد: the dual of a common word before its genitive.
  func isCommonStart(_ at: Int) -> Bool {
    let word = self[at]
    guard word.score == 0, !word.hasArticle else { return false }
    let edges = edges(at)
    return edges.contains(.verb) || word.ordinals[0] < 0 && !edges.isDisjoint(with: [.joinedParticle, .ordinary])
      || word.ordinals[0] < 0 && edges.contains(.commonWithAlif) && self[at + 1].hasArticle
  }

  /// Whether a word that no list has is none of a name before which it stands: وتوصف, سيوفد, أخرجه, لاعبوه.
  func isOutside(_ at: Int) -> Bool {
    isJoinedVerb(at) || isFuture(at) || isVerbWithObject(at) || isPossessed(at) || isUnlisted(at, .behindPreposition)
  }

  /// A verb behind its conjunction: وأدى حسن البارودي.
  func isJoinedVerb(_ at: Int) -> Bool { isUnlisted(at, .joinedVerb) }

  /// A verb in the future: سيوفد نوهو ريبادو.
  func isFuture(_ at: Int) -> Bool { isUnlisted(at, .future) }

  /// A verb with a pronoun, behind which its subject stands: صرعه هرقل.
  func isVerbWithObject(_ at: Int) -> Bool { isUnlisted(at, .withObject) }

  /// A common word with a pronoun behind it, of which no list has a name: ملاحظاته, شروطها.
  func isPossessed(_ at: Int) -> Bool { isUnlisted(at, .possessed) }

  /// Whether a word of which no list has a name has an edge.
  func isUnlisted(_ at: Int, _ edge: WordEdges) -> Bool {
    let word = self[at]
    return word.score == 0 && word.ordinals[0] < 0 && edges(at).contains(edge)
  }

  /// Whether a word is أن, with its hamza or without: no name goes on with it. إن, whose key is the same, may be a letter (إي إس بي إن), but
  /// not between words of more than three (أوبار كابيتال إن أسطول).
  func isConjunction(_ at: Int) -> Bool {
    guard self[at].wholeKind.contains(.clause) else { return false }
    if !begins("إ", at) { return true }
    return at > 0 && at + 1 < count && self[at - 1].length > 3 && self[at + 1].length > 3 && !isMark(at + 1)
  }

  /// Whether a token is على in a text that writes ي and ى apart, so that it is no علي.
  func isBarePreposition(_ at: Int) -> Bool { isSpelt("على", at) && writesYehApart }

  /// The end of the words from `start` that are names of no common word: unknown to every list, or seen by the tagger.
  func unknownRun(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, !isSign(at), isUnknownName(at) || isLabelled(at) && !isOpener(at) && self[at].score > 0 { at += 1 }
    return at
  }
}
