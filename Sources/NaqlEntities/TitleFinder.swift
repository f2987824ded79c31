import NaqlModel

/// Finds the titles and roles that stand before people: الرئيس الأميركي beside جو بايدن.
struct TitleFinder {
  let words: DocumentWords
  let mentions: [Mention]

  /// A title and the index of its person.
  struct Title {
    var start: Int
    var end: Int
    var person: Int
    var letters: Int
    var restored: Bool

    /// The title as a mention.
    var mention: Mention {
      Mention(
        start: start, end: end, entityClass: .title, origin: .rule, rule: .title, confidence: 800, letters: letters,
        restored: restored)
    }
  }

  /// Whether a listed title of several words begins at a token and ends before `end`: الأمين العام, رجل الأعمال.
  private func isListed(_ at: Int, before end: Int) -> Bool {
    guard words.facts[at].traits.contains(.beginsListed), let match = words.listed(at) else { return false }
    return match.list.contains(.title) && Int(match.end) >= at + 2 && Int(match.end) <= end
  }

  /// Titles of all people among the mentions, which are sorted.
  func find() -> [Title] {
    var titles: [Title] = []
    var sentence = 0
    for (index, mention) in mentions.enumerated() where mention.entityClass == .person && mention.letters == 0 {
      if index + DocumentWords.ahead < mentions.count {
        let next = mentions[index + DocumentWords.ahead].start
        for at in max(0, next - 2)..<next { words.prefetch(at) }
      }
      while sentence < words.sentenceEnds.count, words.sentenceEnds[sentence] <= mention.start { sentence += 1 }
      var floor = sentence == 0 ? 0 : words.sentenceEnds[sentence - 1]
      if index > 0 { floor = max(floor, mentions[index - 1].end) }
      if let title = title(before: mention.start, floor: floor, person: index) { titles.append(title) }
    }
    return titles
  }

  private func title(before person: Int, floor: Int, person index: Int) -> Title? {
    var end = person
    // الرئيس السوري، بشار الأسد: one comma may stand between.
    if end > floor, words[end - 1].signature == .comma || words[end - 1].signature == .quote { end -= 1 }
    var start = -1
    var at = end - 1
    while at >= floor, end - at <= 7 {
      let t = words[at]
      let mark = t.signature.isNoArabicWord
      if mark, !(t.signature == .stop && at == end - 1) { break }
      let head = t.kind.contains(.titleHead) || isListed(at, before: end)
      if head {
        start = at
        if t.best != 0 { break }
      } else if t.wholeKind.contains(.particle)
        || t.kind.contains(.verb) && t.kind.isDisjoint(with: [.word, .institution, .title, .nisba, .demonym])
      {
        break
      } else if t.best != 0, t.letters[Int(t.best)] == 1, t.restored == 0, !t.hasArticle, !words.isJoinedDefinite(at) {
        break
      }
      at -= 1
    }
    guard start >= 0 else { return nil }
    // Behind the head only words that belong: definite ones, adjectives, bodies, listed title words.
    for inside in start + 1..<max(end, start + 1) {
      let t = words[inside]
      let fits =
        t.hasArticle || words.isJoinedDefinite(inside) || t.restored != 0
        || !t.kind.isDisjoint(with: [.titleHead, .institution, .title, .demonym, .nisba, .adjective, .bodyHead])
        || t.signature == .stop
      if !fits { return nil }
    }
    let first = words[start]
    return Title(
      start: start, end: end, person: index, letters: Int(first.letters[Int(first.best)]),
      restored: first.restored & (1 << first.best) != 0)
  }
}
