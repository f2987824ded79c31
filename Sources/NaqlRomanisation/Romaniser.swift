import NaqlModel
import NaqlRules
import NaqlText

/// Romanises lines in one scheme: restores the vowels that the line lacks, then renders.
///
/// Words whose marks settle them are taken as they stand; the others go to the vocaliser, as a line, so that their
/// neighbours help. One worker's own.
public final class Romaniser {
  let renderer: SchemeRenderer
  let vocaliser: any Vocalising
  /// What holds readings against known spellings.
  let spelled: SpelledReadings
  private let grammar: GrammarWords
  /// How the words of people's names are spelt in lists; nil where there is no model of it.
  let wordSpellings: WordSpellings?
  /// Reads the syntax of running text, where somebody opened it.
  private let cases: CaseReader?
  /// Whether words get their endings of case and mood.
  private let hasEndings: Bool
  /// Words of lines met, by their text.
  private var seen = TextTable<LineWord>()
  /// The renderer's generation that they belong to.
  private var generation = 0
  /// Number of words kept before the store is emptied.
  private static let limit = 100_000

  /// A romaniser in the scheme `id`.
  public init(_ id: String, catalogue: SchemeCatalogue, lexicon: Lexicon?, vocaliser: any Vocalising) throws(Diagnostic)
  {
    renderer = try SchemeRenderer(id, catalogue: catalogue, lexicon: lexicon)
    self.vocaliser = vocaliser
    grammar = catalogue.words
    spelled = SpelledReadings(catalogue)
    wordSpellings = nil
    cases = nil
    hasEndings = false
  }

  /// A romaniser whose annotator and vocaliser others of this worker use too, as well as the `spellings` of words; `cases` reads the syntax of running text, and with
  /// `endings` words get theirs.
  init(
    _ id: String, catalogue: SchemeCatalogue, annotator: GrammarAnnotator, vocaliser: any Vocalising,
    spellings: WordSpellings?, cases: CaseReader? = nil, endings: Bool = false
  ) throws(Diagnostic) {
    self.cases = cases
    wordSpellings = spellings
    hasEndings = endings
    renderer = try SchemeRenderer(id, catalogue: catalogue, annotator: annotator)
    self.vocaliser = vocaliser
    grammar = catalogue.words
    spelled = SpelledReadings(catalogue)
  }

  /// At most `best` romanised forms of a line, best first, all distinct. Words are separated by single spaces. `names` are those that
  /// were found in the line, or nil where nobody looked for them; they decide capitals, and are read by themselves.
  public func romanise(_ line: String, use: Use, best: Int = 1, names: [SeenName]? = nil) -> [String] {
    romanise(line, use: use, best: best, names: names) { nil }
  }

  /// The same of a line that, where its marks do not settle it, may be a name with a known `spelling` in Latin letters.
  func romanise(_ line: String, use: Use, best: Int, names: [SeenName]?, spelling: () -> String?) -> [String] {
    startLine()
    let words = words(of: line)
    if words.isEmpty { return [""] }
    let marks = names.map { $0.isEmpty ? [] : LineCut.marks(line, $0) } ?? []
    if !rendersReadings || !hasEndings && words.allSatisfy(\.isSettled) { return [written(words, use, marks: marks)] }
    if use == .name, best == 1, let form = nameForm(line, spelling()) { return [form] }
    let pieces = WordPieces(words)
    if best == 1, cases == nil || use == .name && !hasEndings {
      let decided = decisions(pieces.texts, words.flatMap { $0.pieces.map(\.isSettled) }, use)
      return [written(words, use, decided, marks: marks)]
    }
    var readings = readings(pieces.texts, use, best)
    if names != nil, use == .phrase { readNames(&readings, pieces, marks, isSole: best == 1) }
    let isGiven = readings.map { $0[0].origin == .marks }
    // Readings in the order of what they cost against the best of their word, one exchanged at a time, then pairs.
    let lines =
      best > 1
      ? LineChoices.best(readings.map { $0.map(\.probability) }, limit: best * 4) : [readings.map { _ in 0 }]
    var texts: [String] = []
    for line in lines {
      let read = inflected(zip(readings, line).map { $0[$1].word }, isGiven, use)
      let rendered = renderer.render(read, use: use, marks: marks.isEmpty ? [] : pieces.words.map { marks[$0] })
      let text = written(pieces.joined(rendered, glue: renderer.scheme.glue, clitic: renderer.cliticJoint), words)
      if !texts.contains(text) { texts.append(text) }
      if texts.count == best { break }
    }
    return texts
  }

