import NaqlModel

/// Words on the edges of a tagged name that grammar rules out: verbs, particles, accusatives and duals of common words.
///
/// Only words without any evidence of being a name are looked at, so that كريم or أحمد stay.
extension MentionFinder {
  /// The name without such words; nil where nothing is left.
  func withoutCommonEdges(_ mention: Mention) -> Mention? {
    var mention = mention
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
    return edges.contains(.joinedParticle) || !first && edges.contains(.commonWithAlif)
  }

  /// أهدر ميتروفيتش: a verb, with a conjunction or without; حليفا الأسد: the dual of a common word before its genitive.
  func isCommonStart(_ at: Int) -> Bool {
    let word = type(at)
    guard word.score == 0, !word.hasArticle else { return false }
    let edges = edges(at)
    return edges.contains(.verb)
      || word.ordinals[0] < 0 && edges.contains(.commonWithAlif) && type(at + 1).hasArticle
  }

  /// What the endings and fronts of a token's word say.
  func edges(_ at: Int) -> WordEdges { cache.edges(of: text.facts[at].type) }

  /// Where a word inside a person's name is a place behind a preposition (إسماعيل بمكناس): the name ends before it.
  func placeInside(_ mention: Mention) -> Int? {
    guard mention.entityClass == .person else { return nil }
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
