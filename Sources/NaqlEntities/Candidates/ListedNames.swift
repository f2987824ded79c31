import NaqlModel

/// Names that the lists have.
struct ListedNames: CandidateSource {
  let words: DocumentWords

  /// Adds the listed names that are meant.
  func add(to candidates: inout [Mention]) {
    let matches = words.text.matches
    for (index, match) in matches.enumerated() {
      if index + DocumentWords.ahead < matches.count {
        words.prefetch(Int(matches[index + DocumentWords.ahead].start))
      }
      addListed(match, &candidates)
    }
  }

  /// Adds a listed name where nothing says that its words mean something else.
  private func addListed(_ match: NameMatch, _ out: inout [Mention]) {
    let start = Int(match.start), end = Int(match.end)
    let (sentenceStart, sentenceEnd) = words.sentence(start)
    if isNotMeant(match, sentenceStart) { return }
    let found = listedName(match, sentenceStart, sentenceEnd)
    if found.first.wholeKind.contains(.particle), found.first.wholeKind.isDisjoint(with: [.kinship]), !found.isOwn {
      return
    }
    guard let (listedClass, confidence) = classOf(found), isMeant(found, listedClass) else { return }
    var entityClass = listedClass
    if match.reading != 0, found.isOrdinary, !found.isOwn, !found.joinsPlace { return }
    if entityClass == .organisation, match.list.contains(.place), start > sentenceStart,
      words.edges(start - 1).contains(.inside)
    {
      entityClass = .location  // في دار السلام
    }
    if entityClass == .organisation, found.count == 1, match.reading == 0, start > sentenceStart,
      isGivenNameBefore(start)
    {
      // أندريه سيتروين, whom the firm is called after
      out.append(
        Mention(
          start: start - 1, end: end, entityClass: .person, origin: .rule, rule: .joinedPerson, confidence: confidence))
    }
    var mention = Mention(
      start: start, end: end, entityClass: entityClass, origin: .gazetteer, rule: found.isOwn ? .ownList : .list,
      confidence: confidence)
    mention.read(found.first, as: Int(match.reading))
    let isState = match.list.contains(.country) && found.first.kind.contains(.state)
    if found.count > 1, !isState, opensWithCue(mention) {
      mention.start += 1
      mention.letters = 0
      mention.restored = false
    }
    out.append(mention)
  }

  /// Whether a country is the adjective of the definite word before it, since a person follows: للكاتبة السعودية بدرية البشر.
  private func isNationalityOfPerson(_ at: Int) -> Bool {
    let word = words[at]
    guard word.hasArticle, word.kind.contains(.demonym), at > 0, at + 1 < words.count,
      words.labels[at + 1] == TagLabel.person
    else {
      return false
    }
    let before = words[at - 1]
    return (before.hasArticle || words.begins("لل", at - 1, least: 8))
      && before.kind.isDisjoint(with: [.bodyHead, .placeHead])
  }

  /// Whether a country that is spelt like its own adjective stands behind a definite noun in ة or one of a body: السلطات السعودية.
  private func isAdjective(_ at: Int, _ sentenceStart: Int) -> Bool {
    guard at > sentenceStart, words[at].hasArticle, words[at].kind.contains(.demonym), words[at].best == 0 else {
      return false
    }
    let before = words[at - 1]
    // الوزراء, العربية may stand before the country itself; a country joined to one by a comma is none of its adjectives.
    return before.hasArticle && !words.isMark(at - 1) && before.kind.isDisjoint(with: [.demonym, .place, .adjective])
      && (words.edges(at - 1).contains(.feminine) || words.edges(at - 1).contains(.inflected))
  }

  /// Whether before a listed body of one word stands what the tagger takes for a foreign given name.
  private func isGivenNameBefore(_ at: Int) -> Bool {
    let before = words[at - 1]
    guard !before.hasArticle, !words[at].hasArticle,
      before.kind.isDisjoint(with: [.word, .adjective, .verb, .titleHead])
    else { return false }
    if at > 1, isHonorific(at - 2) { return true }
    return words.labels[at - 1] == TagLabel.person && before.best == 0
      && !before.kind.isDisjoint(with: [.given, .foreign]) && !before.kind.contains(.place)
  }

  /// Whether a word is a title that stands directly before names, as it is or shortened: الدكتور, د.
  private func isHonorific(_ at: Int) -> Bool {
    words.isTitle(at) || words.isSpelt(".", at) && at > 0 && words[at - 1].kind.contains(.titleHead)
  }

