import NaqlModel

/// Places inside what the tagger took for one name: behind ب, behind a definite adjective, before a body.
struct PlacesInside {
  let words: DocumentWords

  /// Whether a body's name begins with a country behind which the body's head stands: the words of a row of tags (البحرين | مجلس التعاون).
  func isCountryBeforeBody(_ mention: Mention) -> Bool {
    guard mention.entityClass == .organisation, mention.count > 2 else { return false }
    let head = words[mention.start + 1]
    return head.kind.contains(.bodyHead) && !head.hasArticle && head.best == 0
      && words.listed(mention.start)?.list.contains(.country) == true
  }

  /// Whether what the tagger took for a body is a country and the definite object of its verb: وقع العراق | الاتفاق.
  func isCountryBeforeObject(_ mention: Mention) -> Bool {
    guard mention.entityClass == .organisation, mention.count == 2,
      let match = words.listed(mention.start), Int(match.end) == mention.start + 1, match.list.contains(.country)
    else { return false }
    let word = words[mention.start + 1]
    let kind = word.kind.union(words.kindsWithoutArticle(mention.start + 1))
    return word.hasArticle && word.best == 0 && kind.contains(.word)
      && kind.isDisjoint(with: [.adjective, .nisba, .demonym, .place, .bodyHead])
  }

  /// Where a word inside a person's or place's name is a place behind a preposition (إسماعيل بمكناس): the name ends before it.
  func first(in mention: Mention) -> Int? {
    if mention.entityClass != .person, mention.count > 2,
      let cut = (mention.start + 2..<mention.end).first(where: { words.isPlaceBehindAdjective($0) })
    {
      return cut
    }
    if mention.entityClass == .organisation || mention.entityClass == .event {
      if words.headKinds(mention.start).contains(.seated) { return nil }  // المحكمة الابتدائية بأكادير
      return (mention.start + 1..<max(mention.start + 1, mention.end)).first {
        words.isPlaceBehindBa($0)
          || $0 == mention.end - 1 && words[$0 - 1].hasArticle && words.isListedPlaceBehindLetter($0)
      }
    }
    guard mention.entityClass == .person || mention.entityClass == .location else { return nil }
    for at in (mention.start + 1)..<max(mention.start + 1, mention.end) {
      let word = words[at]
      if word.best != 0, word.ordinals[0] < 0, word.kind.contains(.place),
        word.kind.isDisjoint(with: [.given, .family])
      {
        return at
      }
      if mention.entityClass == .location, word.ordinals[0] < 0, words.edges(at).contains(.behindBa),
        words.isDefiniteBehindBa(at)
          || (1..<4).contains(where: {
            word.letters[$0] == 1 && word.ordinals[$0] >= 0 && words.isPlace(named: word.ordinals[$0])
          })
      {
        return at  // مستشفى الصفا بالمهندسين
      }
      if words.isListedPlaceBehindLetter(at) || mention.entityClass == .person && isTown(at, closing: mention) {
        return at
      }
    }
    return nil
  }

  /// Whether the last word of a long name is a place with its article and no family: رشيد شكري بن عمر | الجيزة.
  private func isTown(_ at: Int, closing mention: Mention) -> Bool {
    let word = words[at]
    return at == mention.end - 1 && word.hasArticle && word.best == 0 && word.kind.contains(.place)
      && word.kind.isDisjoint(with: [.given, .family, .nisba, .demonym, .adjective, .foreign])
      && words.listed(at).map { Int($0.end) == at + 1 && $0.list.contains(.place) } == true
  }
}
