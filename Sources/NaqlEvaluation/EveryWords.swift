/// The plainest way to cut text without punctuation: after every so many words of a line.
public enum EveryWords {
  /// The number of words, from 3 to 60, whose boundary F1 on `gold` is best, and its score.
  public static func best(_ gold: SegmentationGold) -> (words: Int, score: SegmentationScore) {
    var best = (words: 0, score: SegmentationScore())
    for count in 3...60 {
      let score = score(gold, every: count)
      if best.words == 0 || score.f1 > best.score.f1 { best = (count, score) }
    }
    return best
  }

  private static func score(_ gold: SegmentationGold, every count: Int) -> SegmentationScore {
    var total = SegmentationScore()
    for item in gold.items {
      var sentences: [String] = []
      for line in item.input.split(separator: 0x0A) {
        let words = line.split(separator: 0x20)
        for start in stride(from: 0, to: words.count, by: count) {
          let piece = words[start..<min(start + count, words.count)].joined(separator: [0x20])
          sentences.append(String(decoding: Array(piece), as: UTF8.self))
        }
      }
      total.add(found: sentences, expected: item.sentences)
    }
    return total
  }
}