  /// Whether ب is glued to a place, shortly behind a facility or body that lies there: ملعب صالح الوزان بالمنستير.
  func isSeat(_ at: Int, _ sentenceStart: Int, reading: Int) -> Bool {
    guard reading != 0, words[at].letters[reading] <= 2, words.edges(at).contains(.behindBa) else { return false }
    return (max(sentenceStart, at - 4)..<max(sentenceStart, at - 1)).contains { head in
      !words[head].hasArticle && !words[head].kind.isDisjoint(with: [.placeHead, .sureHead])
    }
  }

  /// Whether a word of two letters that no list has, as the names of Latin letters are, stands before a word, so that it is one of a model or an
  /// abbreviation: آر إكس.
  private func isLetterBefore(_ at: Int, _ sentenceStart: Int) -> Bool {
    at > sentenceStart && words[at - 1].length == 2 && words[at - 1].kind.isEmpty && words[at - 1].signature.isUnknown
  }

  /// Whether a hyphen stands at a token, and a number behind it: إكس-7.
  private func isHyphenWithNumber(_ at: Int) -> Bool {
    at + 1 < words.count && words.isSpelt("-", at) && words.isNumber(at + 1)
  }

  /// Whether the words, or those before them, rule a listed name out whatever list has it.
  private func isNotMeant(_ match: NameMatch, _ sentenceStart: Int) -> Bool {
    let start = Int(match.start), end = Int(match.end)
    let first = words[start]
    if words.isMark(start) { return true }
    if end - start == 1 {
      // وأم is no وام
      if first.wholeKind.contains(.trap) || first.signature == .number
        || match.reading == 0 && words.isJoinedHamza(start)
      {
        return true
      }
      // لغات is no ل with the town of Ghat.
      if match.reading != 0, !words.edges(start).isDisjoint(with: [.inflected, .possessed, .withObject]) {
        return true
      }
      // كثيرا is no ك with the island of Thera; لغويا may be Goya's.
      if match.reading != 0, match.list.isDisjoint(with: [.person, .organisation, .work]),
        !words.edges(start).isDisjoint(with: [.ordinary, .commonWithAlif, .verb])
      {
        return true
      }
      // آر إكس-7
      if first.length < 4, isLetterBefore(start, sentenceStart) || isHyphenWithNumber(end) { return true }
      if match.list.contains(.country), isNationalityOfPerson(start) || isAdjective(start, sentenceStart) {
        return true
      }
    }
    if end - start == 1, match.reading == 0, isNounBehindBa(start, sentenceStart) { return true }
    guard match.reading != 0, start > sentenceStart else { return false }
    // في كاث; المطران كاسيان is no كـ with ASEAN
    return words.isGoverned(start) && !words.edges(start).contains(.joined) || words.isTitle(start - 1)
  }

  /// Whether a listed place is also ب and a common noun, whose genitive follows: حكم عليه بعقوبة السجن.
  private func isNounBehindBa(_ at: Int, _ sentenceStart: Int) -> Bool {
    guard !words.isLabelled(at) || words.labels[at] == TagLabel.place, at + 1 < words.count, words.begins("ب", at),
      words[at + 1].hasArticle, !words.isMark(at + 1), words[at + 1].kind.isDisjoint(with: [.demonym, .nisba]),
      !words.edges(at + 1).contains(.nisbaEnd), !words.isGoverned(at),
      words.cueBefore(at, sentenceStart).isDisjoint(with: .placeCue)
    else { return false }
    return words.cache.isCommonBehindBa(words.facts[at].type)
  }

  /// Whether a listed name of several words begins with a descriptor that stays outside: نادي مولودية وهران, مسبار غاليليو, محافظة دير الزور, but
  /// مدينة نصر.
  private func opensWithCue(_ mention: Mention) -> Bool {
    let first = words[mention.start]
    if first.hasArticle { return false }
    switch mention.entityClass {
    case .organisation: return first.kind.contains(.bodyCue)
    case .work:
      let second = words[mention.start + 1]
      return first.kind.contains(.workCue) && !first.kind.contains(.workHead) && !second.hasArticle
        && WordFacts.Kind([.foreign, .given, .family, .place]).isSuperset(of: second.kind)
    case .location: return first.kind.contains(.placeCue) && words.isListedPlace(mention.start + 1..<mention.end)
    default: return false
    }
  }
}
