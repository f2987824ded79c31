import NaqlModel

/// The name of the site that a page comes from: behind its headlines (`قمة عمان الطارئة … خلاف على الصياغة | المرصد اليوم`), at
/// the head of its navigation, in the line of rights.
///
/// Source: titles, navigation bars and footers of news pages on the web. A bar parts a headline from the site's name and from little
/// else; what a dash parts there must stand in another of these places too. A short line before the navigation is the site's name.
extension MentionFinder {
  /// Words of the longest name of a site, of the shortest headline, and sentences in which a page's title stands.
  private static var longestSite: Int { 3 }
  private static var shortestHeadline: Int { 5 }
  private static var titleSentences: Int { 8 }
  /// Sentences from the page's end in which the line of rights stands.
  private static var rightsSentences: Int { 12 }

  /// The site's name where one is found, once; what else is known of these words (a competition, a place) counts for more there.
  func addSiteName(_ out: inout [Mention]) {
    guard let site = siteName() else { return }
    out.append(
      Mention(
        start: site.lowerBound, end: site.upperBound, entityClass: .media, origin: .rule, rule: .siteName,
        confidence: 730))
  }

  private func siteName() -> Range<Int>? {
    var start = 0
    var doubtful: [Range<Int>] = []
    for end in text.sentenceEnds.prefix(Self.titleSentences) {
      if let mark = (start..<end).last(where: { partsSite($0) }), let tail = tail(behind: mark, start, end) {
        if isBar(mark) { return tail }
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
    let last = text.sentenceEnds.suffix(Self.rightsSentences + 1)
    var start = last.count > Self.rightsSentences ? last.first ?? 0 : 0
    for end in last where end > start {
      defer { start = end }
      guard hasRights(start, end) else { continue }
      var first = start
      for at in start...end
      where at == end || isSign(at) || type(at).signature == .number || type(at).kind.contains(.rights) {
        let words = first..<at
        if mayBeSite(words), words.count > 1 && isElsewhere(words) || isBesideCopyright(words, start, end) {
          return words
        }
        first = at + 1
      }
    }
    return nil
  }

  /// Whether words stand beside a sign of copyright or the year behind it: © 2025 دلتا برس.
  private func isBesideCopyright(_ words: Range<Int>, _ start: Int, _ end: Int) -> Bool {
    func isYear(_ at: Int) -> Bool { at >= start && at < end && type(at).signature == .number }
    func isSignOfRights(_ at: Int) -> Bool { at >= start && at < end && isSpelt("©", at) }
    return isSignOfRights(words.upperBound) || isSignOfRights(words.lowerBound - 1)
      || isYear(words.lowerBound - 1) && isSignOfRights(words.lowerBound - 2)
  }

  private func isElsewhere(_ site: Range<Int>) -> Bool {
    (0..<max(0, text.count - site.count + 1)).contains { $0 != site.lowerBound && isName($0, site) }
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
    guard end < text.count, mayBeSite(start..<end), !(start..<end).contains(where: { isTool($0) }) else { return nil }
    return type(end).wholeKind.contains(.navigation) || isRowOfSections(end, sentence(end).end) ? start..<end : nil
  }

  private func isTool(_ at: Int) -> Bool { type(at).wholeKind.contains(.siteTool) }

  /// Whether a line is a row of four parts and more, each of a few words without a number: سينما | مسرح | كتب | موسيقى.
  private func isRowOfSections(_ start: Int, _ end: Int) -> Bool {
    var (marks, words) = (0, 0)
    for at in start..<end {
      if partsSections(at) {
        guard words > 0 else { return false }
        (marks, words) = (marks + 1, 0)
      } else if type(at).signature == .number || isMark(at) || words == Self.longestSection {
        return false
      } else {
        words += 1
      }
    }
    return marks > 2
  }

  /// Words of the longest name of a section.
  private static var longestSection: Int { 3 }

  /// Whether words that no list has as a name stand alone between bars: the heading of a part of the site (رأي | كاريكاتير | صور).
  func isHeading(_ mention: Mention) -> Bool {
    let line = sentence(mention.start)
    let isBehindBar = mention.start > line.start && isBar(mention.start - 1)
    let isBeforeBar = mention.end < line.end && isBar(mention.end)
    guard isBehindBar && (isBeforeBar || mention.end == line.end) || isBeforeBar && mention.start == line.start else {
      return false
    }
    return (mention.start..<mention.end).allSatisfy { text.codes[$0] == 0 && type($0).score < 2 }
  }

  private func mayBeSite(_ words: Range<Int>) -> Bool {
    (1...Self.longestSite).contains(words.count)
      && words.allSatisfy { type($0).length > 1 && !isMark($0) && type($0).signature != .number }
  }

  /// Whether the words stand once more at a sentence's beginning or end, before a mark or behind one, or beside a sign of
  /// copyright.
  private func standsElsewhere(_ site: Range<Int>) -> Bool {
    var start = 0
    for end in text.sentenceEnds {
      var rights: Bool?
      for at in start..<max(start, end - site.count + 1) where at != site.lowerBound && isName(at, site) {
        let next = at + site.count
        let opens = at == start || isSign(at - 1), closes = next == end || isSign(next)
        if opens && closes { return true }
        let isOfRights = rights ?? hasRights(start, end)
        rights = isOfRights
        if isOfRights { return true }
      }
      start = end
    }
    return false
  }

  /// Makes media of the site's name wherever it stands in the document: in the line of rights the tagger takes it for a body, or its
  /// second word for a place. A single word may be a common one, and is left unless it is taken for a body.
  mutating func spreadSiteName() {
    guard let found = mentions.first(where: { $0.rule == .siteName && $0.entityClass == .media }) else { return }
    let site = found.start..<found.end
    if site.count == 1 {
      for index in mentions.indices
      where mentions[index].entityClass == .organisation && mentions[index].end - mentions[index].start == 1
        && isName(mentions[index].start, site)
      {
        mentions[index].entityClass = .media
      }
      return
    }
    for at in 0..<max(0, text.count - site.count + 1) where at != site.lowerBound && isName(at, site) {
      placeSite(at..<at + site.count)
    }
  }

  /// Puts the site's name in the place of what was taken for names among its words.
  private mutating func placeSite(_ words: Range<Int>) {
    let held = Set(words.compactMap { owner[$0] >= 0 ? Int(owner[$0]) : nil })
    guard held.allSatisfy({ mentions[$0].start >= words.lowerBound && mentions[$0].end <= words.upperBound }) else {
      return
    }
    let first = type(words.lowerBound)
    let mention = Mention(
      start: words.lowerBound, end: words.upperBound, entityClass: .media, origin: .rule, rule: .siteName,
      confidence: 730, letters: Int(first.letters[Int(first.best)]))
    guard let kept = held.min() else { return put(mention) }
    for at in words { owner[at] = Int32(kept) }
    mentions[kept] = mention
  }

  /// Whether the words from `at` are the site's.
  private func isName(_ at: Int, _ site: Range<Int>) -> Bool {
    (0..<site.count).allSatisfy { text.facts[at + $0].name == text.facts[site.lowerBound + $0].name }
  }

  /// Whether a token parts a headline from the site's name: a bar, a dash, a double colon or a guillemet that closes nothing.
  private func partsSite(_ at: Int) -> Bool {
    guard isSign(at), ["|", "-", "–", "—", "::", "»"].contains(where: { isSpelt($0, at) }) else { return false }
    return !isSpelt("»", at) || !(sentence(at).start..<at).contains { isSpelt("«", $0) }
  }

  /// Whether a token parts the sections of a site in its navigation.
  private func partsSections(_ at: Int) -> Bool {
    isSign(at) && ["|", "/", "-", "–", "—", "›", ">", "»", "•", "·"].contains { isSpelt($0, at) }
  }

  func isBar(_ at: Int) -> Bool { isSign(at) && isSpelt("|", at) }

  /// Whether a token is a mark of any kind.
  func isSign(_ at: Int) -> Bool { (type(at).length == 0 || isMark(at)) && type(at).signature != .number }

  private func hasRights(_ start: Int, _ end: Int) -> Bool {
    var words = 0
    for at in start..<end {
      if text.facts[at].signature == .sign, isSpelt("©", at) { return true }
      if type(at).kind.contains(.rights) { words += 1 }
    }
    return words > 1
  }
}
