import NaqlModel

/// What one mention says of others in the same document: family names, short forms of bodies.
extension MentionFinder {
  /// Carries classes over to further mentions: a family name behind a full name, the same words elsewhere.
  mutating func spread() {
    notes.fit(words.cache.nameCount)
    dropNounsBeforeFamilies()
    let order = board.inOrder()
    note(order)
    for at in words.facts.indices where notes.has(words.facts[at].name) && board.isFree(at) && !words.isMark(at) {
      notes[words.facts[at].name].free += 1
    }
    let families = order.filter({ givesFamily($0) })
    var passed = 0
    for index in order where board[index].count == 1 {
      let m = board[index]
      let t = words[m.start]
      guard notes.has(t.name) else { continue }
      pass(&passed, of: families, before: m.start)
      let note = notes[t.name]
      let full = Int(note.family >= 0 ? note.family : note.head)
      if full >= 0, full != index, !note.isThing,
        m.confidence < 900 || m.entityClass == .person
          || !t.kind.contains(.place) && m.entityClass != .media && m.confidence < 900
      {
        board[index].entityClass = .person
        board[index].full = full
      }
    }
    // Once more from the first token.
    for index in families.reversed() { notes[words[board[index].end - 1].name].family = Int32(index) }
    passed = 0
    for at in words.facts.indices where notes.has(words.facts[at].name) && board.isFree(at) && !words.isMark(at) {
      pass(&passed, of: families, before: at)
      carry(to: at)
    }
    notes.removeAll()
    spreadLongFamilies(order)
    shortBodies()
  }

  /// A given name that is a common noun too stands as one before the family name of somebody who is called otherwise: اعتماد الأسد beside بشار
  /// الأسد.
  private mutating func dropNounsBeforeFamilies() {
    var sure: [Int32: Int] = [:]
    for index in board.inOrder() where givesFamily(index) {
      let last = words.facts[board[index].end - 1].type
      if words[board[index].start].kind.isDisjoint(with: .word), sure[last] == nil { sure[last] = index }
    }
    for index in board.indices where board[index].entityClass == .person && board.stands(index) {
      let mention = board[index]
      guard mention.count == 2, words[mention.start].kind.isSuperset(of: [.word, .given]),
        beginsFewNames(mention.start) || words.isGoverned(mention.start),
        let full = sure[words.facts[mention.start + 1].type]
      else { continue }
      board.cut(index, to: mention.words.dropFirst())
      board[index].letters = 0
      board[index].full = full
    }
  }

  /// Whether hardly a person of the lists has a word for a given name.
  private func beginsFewNames(_ at: Int) -> Bool {
    let ordinal = words[at].ordinals[0]
    return ordinal >= 0 && words.cache.analyser.table.facts[Int(ordinal)].first < 3
  }

  /// Two words that are the family name of a person are that person elsewhere too: سان مارتين behind خوسيه دي سان مارتين.
  private mutating func spreadLongFamilies(_ order: [Int]) {
    var full: [[Int32]: Int] = [:]
    for index in order {
      let m = board[index]
      let types = (max(m.start, m.end - 2)..<m.end).map { words.facts[$0].type }
      if m.entityClass == .person, m.count > 2, words[m.end - 2].wholeKind.contains(.familyPart) {
        if full[types] == nil { full[types] = index }
      } else if m.count == 2, m.letters == 0, m.entityClass == .location, m.confidence < 900,
        let person = full[types]
      {
        board[index].entityClass = .person
        board[index].full = person
      }
    }
  }

  /// Whether a mention is a person's name whose last word may stand for all of it.
  private func givesFamily(_ index: Int) -> Bool {
    let m = board[index]
    return m.entityClass == .person && m.count >= 2 && words[m.end - 1].length >= 3
  }

