import NaqlModel

/// Names that no list has and no mark encloses, behind a word that announces them: ships, battles, titles behind بعنوان, media behind نشرته.
struct AnnouncedNames {
  let words: DocumentWords

  /// Words of the longest name of a ship, of a medium, and of the longest title.
  private static var longestShip: Int { 5 }
  private static var longestMedium: Int { 3 }
  private static var longestTitle: Int { 9 }

  /// Adds the names behind a word that announces some.
  func addNames(behind at: Int, _ end: Int, _ out: inout [Mention]) {
    let kind = words[at].wholeKind
    if kind.contains(.titleCue) { addTitle(behind: at, end, &out) }
    if words[at].kind.contains(.vessel) { addShip(behind: at, end, &out) }
    if kind.contains(.publishing) { addMedium(behind: at, end, &out) }
  }

  /// The words behind بعنوان up to the next mark: وثائقيا بعنوان الصندوق الذي يبكي، عُرض. Where no mark ends them soon, what they are is open.
  private func addTitle(behind at: Int, _ end: Int, _ out: inout [Mention]) {
    let start = at + 1
    guard start < end, !words.isSign(start), !words.isStroke(start), words[start].length > 1 else { return }
    var last = start
    while last < end, !words.isSign(last), !words.isStroke(last) { last += 1 }
    guard last - start <= Self.longestTitle, last < words.count, last > start + 1 || words[start].kind.isEmpty else {
      return
    }
    out.append(
      Mention(
        start: start, end: last, entityClass: .work, origin: .rule, rule: .announced, confidence: 905))
  }

  /// The unknown and labelled words behind a ship: سفينته إرتسهرتسوغ فرديناند ماكس, السفينة الخشبية كايزر.
  private func addShip(behind at: Int, _ end: Int, _ out: inout [Mention]) {
    var start = at + 1
    // The adjective of the ship, of which lists have no name.
    if start < end, words[at].hasArticle, words[start].hasArticle, words[start].score < 2 { start += 1 }
    let last = words.unknownRun(start, min(end, start + Self.longestShip))
    guard last > start, (start..<last).contains(where: { words.isUnknown($0) }) else { return }
    out.append(
      Mention(start: start, end: last, entityClass: .work, origin: .rule, rule: .announced, confidence: 905))
  }

  /// The unknown and labelled words behind a verb with its object whose subject is a medium: مقال نشرته أنهيرد.
  private func addMedium(behind at: Int, _ end: Int, _ out: inout [Mention]) {
    let start = at + 1
    let last = words.unknownRun(start, min(end, start + Self.longestMedium))
    guard last > start, words.isUnknownName(start) else { return }
    out.append(Mention(start: start, end: last, entityClass: .media, origin: .rule, rule: .announced, confidence: 905))
  }
}
