import NaqlModel

/// Works and events that the tagger sees: what it calls a name of neither person, place nor body.
extension TaggedNames {
  /// Adds such a name: an event where a word says so, else a work. In quotation marks it is all that stands in them, unless that is
  /// long or speech.
  func addThing(_ tagged: Mention, _ start: Int, _ end: Int, _ out: inout [Mention]) {
    var mention = tagged
    while mention.start < mention.end, words.isMark(mention.start) { mention.start += 1 }
    while mention.start < mention.end, words.isMark(mention.end - 1) { mention.end -= 1 }
    guard mention.start < mention.end else { return }
    if mention.start > start, isShown(mention.start, by: mention.start - 1) { return }
    if words.isDate(mention) { return }
    if mention.count > 1, words[mention.start].kind.contains(.workCue), !words.isWorkHead(mention.start),
      !words[mention.start + 1].hasArticle, words.listed(mention.start + 1) != nil || words.isUnknown(mention.start + 1)
    {
      mention.start += 1  // متصفح فايرفوكس
    }
    if mention.count > 2, words.isKindOfEvent(mention.start) { mention.start += 1 }
    let cue = mention.start > start ? words.cueBefore(mention.start, start) : []
    let isQuoted = words.isInQuotation(mention.start)
    if isQuoted {
      let quoted = quotation(around: mention.start, start, end)
      guard !isCalledSo(quoted.lowerBound, start),
        !isSaid(quoted, start) || !cue.isDisjoint(with: [.workCue, .eventHead]), quoted.count <= Self.longestTitle,
        quoted.upperBound >= mention.end,
        !cue.isDisjoint(with: [.workCue, .eventHead, .eventCue])
          || quoted.allSatisfy({ words.labels[$0] >= TagLabel.thing || words.isMark($0) })
      else { return }
      (mention.start, mention.end) = (quoted.lowerBound, quoted.upperBound)
    }
    let isEvent =
      !words.headKinds(mention.start).union(cue).isDisjoint(with: [.eventHead, .eventCue])
    if isEvent { mention.entityClass = .event }
    if mention.count > 1, isCast(mention.start) {
      mention.start += 1
      mention.entityClass = .person
      trim(mention, start, &out)
      return
    }
    if !isQuoted, !isEvent, mention.count > 1, words[mention.start].kind.contains(.placeHead),
      !words[mention.start].hasArticle, words[mention.start].best == 0
    {
      mention.entityClass = .location  // مطار موي الدولي غربي الجزيرة
      trim(mention, start, &out)
      return
    }
    mention = insides.upToOutsider(mention)
    while mention.end > mention.start + 1, words[mention.end - 1].wholeKind.contains(.trap) { mention.end -= 1 }
    if cue.isDisjoint(with: [.workCue, .eventHead, .eventCue]), words.isOrdinary(mention, isQuoted: isQuoted) {
      return
    }
    clitics.set(of: &mention, start)
    out.append(mention)
  }

  /// Whether a word is one that actors stand behind, and a given name follows: بطولة حسين رياض.
  private func isCast(_ at: Int) -> Bool {
    let next = words[at + 1]
    return words.headKinds(at).isSuperset(of: [.eventHead, .personCue]) && !next.hasArticle
      && !next.kind.isDisjoint(with: [.given, .foreign]) && !next.kind.contains(.place)
  }

  /// Whether a definite word stands behind a demonstrative, and is a common one: هذه الحرب الأهلية.
  private func isShown(_ at: Int, by before: Int) -> Bool {
    words[at].hasArticle && words[before].wholeKind.contains(.demonstrative)
  }

  /// Words of the longest title that is taken for one in quotation marks.
  private static let longestTitle = 7

  /// Whether ب stands before a quotation: what is in it is how somebody or something is called (المعروف ب"بيجاك").
  private func isCalledSo(_ first: Int, _ start: Int) -> Bool {
    guard first - 2 >= start else { return false }
    return words.isSpelt("ب", first - 2) || words.isSpelt("بـ", first - 2)
  }

  /// Whether a colon stands before a quotation of several words: it is what somebody said.
  private func isSaid(_ quoted: Range<Int>, _ start: Int) -> Bool {
    quoted.count > 1 && quoted.lowerBound - 2 >= start && words.isSpelt(":", quoted.lowerBound - 2)
  }

  /// The words between the quotation marks around a token that stands in some.
  private func quotation(around at: Int, _ start: Int, _ end: Int) -> Range<Int> {
    var (first, last) = (at, at + 1)
    while first > start, words.isInQuotation(first - 1) { first -= 1 }
    while last < end, words.isInQuotation(last) { last += 1 }
    return first..<last
  }
}
