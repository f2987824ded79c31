import NaqlICU
import NaqlModel
import NaqlRules
import NaqlText

/// Renders vocalised words in one scheme. It owns an ICU transliterator and a cache by word type: one worker's own.
public final class SchemeRenderer {
  /// The scheme.
  public let scheme: Scheme
  private let transliterator: Transliterator
  private let annotator: GrammarAnnotator
  private let capitals: Capitals
  private let properNames: ProperNames
  private let joins: NameJoins?
  /// Words that the scheme writes in its own way, by their letters.
  private var specials = TextTable<String>()
  private var buffer = UTF16Buffer()
  /// Words cut into parts, by their text.
  private var parts = TextTable<WordParts>()
  /// Words as written so far.
  private var written = WrittenForms()
  /// The annotator's generation that the stores belong to.
  private(set) var generation = 0
  /// Number of words kept before the store of parts is emptied.
  private static let limit = 100_000

  /// A word in lower case: clitics with article, and stem.
  struct Rendered {
    var front = ""
    var stem: String

    /// Cuts the output of a scheme's rules at the border.
    init(_ output: String) {
      guard let border = output.unicodeScalars.firstIndex(of: AnnotatedWord.border) else {
        stem = output
        return
      }
      front = String(output[..<border])
      stem = String(output[output.unicodeScalars.index(after: border)...])
    }
  }

  /// Opens the scheme `id`. `lexicon` tells particles, verbs and names; without it endings are guessed.
  public convenience init(_ id: String, catalogue: SchemeCatalogue, lexicon: Lexicon?) throws(Diagnostic) {
    try self.init(id, catalogue: catalogue, annotator: GrammarAnnotator(lexicon, words: catalogue.words))
  }

  /// Opens the scheme `id` with an annotator that other renderers of this worker may use too.
  init(_ id: String, catalogue: SchemeCatalogue, annotator: GrammarAnnotator) throws(Diagnostic) {
    scheme = try catalogue.scheme(id)
    do { transliterator = try Transliterator(id: id, rules: scheme.rules) } catch {
      throw Diagnostic("scheme.rules", "the rules of “\(id)” cannot be opened: \(error)")
    }
    self.annotator = annotator
    capitals = Capitals(scheme)
    properNames = ProperNames(scheme, catalogue, annotator: annotator)
    joins = scheme.joinsNames ? NameJoins() : nil
    for (letters, form) in scheme.words.sorted(by: { $0.key < $1.key }) { specials.add(form, of: letters) }
  }

  /// Each word of a line in this scheme. Words without Arabic letters keep their letters; digits and punctuation are
  /// mapped.
  public func render(_ line: [VocalisedWord], use: Use) -> [String] { render(line, use: use, marks: []) }

  /// The same; `marks` say what was seen of each word, or are none.
  func render(_ line: [VocalisedWord], use: Use, marks: [NameMark?]) -> [String] {
    startLine()
    var laid = LaidLine(capacity: line.count)
    for (at, word) in line.enumerated() {
      if !marks.isEmpty { laid.mark = marks[at] }
      laid.append(parts(of: word.text), decided: word, annotator)
    }
    return render(laid, use: use)
  }

  /// To be called before a line is laid out: empties stores that are full.
  func startLine() {
    annotator.startLine()
    if annotator.generation != generation {
      generation = annotator.generation
      written = WrittenForms()
      parts = TextTable()
    } else if parts.count >= Self.limit {
      parts = TextTable()
    }
  }

  /// The parts of a word, from the store where it was met before.
  func parts(of word: String) -> WordParts {
    if let known = parts[word] { return known }
    let found = WordParts(word, runs: runs(of: word))
    parts.add(found, of: word)
    return found
  }

  /// The stretches of a word, as the scheme tells letters from other signs.
  func runs(of word: String) -> [TextRun] { TextRun.split(word, tatweelOpens: scheme.input == .letters) }

