import NaqlModel

/// The names of sites behind the headlines of their pages: `قمة عمان الطارئة … خلاف على الصياغة | المرصد اليوم`.
///
/// Source: titles of news pages on the web, in which a bar or a dash parts the headline from the site's name.
extension MentionFinder {
  /// Adds the name of the site, where one of the first sentences is a headline with a bar and at most three words behind it. What
  /// else is known of these words (a competition, a place) counts for more.
  func addSiteName(_ out: inout [Mention]) {
    var start = 0
    for end in text.sentenceEnds.prefix(Self.titleSentences) {
      defer { start = end }
      guard let bar = (start..<end).last(where: isBar) else { continue }
      let before = (start..<bar).last(where: isBar).map { $0 + 1 } ?? start
      guard bar - before >= Self.shortestHeadline, (1...Self.longestSite).contains(end - bar - 1),
        (bar + 1..<end).allSatisfy({ type($0).length > 1 && !isMark($0) && type($0).signature != 8 })
      else { continue }
      out.append(
        Mention(start: bar + 1, end: end, entityClass: .media, origin: .rule, rule: .siteName, confidence: 730))
      return
    }
  }

  /// Makes media of the site's name wherever it stands in the document: in the line of rights the tagger takes it for a body.
  mutating func spreadSiteName() {
    guard let site = mentions.first(where: { $0.rule == .siteName }) else { return }
    for index in mentions.indices
    where mentions[index].entityClass == .organisation && isSameName(mentions[index], site) {
      mentions[index].entityClass = .media
    }
  }

  private func isSameName(_ a: Mention, _ b: Mention) -> Bool {
    a.end - a.start == b.end - b.start
      && (0..<a.end - a.start).allSatisfy { at in
        text.facts[a.start + at].name == text.facts[b.start + at].name
      }
  }

  /// Sentences in which a page's title stands; words of the shortest headline and of the longest site's name.
  private static var titleSentences: Int { 8 }
  private static var shortestHeadline: Int { 5 }
  private static var longestSite: Int { 3 }

  private func isBar(_ at: Int) -> Bool {
    guard type(at).signature == 10 else { return false }
    var isOne = false
    cache.bytes(of: text.facts[at].type) { isOne = $0.elementsEqual("|".utf8) }
    return isOne
  }
}
