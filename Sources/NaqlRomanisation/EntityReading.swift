import NaqlModel
import NaqlText

// Names found in a text: read alone, from behind their clitics.

extension Romaniser {
  /// A name found in a text as it is read, whatever the scheme.
  struct EntityReading {
    var line: [VocalisedWord]
    fileprivate var pieces: WordPieces
    /// The weakest origin among its words and the product of their probabilities.
    var origin: Origin
    var probability: Double
  }

  /// The probability below which a nunation in a name is not believed.
  private static let leastNunation = 0.2

  /// How a name found in a text is read. Such a name begins behind its clitics, so readings that see one at its front
  /// are passed over.
  ///
  /// A name that ends the longer one `full` is read as there (الغيط behind أحمد أبو الغيط). In a person's name no word has clitics (فالتسكوغ is
  /// no fa-al-).
  func entityReading(_ name: String, endOf full: String? = nil, use: Use, isPerson: Bool = false) -> EntityReading {
    let pieces = pieces(LineCut.words(name))
    let words = pieces.texts
    let whole = full.map { self.pieces(LineCut.words($0)).texts } ?? []
    let isEnd = whole.count > words.count && whole.suffix(words.count).elementsEqual(words)
    let readings =
      isEnd
      ? Array(nameReadings(whole, isPerson: isPerson).suffix(words.count))
      : use == .name ? nameReadings(words, isPerson: isPerson) : readings(words, use, 1)
    let line = readings.map { reading in
      var word = reading[0].word
      if use == .name {
        word.keepsEnding = nil  // the grammar takes endings off names
        Self.dropUnlikelyNunation(&word, reading[0])
      }
      return word
    }
    let order: [Origin] = [.authority, .marks, .lexicon, .gazetteer, .rule, .model, .pattern, .letters]
    let arabic = readings.indices.filter { SpelledWord(words[$0]).letters.isEmpty == false }.map { readings[$0][0] }
    let origin =
      arabic.map(\.origin).max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) } ?? .letters
    return EntityReading(
      line: line, pieces: pieces, origin: origin, probability: arabic.reduce(1) { $0 * $1.probability })
  }

  /// The form of a name that is read so.
  func romanise(_ reading: EntityReading, use: Use) -> String {
    let written = renderer.render(reading.line, use: use)
    return reading.pieces.joined(written, glue: " ", clitic: renderer.cliticJoint).joined(separator: " ")
  }

  /// How the words of a name are read, likeliest first.
  func nameReadings(_ words: [String], isPerson: Bool = false) -> [[WordReading]] {
    var readings = readings(words, .name, 1)
    // Others are worth looking at only where the likeliest begins with a clitic.
    let cut = readings.indices.filter { at in
      (at == 0 || isPerson) && readings[at].first.map { !Self.isFree($0.word) } == true
    }
    if cut.isEmpty { return readings }
    let others = self.readings(words, .name, 6)
    for at in cut { readings[at] = [openingReading(others[at], of: words[at])] }
    return readings
  }

  /// The likeliest reading of a name's first word that has no clitic but the article; else one found without looking for
  /// clitics, else the likeliest of all, with its clitics taken as letters.
  private func openingReading(_ readings: [WordReading], of word: String) -> WordReading {
    if let fit = readings.first(where: { Self.isFree($0.word) }) { return fit }
    let hasArticle = word.hasPrefix("ال")
    if !hasArticle, let fit = vocaliser.uncutReadings(of: word).first { return fit }
    var best = readings[0]
    best.word.clitics = hasArticle ? [2] : []
    return best
  }

  /// Where the model hardly believes in the -an of a name, or it is that of a common word, the alif is the long vowel of a
  /// foreign one (باندرا Bāndrā, درعا Darʻā).
  static func dropUnlikelyNunation(_ word: inout VocalisedWord, _ reading: WordReading) {
    guard reading.origin == .lexicon || reading.origin == .model && reading.probability < leastNunation else { return }
    word.text.unicodeScalars.removeAll { $0 == "\u{64B}" }
  }

  /// Whether a word has no clitic but the article.
  private static func isFree(_ word: VocalisedWord) -> Bool { word.clitics?.allSatisfy { $0 == 2 } ?? true }
}
