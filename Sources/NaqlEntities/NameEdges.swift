import NaqlModel

/// Words on the edges of a tagged name that grammar rules out: verbs, particles, accusatives and duals of common words.
///
/// Sources: Wright, A Grammar of the Arabic Language, on the accusative of state, the dual before a genitive, and sa- of the
/// future.
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
    for reading in 1..<4 where word.letters[reading] != 255 && word.ordinals[reading] >= 0 {
      let kind = cache.analyser.table.facts[Int(word.ordinals[reading])].kind
      if kind.contains(.particle), kind.isDisjoint(with: Self.nameKinds) { return true }
    }
    if cache.kinds(of: text.types[at], behind: "و").contains(.particle) { return true }
    return !first && isCommon(cache.kinds(of: text.types[at], without: "ا"))
  }

  /// أهدر ميتروفيتش: a verb, with a conjunction or without; حليفا الأسد: the dual of a common word before its genitive.
  func isCommonStart(_ at: Int) -> Bool {
    let word = type(at)
    guard word.score == 0, !word.hasArticle else { return false }
    for reading in 0..<4 where word.letters[reading] != 255 && word.ordinals[reading] >= 0 {
      let kind = cache.analyser.table.facts[Int(word.ordinals[reading])].kind
      if kind.contains(.verb), isCommon(kind) { return true }
    }
    return word.ordinals[0] < 0 && type(at + 1).hasArticle && isCommon(cache.kinds(of: text.types[at], without: "ا"))
  }

  /// رصتين سهلتين: the dual or sound plural of a common word.
  func isCommonInflected(_ at: Int) -> Bool {
    ["تين", "تان", "ات", "ين", "ون"].contains { isCommon(cache.kinds(of: text.types[at], without: $0)) }
  }

  private func isCommon(_ kind: WordFacts.Kind) -> Bool {
    !kind.isDisjoint(with: [.word, .verb, .adjective, .title, .titleHead, .trap])
      && kind.isDisjoint(with: Self.nameKinds)
  }

  /// سيجد: a verb in the future, which some list has as a place.
  func isFuture(_ at: Int) -> Bool {
    let kind = cache.kinds(of: text.types[at], behind: "س")
    return kind.contains(.verb) && kind.isDisjoint(with: Self.nameKinds)
  }

  private static let nameKinds: WordFacts.Kind = [.given, .family, .foreign, .place, .kinship]

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

extension TypeCache {
  /// Kinds of a type's word without the letters `ending` at its end; none where it does not end so.
  func kinds(of type: Int32, without ending: String) -> WordFacts.Kind {
    var key = key(of: type)
    let ending = ending.utf8
    guard key.count >= ending.count + 4, key.suffix(ending.count).elementsEqual(ending) else { return [] }
    key.removeLast(ending.count)
    return kinds(ofKey: key)
  }

  /// Kinds of a type's word behind the letters `front`; none where it does not begin so.
  func kinds(of type: Int32, behind front: String) -> WordFacts.Kind {
    let key = key(of: type)
    let front = front.utf8
    guard key.count >= front.count + 4, key.starts(with: front) else { return [] }
    return kinds(ofKey: Array(key[front.count...]))
  }

  private func key(of type: Int32) -> [UInt8] {
    var key: [UInt8] = []
    bytes(of: type) { NameKey.append($0, to: &key) }
    return key
  }

  private func kinds(ofKey key: [UInt8]) -> WordFacts.Kind {
    let ordinal = key.withUnsafeBytes { analyser.table.words.ordinal(of: $0) }
    return ordinal < 0 ? [] : analyser.table.facts[ordinal].kind
  }
}
