import NaqlModel

/// Bodies of a nation, called by a head and an adjective, and forces with a number: الجيش البريطاني الرابع عشر, الخارجية اليابانية.
struct NationalBodies {
  let words: DocumentWords

  /// The body that begins at a token, with what it is for; nil where none does.
  func body(_ at: Int, _ start: Int, _ end: Int) -> Mention? {
    guard isBodyOfNation(at, end) || isMinistry(at, start, end) || isNumberedForce(at, end) else { return nil }
    var body = Mention(
      start: at, end: words.purpose(behind: endOfForce(at, end), of: at), entityClass: .organisation, origin: .rule,
      rule: .bodyOfNation, confidence: 830)
    body.readAsListed(words[at])
    return body
  }

  /// Whether a head stands before the adjective of a nation, as its army, parliament or government.
  private func isBodyOfNation(_ at: Int, _ end: Int) -> Bool {
    guard words[at].hasArticle, at + 1 < end, words[at].kind.contains(.bodyHead), words.isDefinite(at + 1) else {
      return false
    }
    return words[at + 1].kind.contains(.demonym)
  }

  /// Whether a ministry's short name stands before the adjective of its nation, and is neither an adjective itself nor an office's: الخارجية اليابانية,
  /// but not السياسة الخارجية اليابانية or وزيرة الخارجية الألمانية.
  private func isMinistry(_ at: Int, _ start: Int, _ end: Int) -> Bool {
    guard words[at].kind.contains(.ministry), words.isDefinite(at), at + 1 < end, words.isDefinite(at + 1),
      words[at + 1].kind.contains(.demonym), words.edges(at + 1).contains(.feminine)
    else { return false }
    return at == start || !words[at - 1].hasArticle && words[at - 1].kind.isDisjoint(with: [.titleHead, .bodyHead])
  }

  /// Whether a force stands before its number, and no school follows, whose years are called so too: الجيش الثامن.
  private func isNumberedForce(_ at: Int, _ end: Int) -> Bool {
    words[at].kind.contains(.unit) && at + 1 < end && words[at + 1].hasArticle
      && words[at + 1].wholeKind.contains(.ordinal)
      && (at + 2 == end || words.headKinds(at + 2).isDisjoint(with: [.bodyHead, .institution]))
  }

  /// The token behind the nation and the number of a body, in either order: الجيش البريطاني الرابع عشر, الفرقة التاسعة الأسترالية.
  private func endOfForce(_ at: Int, _ end: Int) -> Int {
    if !isNumberedForce(at, end) { return behindOrdinals(at + 2, end) }
    let last = behindOrdinals(at + 1, end)
    return last < end && words.isDefinite(last) && words[last].kind.contains(.demonym) ? last + 1 : last
  }

  /// The token behind the ordinals of a body.
  private func behindOrdinals(_ at: Int, _ end: Int) -> Int {
    guard at < end, words[at].hasArticle, words[at].wholeKind.contains(.ordinal) else { return at }
    return at + 1 < end && words[at + 1].wholeKind.contains(.ordinal) ? at + 2 : at + 1
  }
}
