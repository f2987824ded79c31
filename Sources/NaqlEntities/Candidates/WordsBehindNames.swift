import NaqlModel

/// Common nouns and adjectives behind a whole name, with which it does not go on.
extension NameInsides {
  /// Whether a definite noun stands behind a facility of a listed place: يصدر ميناء صفاقس | الفسفاط.
  func isNounBehindSeat(_ at: Int, _ start: Int) -> Bool {
    guard at == start + 2, words[start].kind.contains(.placeHead), !words[start].hasArticle,
      !words[start + 1].hasArticle,
      let seat = words.listed(start + 1), Int(seat.end) <= at, !seat.list.isDisjoint(with: [.country, .place])
    else { return false }
    return words.isDefiniteNoun(at)
      || words[at].hasArticle && words[at].kind.isEmpty && !words.edges(at).contains(.nisbaEnd)
  }

  /// Whether a definite title stands in a body's name behind a place: بعثة الأمم المتحدة لمساعدة العراق | الرئيس المنتخب.
  func isTitleBehindPlace(_ at: Int, _ start: Int) -> Bool {
    guard at > start + 2, words[at].hasArticle, words[at].best == 0, words[at].kind.contains(.titleHead) else {
      return false
    }
    return words.listed(at - 1)?.list.isDisjoint(with: [.country, .place]) == false
  }

  /// Whether a definite common noun stands behind the adjective of a definite head or of a body: أسقطت الثورة المخملية | الحكم.
  func isNounBehindAdjective(_ at: Int, _ start: Int, in entityClass: EntityClass) -> Bool {
    guard at > start + 1, words.isDefiniteNoun(at),
      entityClass == .event && words[start].hasArticle
        || entityClass == .organisation && words[start].kind.contains(.bodyHead)
    else { return false }
    let before = words[at - 1]
    return before.hasArticle
      && (words.edges(at - 1).contains(.nisbaEnd)
        || !before.kind.union(words.kindsWithoutArticle(at - 1)).isDisjoint(with: [.adjective, .nisba, .demonym]))
  }

  /// Whether a common noun behind a name without a head is the object of its verb: رفض جون إدوارد الحديث, تلقى الأهلي الخبر; or an
  /// indefinite word behind a definite one, which no name has: أخلى الدرك سبيل.
  func isNounBehindName(_ at: Int, _ start: Int) -> Bool {
    let word = words[at], before = words[at - 1]
    guard word.best == 0, word.score < 2, word.kind.isDisjoint(with: WordEdges.nameKinds),
      words.headKinds(start).isDisjoint(with: [
        .bodyHead, .institution, .mediaHead, .placeHead, .eventHead, .titleHead, .title, .personCue, .bodyCue,
        .mediaCue,
      ]), before.kind.isDisjoint(with: [.kinship]),
      words[start].hasArticle || words[start].score > 0 && !WordEdges.isCommon(words[start].kind)
    else { return false }
    let kind = word.kind.union(words.kindsWithoutArticle(at))
    guard kind.contains(.word), kind.isDisjoint(with: [.adjective, .nisba, .demonym]) else { return false }
    return word.hasArticle ? !WordEdges.isCommon(before.kind) || before.score > 1 : before.hasArticle
  }

  /// Whether a common noun behind a whole body's name is its object: وزارة التجارة الصينية التعليق, جامعة طهران هزة.
  func isObject(_ at: Int, behind head: Int) -> Bool {
    guard at > head + 1 else { return false }
    let word = words[at], before = words[at - 1]
    let kind = word.kind.union(words.kindsWithoutArticle(at))
    guard word.best == 0, kind.contains(.word),
      kind.isDisjoint(with: [.adjective, .nisba, .demonym, .given, .family, .place])
    else { return false }
    if !word.hasArticle {
      // انتقد صندوق بلوبيل كابيتال تصريف المخلفات
      if words.isUnknown(at - 1), at + 1 < words.count, words[at + 1].hasArticle, word.kind.contains(.word) {
        return true
      }
      return before.kind.contains(.place) && !before.hasArticle
    }
    // Behind a noun with the article no further noun is a genitive: أعلن مجلس الوزراء القرار.
    return before.hasArticle
  }

  /// Whether a word is the nationality of a club or of a foreign name before it: الهلال السعودي, أشانتي كوتوكو الغاني.
  func isNationality(_ at: Int, behind start: Int) -> Bool {
    let word = words[at]
    guard word.hasArticle, word.kind.contains(.demonym), word.best == 0, words.edges(at).contains(.nisbaEnd) else {
      return false
    }
    // الهلال السعودي, but الهلال الأحمر السعودي
    if let club = words.listed(start), Int(club.end) == at,
      club.list.contains(.club) || club.list.contains(.organisation) && at == start + 1
    {
      return words[start].kind.isDisjoint(with: [.bodyHead, .institution])
        && words.kindsWithoutArticle(start).isDisjoint(with: [.bodyHead, .institution])
    }
    // معهد كارولينسكا السويدي
    if at > start + 1, !words[start].hasArticle, words.isUnknown(at - 1), words.isUnknownName(at - 1),
      !words[at - 1].hasArticle
    {
      return true
    }
    return !words[start].hasArticle && !words[at - 1].hasArticle
      && words[at - 1].kind.isDisjoint(with: [.word, .adjective])
      && words.headKinds(start).isDisjoint(with: [.bodyHead, .institution, .mediaHead, .placeHead, .eventHead, .word])
  }

  /// Whether a word is the adjective of a facility and no part of its name: قلعة دوينو المجاورة, حقل هجليج النفطي.
  func isAdjectiveOfFacility(_ at: Int, behind start: Int) -> Bool {
    let word = words[at], head = words[start], before = words[at - 1]
    if at > start + 1, word.kind.contains(.aside), head.kind.contains(.placeHead), !head.hasArticle { return true }
    guard at > start + 1, word.hasArticle, word.best == 0, head.kind.contains(.placeHead), !head.hasArticle,
      !before.hasArticle, !WordEdges.isCommon(before.kind), before.kind.isDisjoint(with: [.given, .family])
    else { return false }
    return word.kind.contains(.demonym)
  }
}
