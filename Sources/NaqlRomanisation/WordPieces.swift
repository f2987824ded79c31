import NaqlText

/// Words of a line cut where Arabic letters meet other letters, digits or Arabic letters behind a mark, so that each is
/// read by itself: القاهرة/رويترز, عام2024م.
struct WordPieces {
  /// The pieces, in order.
  private(set) var texts: [String] = []
  /// The number of the word that each belongs to.
  private(set) var words: [Int] = []
  /// Whether some word has more than one piece.
  private(set) var isCut = false

  /// The pieces of `line`; `cut` gives those of a word that has more than one.
  init(_ line: [String], cut: (String) -> [String]?) {
    texts.reserveCapacity(line.count)
    words.reserveCapacity(line.count)
    for (number, word) in line.enumerated() {
      guard let pieces = cut(word) else {
        texts.append(word)
        words.append(number)
        continue
      }
      isCut = true
      texts += pieces
      words += Array(repeating: number, count: pieces.count)
    }
  }

  /// What was made of the pieces as words again.
  func joined(_ made: [String]) -> [String] {
    if !isCut { return made }
    var line: [String] = []
    for (text, number) in zip(made, words) {
      if number == line.count { line.append(text) } else { line[line.count - 1] += text }
    }
    return line
  }

  /// The pieces of a word, each with one stretch of Arabic letters or of others and the marks beside it; nil where there
  /// is but one. A mark that opens (bracket, quotation) belongs to what follows.
  static func cut(_ word: String) -> [String]? {
    let runs = TextRun.split(word)
    guard runs.count > 1 else { return nil }
    var pieces: [String] = []
    var piece = ""
    var hasArabic = false, isSolid = false
    func close() {
      if !piece.isEmpty { pieces.append(piece) }
      piece = ""
      (hasArabic, isSolid) = (false, false)
    }
    for run in runs {
      if run.isArabic {
        // A lone letter behind another is no word: أ.ف.ب.
        let isWord = run.text.unicodeScalars.count { ArabicScript.isLetter($0.value) } > 1
        if isSolid || isWord && hasArabic { close() }
        piece += run.text
        hasArabic = true
        continue
      }
      for scalar in run.text.unicodeScalars {
        let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        let opens = "([{«“‹<".unicodeScalars.contains(scalar)
        if hasArabic && (opens || isLetter) || isSolid && opens { close() }
        piece.unicodeScalars.append(scalar)
        if isLetter { isSolid = true }
      }
    }
    close()
    return pieces.count > 1 ? pieces : nil
  }
}
