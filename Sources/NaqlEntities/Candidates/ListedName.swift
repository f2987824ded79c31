import NaqlModel

/// A listed name where it stands in the text, with what tells whether it is meant there.
struct ListedName {
  let list: NameList
  let first: WordType
  let start: Int
  /// Number of its words.
  let count: Int
  /// Kinds of the word before.
  let cue: WordFacts.Kind
  /// The tagger's label of its first word.
  let label: UInt8
  /// Whether quotation marks stand around it and nothing else.
  let isQuoted: Bool
  /// Whether it is a common word too, or begins with a particle.
  let isOrdinary: Bool
  /// Whether it is a medium, in a place where media are named.
  let isCredited: Bool
  /// Whether it is a place that و joins to one (بكين وسيول), or the seat of the body or facility before it.
  let joinsPlace: Bool

  /// Whether the lists have it as a common word too, and whether the list of Naql's own has it.
  var isCommon: Bool { list.contains(.common) }
  var isOwn: Bool { list.contains(.own) }
}

/// What tells of a listed name where it stands whether it is meant.
extension ListedNames {
  /// The listed name of a match, with its surroundings.
  func listedName(_ match: NameMatch, _ sentenceStart: Int, _ sentenceEnd: Int) -> ListedName {
    let start = Int(match.start), end = Int(match.end)
    let first = words[start]
    let isOrdinary =
      end - start == 1 && !first.kind.isDisjoint(with: [.word, .verb, .particle, .title, .institution])
      || first.wholeKind.contains(.particle)
    return ListedName(
      list: match.list, first: first, start: start, count: end - start,
      cue: start > sentenceStart ? words.cueBefore(start, sentenceStart) : [], label: words.labels[start],
      isQuoted: words.isInQuotation(start) && (end == sentenceEnd || !words.isSetApart(end))
        && (start == sentenceStart || !words.isSetApart(start - 1)),
      isOrdinary: isOrdinary, isCredited: match.list.contains(.media) && isCredited(start, end),
      joinsPlace: isJoinedPlace(match, sentenceStart, sentenceEnd)
        || !isOrdinary && isSeat(start, sentenceStart, reading: Int(match.reading)))
  }

  /// Whether و joins a name to a place before it, and a mark or a word that is no genitive follows: بكين وسيول, though the word is a common one too.
  private func isJoinedPlace(_ match: NameMatch, _ sentenceStart: Int, _ sentenceEnd: Int) -> Bool {
    let start = Int(match.start), end = Int(match.end)
    guard match.reading != 0, words[start].letters[Int(match.reading)] == 1, words.edges(start).contains(.joined),
      start > sentenceStart, words.isPlaceAlone(start - 1)
    else { return false }
    return end == sentenceEnd || words.isMark(end) || !words.isLabelled(end) && words.isFunctionWord(end)
  }

  /// The class that the lists and the word before give a name, and how sure it is; nil where no list counts for so short a name.
  func classOf(_ name: ListedName) -> (EntityClass, confidence: Int)? {
    let list = name.list, confidence = name.isOwn ? 930 : 800
    if list.contains(.club), isPlaying(name) { return (.organisation, confidence) }
    if list.contains(.media),
      name.cue.contains(.mediaCue) || !name.isCommon && list.isDisjoint(with: [.country])
        || name.isQuoted && name.label == TagLabel.body || name.isCredited
    {
      return (.media, confidence)
    }
    if list.contains(.work), name.cue.contains(.mediaCue) { return (.media, confidence) }  // مجلة توب غير
    if list.contains(.country) { return (.location, confidence) }
    if list.contains(.event) { return (.event, confidence) }
    if list.contains(.work) { return (.work, confidence) }
    // بمدينة الخور, a club too
    if list.contains(.place), name.cue.contains(.placeCue) { return (.location, confidence) }
    if list.contains(.organisation), name.isOwn || list.isDisjoint(with: [.place, .person]) {
      return (.organisation, confidence)
    }
    if list.contains(.person), name.count > 1 || name.isOwn {
      return (.person, name.isOwn ? confidence : name.count > 2 ? 860 : 760)
    }
    return list.contains(.place) ? (.location, name.isOwn ? confidence : 760) : nil
  }

