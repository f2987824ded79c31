import NaqlModel

/// Finds the names of one document: what lists, the tagger, triggers and earlier mentions say, weighed together.
struct MentionFinder {
  let text: TokenText
  let labels: [UInt8]
  let cache: TypeCache
  let usesLists: Bool
  private(set) var mentions: [Mention] = []
  private var owner: [Int32]

  init(_ text: TokenText, labels: [UInt8], cache: TypeCache, lists: Bool) {
    self.text = text
    self.labels = labels
    self.cache = cache
    usesLists = lists
    owner = [Int32](repeating: -1, count: text.types.count)
  }

  @inline(__always)
  func type(_ at: Int) -> WordType { cache.types[Int(text.types[at])] }

  /// Whether a token is a mark of quotation or punctuation.
  @inline(__always)
  func isMark(_ at: Int) -> Bool {
    let s = type(at).signature
    return s >= 1 && s <= 7 || s == 10
  }

  /// All names, sorted, titles apart.
  mutating func find() -> [Mention] {
    var candidates: [Mention] = []
    var start = 0
    for end in text.sentenceEnds {
      addTagged(start, end, &candidates)
      start = end
    }
    if usesLists { for match in text.matches { addListed(match, &candidates) } }
    start = 0
    for end in text.sentenceEnds {
      addTriggered(start, end, &candidates)
      start = end
    }
    settle(candidates)
    extendPeople()
    spread()
    mentions.sort { $0.start < $1.start }
    return mentions
  }

  /// The sentence limits around a token are found from the marks of ends.
  private func sentence(_ at: Int) -> (start: Int, end: Int) {
    var low = 0
    var high = text.sentenceEnds.count
    while low < high {
      let middle = (low + high) / 2
      if text.sentenceEnds[middle] <= at { low = middle + 1 } else { high = middle }
    }
    return (
      low == 0 ? 0 : text.sentenceEnds[low - 1],
      low < text.sentenceEnds.count ? text.sentenceEnds[low] : text.types.count
    )
  }

  // MARK: The tagger's names

  private func addTagged(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    while at < end {
      let label = Int(labels[at])
      guard label & 1 == 1 else {
        at += 1
        continue
      }
      var last = at + 1
      while last < end, Int(labels[last]) == label + 1 { last += 1 }
      let classes: [EntityClass?] = [.person, .location, .organisation, nil]
      if let entityClass = classes[label / 2] {
        trim(
          Mention(start: at, end: last, entityClass: entityClass, origin: .model, rule: "tagger", confidence: 720),
          start, &out)
      }
      at = last
    }
  }

  /// Brings a tagged name to the conventions for pages: no quotation marks, no titles, descriptors outside.
  private func trim(_ mention: Mention, _ sentenceStart: Int, _ out: inout [Mention]) {
    var mention = mention
    // A mark inside cuts the name.
    if let cut = (mention.start..<mention.end).first(where: isMark) {
      if cut > mention.start {
        var left = mention
        left.end = cut
        trim(left, sentenceStart, &out)
      }
      if cut + 1 < mention.end {
        mention.start = cut + 1
        trim(mention, sentenceStart, &out)
      }
      return
    }
    while mention.start < mention.end {
      let first = type(mention.start)
      let kind = first.kind
      let more = mention.end - mention.start > 1
      if more, mention.entityClass == .person, kind.contains(.titleHead), !kind.contains(.given) || first.hasArticle {
        mention.start += 1
      } else if more, kind.contains(.placeCue), mention.entityClass == .location {
        mention.start += 1
      } else if more, !kind.isDisjoint(with: [.mediaCue, .bodyCue]), mention.entityClass == .organisation {
        mention.start += 1
      } else {
        break
      }
    }
    while mention.end > mention.start + 1, type(mention.end - 1).wholeKind.contains(.trap) { mention.end -= 1 }
    guard mention.start < mention.end else { return }
    let first = type(mention.start)
    if mention.end - mention.start == 1 {
      // Common nouns, adjectives of nationality and days are no names by themselves.
      if first.wholeKind.contains(.trap) || first.kind.contains(.trap) { return }
      if first.kind.contains(.particle) || first.wholeKind.contains(.particle) { return }
      if !first.kind.isDisjoint(with: [
        .demonym, .titleHead, .bodyHead, .bodyCue, .mediaCue, .placeHead, .placeCue, .eventHead,
      ]),
        first.score < 4
      {
        return
      }
      if mention.entityClass == .person, first.kind.contains(.demonym) { return }
      if first.signature == 8 || first.length < 2 { return }
    }
    let cue = mention.start > sentenceStart ? cueBefore(mention.start, sentenceStart) : []
    if mention.entityClass == .organisation, cue.contains(.mediaCue) { mention.entityClass = .media }
    setClitics(&mention, sentenceStart)
    out.append(mention)
  }

