import NaqlModel

/// Media that are named where a page says who tells the news, so that they are meant though their names are common words: البيان, النهار.
///
/// Source: datelines, credits of pictures, lines of sources and share bars of Arabic news pages.
extension ListedNames {
  /// Words of the longest line that names sources, and of a dateline up to the medium.
  private static var longestSources: Int { 16 }
  private static var longestDateline: Int { 5 }

  /// Whether a listed medium stands in a line of sources (المصدر: الجزيرة + وكالات), in a dateline (دبي - البيان), alone in brackets
  /// (الفرنسية), before agencies (البيان ووكالات), at the head of a row of sections (البيان | اقتصاد), or among networks in a share bar.
  func isCredited(_ start: Int, _ end: Int) -> Bool {
    let (first, last) = words.sentence(start)
    func isMarkOf(_ signs: [String], _ at: Int) -> Bool {
      at >= first && at < last && words.isSign(at) && signs.contains { words.isSpelt($0, at) }
    }
    if last - first <= Self.longestSources, words[first].wholeKind.contains(.sources) { return true }
    if isMarkOf(["("], start - 1), isMarkOf([")"], end) { return true }
    if isMarkOf(["-", "–", "—"], start - 1), start - first <= Self.longestDateline,
      start - 1 > first, words.isPlaceAlone(start - 2)
    {
      return true
    }
    if start == first, isMarkOf(["|"], end) { return true }
    if end < last, words[end].wholeKind.contains(.agencies) { return true }
    return isNetwork(before: start, first) && end < last && words.listed(end)?.list.contains(.media) == true
  }

  /// Whether a listed medium ends directly before a token.
  private func isNetwork(before at: Int, _ first: Int) -> Bool {
    (max(first, at - 2)..<at).contains { start in
      words.listed(start).map { Int($0.end) == at && $0.list.contains(.media) } == true
    }
  }
}
