import NaqlModel

/// Names in hashtags, whose words are joined by underscores: #أيمن_الصفدي.
extension MentionFinder {
  /// Makes of the names inside a hashtag of several words one that takes all of them, with the class of the longest.
  mutating func joinHashtags() {
    for at in 0..<words.count where words.facts[at].signature == .sign && words.isSpelt("#", at) {
      var end = at + 2
      while end + 1 < words.count, words.isSpelt("_", end), words[end + 1].length > 0 { end += 2 }
      guard end > at + 2, end <= words.count else { continue }
      let held = Set((at + 1..<end).compactMap { owner[$0] >= 0 ? Int(owner[$0]) : nil }).sorted()
      guard
        let longest = held.max(by: { mentions[$0].end - mentions[$0].start < mentions[$1].end - mentions[$1].start }),
        held.allSatisfy({ mentions[$0].start > at && mentions[$0].end <= end })
      else { continue }
      let kept = held[0]
      let entityClass = mentions[longest].entityClass
      (mentions[kept].start, mentions[kept].end, mentions[kept].entityClass) = (at + 1, end, entityClass)
      (mentions[kept].letters, mentions[kept].restored) = (0, false)
      for inside in at + 1..<end { owner[inside] = Int32(kept) }
    }
  }
}