  /// Notes the mentions, in their order, under the names that may come again: people's under their last word and their
  /// first, names of one word under that.
  private mutating func note(_ order: [Int]) {
    for (place, index) in order.enumerated() {
      if place + Self.ahead < order.count {
        let next = board[order[place + Self.ahead]]
        words.cache.prefetchType(words.facts[next.start])
        words.cache.prefetchType(words.facts[next.end - 1])
      }
      let m = board[index]
      let first = words[m.start]
      if m.count == 1, m.entityClass != .person, notes.has(first.name) || m.confidence >= 750 {
        notes[first.name].things += 1
      }
      let isBest = m.letters == Int(first.letters[Int(first.best)])
      if givesFamily(index) {
        let last = words[m.end - 1].name
        notes[last].fulls += 1
        if notes[last].family < 0 { notes[last].family = Int32(index) }
        if isBest, first.kind.isDisjoint(with: [.given, .word, .kinship, .verb]), first.length >= 4,
          notes[first.name].head < 0
        {
          notes[first.name].head = Int32(index)
        }
      } else if m.count == 1, m.confidence >= 700, m.origin != .gazetteer || m.confidence > 900, isBest {
        notes[first.name].singles += 1
        let known = Int(notes[first.name].single)
        if known < 0 || board[known].confidence < m.confidence { notes[first.name].single = Int32(index) }
      }
    }
  }

  /// Lets family names stand for the last of their full names before a token; before the first of them, for that.
  private mutating func pass(_ passed: inout Int, of families: [Int], before at: Int) {
    while passed < families.count, board[families[passed]].start < at {
      let index = families[passed]
      notes[words[board[index].end - 1].name].family = Int32(index)
      passed += 1
    }
  }

  /// Makes a mention of a token whose name was noted, where the word's kind allows it.
  private mutating func carry(to at: Int) {
    let t = words[at]
    let note = notes[t.name]
    if note.isCommonWord || t.wholeKind.contains(.divine) { return }
    if note.family >= 0, !note.isThing {
      // An ordinary word that is somebody's family name needs the article or a foreign look.
      let ordinary = !t.kind.isDisjoint(with: [.word, .verb, .particle, .demonym, .titleHead])
      if !ordinary || words.labels[at] != 0 || isSubjectOfVerb(at)
        || t.hasArticle && t.kind.isDisjoint(with: [.particle, .demonym, .titleHead])
      {
        short(at, t, .person, Int(note.family))
      }
    } else if note.single >= 0, t.kind.isDisjoint(with: [.verb, .particle, .demonym]) {
      let m = board[Int(note.single)]
      // A title of one word is a common word elsewhere, unless no list and no lexicon has it.
      if m.entityClass == .work, words.quoted[at] == 0, !t.kind.isEmpty || t.hasArticle { return }
      if m.entityClass != .location || t.kind.isDisjoint(with: [.word]) {
        short(at, t, m.entityClass, Int(note.single))
      }
    } else if note.head >= 0, t.score > 0 || words.labels[at] != 0 {
      short(at, t, .person, Int(note.head))
    }
  }

  /// Whether a nationality with its article is the subject of a verb and no adjective: directly behind it (أكد السوداني), before it or a colon where
  /// a clause begins (السوداني يتصدر النتائج, أن السوداني تولى).
  private func isSubjectOfVerb(_ at: Int) -> Bool {
    let word = words[at], (start, end) = words.sentence(at)
    guard word.hasArticle, word.kind.contains(.demonym) else { return false }
    if at > start, words.edges(at - 1).contains(.verb), !words[at - 1].hasArticle,
      words[at - 1].kind.isDisjoint(with: .word)
    {
      return true
    }
    let opensClause = at == start || words.isMark(at - 1) || words[at - 1].wholeKind.contains(.clause)
    guard opensClause, at + 1 < end else { return false }
    return words.isSpelt(":", at + 1) || words.edges(at + 1).contains(.verb) && !words[at + 1].hasArticle
  }

  /// Kinds of words that mean something else than a name where they stand by themselves.
  static let ordinary: WordFacts.Kind = [
    .word, .verb, .adjective, .nisba, .demonym, .given, .family, .place, .institution, .title, .titleHead, .bodyHead,
    .placeHead, .kinship,
  ]

  mutating func short(_ at: Int, _ t: WordType, _ entityClass: EntityClass, _ full: Int) {
    var mention = Mention(
      start: at, end: at + 1, entityClass: entityClass, origin: .document, rule: .earlierMention, confidence: 740)
    mention.letters = Int(t.letters[Int(t.best)])
    mention.restored = t.restored & (1 << t.best) != 0
    mention.full = full
    board.put(mention)
  }
}
