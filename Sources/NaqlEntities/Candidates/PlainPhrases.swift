import NaqlModel

/// What the tagger takes for names and pages do not: descriptions, offices, phrases and single words of the common language.
extension TaggedTraps {
  /// Whether what the tagger calls a body is a definite common noun with adjectives, no head of a body and not in quotation marks: التقدم السريع.
  func isPhrase(_ mention: Mention) -> Bool {
    !words.isSetApart(mention.start) && mention.count > 1
      && words.headKinds(mention.start).isDisjoint(with: [.bodyHead, .institution, .mediaHead])
      && mention.words.allSatisfy { at in
        let word = words[at]
        return word.hasArticle && word.kind.isDisjoint(with: [.given, .family, .foreign, .place])
          && (words.isDefiniteCommon(at) || !word.kind.isDisjoint(with: [.adjective, .nisba, .demonym]))
      }
  }

  /// Whether what the tagger calls a body is a list of fields of work (الدفاع والعلوم والطاقة), or what an office is about (مستشار الأمن القومي).
  func isField(_ mention: Mention, _ sentenceStart: Int) -> Bool {
    let span = mention.words
    guard span.count > 1, !words.isSetApart(mention.start),
      words.headKinds(mention.start).isDisjoint(with: [.bodyHead, .mediaHead]), span.allSatisfy({ isDefiniteWord($0) })
    else { return false }
    if span.count(where: { isJoinedWord($0) }) > 1 { return true }
    return mention.start > sentenceStart && !words[mention.start - 1].hasArticle
      && !words.headKinds(mention.start - 1).isDisjoint(with: [.titleHead, .title, .personCue])
      && words[mention.start - 1].kind.isDisjoint(with: [.bodyHead, .institution])
  }

  /// Whether a word is a noun or adjective of the lexicon with the article, و before it or not.
  private func isDefiniteWord(_ at: Int) -> Bool {
    if isJoinedWord(at) { return true }
    let word = words[at]
    return word.hasArticle && word.kind.isDisjoint(with: [.given, .family, .foreign, .place])
      && !word.kind.union(words.kindsWithoutArticle(at)).isDisjoint(with: [
        .word, .institution, .adjective, .nisba, .demonym,
      ])
  }

  private func isJoinedWord(_ at: Int) -> Bool {
    words.edges(at).contains(.joined) && words[at].letters[1] == 1
      && !words.kindsWithoutArticle(at).isDisjoint(with: [.word, .institution])
  }

  /// Whether a word by itself is a common one and no list speaks for a name, outside quotation marks: الشركة, زنزانة, مهاجرين, تأهله.
  func isCommonAlone(_ at: Int) -> Bool {
    let word = words[at]
    if words.isInQuotation(at) { return false }
    if word.hasArticle, word.kind.isDisjoint(with: WordEdges.nameKinds),
      !words.kindsWithoutArticle(at).isDisjoint(with: Self.heads)
    {
      return true
    }
    if word.score > 1 { return false }
    return WordEdges.isCommon(word.kind) || words.isDefiniteCommon(at)
      || word.ordinals[0] < 0 && !words.edges(at).isDisjoint(with: [.possessed, .inflected, .commonWithAlif])
  }

  /// Whether a word is a common one of the lexicon, with an ending or not, and no list speaks for a name: دخانا كثيفا.
  func isCommonForm(_ at: Int) -> Bool {
    let word = words[at]
    return word.score < 2 && !word.hasArticle
      && (WordEdges.isCommon(word.kind)
        || word.ordinals[0] < 0 && !words.edges(at).isDisjoint(with: [.commonWithAlif, .inflected, .possessed]))
  }

  private static let heads: WordFacts.Kind = [
    .institution, .bodyHead, .bodyCue, .placeHead, .placeCue, .mediaCue, .eventHead, .titleHead,
  ]

  /// Whether what the tagger calls a body is an office: مستشار الأمن القومي.
  func isOffice(_ mention: Mention) -> Bool {
    let first = words[mention.start]
    // السفير الأوروبي
    if mention.count == 2, words.isTitle(mention.start), first.kind.isDisjoint(with: [.bodyHead, .institution]),
      words[mention.start + 1].hasArticle, words.edges(mention.start + 1).contains(.nisbaEnd)
    {
      return true
    }
    return !words.headKinds(mention.start).isDisjoint(with: [.titleHead, .title, .personCue]) && !first.hasArticle
      && mention.count > 1 && first.kind.isDisjoint(with: [.bodyHead, .institution])
  }

  /// Whether what the tagger calls a body is a definite noun with an adjective of nationality before a person: النجم المصري محمد صلاح.
  func isDescription(_ mention: Mention) -> Bool {
    mention.entityClass == .organisation && mention.count == 2 && mention.end < words.labels.count
      && words.labels[mention.end] == TagLabel.person && words[mention.start].hasArticle
      && words[mention.start + 1].hasArticle && words[mention.start + 1].kind.contains(.demonym)
  }
}
