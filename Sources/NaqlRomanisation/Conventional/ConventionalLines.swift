import NaqlModel
import NaqlText

/// Lines in conventional spelling: names as English readers know them, all else as the press would write it. One worker's own.
///
/// `د. أحمد زويل` → Dr. Ahmed Zewail; of running text: `zara Donald Trump Cairo`.
final class ConventionalLines {
  private let press: Romaniser
  private let speller: ConventionalSpeller
  private let described: DescribedName
  private let grammar: GrammarWords
  private let readings: KnownReadings
  private let country: String?

  /// Lines by `speller`, names of `country` as it spells them; what no list or model has by `press`, the romaniser of the press.
  init(
    _ speller: ConventionalSpeller, press: Romaniser, lexicon: Lexicon, grammar: GrammarWords, readings: KnownReadings,
    country: String?
  ) {
    self.readings = readings
    self.speller = speller
    self.press = press
    described = DescribedName(lexicon)
    self.grammar = grammar
    self.country = country
  }

  /// At most `best` spellings of a line that is a name, likeliest first.
  func name(_ line: String, best: Int) -> [String] {
    if best == 1, let marked = readings.country(marked: line), let place = readings.homograph(line, in: marked) {
      return [place.english]
    }
    // A ministry is no person: what no list has of a body is written as it is read.
    let isBody = described.isBody(line)
    let found = speller.spellings(
      of: line, entityClass: isBody ? .organisation : nil, country: country, limit: best, isListed: isBody
    ).map(\.text)
    if !found.isEmpty { return found }
    if !isBody, let text = pieced(line) { return [text] }
    return press.romanise(line, use: .name, best: best)
  }

  /// At most `best` forms of a line of text, likeliest first, in which `names` were found; a title that lists have of a work is that work's.
  func text(_ line: String, _ use: Use, best: Int, names: [SeenName]) -> [String] {
    if use == .title, let known = speller.listed(line, as: .work) { return [known] }
    var found: [String] = []
    for text in press.romanise(line, use: use, best: best, names: use == .phrase ? names : nil) {
      let text = spelling(names, of: line, in: text)
      if !found.contains(text) { found.append(text) }
    }
    return found
  }

  // MARK: Names between marks

  /// A word of a line without the marks on it, and what parts it from the word before.
  private struct Piece {
    var text: String
    var gap: String
    /// Whether it has Arabic letters and nothing else, and is no initial.
    var isArabic: Bool
  }

  /// A line with marks, digits or Latin letters in it, what is between them spelt as a name; nil where it has none.
  private func pieced(_ line: String) -> String? {
    var pieces = Self.pieces(line)
    guard pieces.contains(where: \.isArabic), pieces.count > 1 || pieces.last?.gap != "" else { return nil }
    var text = ""
    var at = 0
    while at < pieces.count {
      text += written(pieces[at].gap)
      if let (address, count) = self.address(pieces, at) {
        text += address
        at += count
        pieces[at].gap = " "
        continue
      }
      guard pieces[at].isArabic else {
        text += written(pieces[at].text)
        at += 1
        continue
      }
      var end = at + 1
      while end < pieces.count, pieces[end].isArabic, [" ", "-"].contains(pieces[end].gap) { end += 1 }
      text += spelling(of: pieces[at..<end], in: line)
      at = end
    }
    return text
  }

  /// Marks, digits and Latin letters as the press writes them, spaces as they are.
  private func written(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { part in
      part.isEmpty ? "" : press.romanise(String(part), use: .name).first ?? String(part)
    }.joined(separator: " ")
  }

  /// A title in short at the front of a line (د. Dr., أ.د. Prof. Dr.) with the number of its pieces, where a name and no initial is behind it.
  private func address(_ pieces: [Piece], _ at: Int) -> (text: String, count: Int)? {
    guard at == 0 else { return nil }
    var letters = ""
    var end = at
    while end < pieces.count, pieces[end].text.count == 1, end == at || pieces[end].gap == "." {
      letters += pieces[end].text
      end += 1
    }
    guard end < pieces.count, pieces[end].isArabic, pieces[end].text.count > 1, [". ", "."].contains(pieces[end].gap),
      let address = grammar.address(letters)
    else { return nil }
    return (address, end - at)
  }

