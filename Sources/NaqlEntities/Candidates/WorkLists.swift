import NaqlModel

/// Titles in lists of works: the lines behind a heading such as أفلامه or مؤلفاته, which stand without quotation marks.
///
/// Source: usage of encyclopaedias: 1951: لك يوم يا ظالم; المنتقم (1947); الحلة السيراء: حققه حسين مؤنس.
struct WorkLists: CandidateSource {
  let words: DocumentWords

  /// Words of the longest heading, title, and line whose end is told by nothing but itself.
  private static var longestHeading: Int { 4 }
  private static var longestListed: Int { 10 }
  private static var longestLine: Int { 8 }
  /// Lines without a title after which a list has ended.
  private static var longestGap: Int { 2 }

  /// Adds the titles in all lists of works.
  func add(to candidates: inout [Mention]) {
    var isList = false
    var gap = 0
    var isDatedList = false
    for index in words.sentenceEnds.indices {
      let line = words.text.sentence(index)
      if words.text.sentenceTraits[index].contains(.workList), isHeadingOfWorks(line) {
        (isList, gap, isDatedList) = (true, 0, false)
        continue
      }
      guard isList else { continue }
      let found = titles(in: line, mayBeWhole: gap == 0 && !isDatedList)
      candidates += found
      if let first = found.first, first.start > line.lowerBound, isYear(line.lowerBound) { isDatedList = true }
      gap = found.isEmpty ? gap + 1 : 0
      // A short line without any mark or number heads the next section.
      if gap > Self.longestGap || found.isEmpty && line.count <= Self.longestHeading { isList = false }
    }
  }

  /// Whether a line is a short heading with a word for works in it: قائمة أفلامه.
  private func isHeadingOfWorks(_ line: Range<Int>) -> Bool {
    let named = line.filter { !words.isSign($0) }
    return named.count <= Self.longestHeading && named.contains { words.facts[$0].traits.contains(.workList) }
      && named.allSatisfy { !words.isNumber($0) }
      && line.dropLast().allSatisfy { !words.isSign($0) || words.isSpelt("=", $0) }
  }

  /// The titles of a line of a list; none where it does not look like one. A line may be a title as a whole where those around it have no
  /// years and it is no heading.
  private func titles(in line: Range<Int>, mayBeWhole: Bool) -> [Mention] {
    var start = line.lowerBound
    while start < line.upperBound, isBullet(start) { start += 1 }
    let isDated = start < line.upperBound && isYear(start)
    if isDated {
      start += 1
      while start < line.upperBound, isBullet(start) || words.isSpelt(":", start) || words.isSpelt(")", start) {
        start += 1
      }
    }
    guard start < line.upperBound, words[start].length > 0 else { return [] }
    var end = endOfTitle(start, line.upperBound)
    let isBehindMark = end < line.upperBound && (words.isSpelt(":", end) || words.isSpelt("(", end) && isYear(end + 1))
    let isWholeLine =
      (end + 1 == line.upperBound || end == line.upperBound && end - start > Self.longestHeading)
      && end - start <= Self.longestLine
    guard end > start, end - start <= Self.longestListed, isDated || isBehindMark || mayBeWhole && isWholeLine,
      isDated || !opensSentence(start)
    else { return [] }
    var found = [title(start..<end)]
    // 1960: بين السماء والأرض، البنات والصيف
    while isDated, end + 1 < line.upperBound, words.isSpelt("،", end) {
      let next = end + 1
      end = endOfTitle(next, line.upperBound)
      guard end > next, end - next <= Self.longestHeading, isOpenTitle(next..<end) else { break }
      found.append(title(next..<end))
    }
    return found
  }

  /// Whether a word rather opens a sentence of prose than a title: كان, أما.
  private func opensSentence(_ at: Int) -> Bool {
    !words[at].wholeKind.isDisjoint(with: [.particle, .opener, .verb, .clause]) || words.edges(at).contains(.verb)
  }

  private func title(_ span: Range<Int>) -> Mention {
    Mention(
      start: span.lowerBound, end: span.upperBound, entityClass: .work, origin: .rule, rule: .workList,
      confidence: 945
    )
  }

  /// Where a title ends: at a mark, or a word that tells who played in it or what it is taken from.
  private func endOfTitle(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, !words.isSign(at), !words.isStroke(at), !(at > start && tellsOfWork(at)) { at += 1 }
    return at
  }

  /// Whether a word opens what is said of a work: بطولة, قصة, عن.
  private func tellsOfWork(_ at: Int) -> Bool {
    words[at].wholeKind.contains(.ofWork)
  }

  /// Whether words behind a comma are a further title, and neither what is said of the last nor a person.
  private func isOpenTitle(_ span: Range<Int>) -> Bool {
    !tellsOfWork(span.lowerBound) && span.allSatisfy { !words.isNumber($0) }
      && words.labels[span.lowerBound] != TagLabel.person
      && words.headKinds(span.lowerBound).isDisjoint(with: [.workCue, .personCue, .titleHead])
  }

  private func isBullet(_ at: Int) -> Bool { ["•", "*", "-", "–", "·", "▪", "◦"].contains { words.isSpelt($0, at) } }

  private func isYear(_ at: Int) -> Bool {
    at < words.count && words.isNumber(at) && words.bytes(at) { $0.count >= 4 }
  }
}