  /// Appends a word to a line; `decided` holds what was decided of it, if anything was.
  func lay(_ word: WordParts, decided: VocalisedWord?, in line: inout LaidLine) {
    line.append(word, decided: decided, annotator)
  }

  /// Appends a word of which nothing is decided but its marks.
  func lay(_ word: WordParts, in line: inout LaidLine) {
    if let token = word.onlyToken(annotator) {
      line.append(word, token)
    } else {
      line.append(word, decided: nil, annotator)
    }
  }

  /// Whether a word is a particle.
  func isParticle(_ word: VocalisedWord) -> Bool { annotator.token(word).isParticle }

  /// What the scheme puts between a conjunction and the word behind it: a hyphen, a space or nothing.
  private(set) lazy var cliticJoint: String = {
    guard scheme.input == .grammar, let last = Rendered(transliterate("W", "x")).front.last else { return "" }
    return last.isLetter ? "" : String(last)
  }()

  /// A line that is laid out, with spaces between its words.
  func text(of line: LaidLine, use: Use) -> String {
    if joins != nil { return render(line, use: use).joined(separator: " ") }
    let forms = forms(line, use)
    var text = ""
    text.reserveCapacity(line.words.count * 12)
    var at = 0
    for (number, word) in line.words.enumerated() {
      if number > 0 { text += " " }
      if word.isLetters, scheme.input == .grammar {
        text += written[forms[at]]
        at += 1
      } else {
        text += self.text(word, forms, &at)
      }
    }
    return text
  }

  /// Each word of a line that is laid out.
  func render(_ line: LaidLine, use: Use) -> [String] {
    let forms = forms(line, use)
    var places: [(first: Int?, last: Int?)] = []
    var texts: [String] = []
    texts.reserveCapacity(line.words.count)
    var at = 0
    for word in line.words {
      let first = at
      texts.append(text(word, forms, &at))
      if joins != nil {
        places.append((word.startsInLetters ? first : nil, word.endsInLetters ? at - 1 : nil))
      }
    }
    return joins?.joined(texts, places, line.tokens, line.following) ?? texts
  }

  /// The text of a word; `at` is the place of its first stretch of letters among all of the line, and goes on to the next
  /// word's.
  private func text(_ word: WordParts, _ forms: [Int], _ at: inout Int) -> String {
    if scheme.input == .letters { return letters(of: word, forms, &at) }
    if word.isLetters {
      at += 1
      return written[forms[at - 1]]
    }
    var next = at
    let text = word.inOrder { _ in
      next += 1
      return written[forms[next - 1]]
    }
    at = next
    return NormalisationForm.nfc.apply(to: text)
  }

  /// A word of a scheme that writes sign for sign. Where the scheme has capitals, `forms` says for each stretch of letters how many stand
  /// before the one that takes it, or -1 where none does.
  private func letters(of word: WordParts, _ forms: [Int], _ at: inout Int) -> String {
    if forms.isEmpty, let known = word.written { return known }
    var next = at
    let text = word.inOrder { text in
      let ordered = MarkOrder.ordered(text)
      let place = forms.isEmpty ? -1 : forms[next]
      next += 1
      if place < 0 { return transliterate("", ordered) }
      let (front, stem) = Self.cut(ordered, behind: place)
      return (front.isEmpty ? "" : transliterate("", front)) + capitals.capitalised(transliterate("", stem))
    }
    at = next
    let written = NormalisationForm.nfc.apply(to: text)
    if forms.isEmpty { word.written = written }
    return written
  }

  /// A word cut behind some of its letters and their marks.
  private static func cut(_ word: String, behind count: Int) -> (front: String, stem: String) {
    var left = count
    let scalars = word.unicodeScalars
    let at = scalars.firstIndex { scalar in
      guard ArabicScript.isLetter(scalar.value) else { return false }
      left -= 1
      return left < 0
    }
    guard let at else { return ("", word) }
    return (String(scalars[..<at]), String(scalars[at...]))
  }

