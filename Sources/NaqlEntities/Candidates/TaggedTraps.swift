import NaqlModel

/// What the tagger took for a name and is none.
struct TaggedTraps {
  let words: DocumentWords

  /// Whether the words of a tagged name are common ones.
  func isNoName(_ mention: Mention, _ sentenceStart: Int) -> Bool {
    if words[mention.start].wholeKind.contains(.divine) { return true }
    if mention.count == 1 {
      if isNoNameAlone(mention) { return true }
    } else if words.edges(mention.start).contains(.negation)
      || mention.entityClass == .person && mention.words.allSatisfy({ isCommonForm($0) })
    {
      return true
    }
    if isAddress(mention.start) || mention.words.allSatisfy({ words[$0].length == 1 && isArabic($0) }) {
      return true
    }
    return isDescription(mention) || words.isSomeBody(mention)
      || mention.entityClass == .organisation
        && (isOffice(mention) || isPhrase(mention) || isField(mention, sentenceStart))
  }

  /// Whether a token is an address of the net: news@example.com, www.example.org.
  private func isAddress(_ at: Int) -> Bool {
    words.bytes(at) { word in
      word.contains(0x40) || word.starts(with: "www.".utf8) || word.starts(with: "http".utf8) && word.contains(0x3A)
    }
  }

  private func isArabic(_ at: Int) -> Bool { words.bytes(at) { $0.count > 0 && $0[0] >= 0xD8 && $0[0] <= 0xDB } }

  /// Whether one word is no name by itself: common nouns, adjectives of nationality, days, heads without what they are heads of.
  private func isNoNameAlone(_ mention: Mention) -> Bool {
    let at = mention.start, word = words[at]
    if !word.wholeKind.union(word.kind).isDisjoint(with: [.trap, .particle]) { return true }
    if word.score < 4,
      !word.kind.isDisjoint(with: [
        .demonym, .titleHead, .bodyHead, .bodyCue, .mediaCue, .placeHead, .placeCue, .eventHead,
      ])
    {
      return true
    }
    if word.best == 0, word.score < 2, !words.headKinds(at).isDisjoint(with: [.placeCue, .bodyCue, .mediaCue]) {
      return true  // بمدينة
    }
    if mention.entityClass == .person, isNoPersonAlone(at) { return true }
    if word.signature == .number || word.length < 2 || words.isOpener(at) { return true }
    if word.length == 2, word.score == 0, word.ordinals[0] < 0, isArabic(at) { return true }  // وي...
    if word.score == 0, word.ordinals[0] < 0, words.edges(at).contains(.possessed) { return true }  // رعاياه
    return isCommonAlone(at) || words.edges(at).contains(.behindPreposition) && word.score < 2
  }

  /// Whether one word is no person: a nationality, a word of kinship, an ordinal with its article (الدور الأول, الدوق الأكبر), a preposition.
  private func isNoPersonAlone(_ at: Int) -> Bool {
    let word = words[at]
    return !word.wholeKind.isDisjoint(with: [.demonym, .kinship]) || word.kind.contains(.demonym)
      || words.isDefiniteCommon(at)
      || word.hasArticle && (word.wholeKind.contains(.ordinal) || words.isOrdinalOfOffice(at))
      || words.isBarePreposition(at)
  }
}
