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
    return LineReadings.best(lineReadings(pieces.texts, use, best), best).map { forms in
      let forms = pieces.joined(forms, glue: "")
      var line = gaps[0]
      for (at, form) in forms.enumerated() {
        // A clitic cut off is read with a tatweel that the text need not have.
        let hasOwn = words[at].unicodeScalars.contains("\u{640}")
        line += (hasOwn ? form : LoneClitic.withoutTatweel(form)) + gaps[at + 1]
      }
      return line
    }
  }

  /// The readings of each word, with those before them that the words alone settle, and the letters as they stand.
  private func lineReadings(_ words: [String], _ use: Use, _ limit: Int) -> [[WordReading]] {
    var found = readings(of: words, use: use, limit: limit)
    for at in words.indices where found[at].first?.origin != .authority {
      let next = at + 1 < words.count ? words[at + 1] : nil
      guard let own = divineName(words[at]) ?? servant(words[at], before: next) ?? initial(words[at]) else { continue }
      found[at].removeAll { $0.word.text == own }
      found[at].insert(WordReading(VocalisedWord(own), probability: 1, origin: .rule), at: 0)
    }
    return found
  }

  /// An alif by itself as an initial: it keeps its letter, which schemes read as أ.
  private func initial(_ word: String) -> String? {
    let token = VowelToken(word)
    guard token.letters == [VowelLetter.alif], !token.hasMarks else { return nil }
    return token.text.unicodeScalars.contains("\u{671}") ? token.text : token.text(with: [[0x64E]])
  }
}

/// The likeliest combinations of the readings of a line's words.
public enum LineReadings {
  /// At most `limit` lines of words, by the product of their probabilities.
  public static func best(_ readings: [[WordReading]], _ limit: Int) -> [[String]] {
    if limit == 1 { return [readings.map { $0.first?.word.text ?? "" }] }
    // Two readings may be written alike; the likelier one stands for both.
    let words = readings.map { word -> [WordReading] in
      var seen: Set<String> = []
      let found = word.prefix(limit).filter { seen.insert($0.word.text).inserted }
      return found.isEmpty ? [WordReading(VocalisedWord(""), probability: 1, origin: .letters)] : found
    }
    return LineChoices.best(words.map { $0.map(\.probability) }, limit: limit).map { choices in
      zip(words, choices).map { $0[$1].word.text }
    }
  }
}
