import NaqlModel

/// Words behind a name of several words that the lists have whole, and which take no further part of it.
extension NameInsides {
  /// Whether a word stands behind a listed place, body or event and cannot go on with it: a common noun (البحر الأحمر | الدورة الثامنة,
  /// الاتحاد الأوروبي | استخدام الأصول), or behind an event a participle (كأس آسيا | المقررة).
  func isOutsideList(_ at: Int, _ start: Int, in entityClass: EntityClass) -> Bool {
    guard entityClass != .person, entityClass != .work, at > start + 1, let match = words.listed(start),
      Int(match.end) == at, isListed(match.list, as: entityClass)
    else { return false }
    let word = words[at]
    if word.wholeKind.contains(.ordinal) { return false }
    if words.isDefiniteNoun(at)
      || word.best == 0 && !words.kindsWithoutArticle(at).isDisjoint(with: [.placeCue, .bodyCue])
    {
      return true  // قوات الدعم السريع | المدن
    }
    if entityClass == .organisation, word.kind.contains(.given), !word.hasArticle, word.best == 0,
      word.kind.isDisjoint(with: [.word, .adjective, .place])
    {
      return true  // حركة حماس | خليل الحية
    }
    if entityClass == .event { return word.hasArticle && word.best == 0 && !saysWhere(at) }
    return entityClass == .organisation && !word.hasArticle && word.best == 0 && word.score < 2
      && word.kind.contains(.word) && word.kind.isDisjoint(with: [.adjective, .nisba, .demonym])
      && word.kind.isDisjoint(with: WordEdges.nameKinds) && words[at - 1].hasArticle
  }

  /// Whether lists have a name as one of a class.
  private func isListed(_ list: NameList, as entityClass: EntityClass) -> Bool {
    switch entityClass {
    case .location: !list.isDisjoint(with: [.place, .country])
    case .organisation: !list.isDisjoint(with: [.organisation, .club])
    case .event: list.contains(.event)
    default: false
    }
  }

  /// Whether a definite adjective is a nisba, of a place or a field, as names of events have: كأس الخليج العربي.
  private func saysWhere(_ at: Int) -> Bool {
    words.edges(at).contains(.nisbaEnd)
      || !words[at].kind.union(words.kindsWithoutArticle(at)).isDisjoint(with: [.nisba, .demonym, .place])
  }
}
