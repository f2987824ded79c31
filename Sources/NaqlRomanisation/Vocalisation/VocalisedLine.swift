import NaqlText

extension Vocaliser {
  /// A line with its vowels, in at most `best` ways, best first; white space and letters stay as they are.
  ///
  /// `زار بشار الأسد دمشق` → زَارَ بَشَّار الْأَسَد دِمَشْق
  public func line(_ text: String, use: Use, best: Int) -> [String] {
    var words: [String] = []
    var gaps: [String] = [""]
    var word = ""
    for scalar in text.unicodeScalars {
      if ArabicScript.isSpace(scalar.value) {
        if !word.isEmpty {
          words.append(word)
          word = ""
          gaps.append("")
        }
        gaps[gaps.count - 1].unicodeScalars.append(scalar.value == 9 ? " " : scalar)
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty {
      words.append(word)
      gaps.append("")
    }
    if words.isEmpty { return [""] }
    let restored = restoresHamza
    restoresHamza = false
    defer { restoresHamza = restored }
    let pieces = WordPieces(words) { WordPieces.cut($0, grammar) }
    return LineReadings.best(readings(of: pieces.texts, use: use, limit: best), best).map { forms in
      let forms = pieces.joined(forms, glue: "")
      var line = gaps[0]
      for (at, form) in forms.enumerated() { line += form + gaps[at + 1] }
      return line
    }
  }
}

/// The likeliest combinations of the readings of a line's words.
public enum LineReadings {
  /// At most `limit` lines of words, by the product of their probabilities.
  public static func best(_ readings: [[WordReading]], _ limit: Int) -> [[String]] {
    if limit == 1 { return [readings.map { $0.first?.word.text ?? "" }] }
    var lines: [(words: [String], score: Double)] = [([], 1)]
    for word in readings {
      var next: [(words: [String], score: Double)] = []
      let top = word.first?.probability ?? 1
      for line in lines {
        for reading in word.prefix(limit) {
          next.append((line.words + [reading.word.text], line.score * reading.probability / max(top, 1e-9)))
        }
      }
      // Stable among equals: the order they were made in.
      let order = next.indices.sorted { next[$0].score != next[$1].score ? next[$0].score > next[$1].score : $0 < $1 }
      var seen: Set<[String]> = []
      lines = []
      for at in order where lines.count < limit && seen.insert(next[at].words).inserted { lines.append(next[at]) }
    }
    return lines.map(\.words)
  }
}