  /// Whether a name of a class is meant, by the tagger, the word before or its marks, where its words are common ones too or few.
  func isMeant(_ name: ListedName, _ entityClass: EntityClass) -> Bool {
    if name.isCommon { return isMeantThoughCommon(name, entityClass) }
    if name.isOwn { return true }
    switch entityClass {
    case .location: return isMeantPlace(name)
    case .organisation, .media:
      return name.count > 1 || name.label == TagLabel.body
        || !name.cue.isDisjoint(with: [.bodyCue, .bodyHead, .mediaCue])
        || name.list.contains(.club) && isPlaying(name)
    case .person:
      // Two words of a person's name that are ordinary words need the tagger.
      return name.label == TagLabel.person
        || !(name.start..<name.start + name.count).allSatisfy {
          !words[$0].kind.isDisjoint(with: [.word, .verb, .particle])
        }
    default: return true
    }
  }

  /// The same of a name that the lists have as a common word too.
  private func isMeantThoughCommon(_ name: ListedName, _ entityClass: EntityClass) -> Bool {
    switch entityClass {
    case .media: return name.cue.contains(.mediaCue) || name.isQuoted && name.label == TagLabel.body || name.isCredited
    case .organisation:
      let cues: WordFacts.Kind = name.list.contains(.club) ? [.bodyCue, .contest] : [.bodyCue, .bodyHead]
      return name.count > 3 || !name.cue.isDisjoint(with: cues) || name.label == TagLabel.body
        || name.list.contains(.club) && isPlaying(name)
    case .location: return name.label == TagLabel.place || name.joinsPlace || name.cue.contains(.placeCue)
    case .event: return name.label == TagLabel.thing
    // "مهلة لا تتجاوز 30 يوما" is speech, though 30 يوم is a series
    case .work:
      return name.isQuoted || name.cue.contains(.workCue)
        || name.label == TagLabel.thing && !words.isInQuotation(name.start)
    default: return false
    }
  }

  /// Whether a club of a page about sport stands where one is meant: behind a word of sport, or behind على, مع, before a verb, or behind a club and و,
  /// and before what is no adjective of it. One called like a town only with the first two.
  private func isPlaying(_ name: ListedName) -> Bool {
    guard words.isAboutSport else { return false }
    if name.cue.contains(.contest) { return true }
    let next = name.start + name.count
    guard name.start > 0, next == words.count || words.isMark(next) || !words[next].hasArticle else { return false }
    let before = name.start - 1
    if ["على", "مع"].contains(where: { words.isSpelt($0, before) }) { return true }
    guard name.list.isDisjoint(with: [.place, .country]) else { return false }
    return ["إلى", "الى", "عن"].contains { words.isSpelt($0, before) }
      || words.isMark(before) && next < words.count && words.edges(next).contains(.verb)
      || words.edges(name.start).contains(.joined) && words.listed(before)?.list.contains(.club) == true
  }

  private func isMeantPlace(_ name: ListedName) -> Bool {
    let first = name.first, isTagged = name.label != TagLabel.outside
    if name.count == 1, !isTagged, words.edges(name.start).contains(.future) { return false }
    if first.signature == .number, !name.cue.contains(.placeCue) { return false }  // 17 مايو
    // تاريخا
    if name.count == 1, !isTagged, !first.kind.contains(.place), words.edges(name.start).contains(.commonWithAlif) {
      return false
    }
    let isShown = name.label == TagLabel.place || name.joinsPlace || name.cue.contains(.placeCue)
    if name.list.contains(.minor), name.count == 1 || name.isOrdinary { return isShown }
    guard name.list.contains(.place) else { return true }
    if name.isOrdinary || name.count == 1 && first.length < 4 { return isShown }
    return name.list.contains(.country) || name.count > 1 || isTagged || name.joinsPlace || !first.hasArticle
  }
}