  private func spelling(of pieces: ArraySlice<Piece>, in line: String) -> String {
    let name = pieces.map(\.text).joined(separator: " ")
    guard
      let spelling = speller.spellings(of: name, entityClass: nil, country: country, limit: 1, isListed: false).first
    else { return press.romanise(name, use: .name).first ?? name }
    let words = spelling.text.split(separator: " ")
    guard words.count == pieces.count, pieces.dropFirst().contains(where: { $0.gap == "-" }) else {
      return spelling.text
    }
    var text = ""
    for (word, piece) in zip(words, pieces) { text += (text.isEmpty ? "" : piece.gap) + word }
    return text
  }

  /// The words of a line and what stands before each; the last is empty where marks close the line.
  private static func pieces(_ line: String) -> [Piece] {
    var pieces: [Piece] = []
    var text = String.UnicodeScalarView(), gap = String.UnicodeScalarView()
    var isArabic = false
    func close() {
      if text.isEmpty { return }
      let isInitial = text.count == 1
      pieces.append(Piece(text: String(text), gap: String(gap), isArabic: isArabic && !isInitial))
      text = String.UnicodeScalarView()
      gap = String.UnicodeScalarView()
    }
    for scalar in line.unicodeScalars where scalar != "\u{640}" {
      let isLetter = ArabicScript.isLetter(scalar.value) || ArabicScript.isMark(scalar.value)
      if isLetter || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if text.isEmpty { isArabic = isLetter } else if isArabic != isLetter { close() }
        isArabic = isLetter
        text.append(scalar)
      } else {
        close()
        gap.append(scalar)
      }
    }
    close()
    if !gap.isEmpty { pieces.append(Piece(text: "", gap: String(gap), isArabic: false)) }
    return pieces
  }

  // MARK: Names in running text

  /// `text`, which is `line` in Latin letters word for word, with the people and places of `names` as they are known.
  private func spelling(_ names: [SeenName], of line: String, in text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var spans: [(word: [UInt8], start: Int)] = []
    LineCut.forEachWord(line) { word, start in spans.append((Array(word), start)) }
    guard words.count == spans.count else { return text }
    let bytes = Array(line.utf8)
    for name in names {
      guard name.sort == .person || name.sort == .place,
        let first = spans.lastIndex(where: { $0.start <= name.range.lowerBound }),
        let last = spans.lastIndex(where: { $0.start < name.range.upperBound }), first <= last
      else { continue }
      let core = EdgeMarks.core(of: 0..<spans[first].word.count, in: spans[first].word)
      let front = spans[first].start + core.lowerBound
      guard front <= name.range.lowerBound,
        var clitics = Self.clitics(String(decoding: bytes[front..<name.range.lowerBound], as: UTF8.self))
      else { continue }
      var known = String(decoding: bytes[name.range], as: UTF8.self)
      if clitics.hasSuffix("li-li-") {  // للقاهرة
        clitics.removeLast(3)
        known = "ال" + known
      }
      guard let spelling = self.known(known, name.sort) else { continue }
      let opening = words[first].prefix { !$0.isLetter && !$0.isNumber && $0 != "ʻ" }
      let closing = String(words[last].reversed().prefix { !$0.isLetter && !$0.isNumber }.reversed())
      words[first] = opening + clitics + spelling + closing
      for at in first + 1..<max(first + 1, last + 1) { words[at] = "" }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Conjunctions and prepositions of one letter as the press writes them; nil where a letter is none.
  private static func clitics(_ letters: String) -> String? {
    var text = ""
    for letter in letters.unicodeScalars where !ArabicScript.isMark(letter.value) {
      switch letter {
      case "و": text += "wa-"
      case "ف": text += "fa-"
      case "ك": text += "ka-"
      case "ب": text += "bi-"
      case "ل": text += "li-"
      default: return nil
      }
    }
    return text
  }

  /// How a name in a text is spelt; nil where it only says in common words what it names.
  private func known(_ name: String, _ sort: SeenName.Sort) -> String? {
    let isPlace = sort == .place
    if isPlace, described.opensWithCommonNoun(name) || described.isDescription(name) { return nil }
    return speller.spellings(of: name, entityClass: isPlace ? .location : .person, country: country, limit: 1).first?
      .text
  }
}