  /// A line of words, each written as it stands or, where `decided` has something for a piece, as that says.
  private func written(
    _ words: [LineWord], _ use: Use, _ decided: [VocalisedWord?] = [], marks: [NameMark?]
  ) -> String {
    var line = LaidLine(capacity: words.count + 8)
    var isCut = false
    for (at, word) in words.enumerated() {
      if !marks.isEmpty { line.mark = marks[at] }
      if word.pieces.count > 1 || word.isBare { isCut = true }
      for piece in word.pieces {
        if !decided.isEmpty, let reading = decided[line.words.count] {
          renderer.lay(renderer.parts(of: reading.text), decided: reading, in: &line)
        } else {
          renderer.lay(piece, in: &line)
        }
      }
    }
    if !isCut { return renderer.text(of: line, use: use) }
    let texts = renderer.render(line, use: use)
    return written(WordPieces(words).joined(texts, glue: renderer.scheme.glue, clitic: renderer.cliticJoint), words)
  }

  /// A line of words in Latin script. A mark that stands by itself is no letter, and stays as it is in its place.
  private func written(_ texts: [String], _ words: [LineWord]) -> String {
    zip(texts, words).map { $0.isEmpty && $1.isBare ? $1.pieces.map(\.text).joined() : $0 }.joined(separator: " ")
  }

  /// Running text with what its syntax settles; names and titles as they are, unless endings are asked for.
  func inflected(_ line: [VocalisedWord], _ isGiven: [Bool], _ use: Use) -> [VocalisedWord] {
    guard let cases, rendersReadings, use != .name || hasEndings else { return line }
    // A word by itself, as in very long documents, has no syntax; but what opens a title is in the nominative.
    if !hasEndings, use == .phrase && line.count < 3 || !isGiven.contains(false) { return line }
    return cases.read(line, isGiven: isGiven, endings: hasEndings)
  }

  /// Whether the scheme writes what is read, and not the letters as they stand.
  var rendersReadings: Bool { renderer.scheme.input != .letters }

  /// Whether the scheme has capitals.
  var hasCapitals: Bool { renderer.scheme.input != .letters || renderer.scheme.capitalisesLetters }

  /// The words of a line from the store of those met before.
  private func words(of line: String) -> [LineWord] {
    var words: [LineWord] = []
    LineCut.forEachWord(line) { word, _ in words.append(seen[word] ?? self.word(String(decoding: word, as: UTF8.self)))
    }
    return words
  }

  /// A word, from the store where it was met before.
  private func word(_ text: String) -> LineWord {
    if let known = seen[text] { return known }
    let runs = renderer.runs(of: text)
    let found: LineWord
    if let cut = WordPieces.spelledOut(runs, grammar) ?? (rendersReadings ? WordPieces.cut(text, runs, grammar) : nil) {
      let pieces = cut.texts.map { WordParts($0, runs: renderer.runs(of: $0)) }
      found = LineWord(pieces, joint: cut.joint)
    } else {
      found = LineWord([WordParts(text, runs: runs)])
    }
    seen.add(found, of: text)
    return found
  }