  /// Kinds of the word before, an opening quotation mark skipped.
  private func cueBefore(_ at: Int, _ sentenceStart: Int) -> WordFacts.Kind {
    var before = at - 1
    if before >= sentenceStart, type(before).signature == 1 { before -= 1 }
    guard before >= sentenceStart else { return [] }
    return type(before).kind
  }

  private func setClitics(_ mention: inout Mention, _ sentenceStart: Int) {
    let first = type(mention.start)
    mention.letters = Int(first.letters[Int(first.best)])
    mention.restored = first.restored & (1 << first.best) != 0
    guard first.best == 0, first.score == 0, first.letters[1] != 255 else { return }
    // A word that no list knows: a clitic is cut off where the rest stands alone elsewhere in the lists' words, or
    // where the word joins a name to the one before it.
    if first.ordinals[0] < 0 {
      for reading in [1, 2, 3] where first.letters[reading] != 255 && first.ordinals[reading] >= 0 {
        let kinds = cache.analyser.table.facts[Int(first.ordinals[reading])].kind
        if kinds.isDisjoint(with: [.particle]) {
          mention.letters = Int(first.letters[reading])
          mention.restored = first.restored & (1 << UInt8(reading)) != 0
          return
        }
      }
      if mention.start > sentenceStart, labels[mention.start - 1] != 0, first.letters[1] == 1 {
        mention.letters = 1
      }
    }
  }

  // MARK: Listed names

