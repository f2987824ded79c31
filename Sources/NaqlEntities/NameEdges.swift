import NaqlModel

/// Words on the edges of a tagged name that grammar rules out: verbs, particles, accusatives and duals of common words.
///
/// Only words without any evidence of being a name are looked at, so that كريم or أحمد stay.
extension MentionFinder {
  /// The name without such words; nil where nothing is left. Of places and bodies only possessed nouns are taken.
  func withoutCommonEdges(_ mention: Mention) -> Mention? {
    var mention = mention
    if mention.entityClass != .person {
      while mention.end > mention.start + 1, isPossessed(mention.end - 1) { mention.end -= 1 }
      return mention
    }
    while mention.end > mention.start, isCommonEnd(mention.end - 1, first: mention.end - 1 == mention.start) {
      mention.end -= 1
    }
    while mention.end - mention.start > 1, isCommonStart(mention.start) { mention.start += 1 }
    return mention.start < mention.end ? mention : nil
  }

  /// بارو متحدثا, أبي وهو: a particle with its conjunction, or a common word in the accusative.
  private func isCommonEnd(_ at: Int, first: Bool) -> Bool {
    let word = type(at)
    guard word.score == 0, word.ordinals[0] < 0 else { return false }
    let edges = edges(at)
    return edges.contains(.joinedParticle)
      || !first && !edges.isDisjoint(with: [.commonWithAlif, .possessed, .joinedVerb])
      || !first && word.length > 3 && edges.contains(.verb)
  }

  /// A common word with a pronoun behind it, of which no list has a name: ملاحظاته, شروطها.
  private func isPossessed(_ at: Int) -> Bool {
    let word = type(at)
    return word.score == 0 && word.ordinals[0] < 0 && edges(at).contains(.possessed)
  }

  /// Whether a word is one behind للـ, with which no person's name goes on: سلام للصحافيين.
  func isForOthers(_ at: Int) -> Bool {
    let word = type(at)
    return word.ordinals[0] < 0 && (1..<4).contains { word.restored & (1 << UInt8($0)) != 0 && word.letters[$0] != 255 }
  }

  /// أهدر ميتروفيتش: a verb, with a conjunction or without; حليفا الأسد: the dual of a common word before its genitive.
  func isCommonStart(_ at: Int) -> Bool {
    let word = type(at)
    guard word.score == 0, !word.hasArticle else { return false }
    let edges = edges(at)
    return edges.contains(.verb) || word.ordinals[0] < 0 && edges.contains(.joinedParticle)
      || word.ordinals[0] < 0 && edges.contains(.commonWithAlif) && type(at + 1).hasArticle
  }

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

  /// Whether a word inside a name is none of it: a verb in the future, أو, in a person's name one behind للـ; in a body's في before
  /// a place (دار الآداب في بيروت); behind a definite word of a place or body a given name (مستشفى الشفاء محمد أبو سلمية).
  func isOutsider(_ at: Int, behind start: Int, in entityClass: EntityClass) -> Bool {
    let word = type(at)
    if entityClass == .location || entityClass == .organisation,
      isPerson(at, behind: start)
    {
      return true
    }
    if entityClass == .work || entityClass == .event {
      return word.score == 0 && edges(at).contains(.future)
    }
    if entityClass == .organisation, isObject(at, behind: start) { return true }
    let edges = edges(at)
    if !edges.isDisjoint(with: [.or, .negation]) { return true }  // مصر أو السودان
    guard word.score == 0 else { return false }
    if !edges.isDisjoint(with: [.future, .behindPreposition]) { return true }
    switch entityClass {
    case .person: return isForOthers(at)
    case .location: return !edges.isDisjoint(with: [.possessed, .direction])  // نفق طوله, حقل الجافورة شرق السعودية
    default:
      return edges.contains(.possessed) || edges.contains(.inside) && at + 1 < labels.count && labels[at + 1] != 0
    }
  }

  /// Whether a common noun behind a whole body's name is its object: وزارة التجارة الصينية التعليق, جامعة طهران هزة.
  private func isObject(_ at: Int, behind head: Int) -> Bool {
    guard at > head + 1 else { return false }
    let word = type(at), before = type(at - 1)
    let kind = word.kind.union(kindsWithoutArticle(at))
    guard word.best == 0, kind.contains(.word),
      kind.isDisjoint(with: [.adjective, .nisba, .demonym, .given, .family, .place])
    else { return false }
    if !word.hasArticle { return before.kind.contains(.place) && !before.hasArticle }
    let adjective = before.kind.union(kindsWithoutArticle(at - 1))
    return before.hasArticle && !adjective.isDisjoint(with: [.adjective, .nisba, .demonym])
      && !adjective.contains(.word)
  }

  /// Whether a person's name begins behind the definite words of a head: مستشفى الشفاء محمد, but not جامعة الملك سعود.
  func isPerson(_ at: Int, behind head: Int) -> Bool {
    guard at > head + 1 else { return false }
    let word = type(at), before = type(at - 1)
    return word.kind.contains(.given) && !word.hasArticle && word.best == 0 && before.hasArticle
      && before.kind.isDisjoint(with: .titleHead)
  }

  /// What the endings and fronts of a token's word say.
  func edges(_ at: Int) -> WordEdges { cache.edges(of: text.facts[at].type) }

  /// Where a word inside a person's or place's name is a place behind a preposition (إسماعيل بمكناس): the name ends before it.
  func placeInside(_ mention: Mention) -> Int? {
    guard mention.entityClass == .person || mention.entityClass == .location else { return nil }
    for at in (mention.start + 1)..<max(mention.start + 1, mention.end) {
      let word = type(at)
      guard word.best != 0, word.ordinals[0] < 0, word.kind.contains(.place),
        word.kind.isDisjoint(with: [.given, .family])
      else { continue }
      return at
    }
    return nil
  }
}