  /// Empties stores that are full, or whose words the renderer has forgotten.
  private func startLine() {
    renderer.startLine()
    if renderer.generation == generation, seen.count < Self.limit { return }
    generation = renderer.generation
    seen = TextTable()
  }

  /// How the words of a line are read, at most `limit` readings a word, likeliest first; those not `wanted` as they stand.
  func readings(_ words: [String], _ use: Use, _ limit: Int, wanted: (Int) -> Bool = { _ in true }) -> [[WordReading]] {
    if renderer.scheme.input == .letters {  // these write what stands, and no vowel that does not
      return words.map { [WordReading(VocalisedWord($0), probability: 1, origin: .marks)] }
    }
    let settled = words.indices.map { renderer.parts(of: words[$0]).isSettled || !wanted($0) }
    if settled.allSatisfy({ $0 }) {
      return words.map { [WordReading(VocalisedWord($0), probability: 1, origin: .marks)] }
    }
    let given = vocalised(words, wanted: settled.map { !$0 }, use, limit)
    return words.indices.map { index in
      settled[index] || given[index].isEmpty
        ? [WordReading(VocalisedWord(words[index]), probability: 1, origin: .marks)] : given[index]
    }
  }

  /// What the vocaliser decides for the pieces of a line; nil for those that marks settle.
  private func decisions(_ pieces: [String], _ isSettled: [Bool], _ use: Use) -> [VocalisedWord?] {
    let given = vocalised(pieces, wanted: isSettled.map { !$0 }, use, 1)
    return given.indices.map { isSettled[$0] ? nil : given[$0].first?.word }
  }

  /// What the vocaliser says of the wanted words. Its capitals, which it learnt from catalogues, hold in running text, but where a sentence begins;
  /// in a name every word but particles has one, and of a title the grammar knows better.
  private func vocalised(_ words: [String], wanted: [Bool], _ use: Use, _ limit: Int) -> [[WordReading]] {
    var given = vocaliser.readings(of: words, wanted: wanted, use: use, limit: limit)
    switch use {
    case .phrase: Self.dropSentenceCapitals(&given, words)
    case .name: dropCapitals(&given, words)
    case .title: Self.dropCapitals(&given, words)
    }
    return given
  }

  /// Leaves to the scheme what the vocaliser would write small, and whose son or daughter somebody is (Hind bint ʻUtbah).
  private func dropCapitals(_ readings: inout [[WordReading]], _ words: [String]) {
    for index in readings.indices where !readings[index].isEmpty {
      let isKin = grammar.has(words[index], .kinsman)
      for place in readings[index].indices where isKin || readings[index][place].word.capital == .lower {
        readings[index][place].word.capital = nil
      }
    }
  }

  /// Leaves capitals to the scheme and the grammar, but those of initials.
  private static func dropCapitals(_ readings: inout [[WordReading]], _ words: [String]) {
    for index in readings.indices
    where words[index].unicodeScalars.count(where: { ArabicScript.isLetter($0.value) }) > 1 {
      for place in readings[index].indices { readings[index][place].word.capital = nil }
    }
  }

  /// Whether the marks of a line settle how it is read.
  func isSettled(_ line: String) -> Bool {
    startLine()
    return words(of: line).allSatisfy(\.isSettled)
  }

  /// The pieces in which the words of a line are read; schemes that write letters as they stand take words whole.
  func pieces(_ words: [String]) -> WordPieces {
    startLine()
    return WordPieces(words) { word($0).cut }
  }

  /// Running text has no capital where a sentence or a quotation begins; the vocaliser, which learnt from titles, has.
  private static func dropSentenceCapitals(_ readings: inout [[WordReading]], _ words: [String]) {
    for index in words.indices where !readings[index].isEmpty {
      let opens = words[index].first.map { "\"«“(".contains($0) } ?? false
      guard opens || index == 0 || words[index - 1].hasSuffix(":") else { continue }
      for place in readings[index].indices { readings[index][place].word.capital = nil }
    }
  }
}
