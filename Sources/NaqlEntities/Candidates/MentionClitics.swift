import NaqlModel

/// The letters of prepositions and conjunctions glued to the first word of a tagged name, by what lists and the text say of them.
struct MentionClitics {
  let words: DocumentWords

  /// Sets how many letters of the first word are glued clitics, and whether it takes back an alif (للأمم).
  func set(of mention: inout Mention, _ sentenceStart: Int) {
    let first = words[mention.start]
    if mention.count > 1, words.isBeforeKunya(mention.start) {
      mention.letters = 1
      return
    }
    if words.edges(mention.start).contains(.beforeHamza), first.ordinals[0] < 0 || !words.begins("ك", mention.start) {
      mention.letters = 1  // لإيليم كليموف; بأديس أبابا, though باديس is a name
      return
    }
    if mention.entityClass == .person, mention.start > sentenceStart, words.isTitle(mention.start - 1),
      first.ordinals[0] < 0, !words.edges(mention.start).contains(.joined), !isGivenBehindLetter(first)
    {
      return  // المطران كاسيان
    }
    if first.best == 0, first.letters[1] == 1,
      words.isJoinedHamza(mention.start) || words.isJoinedGivenName(mention.start)
    {
      mention.letters = 1  // وأم روابة
      return
    }
    if mention.start > sentenceStart, (1..<4).contains(where: { first.letters[$0] == 1 }),
      words.edges(mention.start).contains(.behindBa), words[mention.start - 1].wholeKind.contains(.calling)
    {
      mention.letters = 1
      return
    }
    if mention.entityClass == .person, mention.count == 1, !words.edges(mention.start).contains(.joined),
      words.familyTypes.contains(words.facts[mention.start].type)
    {
      return  // the letters are those of a longer name elsewhere: فريش behind أوتو فريش
    }
    findClitics(&mention, first, sentenceStart)
    if mention.letters == 2, !mention.restored, mention.entityClass == .person, first.letters[1] == 1,
      words.edges(mention.start).contains(.joined), mention.start > sentenceStart,
      words.labels[mention.start - 1] == TagLabel.insidePerson
    {
      mention.letters = 1  // كلود غيان وبريس أورتفو
    }
    if mention.letters == 2, !mention.restored, words.edges(mention.start).contains(.joined),
      isOpenedByAlif(mention.start, behind: mention.letters)
    {
      mention.letters = 1  // وكارشي ياكا
    }
    if mention.letters == 1, !mention.restored,
      isOpenedByAlif(mention.start, behind: mention.letters)
        || mention.start > sentenceStart && words.isGoverned(mention.start)
          && !words.edges(mention.start).contains(.joined)
    {
      mention.letters = 0
    }
  }

  /// Whether a word of no list is one letter and a given name: بوليم.
  private func isGivenBehindLetter(_ word: WordType) -> Bool {
    (1..<4).contains { reading in
      word.letters[reading] == 1 && word.ordinals[reading] >= 0 && word.length > 4
        && words.nameFacts(word.ordinals[reading]).kind.contains(.given)
    }
  }

  /// Whether behind its first letters a word goes on with an alif without hamza and no lam: what begins so elsewhere has a hamza (أوكتافيا),
  /// so that the last of these letters is the name's own (لادا, فابيا), in a text that writes hamzas.
  private func isOpenedByAlif(_ at: Int, behind letters: Int) -> Bool {
    guard words.writesHamzas else { return false }
    return words.bytes(at) { word in
      let rest = word.dropFirst(letters * 2)
      return rest.count >= 6 && rest.starts(with: "ا".utf8) && !["ال", "اب"].contains { rest.starts(with: $0.utf8) }
        && !word.dropFirst((letters - 1) * 2).starts(with: "و".utf8)
    }
  }

  /// The clitics by the reading that lists prefer.
  private func findClitics(_ mention: inout Mention, _ first: WordType, _ sentenceStart: Int) {
    mention.readAsListed(first)
    if first.best == 0, let reading = restoredReading(first) {
      // No name begins with لل: it is li- before an article (للأمم المتحدة).
      mention.letters = Int(first.letters[reading])
      mention.restored = true
      return
    }
    guard first.best == 0, first.score == 0, first.letters[1] != 255 else { return }
    // A word that no list knows: a clitic is cut off where the rest stands alone elsewhere in the lists' words, or
    // where the word joins a name to the one before it.
    if first.ordinals[0] < 0 {
      for reading in [1, 2, 3] where first.letters[reading] != 255 && first.ordinals[reading] >= 0 {
        let kinds = words.nameFacts(first.ordinals[reading]).kind
        if kinds.isDisjoint(with: [.particle]) {
          mention.letters = Int(first.letters[reading])
          mention.restored = first.restored & (1 << UInt8(reading)) != 0
          return
        }
      }
      if mention.start > sentenceStart, first.letters[1] == 1,
        words.isLabelled(mention.start - 1) || words.edges(mention.start).contains(.joinedConsonant)
      {
        mention.letters = 1
      }
    }
  }

  /// The reading of a word that takes its لل for li- and the article, where lists have the rest.
  private func restoredReading(_ word: WordType) -> Int? {
    (1..<4).first { word.restored & (1 << UInt8($0)) != 0 && word.letters[$0] != 255 && word.ordinals[$0] >= 0 }
  }
}
