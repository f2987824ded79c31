import NaqlModel

/// Places among the words of a document.
extension DocumentWords {
  /// Whether a word is a place by the tagger or the lists, and no common word.
  func isPlaceAlone(_ at: Int) -> Bool {
    if labels[at] == TagLabel.place || labels[at] == TagLabel.insidePlace { return true }
    guard let match = listed(at), Int(match.end) == at + 1 else { return false }
    return !match.list.isDisjoint(with: [.place, .country]) && !match.list.contains(.minor)
      && self[at].kind.isDisjoint(with: [.word, .verb, .adjective])
  }

  /// Whether what the tagger took for a body is a listed place behind في: في مانشستر.
  func isInTown(_ name: Range<Int>, _ sentenceStart: Int) -> Bool {
    guard name.lowerBound > sentenceStart, edges(name.lowerBound - 1).contains(.inside),
      let match = listed(name.lowerBound)
    else { return false }
    return Int(match.end) == name.upperBound && match.list.contains(.place) && match.reading == 0
  }

  /// Whether a listed place stands directly behind a definite adjective, of which it is no genitive: مجلس التعاون الخليجي | إيطاليا.
  func isPlaceBehindAdjective(_ at: Int) -> Bool {
    let word = self[at], before = self[at - 1]
    guard !word.hasArticle, word.best == 0, before.hasArticle, before.best == 0, edges(at - 1).contains(.nisbaEnd),
      !before.kind.union(kindsWithoutArticle(at - 1)).isDisjoint(with: [.adjective, .nisba, .demonym]),
      word.kind.contains(.place), word.kind.isDisjoint(with: [.given, .family, .word]), let match = listed(at)
    else { return false }
    return match.list.contains(.country) || match.list.contains(.place) && !word.kind.contains(.adjective)
  }

  /// Whether lists have these very words as a place.
  func isListedPlace(_ span: Range<Int>) -> Bool {
    var step = cache.beginnings(of: facts[span.lowerBound].type)[0]
    for at in span.dropFirst() { step = cache.analyser.table.next(step, facts[at].ordinal) }
    return !step.lists.isDisjoint(with: [.place, .country])
  }

  /// Whether a name, by its number, is that of a place.
  func isPlace(named ordinal: Int32) -> Bool {
    nameFacts(ordinal).kind.contains(.place) || cache.analyser.table.begin(ordinal).lists.contains(.place)
  }
}
