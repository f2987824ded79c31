import NaqlModel

/// Names that the lists have.
extension MentionFinder {
  /// Whether a country is the adjective of the definite word before it, since a person follows: للكاتبة السعودية بدرية البشر.
  private func isNationalityOfPerson(_ at: Int) -> Bool {
    let word = type(at)
    guard word.hasArticle, word.kind.contains(.demonym), at > 0, at + 1 < text.count, labels[at + 1] == 1 else {
      return false
    }
    let before = type(at - 1)
    return (before.hasArticle || begins("لل", at - 1, least: 8))
      && before.kind.isDisjoint(with: [.bodyHead, .placeHead])
  }

  /// Whether a country that is spelt like its own adjective stands behind a definite noun in ة or one of a body: السلطات السعودية.
  private func isAdjective(_ at: Int, _ sentenceStart: Int) -> Bool {
    guard at > sentenceStart, type(at).hasArticle, type(at).kind.contains(.demonym), type(at).best == 0 else {
      return false
    }
    let before = type(at - 1)
    // الوزراء, العربية may stand before the country itself; a country joined to one by a comma is none of its adjectives.
    return before.hasArticle && !isMark(at - 1) && before.kind.isDisjoint(with: [.demonym, .place, .adjective])
      && (edges(at - 1).contains(.feminine) || edges(at - 1).contains(.inflected))
  }

  /// Whether a word is a title with its article, behind which a person's name begins.
  func isTitle(_ at: Int) -> Bool { type(at).hasArticle && type(at).kind.contains(.titleHead) }

  /// Whether before a listed body of one word stands what the tagger takes for a foreign given name.
  private func isGivenNameBefore(_ at: Int) -> Bool {
    let before = type(at - 1)
    return labels[at - 1] == 1 && !type(at).hasArticle && before.best == 0 && !before.hasArticle
      && !before.kind.isDisjoint(with: [.given, .foreign])
      && before.kind.isDisjoint(with: [.place, .word, .adjective, .verb, .titleHead])
  }

  /// Whether a word is a particle, a preposition or a verb, so that the noun before it has no genitive.
  private func isFunctionWord(_ at: Int) -> Bool {
    !type(at).wholeKind.isDisjoint(with: [.particle, .preposition, .opener, .verb]) && !type(at).hasArticle
  }

  /// Whether a word is a place by the tagger or the lists, and no common word.
  private func isPlaceAlone(_ at: Int) -> Bool {
    if labels[at] == 3 || labels[at] == 4 { return true }
    guard let match = listed(at), Int(match.end) == at + 1 else { return false }
    return !match.list.isDisjoint(with: [.place, .country]) && !match.list.contains(.minor)
      && type(at).kind.isDisjoint(with: [.word, .verb, .adjective])
  }

  /// Whether ب is glued to a place, shortly behind a facility or body that lies there: ملعب صالح الوزان بالمنستير.
  private func isSeat(_ at: Int, _ sentenceStart: Int, reading: Int) -> Bool {
    guard reading != 0, type(at).letters[reading] <= 2, edges(at).contains(.behindBa) else { return false }
    return (max(sentenceStart, at - 4)..<max(sentenceStart, at - 1)).contains { head in
      !type(head).hasArticle && !type(head).kind.isDisjoint(with: [.placeHead, .sureHead])
    }
  }

  /// Whether a word of two letters that no list has, as the names of Latin letters are, stands before a word, so that it is one of a model or an
  /// abbreviation: آر إكس.
  private func isLetterBefore(_ at: Int, _ sentenceStart: Int) -> Bool {
    at > sentenceStart && type(at - 1).length == 2 && type(at - 1).kind.isEmpty && type(at - 1).signature >= 55
  }

  /// Whether a hyphen stands at a token, and a number behind it: إكس-7.
  private func isHyphenWithNumber(_ at: Int) -> Bool {
    at + 1 < text.count && isSpelt("-", at) && type(at + 1).signature == 8
  }

