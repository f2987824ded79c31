import NaqlModel

/// Words on the edges of a tagged name that grammar rules out: verbs, particles, accusatives and duals of common words.
///
/// Only words without any evidence of being a name are looked at, so that كريم or أحمد stay.
struct NameEdges {
  let words: DocumentWords

  /// The name without such words; nil where nothing is left. Of places and bodies only possessed nouns are taken.
  func withoutCommonEdges(_ mention: Mention) -> Mention? {
    var mention = mention
    if mention.entityClass != .person {
      while mention.end > mention.start + 1, words.isPossessed(mention.end - 1) { mention.end -= 1 }
      if mention.entityClass == .location, mention.end > mention.start + 2, words.isSpelt("شبه", mention.start),
        words[mention.start + 1].kind.contains(.placeCue)
      {
        mention.start += 2  // شبه جزيرة القرم
      }
      if mention.entityClass == .location, mention.end == mention.start + 2, isDirectionOfPlace(mention.start) {
        mention.start += 1  // جنوب تنجانيقا
      }
      if mention.end == mention.start + 1, words.isJoinedVerb(mention.start) || isOrdinaryWord(mention.start) {
        return nil  // فرأى, فازوا
      }
      if mention.end > mention.start + 1, words.isSpelt("أن", mention.start) { mention.start += 1 }
      while mention.end > mention.start + 1,
        words.isPossessed(mention.start) || words.isJoinedVerb(mention.start) || words.isFuture(mention.start)
          || words.isVerbWithObject(mention.start)
      {
        if words.isPossessed(mention.start), words[mention.start + 1].hasArticle { return nil }  // حليفيه الرئيسيين
        mention.start += 1
      }
      return mention
    }
    while mention.end > mention.start,
      isCommonEnd(mention.end - 1, first: mention.end - 1 == mention.start)
        || isTitleEnd(mention.end - 1, behind: mention.start)
    {
      mention.end -= 1
    }
    while mention.count > 1,
      words.isCommonStart(mention.start) || words.isPossessed(mention.start) || words.isVerbWithObject(mention.start)
        || words.isFuture(mention.start)
        || words.isConjunction(mention.start) && words.writesHamzas && words.begins("أ", mention.start)
        || words.isForOthers(mention.start) && words[mention.start].score < 2
        || isJoinedNoun(mention.start) || mention.count > 2 && isNounBeforeFullName(mention.start)
    { mention.start += 1 }
    return mention.start < mention.end ? mention : nil
  }

  /// Whether a word without the article is one of running text, and of no list of names.
  private func isOrdinaryWord(_ at: Int) -> Bool {
    !words[at].hasArticle && !words.isSetApart(at) && (words.isUnlisted(at, .ordinary) || words.isUnlisted(at, .verb))
  }

  /// A direction before a place of one word, of which no list has both together.
  private func isDirectionOfPlace(_ at: Int) -> Bool {
    words.edges(at).contains(.direction) && !words[at + 1].hasArticle && words[at].best == 0
      && words.listed(at).map { Int($0.end) <= at + 1 } ?? true
  }

  /// A title with its article behind a full name, which begins the next (نبيه بري السفير), or what a person became (فيصل ملكا).
  private func isTitleEnd(_ at: Int, behind start: Int) -> Bool {
    let word = words[at]
    if at > start, word.ordinals[0] < 0, words.edges(at).contains(.titleWithAlif) { return true }
    return at > start + 1 && word.hasArticle && word.best == 0 && words.kindsWithoutArticle(at).contains(.titleHead)
      && word.kind.union(words.kindsWithoutArticle(at)).isDisjoint(with: [.family, .given])
  }

  /// بارو متحدثا, أبي وهو: a particle with its conjunction, or a common word in the accusative.
  private func isCommonEnd(_ at: Int, first: Bool) -> Bool {
    let word = words[at]
    guard word.score == 0 else { return false }
    guard word.ordinals[0] < 0 else {
      // بعيدا, which begins titles of the lists
      return !first && !words.isInListedName(at) && words.ends(with: "ا", at)
        && words.edges(at).contains(.commonWithAlif)
    }
    let edges = words.edges(at)
    return edges.contains(.joinedParticle)
      || !first && !edges.isDisjoint(with: [.commonWithAlif, .possessed, .joinedVerb, .behindPreposition])
      || !first && edges.contains(.ordinary) && !(word.hasArticle && edges.contains(.nisbaEnd))
      || !first && word.length > 3 && edges.contains(.verb)
  }

  /// A common noun with و and the article before a person's name: والسيناريو عبد الحي أديب.
  private func isJoinedNoun(_ at: Int) -> Bool {
    let word = words[at]
    return word.score < 2 && words.edges(at).contains(.joined)
      && (word.ordinals[0] < 0 || words.isJoinedDefinite(at) && word.wholeKind.isDisjoint(with: WordEdges.nameKinds))
      && !words.kindsWithoutArticle(at).isDisjoint(with: [.word, .institution])
  }

  /// A common noun whose genitive a person is: ريشة هنري مور.
  private func isNounBeforeFullName(_ at: Int) -> Bool {
    let word = words[at], next = words[at + 1]
    return !word.hasArticle && word.score < 2 && word.kind.contains(.word) && WordEdges.isCommon(word.kind)
      && next.kind.contains(.given) && !WordEdges.isCommon(next.kind) && next.best == 0
  }
}
