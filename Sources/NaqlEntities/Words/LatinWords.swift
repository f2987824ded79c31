import NaqlModel

/// Words in Latin letters that stand in brackets behind a name, as its original spelling does: براغ (بالتشيكية: Praha).
extension DocumentWords {
  /// Words of the longest original.
  private static let longestOriginal = 8

  /// The Latin words behind an opening bracket, and behind the name of their language and a colon; nil where something else stands there.
  func original(behind bracket: Int) -> Range<Int>? {
    var first = bracket + 1
    if first + 1 < count, begins("بال", first, least: 12), self[first + 1].signature == .colon { first += 2 }
    var last = first
    while last < count, last - first < Self.longestOriginal,
      self[last].signature == .latin || last > first && joinsOriginal(last)
    {
      last += 1
    }
    guard last > first, last < count, isMark(last) || ["؛", "،"].contains(where: { isSpelt($0, last) }) else {
      return nil
    }
    return first..<last
  }

  /// Whether a sign stands between two Latin words: Cassini–Huygens, Industrial Light & Magic.
  private func joinsOriginal(_ at: Int) -> Bool {
    at + 1 < count && self[at + 1].signature == .latin
      && ["–", "-", "&", "'", "’", ".", ":"].contains { isSpelt($0, at) }
  }
}