  /// For each stretch of letters, in a scheme that writes sign for sign, how many letters stand before its capital: those of clitics and
  /// article; -1 where it has none.
  private func capitalPlaces(_ line: LaidLine, _ use: Use) -> [Int] {
    guard scheme.capitalisesLetters else { return [] }
    let tokens = line.tokens
    let proper = properNames.find(tokens, line.following, use, line.marks)
    return tokens.indices.map { index in
      let isFirst = index == 0 && use != .phrase
      return isFirst || proper[index] && !tokens[index].isParticle ? tokens[index].front.letters : -1
    }
  }

  /// The number of the written form of each stretch of letters.
  private func forms(_ line: LaidLine, _ use: Use) -> [Int] {
    let tokens = line.tokens
    if tokens.isEmpty { return [] }
    if scheme.input == .letters { return capitalPlaces(line, use) }
    let proper = use == .name ? [] : properNames.find(tokens, line.following, use, line.marks)
    let placements = annotator.annotate(
      tokens, line.following, hasPause: scheme.hasPause, isName: use == .name, proper: proper)
    var forms: [Int] = []
    forms.reserveCapacity(tokens.count)
    for index in tokens.indices {
      forms.append(
        form(
          tokens[index], placements[index], after: index > 0 ? tokens[index - 1] : nil,
          isBehindStop: index > 0 && line.following[index - 1].contains(.stop), isProper: use == .name || proper[index],
          use))
    }
    return forms
  }

  /// The number of the written form of a word, from the store where it was met in such a place before.
  private func form(
    _ token: GrammarAnnotator.Token, _ placement: GrammarAnnotator.Placement, after previous: GrammarAnnotator.Token?,
    isBehindStop: Bool, isProper: Bool, _ use: Use
  ) -> Int {
    let isFirst = previous == nil
    var place = WrittenForms.Place()
    let special = written.special(of: token) {
      token.front.letters == 0 ? specials[token.skeleton] : nil
    }
    if let special {
      let opens =
        token.isIbn && (isBehindStop || isFirst && isProper) || capitals.opensName(token, after: previous)
      // Inside a name that was seen, محمد بن سلمان, it joins and opens nothing.
      let isSeen = token.given.capital.map { $0 != .lower && previous?.given.capital != .stem }
      let isCapital = isSeen == true || opens || token.given.capital == nil && isFirst && use != .phrase
      place.insert(.special)
      if isCapital { place.insert(.first) }
      return written.number(of: token, place) { capitals.special(special, isFirst: isCapital, use: use) }
    }
    let isParticle = placement.isParticle || capitals.joinsNames(token, after: previous)
    place = WrittenForms.Place(form: placement.form, use)
    if placement.isElided { place.insert(.elided) }
    if isParticle { place.insert(.particle) }
    if isProper { place.insert(.proper) }
    if isFirst { place.insert(.first) }
    return written.number(of: token, place) {
      capitals.apply(
        lowerCase(token.forms[placement.form], isElided: placement.isElided), to: token, isParticle: isParticle,
        isProper: isProper, isFirst: isFirst, use: use)
    }
  }

  /// The lower-case form of an annotated word.
  private func lowerCase(_ word: AnnotatedWord, isElided: Bool) -> Rendered {
    let output = transliterate(isElided ? "O" : word.front, word.stem)
    return Rendered(output)
  }

  /// What the scheme's rules make of clitics with article and the stem, a border between them, or of the stem alone.
  private func transliterate(_ front: String, _ stem: String) -> String {
    let text = front.isEmpty ? stem : front + String(AnnotatedWord.border) + stem
    do {
      try buffer.fill(text)
      try transliterator.transform(&buffer)
      return Leftovers.removed(from: buffer.string)
    } catch { return Leftovers.removed(from: text) }
  }
}