  /// Whether lists have a place with the descriptor that opens it, and none without: مدينة نصر.
  func isPlaceWithItsCue(_ mention: Mention) -> Bool {
    isListedPlace(mention.start..<mention.end) && !isListedPlace(mention.start + 1..<mention.end)
  }

  /// Whether lists have these very words as a place.
  private func isListedPlace(_ words: Range<Int>) -> Bool {
    var step = cache.beginnings(of: text.facts[words.lowerBound].type)[0]
    for at in words.dropFirst() { step = cache.analyser.table.next(step, text.facts[at].ordinal) }
    return !step.lists.isDisjoint(with: [.place, .country])
  }

  func addListed(_ match: NameMatch, _ out: inout [Mention]) {
    let list = match.list
    let start = Int(match.start)
    let end = Int(match.end)
    let count = end - start
    let first = type(start)
    let (sentenceStart, sentenceEnd) = sentence(start)
    if count == 1, first.wholeKind.contains(.trap) { return }
    if isMark(start) || first.signature == 8 && count == 1 { return }
    // وأم is no وام; لغات is no ل with the town of Ghat.
    if count == 1,
      isJoinedHamza(start)
        || match.reading != 0 && !edges(start).isDisjoint(with: [.inflected, .possessed, .withObject])
    {
      return
    }
    // آر إكس-7
    if count == 1, first.length < 4, isLetterBefore(start, sentenceStart) || isHyphenWithNumber(end) { return }
    if count == 1, list.contains(.country), isNationalityOfPerson(start) || isAdjective(start, sentenceStart) { return }
    // في كاث
    if match.reading != 0, start > sentenceStart, isGoverned(start), !edges(start).contains(.joined) { return }
    if match.reading != 0, start > sentenceStart, isTitle(start - 1) { return }  // المطران كاسيان is no كـ with ASEAN
    let tagged = labels[start] != 0
    let cue = start > sentenceStart ? cueBefore(start, sentenceStart) : []
    let quoted =
      text.quoted[start] == 1 && (end == sentenceEnd || text.quoted[end] == 0)
      && (start == sentenceStart || text.quoted[start - 1] == 0)
    let ordinary =
      count == 1 && !first.kind.isDisjoint(with: [.word, .verb, .particle, .title, .institution])
      || first.wholeKind.contains(.particle)
    // بكين وسيول, though the word is a common one too
    let joinsPlace =
      match.reading != 0 && first.letters[Int(match.reading)] == 1 && edges(start).contains(.joined)
      && start > sentenceStart && isPlaceAlone(start - 1)
      && (end == sentenceEnd || isMark(end) || labels[end] == 0 && isFunctionWord(end))
      || !ordinary && isSeat(start, sentenceStart, reading: Int(match.reading))
    let common = list.contains(.common)
    let own = list.contains(.own)
    if first.wholeKind.contains(.particle), first.wholeKind.isDisjoint(with: [.kinship]), !own { return }
    var entityClass: EntityClass
    var confidence = own ? 930 : 800
    if list.contains(.media),
      cue.contains(.mediaCue) || !common && list.isDisjoint(with: [.country]) || quoted && labels[start] == 5
    {
      entityClass = .media
    } else if list.contains(.work), cue.contains(.mediaCue) {
      entityClass = .media  // مجلة توب غير
    } else if list.contains(.country) {
      entityClass = .location
    } else if list.contains(.event) {
      entityClass = .event
    } else if list.contains(.work) {
      entityClass = .work
    } else if list.contains(.place), common, cue.contains(.placeCue) {
      entityClass = .location  // بمدينة الخور, a club too
    } else if list.contains(.organisation), own || list.isDisjoint(with: [.place, .person]) {
      entityClass = .organisation
    } else if list.contains(.person), count > 1 || own {
      entityClass = .person
      if !own { confidence = count > 2 ? 860 : 760 }
    } else if list.contains(.place) {
      entityClass = .location
      if !own { confidence = 760 }
    } else {
      return
    }
    if common {
      let fits =
        entityClass == .media && (cue.contains(.mediaCue) || quoted && labels[start] == 5)
        || entityClass == .organisation && (!cue.isDisjoint(with: [.bodyCue, .bodyHead]) || labels[start] == 5)
        || entityClass == .location && (labels[start] == 3 || joinsPlace || cue.contains(.placeCue))
        || entityClass == .event && labels[start] == 7
        // "مهلة لا تتجاوز 30 يوما" is speech, though 30 يوم is a series
        || entityClass == .work && (quoted || cue.contains(.workCue) || labels[start] == 7 && text.quoted[start] != 1)
      if !fits { return }
    } else if !own {
      switch entityClass {
      case .location:
        if count == 1, !tagged, edges(start).contains(.future) { return }
        if first.signature == 8, !cue.contains(.placeCue) { return }  // 17 مايو
        // تاريخا
        if count == 1, !tagged, !first.kind.contains(.place), edges(start).contains(.commonWithAlif) { return }
        if list.contains(.minor), count == 1 || ordinary {
          if labels[start] != 3, !joinsPlace, !cue.contains(.placeCue) { return }
        } else if list.contains(.place), ordinary || count == 1 && first.length < 4 {
          if labels[start] != 3, !joinsPlace, !cue.contains(.placeCue) { return }
        } else if list.contains(.place), !list.contains(.country), count == 1, !tagged, !joinsPlace,
          first.hasArticle
        {
          return
        }
      case .organisation, .media:
        if count == 1 {
          guard labels[start] == 5 || !cue.isDisjoint(with: [.bodyCue, .bodyHead, .mediaCue]) else { return }
        }
      case .person:
        // Two words of a person's name that are ordinary words need the tagger.
        if labels[start] != 1, (start..<end).allSatisfy({ !type($0).kind.isDisjoint(with: [.word, .verb, .particle]) })
        {
          return
        }
      default: break
      }
    }
    if match.reading != 0, ordinary, !own, !joinsPlace { return }
    if entityClass == .organisation, list.contains(.place), start > sentenceStart, edges(start - 1).contains(.inside) {
      entityClass = .location  // في دار السلام
    }
    if entityClass == .organisation, count == 1, match.reading == 0, start > sentenceStart, isGivenNameBefore(start) {
      // أندريه سيتروين, whom the firm is called after
      out.append(
        Mention(
          start: start - 1, end: end, entityClass: .person, origin: .rule, rule: .joinedPerson, confidence: confidence))
    }
    var mention = Mention(
      start: start, end: end, entityClass: entityClass, origin: .gazetteer, rule: own ? .ownList : .list,
      confidence: confidence)
    mention.letters = Int(first.letters[Int(match.reading)])
    mention.restored = first.restored & (1 << match.reading) != 0
    if entityClass == .organisation, count > 1, first.kind.contains(.bodyCue), !first.hasArticle {
      // نادي مولودية وهران
      mention.start += 1
      mention.letters = 0
      mention.restored = false
    }
    if entityClass == .work, count > 1, first.kind.contains(.workCue), !first.kind.contains(.workHead),
      !first.hasArticle,
      !type(start + 1).hasArticle,
      WordFacts.Kind([.foreign, .given, .family, .place]).isSuperset(of: type(start + 1).kind)
    {
      mention.start += 1  // مسبار غاليليو
      mention.letters = 0
      mention.restored = false
    }
    if entityClass == .location, count > 1, first.kind.contains(.placeCue), !first.hasArticle,
      isListedPlace(start + 1..<end)
    {
      // محافظة دير الزور: the descriptor stays outside, but مدينة نصر
      mention.start += 1
      mention.letters = 0
      mention.restored = false
    }
    out.append(mention)
  }
}