  private func addListed(_ match: NameMatch, _ out: inout [Mention]) {
    let list = match.list
    let start = Int(match.start)
    let end = Int(match.end)
    let count = end - start
    let first = type(start)
    let (sentenceStart, sentenceEnd) = sentence(start)
    if count == 1, first.wholeKind.contains(.trap) { return }
    if isMark(start) || first.signature == 8 && count == 1 { return }
    let tagged = labels[start] != 0
    let cue = start > sentenceStart ? cueBefore(start, sentenceStart) : []
    let quoted =
      text.quoted[start] == 1 && (end == sentenceEnd || text.quoted[end] == 0)
      && (start == sentenceStart || text.quoted[start - 1] == 0)
    let ordinary =
      count == 1 && !first.kind.isDisjoint(with: [.word, .verb, .particle, .title, .institution])
      || first.wholeKind.contains(.particle)
    let common = list.contains(.common)
    let own = list.contains(.own)
    if first.wholeKind.contains(.particle), first.wholeKind.isDisjoint(with: [.kinship]), !own { return }
    var entityClass: EntityClass
    var confidence = own ? 930 : 800
    if list.contains(.media),
      cue.contains(.mediaCue) || !common && list.isDisjoint(with: [.country]) || quoted && cue.contains(.mediaCue)
    {
      entityClass = .media
    } else if list.contains(.country) {
      entityClass = .location
    } else if list.contains(.event) {
      entityClass = .event
    } else if list.contains(.work) {
      entityClass = .work
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
        entityClass == .media && cue.contains(.mediaCue)
        || entityClass == .organisation && (!cue.isDisjoint(with: [.bodyCue, .bodyHead]) || labels[start] == 5)
        || entityClass == .location && (labels[start] == 3 || cue.contains(.placeCue))
        || entityClass == .event && labels[start] == 7 || entityClass == .work && cue.contains(.workCue)
      if !fits { return }
    } else if !own {
      switch entityClass {
      case .location:
        if list.contains(.minor), count == 1 || ordinary {
          if labels[start] != 3, !cue.contains(.placeCue) { return }
        } else if list.contains(.place), ordinary || count == 1 && first.length < 4 {
          if labels[start] != 3, !cue.contains(.placeCue) { return }
        } else if list.contains(.place), !list.contains(.country), count == 1, !tagged, first.hasArticle {
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
    if match.reading != 0, ordinary, !own { return }
    var mention = Mention(
      start: start, end: end, entityClass: entityClass, origin: .gazetteer, rule: own ? "list-own" : "list",
      confidence: confidence)
    mention.letters = Int(first.letters[Int(match.reading)])
    mention.restored = first.restored & (1 << match.reading) != 0
    if entityClass == .location, count > 1, first.kind.contains(.placeCue), !first.hasArticle {
      // محافظة دير الزور: the descriptor stays outside.
      mention.start += 1
      mention.letters = 0
      mention.restored = false
    }
    out.append(mention)
  }

  // MARK: Names by triggers

  private func isDefinite(_ at: Int) -> Bool {
    let t = type(at)
    return t.hasArticle && t.best == 0 && !isMark(at)
  }

  private func addTriggered(_ start: Int, _ end: Int, _ out: inout [Mention]) {
    var at = start
    while at < end {
      let here = type(at)
      let kind = here.kind
      // A short name in quotation marks behind a cue.
      if here.signature == 1, at > start, at + 1 < end, text.quoted[at + 1] == 1 {
        var close = at + 1
        while close < end, text.quoted[close] == 1 { close += 1 }
        let cue = type(at - 1).kind
        let entityClass: EntityClass? =
          cue.contains(.workCue)
          ? .work
          : cue.contains(.mediaCue)
            ? .media
            : cue.contains(.eventHead)
              ? .event
              : !cue.isDisjoint(with: [.bodyHead, .bodyCue])
                ? .organisation
                : cue.contains(.placeCue) ? .location : nil
        if let entityClass, close - at <= 7 {
          out.append(
            Mention(
              start: at + 1, end: close, entityClass: entityClass, origin: .rule, rule: "quoted-after-cue",
              confidence: 800))
        }
        at = close
        continue
      }
      if here.hasArticle, at + 1 < end, kind.contains(.bodyHead), isDefinite(at + 1),
        type(at + 1).kind.contains(.demonym)
      {
        // The army, parliament, government of a nation.
        out.append(
          with(
            Mention(
              start: at, end: at + 2, entityClass: .organisation, origin: .rule, rule: "body-nation", confidence: 830)))
        at += 2
        continue
      }
      if !here.hasArticle, !kind.isDisjoint(with: [.bodyHead, .placeHead, .eventHead]), at + 1 < end {
        let last = extent(at, end)
        if last > at + 1 {
          let entityClass: EntityClass =
            kind.contains(.placeHead) ? .location : kind.contains(.bodyHead) ? .organisation : .event
          let named = (at + 1..<last).contains { labels[$0] != 0 || text.codes[$0] != 0 }
          let labelled = labels[at] != 0
          if labelled || named || kind.contains(.bodyHead) && Self.strong(last - at) {
            let confidence = labelled || named ? 790 : 640
            out.append(
              with(
                Mention(
                  start: at, end: last, entityClass: entityClass, origin: .rule, rule: "head", confidence: confidence)))
          }
        }
      }
      at += 1
    }
  }

  private static func strong(_ length: Int) -> Bool { length >= 3 }

  private func with(_ mention: Mention) -> Mention {
    var mention = mention
    let first = type(mention.start)
    mention.letters = Int(first.letters[Int(first.best)])
    mention.restored = first.restored & (1 << first.best) != 0
    return mention
  }

  /// Where a name that begins with a head word ends: definite words, listed and tagged names behind it.
  private func extent(_ head: Int, _ end: Int) -> Int {
    var at = head + 1
    // The name's own words: labelled ones, or up to three definite words, those behind the first adjectives.
    var definite = 0
    while at < end, !isMark(at) {
      let t = type(at)
      if !t.wholeKind.isDisjoint(with: [.particle, .trap]) { break }
      let joined = t.best != 0 && t.letters[Int(t.best)] == 1
      if labels[at] != 0, labels[at] & 1 == 0 || at == head + 1 {
        at += 1
        continue
      }
      if text.codes[at] != 0, at == head + 1, t.best == 0, definite == 0 {
        // A listed name in full.
        at += 1
        while at < end, text.codes[at] != 0, (Int(text.codes[at]) - 1) / 4 % 4 >= 2 { at += 1 }
        definite += 1
        continue
      }
      guard t.hasArticle, t.best == 0 || joined && definite > 0, definite < 3 else { break }
      if definite > 0, t.kind.isDisjoint(with: [.demonym, .adjective, .nisba]), !joined { break }
      definite += 1
      at += 1
    }
    return at
  }

  // MARK: Weighing

  private mutating func settle(_ candidates: [Mention]) {
    let order = candidates.indices.sorted {
      let a = candidates[$0], b = candidates[$1]
      return a.strength != b.strength ? a.strength > b.strength : a.start != b.start ? a.start < b.start : $0 < $1
    }
    for index in order { take(candidates[index]) }
  }

  private mutating func take(_ candidate: Mention) {
    var candidate = candidate
    var same: [Int] = []
    for at in candidate.start..<candidate.end where owner[at] >= 0 && !same.contains(Int(owner[at])) {
      same.append(Int(owner[at]))
    }
    if same.isEmpty { return put(candidate) }
    guard same.count == 1, candidate.origin == .model || candidate.rule == "head" else { return }
    // A tagged name that holds a listed one: a longer person, body or place.
    let held = mentions[same[0]]
    guard candidate.start <= held.start, candidate.end >= held.end,
      candidate.end - candidate.start > held.end - held.start
    else { return }
    let grows =
      candidate.entityClass == held.entityClass
      || candidate.entityClass == .organisation && (held.entityClass == .location || held.entityClass == .person)
      || candidate.entityClass == .person && held.confidence < 900
      || candidate.entityClass == .location && held.entityClass == .person
      || candidate.entityClass == .event && held.entityClass == .location
    if grows {
      if candidate.start == held.start {
        candidate.letters = held.letters
        candidate.restored = held.restored
      }
      candidate.confidence = max(candidate.confidence, 780)
      mentions[same[0]] = candidate
      for at in candidate.start..<candidate.end { owner[at] = Int32(same[0]) }
    }
  }

  private mutating func put(_ mention: Mention) {
    for at in mention.start..<mention.end { owner[at] = Int32(mentions.count) }
    mentions.append(mention)
  }

  /// A word in no list and no lexicon, long enough to be a foreign name.
  private func isUnknown(_ at: Int) -> Bool {
    let t = type(at)
    return t.score == 0 && t.length >= 4 && !t.hasArticle && t.signature >= 55 && t.ordinals[0] < 0 && t.ordinals[1] < 0
      && t.ordinals[2] < 0
      && t.kinds == 0
  }

  /// Unknown words beside a person belong to the name: عوفر before كالديرون; أوهاد ياحالومي joined to one by و.
  private mutating func extendPeople() {
    let people = mentions.indices.filter { mentions[$0].entityClass == .person }.sorted {
      mentions[$0].start < mentions[$1].start
    }
    for index in people {
      let (start, end) = sentence(mentions[index].start)
      if mentions[index].end - mentions[index].start == 1, mentions[index].letters == 0, mentions[index].start > start {
        let before = mentions[index].start - 1
        if owner[before] < 0, isUnknown(before) {
          mentions[index].start = before
          owner[before] = Int32(index)
        }
      }
      let next = mentions[index].end
      guard next + 1 < end, owner[next] < 0, labels[next - 1] != 0, type(next).letters[1] == 1 else { continue }
      let joined = type(next)
      let named =
        isUnknown(next)
        && (isUnknown(next + 1) || owner[next + 1] >= 0 && mentions[Int(owner[next + 1])].entityClass == .person)
      guard named, joined.best == 0 else { continue }
      if owner[next + 1] >= 0 {
        let right = Int(owner[next + 1])
        guard mentions[right].letters == 0 else { continue }
        mentions[right].start = next
        mentions[right].letters = 1
        owner[next] = Int32(right)
      } else {
        put(
          Mention(
            start: next, end: next + 2, entityClass: .person, origin: .rule, rule: "joined-person", confidence: 650,
            letters: 1))
      }
    }
  }

  // MARK: The document

  /// Carries classes over to further mentions: a family name behind a full name, the same words elsewhere.
  private mutating func spread() {
    let order = mentions.indices.sorted { mentions[$0].start < mentions[$1].start }
    // Names of several words give their last word (people), every name gives its first word's key.
    var families: [Int32: Int] = [:]
    var singles: [Int32: Int] = [:]
    var heads: [Int32: Int] = [:]
    for index in order {
      let m = mentions[index]
      let last = type(m.end - 1)
      if m.entityClass == .person, m.end - m.start >= 2, last.length >= 3 {
        if families[last.name] == nil { families[last.name] = index }
        let given = type(m.start)
        if m.letters == Int(given.letters[Int(given.best)]),
          given.kind.isDisjoint(with: [.given, .word, .kinship, .verb]), given.length >= 4,
          heads[given.name] == nil
        {
          heads[given.name] = index
        }
      } else if m.end - m.start == 1, m.confidence >= 700, m.origin != .gazetteer || m.confidence > 900 {
        let t = type(m.start)
        if m.letters == Int(t.letters[Int(t.best)]) {
          if let known = singles[t.name] {
            if mentions[known].confidence < m.confidence { singles[t.name] = index }
          } else {
            singles[t.name] = index
          }
        }
      }
    }
    for index in order where mentions[index].end - mentions[index].start == 1 {
      let m = mentions[index]
      let t = type(m.start)
      if let full = families[t.name] ?? heads[t.name], full != index,
        m.confidence < 900 || m.entityClass == .person
          || !t.kind.contains(.place) && m.entityClass != .media && m.confidence < 900
      {
        mentions[index].entityClass = .person
        mentions[index].full = full
      }
    }
    // One look into a plain array says for most words that there is nothing to carry over.
    var carries = [Bool](repeating: false, count: cache.nameCount)
    for name in families.keys { carries[Int(name)] = true }
    for name in singles.keys { carries[Int(name)] = true }
    for name in heads.keys { carries[Int(name)] = true }
    for at in text.types.indices where owner[at] < 0 && carries[Int(type(at).name)] && !isMark(at) {
      let t = type(at)
      if let full = families[t.name] {
        // An ordinary word that is somebody's family name needs the article or a foreign look.
        let ordinary = !t.kind.isDisjoint(with: [.word, .verb, .particle, .demonym, .titleHead])
        if !ordinary || labels[at] != 0 || t.hasArticle && t.kind.isDisjoint(with: [.particle, .demonym, .titleHead]) {
          short(at, t, .person, full)
        }
      } else if let full = singles[t.name], t.kind.isDisjoint(with: [.verb, .particle, .demonym]) {
        let m = mentions[full]
        if m.entityClass != .location || t.kind.isDisjoint(with: [.word]) { short(at, t, m.entityClass, full) }
      } else if let full = heads[t.name], t.score > 0 || labels[at] != 0 {
        short(at, t, .person, full)
      }
    }
    shortBodies()
  }

  private mutating func short(_ at: Int, _ t: WordType, _ entityClass: EntityClass, _ full: Int) {
    var mention = Mention(
      start: at, end: at + 1, entityClass: entityClass, origin: .document, rule: "earlier-mention", confidence: 740)
    mention.letters = Int(t.letters[Int(t.best)])
    mention.restored = t.restored & (1 << t.best) != 0
    mention.full = full
    put(mention)
  }

  /// "الهيئة" in quotation marks after هيئة تحرير الشام.
  private mutating func shortBodies() {
    var heads: [Int32: Int] = [:]
    for index in mentions.indices
    where mentions[index].entityClass == .organisation && mentions[index].end - mentions[index].start > 1 {
      let t = type(mentions[index].start)
      guard t.kind.contains(.bodyHead), !t.hasArticle, t.best == 0 else { continue }
      if let definite = cache.definiteName(of: text.types[mentions[index].start]), heads[definite] == nil {
        heads[definite] = index
      }
    }
    guard !heads.isEmpty else { return }
    for at in text.types.indices where owner[at] < 0 && at > 0 && at + 1 < text.types.count {
      let t = type(at)
      guard t.hasArticle, type(at - 1).signature == 1, type(at + 1).signature == 1 else { continue }
      if let full = heads[t.name] { short(at, t, .organisation, full) }
    }
  }
}
