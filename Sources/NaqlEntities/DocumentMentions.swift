import NaqlModel

/// What one mention says of others in the same document: family names, short forms of bodies.
extension MentionFinder {
  /// Carries classes over to further mentions: a family name behind a full name, the same words elsewhere.
  mutating func spread() {
    let order = mentions.indices.sorted { mentions[$0].start < mentions[$1].start }
    // Names of several words give their last word (people), every name gives its first word's key.
    var families: [Int32: [Int]] = [:]
    var singles: [Int32: Int] = [:]
    var heads: [Int32: Int] = [:]
    for index in order {
      let m = mentions[index]
      let last = type(m.end - 1)
      if m.entityClass == .person, m.end - m.start >= 2, last.length >= 3 {
        families[last.name, default: []].append(index)
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
      if let full = nearest(families[t.name], to: m.start) ?? heads[t.name], full != index,
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
      if let full = nearest(families[t.name], to: at) {
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

  /// The last of these mentions before a token, else the first: whom a family name stands for.
  private func nearest(_ full: [Int]?, to at: Int) -> Int? {
    full.flatMap { $0.last { mentions[$0].start < at } ?? $0.first }
  }

  mutating func short(_ at: Int, _ t: WordType, _ entityClass: EntityClass, _ full: Int) {
    var mention = Mention(
      start: at, end: at + 1, entityClass: entityClass, origin: .document, rule: "earlier-mention", confidence: 740)
    mention.letters = Int(t.letters[Int(t.best)])
    mention.restored = t.restored & (1 << t.best) != 0
    mention.full = full
    put(mention)
  }

  /// "الهيئة" in quotation marks after هيئة تحرير الشام.
  mutating func shortBodies() {
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
