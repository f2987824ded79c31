import NaqlModel

/// What one mention says of others in the same document: a family name behind a full name, the same words elsewhere.
struct EarlierMentions: MentionPass {
  let words: DocumentWords

  /// Carries classes over to further mentions.
  func edit(_ board: inout MentionBoard) {
    board.notes.fit(words.cache.nameCount)
    let order = board.inOrder()
    note(order, on: &board)
    for at in words.facts.indices where board.notes.has(words.facts[at].name) && board.isFree(at) && !words.isMark(at) {
      board.notes[words.facts[at].name].free += 1
    }
    let families = order.filter { words.givesFamily(board[$0]) }
    var passed = 0
    for index in order where board[index].count == 1 {
      let m = board[index]
      let t = words[m.start]
      guard board.notes.has(t.name) else { continue }
      pass(&passed, of: families, before: m.start, on: &board)
      let note = board.notes[t.name]
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
    for index in families.reversed() { board.notes[words[board[index].end - 1].name].family = Int32(index) }
    passed = 0
    for at in words.facts.indices where board.notes.has(words.facts[at].name) && board.isFree(at) && !words.isMark(at) {
      pass(&passed, of: families, before: at, on: &board)
      carry(to: at, on: &board)
    }
    board.notes.removeAll()
  }

  /// Notes the mentions, in their order, under the names that may come again: people's under their last word and their
  /// first, names of one word under that.
  private func note(_ order: [Int], on board: inout MentionBoard) {
    for (place, index) in order.enumerated() {
      if place + DocumentWords.ahead < order.count {
        let next = board[order[place + DocumentWords.ahead]]
        words.prefetch(next.start)
        words.prefetch(next.end - 1)
      }
      let m = board[index]
      let first = words[m.start]
      if m.count == 1, m.entityClass != .person, board.notes.has(first.name) || m.confidence >= 750 {
        board.notes[first.name].things += 1
      }
      let isBest = m.letters == Int(first.letters[Int(first.best)])
      if words.givesFamily(m) {
        let last = words[m.end - 1].name
        board.notes[last].fulls += 1
        if board.notes[last].family < 0 { board.notes[last].family = Int32(index) }
        if isBest, first.kind.isDisjoint(with: [.given, .word, .kinship, .verb]), first.length >= 4,
          board.notes[first.name].head < 0
        {
          board.notes[first.name].head = Int32(index)
        }
      } else if m.count == 1, m.confidence >= 700, m.origin != .gazetteer || m.confidence > 900, isBest {
        board.notes[first.name].singles += 1
        let known = Int(board.notes[first.name].single)
        if known < 0 || board[known].confidence < m.confidence { board.notes[first.name].single = Int32(index) }
      }
    }
  }

  /// Lets family names stand for the last of their full names before a token; before the first of them, for that.
  private func pass(_ passed: inout Int, of families: [Int], before at: Int, on board: inout MentionBoard) {
    while passed < families.count, board[families[passed]].start < at {
      let index = families[passed]
      board.notes[words[board[index].end - 1].name].family = Int32(index)
      passed += 1
    }
  }

  /// Makes a mention of a token whose name was noted, where the word's kind allows it.
  private func carry(to at: Int, on board: inout MentionBoard) {
    let t = words[at]
    let note = board.notes[t.name]
    if note.isCommonWord || t.wholeKind.contains(.divine) || isOffice(at) { return }
    if note.family >= 0, !note.isThing {
      // An ordinary word that is somebody's family name needs the article or a foreign look.
      let ordinary = !t.kind.isDisjoint(with: [.word, .verb, .particle, .demonym, .titleHead])
      if !ordinary || words.isLabelled(at) || isSubjectOfVerb(at)
        || t.hasArticle && t.kind.isDisjoint(with: [.particle, .demonym, .titleHead])
      {
        board.put(Mention(shortFor: Int(note.family), .person, at: at, t))
      }
    } else if note.single >= 0, t.kind.isDisjoint(with: [.verb, .particle, .demonym]) {
      let m = board[Int(note.single)]
      // A title of one word is a common word elsewhere, unless no list and no lexicon has it.
      if m.entityClass == .work, !words.isSetApart(at), !t.kind.isEmpty || t.hasArticle { return }
      if m.entityClass != .location || t.kind.isDisjoint(with: [.word]) {
        board.put(Mention(shortFor: Int(note.single), m.entityClass, at: at, t))
      }
    } else if note.head >= 0, t.score > 0 || words.isLabelled(at) {
      board.put(Mention(shortFor: Int(note.head), .person, at: at, t))
    }
  }

  /// Whether a word with العام behind it is an office, though somebody has its name (حسين الأمين, الأمين العام).
  private func isOffice(_ at: Int) -> Bool {
    words[at].hasArticle && at + 1 < words.count && ["العام", "العامة"].contains { words.isSpelt($0, at + 1) }
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
}
