import NaqlText

// Running text in which the names are known: read whole, then the names by themselves.

extension Romaniser {
  /// Where a word of running text stands to the names in it.
  public enum NamePart: Hashable, Sendable {
    /// In none.
    case none
    /// At the front of one, without a clitic before it.
    case front
    /// At the front of one, behind clitics of so many letters (code points); 0 where nobody counted them.
    case behindClitic(letters: Int)
    /// In one, elsewhere.
    case inside
  }

  /// Running text, word for word; a word that belongs to a name gets its capital, and no clitic is read into a name's front
  /// (باندرا is no bi-Andrā).
  public func romaniseText(_ words: [String], names: [NamePart]) -> (text: String, confidence: Int) {
    romaniseText(textReading(words), names: names)
  }

  /// Running text as it is read where none of its words belongs to a name.
  struct TextReading: Sendable {
    fileprivate let pieces: WordPieces
    fileprivate let readings: [[WordReading]]
  }

  /// Reads running text; what names are in it need not be known yet.
  func textReading(_ words: [String]) -> TextReading {
    let pieces = pieces(words)
    return TextReading(pieces: pieces, readings: readings(pieces.texts, .phrase, 1))
  }

  /// The same of a text that was read before.
  ///
  /// `sources` has what settles the names, by the number of the word that each begins in.
  func romaniseText(
    _ text: TextReading, names: [NamePart], sources: [Int: NameSource] = [:]
  ) -> (text: String, confidence: Int) {
    let pieces = text.pieces
    if pieces.texts.isEmpty { return ("", 0) }
    var readings = text.readings
    let parts = pieces.words.map { names[$0] }
    func source(_ at: Int) -> NameSource { sources[pieces.words[at]] ?? NameSource() }
    for span in Self.names(in: parts) {
      let own = self.readings(of: Array(pieces.texts[span]), source(span.lowerBound))
      for (at, own) in zip(span, own) { readings[at] = own }
    }
    for at in parts.indices { readName(from: at, parts, pieces, source(at), &readings) }
    var sum = 0.0
    let line = readings.indices.map { index in
      var word = readings[index][0].word
      sum += readings[index][0].probability
      // The vocaliser learnt its capitals from titles; in running text, whose names are known, the grammar knows better
      // what beside them has one (الهندي al-Hindī).
      if names[pieces.words[index]] != .none { Self.dropUnlikelyNunation(&word, readings[index][0]) }
      if names[pieces.words[index]] == .none {
        word.capital = nil
      } else if word.capital == nil || word.capital == .lower {
        // A particle inside a name has none: البحث عن سيد مرزوق.
        word.capital = parts[index] == .inside && renderer.isParticle(word) ? .lower : .stem
      }
      return word
    }
    let ended = inflected(line, readings.map { $0[0].origin == .marks }, .phrase)
    let written = renderer.render(ended, use: .phrase)
    let text = pieces.joined(written, glue: " ", clitic: renderer.cliticJoint).joined(separator: " ")
    return (text, Int((sum / Double(pieces.texts.count) * 1000).rounded()))
  }

  /// Reads the names that `marks` show among the words of a phrase by themselves, if each word wants one reading only, and leaves capitals to
  /// what was seen: the vocaliser learnt its own from titles. Words whose marks settle them stay as they are.
  func readNames(_ readings: inout [[WordReading]], _ pieces: WordPieces, _ marks: [NameMark?], isSole: Bool) {
    let own = pieces.words.map { marks.isEmpty ? nil : marks[$0] }
    if isSole {
      let parts = own.indices.map { at -> NamePart in
        guard let mark = own[at] else { return .none }
        if mark.opensWord { return .front }
        return at > 0 && own[at - 1]?.number == mark.number ? .inside : .behindClitic(letters: 0)
      }
      for span in Self.names(in: parts)
      where span.contains(where: { readings[$0][0].origin != .marks }) {
        for (at, reading) in zip(span, nameReadings(Array(pieces.texts[span]))) { readings[at] = reading }
      }
    }
    for at in readings.indices {
      for place in readings[at].indices where readings[at][place].origin != .marks {
        if own[at] != nil { Self.dropUnlikelyNunation(&readings[at][place].word, readings[at][place]) }
        let isCapital = own[at].map { $0.sort != .organisation && $0.sort != .whole } ?? false
        readings[at][place].word.capital = isCapital ? .stem : nil
      }
    }
  }

  /// The words that are read as names by themselves: each name without a first word that has a clitic before it.
  private static func names(in parts: [NamePart]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for (at, part) in parts.enumerated() {
      switch part {
      case .none, .behindClitic: continue
      case .front: spans.append(at..<at + 1)
      case .inside:
        if let last = spans.last, last.upperBound == at {
          spans[spans.count - 1] = last.lowerBound..<at + 1
        } else if at > 0 {
          switch parts[at - 1] {
          case .inside, .behindClitic: spans.append(at..<at + 1)
          case .none, .front: continue
          }
        }
      }
    }
    return spans
  }

  /// Reads the name that begins at a piece behind the letters of clitics, as it is read without them (وأوهاد wa-Ūhād).
  private func readName(
    from at: Int, _ parts: [NamePart], _ pieces: WordPieces, _ source: NameSource, _ readings: inout [[WordReading]]
  ) {
    guard case .behindClitic(let letters) = parts[at], letters > 0, readings[at][0].origin != .marks,
      pieces.words.count(where: { $0 == pieces.words[at] }) == 1,
      let front = Self.clitics(Array(pieces.texts[at].unicodeScalars.prefix(letters)))
    else { return }
    var end = at + 1
    while end < parts.count, parts[end] == .inside { end += 1 }
    var name = Array(pieces.texts[at..<end])
    name[0] = String(String.UnicodeScalarView(name[0].unicodeScalars.dropFirst(letters)))
    var own = self.readings(of: name, source)
    guard let first = own.first?.first, own.count == name.count else { return }
    let hasArticle = name[0].hasPrefix("ال")
    var word = first.word
    word.text = front + word.text
    word.clitics = [Int](repeating: 1, count: letters) + (word.clitics ?? (hasArticle ? [2] : []))
    own[0] = [WordReading(word, probability: first.probability, origin: first.origin)]
    for (place, reading) in zip(at..<end, own) { readings[place] = reading }
  }

  /// Letters of conjunctions and prepositions with their vowels; nil where one is none, or ل stands twice (لل has the article in it).
  private static func clitics(_ letters: [Unicode.Scalar]) -> String? {
    if letters.count(where: { $0 == "ل" }) > 1 { return nil }
    var text = ""
    for letter in letters {
      switch letter {
      case "و", "ف", "ك": text += "\(letter)\u{64E}"
      case "ب", "ل": text += "\(letter)\u{650}"
      default: return nil
      }
    }
    return text
  }
}
