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
  /// `source` says what settles it beside its letters. In a person's name no word has clitics (فالتسكوغ is no fa-al-).
  func entityReading(_ name: String, _ source: NameSource = NameSource(), use: Use) -> EntityReading {
    let pieces = pieces(LineCut.words(source.vocalised ?? name))
    let words = pieces.texts
    let readings =
      use == .name
      ? readingAtEnd(of: source, words) ?? nameReadings(words, source) : readings(words, use, 1)
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
      source.origin
      ?? arabic.map(\.origin).max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) } ?? .letters
    return EntityReading(
      line: line, pieces: pieces, origin: origin, probability: arabic.reduce(1) { $0 * $1.probability })
  }

  /// How the words of a name are read where it ends the full one of its source (الغيط behind أحمد أبو الغيط); nil where it does not.
  private func readingAtEnd(of source: NameSource, _ words: [String]) -> [[WordReading]]? {
    guard source.vocalised == nil, let full = source.full else { return nil }
    let whole = pieces(LineCut.words(full)).texts
    guard whole.count > words.count, whole.suffix(words.count).elementsEqual(words) else { return nil }
    return Array(nameReadings(whole, source).suffix(words.count))
  }

  /// How the words of a name in running text are read, as by itself: without the punctuation on them, which stays.
  func readings(of words: [String], _ source: NameSource) -> [[WordReading]] {
    let cores = words.map { word in
      let bytes = Array(word.utf8), core = EdgeMarks.core(of: 0..<bytes.count, in: bytes)
      return (
        front: String(decoding: bytes[..<core.lowerBound], as: UTF8.self),
        text: String(decoding: bytes[core], as: UTF8.self),
        back: String(decoding: bytes[core.upperBound...], as: UTF8.self)
      )
    }
    let bare = cores.map(\.text)
    let vocalised = source.vocalised.map { pieces(LineCut.words($0)).texts }
    var found =
      vocalised?.count == words.count
      ? readings(vocalised ?? [], .name, 1)
      : readingAtEnd(of: source, bare) ?? nameReadings(bare, source)
    for (at, core) in cores.enumerated() where at < found.count {
      for place in found[at].indices {
        found[at][place].word.text = core.front + found[at][place].word.text + core.back
      }
    }
    return found
  }

  /// The form of a line that is a name, where its `spelling` in lists, or those of its words in other people's names, say otherwise than it would
  /// be read; else nil.
  func nameForm(_ name: String, _ spelling: String?) -> String? {
    let pieces = pieces(LineCut.words(name))
    let words = pieces.texts
    if spelling == nil, words.count < 2 { return nil }
    let source = NameSource(spelling: spelling, heedsWords: true)
    var readings = readings(words, .name, 1)
    let isFeminine = words.indices.dropLast().contains { words[$0].hasSuffix("ة") && bearsNames($0, words) }
    let isCut = readings.contains { Self.isCutAtRandom($0) }
    guard heed(source, words, &readings) || isFeminine || isCut else { return nil }
    return romanise(entityReading(name, source, use: .name), use: .name)
  }

  /// The form of a name that is read so.
  func romanise(_ reading: EntityReading, use: Use) -> String {
    let written = renderer.render(reading.line, use: use)
    return reading.pieces.joined(written, glue: " ", clitic: renderer.cliticJoint).joined(separator: " ")
  }

  /// How the words of a name are read, likeliest first; where a spelling in Latin letters is known, so that it agrees.
  func nameReadings(_ words: [String], _ source: NameSource = NameSource()) -> [[WordReading]] {
    var readings = uncutNameReadings(words, isPerson: source.isPerson)
    heed(source, words, &readings)
    return readings
  }

  private func uncutNameReadings(_ words: [String], isPerson: Bool) -> [[WordReading]] {
    var readings = readings(words, .name, 1)
    closeFeminines(&readings, words, isPerson: isPerson)
    // Others are worth looking at only where the likeliest begins with a clitic.
    let cut = readings.indices.filter { at in
      (at == 0 || isPerson) && readings[at].first.map { !Self.isFree($0.word) } == true
        || Self.isCutAtRandom(readings[at])
    }
    if cut.isEmpty { return readings }
    let others = self.readings(words, .name, 6)
    for at in cut { readings[at] = [openingReading(others[at], of: words[at])] }
    return readings
  }

  /// Puts readings that agree with what is known of a name's spelling in the place of those that do not; whether there were any.
  @discardableResult
  private func heed(_ source: NameSource, _ words: [String], _ readings: inout [[WordReading]]) -> Bool {
    if let spelling = source.spelling { return heed(spelling, words, &readings) }
    return source.heedsWords && heedWords(words, &readings)
  }

  /// Puts readings that a spelling does not contradict in the place of those it does; whether there were any.
  private func heed(_ spelling: String, _ words: [String], _ readings: inout [[WordReading]]) -> Bool {
    guard readings.count == words.count else { return false }
    let contradicted = spelled.contradicted(readings, of: words, spelling)
    if contradicted.isEmpty { return false }
    let others = self.readings(words, .name, SpelledReadings.tried) { contradicted[$0] != nil }
    var isMended = false
    for (at, latin) in contradicted {
      guard let best = spelled.best(of: others[at], latin) else { continue }
      readings[at] = [best]
      isMended = true
    }
    return isMended
  }

  /// Puts readings that agree with how words are spelt in other people's names in the place of those that do not; whether there were any.
  private func heedWords(_ words: [String], _ readings: inout [[WordReading]]) -> Bool {
    guard let wordSpellings, readings.count == words.count else { return false }
    var contradicted: [Int: [WordSpellings.Spelling]] = [:]
    for (at, word) in words.enumerated() where !WordSpellings.isPartOfOne(at, words) {
      guard let first = readings[at].first, first.origin != .marks, first.origin != .authority else { continue }
      let spellings = wordSpellings.spellings(of: word)
      if spelled.contradicts(first, spellings) { contradicted[at] = spellings }
    }
    if contradicted.isEmpty { return false }
    let others = self.readings(words, .name, SpelledReadings.tried) { contradicted[$0] != nil }
    var isMended = false
    for (at, spellings) in contradicted {
      guard let best = spelled.best(of: others[at], spellings) else { continue }
      readings[at] = [best]
      isMended = true
    }
    return isMended
  }

  /// A given name in ة is no construct with the name behind it (Rāghidah Bahnām, Ḥamzah Yūsuf, Jawkhah al-Ḥārithī); before an honorific's second
  /// half it may be one (ʻIzzat al-Dawlah), and before a definite word where nobody is known to bear either.
  private func closeFeminines(_ readings: inout [[WordReading]], _ words: [String], isPerson: Bool) {
    for at in words.indices.dropLast() where words[at].hasSuffix("ة") && readings[at].first?.origin != .marks {
      let isDefinite = words[at + 1].hasPrefix("ال")
      guard isPerson && !isDefinite || bearsNames(at, words) else { continue }
      for place in readings[at].indices { readings[at][place].word.isConstruct = false }
    }
  }

  /// Whether people bear a word and the next one as names.
  private func bearsNames(_ at: Int, _ words: [String]) -> Bool {
    guard let wordSpellings, !WordSpellings.isPartOfOne(at, words) else { return false }
    return wordSpellings.bearers(of: words[at]) >= Self.leastBearers && wordSpellings.bearers(of: words[at + 1]) > 0
  }

  /// How many people must bear a word in ة that is to be a name before another.
  private static let leastBearers: Float = 2

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

  /// Whether a clitic without the article is hardly believed in: ونيسي is no wa- with a word, كروبي no ka-.
  private static func isCutAtRandom(_ readings: [WordReading]) -> Bool {
    guard let first = readings.first, first.origin != .marks, let clitics = first.word.clitics, !clitics.isEmpty,
      !clitics.contains(2)
    else { return false }
    let letters = first.word.text.unicodeScalars.filter { !ArabicScript.isMark($0.value) }
    guard let letter = letters.first, !letters.starts(with: ["ل", "ل"]) else { return false }
    return first.probability < (["و", "ف"].contains(letter) ? leastConjunction : leastPreposition)
  }

  /// The probabilities below which a conjunction and a preposition before a word of a name are not believed.
  private static let leastConjunction = 0.2, leastPreposition = 0.4

  /// Whether a word has no clitic but the article.
  private static func isFree(_ word: VocalisedWord) -> Bool { word.clitics?.allSatisfy { $0 == 2 } ?? true }
}
