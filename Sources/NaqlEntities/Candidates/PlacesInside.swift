import NaqlModel

/// Places inside what the tagger took for one name: behind ب, behind a definite adjective, before a body.
extension MentionFinder {
  /// Whether a body's name begins with a country behind which the body's head stands: the words of a row of tags (البحرين | مجلس التعاون).
  func isCountryBeforeBody(_ mention: Mention) -> Bool {
    guard mention.entityClass == .organisation, mention.end - mention.start > 2 else { return false }
    let head = type(mention.start + 1)
    return head.kind.contains(.bodyHead) && !head.hasArticle && head.best == 0
      && listed(mention.start)?.list.contains(.country) == true
  }

  /// Whether what the tagger took for a body is a country and the definite object of its verb: وقع العراق | الاتفاق.
  func isCountryBeforeObject(_ mention: Mention) -> Bool {
    guard mention.entityClass == .organisation, mention.end - mention.start == 2,
      let match = listed(mention.start), Int(match.end) == mention.start + 1, match.list.contains(.country)
    else { return false }
    let word = type(mention.start + 1)
    let kind = word.kind.union(kindsWithoutArticle(mention.start + 1))
    return word.hasArticle && word.best == 0 && kind.contains(.word)
      && kind.isDisjoint(with: [.adjective, .nisba, .demonym, .place, .bodyHead])
  }

  /// Where a word inside a person's or place's name is a place behind a preposition (إسماعيل بمكناس): the name ends before it.
  func placeInside(_ mention: Mention) -> Int? {
    if mention.entityClass != .person, mention.end - mention.start > 2,
      let cut = (mention.start + 2..<mention.end).first(where: { isPlaceBehindAdjective($0) })
    {
      return cut
    }
    if mention.entityClass == .organisation || mention.entityClass == .event {
      if headKinds(mention.start).contains(.seated) { return nil }  // المحكمة الابتدائية بأكادير
      return (mention.start + 1..<max(mention.start + 1, mention.end)).first {
        isPlaceBehindBa($0) || $0 == mention.end - 1 && type($0 - 1).hasArticle && isListedPlaceBehindLetter($0)
      }
    }
    guard mention.entityClass == .person || mention.entityClass == .location else { return nil }
    for at in (mention.start + 1)..<max(mention.start + 1, mention.end) {
      let word = type(at)
      if word.best != 0, word.ordinals[0] < 0, word.kind.contains(.place),
        word.kind.isDisjoint(with: [.given, .family])
      {
        return at
      }
      if mention.entityClass == .location, word.ordinals[0] < 0, edges(at).contains(.behindBa),
        isDefiniteBehindBa(at)
          || (1..<4).contains(where: { word.letters[$0] == 1 && word.ordinals[$0] >= 0 && isPlace(word.ordinals[$0]) })
      {
        return at  // مستشفى الصفا بالمهندسين
      }
      if isListedPlaceBehindLetter(at) || mention.entityClass == .person && isTown(at, closing: mention) {
        return at
      }
    }
    return nil
  }

  /// Whether a word is ب or ل and a place of the lists: علي خليل | لبيروت.
  func isListedPlaceBehindLetter(_ at: Int) -> Bool {
    guard edges(at).contains(.behindBa) || begins("ل", at), let match = listed(at) else { return false }
    return match.reading != 0 && !match.list.isDisjoint(with: [.place, .country]) && !match.list.contains(.minor)
  }

  /// Whether the last word of a long name is a place with its article and no family: رشيد شكري بن عمر | الجيزة.
  private func isTown(_ at: Int, closing mention: Mention) -> Bool {
    let word = type(at)
    return at == mention.end - 1 && word.hasArticle && word.best == 0 && word.kind.contains(.place)
      && word.kind.isDisjoint(with: [.given, .family, .nisba, .demonym, .adjective, .foreign])
      && listed(at).map { Int($0.end) == at + 1 && $0.list.contains(.place) } == true
  }

  /// Whether a word of a body's or event's name is a place behind ب, listed or, behind a definite word, in no list: مجلس الوزراء بالعلمين,
  /// المؤتمر العالمي بووتشن.
  func isPlaceBehindBa(_ at: Int) -> Bool {
    let word = type(at)
    guard word.ordinals[0] < 0, edges(at).contains(.behindBa), word.wholeKind.isEmpty else { return false }
    if let match = listed(at), match.reading != 0, match.list.contains(.place) { return true }
    if word.best != 0, word.kind.contains(.place) { return true }
    return word.score == 0 && word.length >= 5 && type(at - 1).hasArticle
      && edges(at).isDisjoint(with: [.behindPreposition, .possessed])
      && word.kind.isEmpty && !begins("بال", at)
  }

  /// Whether a listed place stands directly behind a definite adjective, of which it is no genitive: مجلس التعاون الخليجي | إيطاليا.
  func isPlaceBehindAdjective(_ at: Int) -> Bool {
    let word = type(at), before = type(at - 1)
    guard !word.hasArticle, word.best == 0, before.hasArticle, before.best == 0, edges(at - 1).contains(.nisbaEnd),
      !before.kind.union(kindsWithoutArticle(at - 1)).isDisjoint(with: [.adjective, .nisba, .demonym]),
      word.kind.contains(.place), word.kind.isDisjoint(with: [.given, .family, .word]), let match = listed(at)
    else { return false }
    return match.list.contains(.country) || match.list.contains(.place) && !word.kind.contains(.adjective)
  }

  /// Whether lists have a name as a place.
  private func isPlace(_ ordinal: Int32) -> Bool {
    cache.analyser.table.facts[Int(ordinal)].kind.contains(.place)
      || cache.analyser.table.begin(ordinal).lists.contains(.place)
  }
}
