import NaqlModel

/// The name of the site that a page comes from: behind its headlines (`قمة عمان الطارئة … خلاف على الصياغة | المرصد اليوم`), at
/// the head of its navigation, in the line of rights.
///
/// Source: titles, navigation bars and footers of news pages on the web. A bar parts a headline from the site's name and from little
/// else; what a dash parts there must stand in another of these places too. A short line before the navigation is the site's name.
struct SiteNames: CandidateSource {
  let words: DocumentWords

  /// Words of the longest name of a site, of the shortest headline, and sentences in which a page's title stands.
  private static var longestSite: Int { 3 }
  private static var shortestHeadline: Int { 5 }
  private static var titleSentences: Int { 8 }
  /// Sentences from the page's end in which the line of rights stands.
  private static var rightsSentences: Int { 12 }

  /// The site's name where one is found, once; what else is known of these words (a competition, a place) counts for more there.
  func add(to candidates: inout [Mention]) {
    guard let site = siteName() else { return }
    candidates.append(
      Mention(
        start: site.lowerBound, end: site.upperBound, entityClass: .media, origin: .rule, rule: .siteName,
        confidence: 730))
  }

  private func siteName() -> Range<Int>? {
    var start = 0
    var doubtful: [Range<Int>] = []
    for end in words.sentenceEnds.prefix(Self.titleSentences) {
      if let mark = (start..<end).last(where: { partsSite($0) }), let tail = tail(behind: mark, start, end) {
        if words.isBar(mark) { return tail }
        doubtful.append(tail)
      }
      if let head = lineBeforeNavigation(start, end) ?? navigationHead(start, end), start == 0 || isElsewhere(head) {
        return head
      }
      start = end
    }
    return inRights() ?? doubtful.first { $0.count > 1 && standsElsewhere($0) }
  }

  /// The words of a line of rights, at the page's end, that are none of its own and that the page has elsewhere too: © 2025 بوابة المشرق.
  private func inRights() -> Range<Int>? {
    let last = words.sentenceEnds.suffix(Self.rightsSentences + 1)
    var start = last.count > Self.rightsSentences ? last.first ?? 0 : 0
    for end in last where end > start {
      defer { start = end }
      guard hasRights(start, end) else { continue }
      var first = start
      for at in start...end
      where at == end || words.isSign(at) || words.isNumber(at) || words[at].kind.contains(.rights) {
        let span = first..<at
        if mayBeSite(span), span.count > 1 && isElsewhere(span) || isBesideCopyright(span, start, end) {
          return span
        }
        first = at + 1
      }
    }
    return nil
  }

  /// Whether words stand beside a sign of copyright or the year behind it: © 2025 دلتا برس.
  private func isBesideCopyright(_ span: Range<Int>, _ start: Int, _ end: Int) -> Bool {
    func isYear(_ at: Int) -> Bool { at >= start && at < end && words.isNumber(at) }
    func isSignOfRights(_ at: Int) -> Bool { at >= start && at < end && words.isSpelt("©", at) }
    return isSignOfRights(span.upperBound) || isSignOfRights(span.lowerBound - 1)
      || isYear(span.lowerBound - 1) && isSignOfRights(span.lowerBound - 2)
  }

  private func isElsewhere(_ site: Range<Int>) -> Bool {
    (0..<max(0, words.count - site.count + 1)).contains { $0 != site.lowerBound && words.repeats(site, at: $0) }
  }

  /// The words behind a headline's last mark, if there are few of them and the headline is none too short.
  private func tail(behind mark: Int, _ start: Int, _ end: Int) -> Range<Int>? {
    let before = (start..<mark).last(where: { partsSite($0) }).map { $0 + 1 } ?? start
    let tail = mark + 1..<end
    return mark - before >= Self.shortestHeadline && mayBeSite(tail) ? tail : nil
  }

  /// The first words of a line that is the page's navigation, three marks and more, if the page has them elsewhere too.
  private func navigationHead(_ start: Int, _ end: Int) -> Range<Int>? {
    guard let mark = (start..<end).first(where: { partsSections($0) }),
      (mark..<end).count(where: { partsSections($0) }) >= 3, mayBeSite(start..<mark), standsElsewhere(start..<mark)
    else { return nil }
    return start..<mark
  }

  /// The words of a line among the page's first, if they are few and the navigation follows: المرصد نيوز, then الرئيسية | لبنان.
  private func lineBeforeNavigation(_ start: Int, _ end: Int) -> Range<Int>? {
    guard end < words.count, mayBeSite(start..<end), !(start..<end).contains(where: { isTool($0) }) else { return nil }
    return words[end].wholeKind.contains(.navigation) || isRowOfSections(end, words.sentence(end).end)
      ? start..<end : nil
  }

  private func isTool(_ at: Int) -> Bool { words[at].wholeKind.contains(.siteTool) }

  /// Whether a line is a row of four parts and more, each of a few words without a number: سينما | مسرح | كتب | موسيقى.
  private func isRowOfSections(_ start: Int, _ end: Int) -> Bool {
    var (marks, length) = (0, 0)
    for at in start..<end {
      if partsSections(at) {
        guard length > 0 else { return false }
        (marks, length) = (marks + 1, 0)
      } else if words.isNumber(at) || words.isMark(at) || length == Self.longestSection {
        return false
      } else {
        length += 1
      }
    }
    return marks > 2
  }

  /// Words of the longest name of a section.
  private static var longestSection: Int { 3 }

  private func mayBeSite(_ span: Range<Int>) -> Bool {
    (1...Self.longestSite).contains(span.count)
      && span.allSatisfy { words[$0].length > 1 && !words.isMark($0) && !words.isNumber($0) }
  }

  /// Whether the words stand once more at a sentence's beginning or end, before a mark or behind one, or beside a sign of
  /// copyright.
  private func standsElsewhere(_ site: Range<Int>) -> Bool {
    var start = 0
    for end in words.sentenceEnds {
      var rights: Bool?
      for at in start..<max(start, end - site.count + 1) where at != site.lowerBound && words.repeats(site, at: at) {
        let next = at + site.count
        let opens = at == start || words.isSign(at - 1), closes = next == end || words.isSign(next)
        if opens && closes { return true }
        let isOfRights = rights ?? hasRights(start, end)
        rights = isOfRights
        if isOfRights { return true }
      }
      start = end
    }
    return false
  }

  /// Whether a token parts a headline from the site's name: a bar, a dash, a double colon or a guillemet that closes nothing.
  private func partsSite(_ at: Int) -> Bool {
    guard words.isSign(at), ["|", "-", "–", "—", "::", "»"].contains(where: { words.isSpelt($0, at) }) else {
      return false
    }
    return !words.isSpelt("»", at) || !(words.sentence(at).start..<at).contains { words.isSpelt("«", $0) }
  }

  /// Whether a token parts the sections of a site in its navigation.
  private func partsSections(_ at: Int) -> Bool {
    words.isSign(at) && ["|", "/", "-", "–", "—", "›", ">", "»", "•", "·"].contains { words.isSpelt($0, at) }
  }

  private func hasRights(_ start: Int, _ end: Int) -> Bool {
    var told = 0
    for at in start..<end {
      if words.facts[at].signature == .sign, words.isSpelt("©", at) { return true }
      if words[at].kind.contains(.rights) { told += 1 }
    }
    return told > 1
  }
}
