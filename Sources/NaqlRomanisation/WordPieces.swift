import NaqlText

/// Words of a line cut where they are more than one, so that each is read by itself: where Arabic letters meet other
/// letters, digits or Arabic letters behind a mark (القاهرة/رويترز, عام2024م), between two words written together
/// (عبدالرحمن), and a sign that stands for several (ﷺ).
struct WordPieces {
  /// The pieces, in order.
  private(set) var texts: [String] = []
  /// The number of the word that each belongs to.
  private(set) var words: [Int] = []
  /// What stands before each in its word.
  private var joints: [Joint] = []
  /// Whether some word has more than one piece.
  private var isCut = false

  /// What stands between two pieces of a word.
  enum Joint {
    /// Nothing: القاهرة/رويترز.
    case none
    /// What the scheme puts between two words written together.
    case glued
    /// The same, or a space where the scheme puts nothing: a sign that stands for several words.
    case apart
    /// What the scheme puts behind a conjunction or preposition of one letter: و64, لـ"الشروق".
    case clitic
  }

  /// The pieces of a word.
  struct Cut {
    var texts: [String]
    var joint: Joint
  }

  /// The pieces of `line`; `cut` gives those of a word that has more than one.
  init(_ line: [String], cut: (String) -> Cut?) {
    texts.reserveCapacity(line.count)
    words.reserveCapacity(line.count)
    for (number, word) in line.enumerated() {
      guard let found = cut(word) else {
        append(word, number, .none)
        continue
      }
      isCut = true
      for (place, text) in found.texts.enumerated() {
        append(text, number, place > 0 ? Self.joint(found.joint, behind: found.texts[place - 1]) : .none)
      }
    }
  }

  /// The pieces of a line of words that are cut already.
  init(_ line: [LineWord]) {
    texts.reserveCapacity(line.count)
    words.reserveCapacity(line.count)
    for (number, word) in line.enumerated() {
      if word.pieces.count > 1 { isCut = true }
      for (place, piece) in word.pieces.enumerated() {
        append(piece.text, number, place > 0 ? Self.joint(word.joint, behind: word.pieces[place - 1].text) : .none)
      }
    }
  }

  private static func joint(_ joint: Joint, behind text: String) -> Joint {
    joint == .none && LoneClitic.isOne(text) ? .clitic : joint
  }

  private mutating func append(_ text: String, _ word: Int, _ joint: Joint) {
    texts.append(text)
    words.append(word)
    joints.append(joint)
  }

  /// What was made of the pieces as words again; `glue` stands between two words that were written together, `clitic` behind a clitic
  /// before what are no Arabic letters.
  func joined(_ made: [String], glue: String, clitic: String = "") -> [String] {
    if !isCut { return made }
    var line: [String] = []
    for (place, text) in made.enumerated() {
      if words[place] == line.count {
        line.append(text)
      } else {
        // Where a scheme keeps the number of words, those that a sign stands for are one.
        let between =
          switch joints[place] {
          case .none: ""
          case .glued: glue
          case .apart: glue.isEmpty ? " " : glue
          case .clitic: clitic
          }
        line[line.count - 1] += between + text
      }
    }
    return line
  }

  /// The pieces of a word; nil where there is but one.
  static func cut(_ word: String, _ grammar: GrammarWords) -> Cut? { cut(word, TextRun.split(word), grammar) }

  /// The pieces of a word of these runs; nil where there is but one.
  static func cut(_ word: String, _ runs: [TextRun], _ grammar: GrammarWords) -> Cut? {
    if runs.count > 1, let pieces = pieces(runs) { return Cut(texts: pieces, joint: .none) }
    guard runs.count(where: \.isArabic) == 1, let parts = glued(word, grammar) else { return nil }
    return Cut(texts: parts, joint: .glued)
  }

  /// The words of a word of these runs that is a pious phrase in one sign, the marks beside it at its first and last.
  static func spelledOut(_ runs: [TextRun], _ grammar: GrammarWords) -> Cut? {
    guard runs.count <= 3 else { return nil }
    for (at, run) in runs.enumerated() {
      guard let sign = run.text.unicodeScalars.first, let phrase = grammar.phrase(of: sign) else { continue }
      var texts = phrase.split(separator: " ").map(String.init)
      texts[0] = runs[..<at].map(\.text).joined() + texts[0]
      texts[texts.count - 1] += run.text.unicodeScalars.dropFirst().map(String.init).joined()
      texts[texts.count - 1] += runs[(at + 1)...].map(\.text).joined()
      return Cut(texts: texts, joint: .apart)
    }
    return nil
  }

  /// Each with one stretch of Arabic letters or of others and the marks beside it. A mark that opens (bracket, quotation)
  /// belongs to what follows.
  private static func pieces(_ runs: [TextRun]) -> [String]? {
    var pieces: [String] = []
    var piece = ""
    var hasArabic = false, isSolid = false
    func close() {
      // As a clitic before other signs is written: لـ«الشروق».
      if LoneClitic.isOne(piece), !piece.unicodeScalars.contains("\u{640}") { piece += "\u{640}" }
      if !piece.isEmpty { pieces.append(piece) }
      piece = ""
      (hasArabic, isSolid) = (false, false)
    }
    for run in runs {
      if run.isArabic {
        if isSolid || hasArabic { close() }
        piece += run.text
        hasArabic = true
        continue
      }
      for scalar in run.text.unicodeScalars {
        let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        let opens = "([{«“‹<".unicodeScalars.contains(scalar) || scalar == "\"" && LoneClitic.isOne(piece)
        if hasArabic && (opens || isLetter) || isSolid && opens { close() }
        piece.unicodeScalars.append(scalar)
        if isLetter { isSolid = true }
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces.count > 1 ? pieces : nil
  }

  /// The two words of one that begins with a head such as عبد, أبو or نور, clitics before it or not, and goes on with the
  /// article and three letters or more, or with the divine name.
  private static func glued(_ word: String, _ grammar: GrammarWords) -> [String]? {
    guard mayBeGlued(word) else { return nil }
    let scalars = Array(word.unicodeScalars)
    let places = scalars.indices.filter { ArabicScript.isLetter(scalars[$0].value) }
    let letters = places.map { scalars[$0].value == 0x671 ? 0x627 : scalars[$0].value }
    guard letters.count >= 6 else { return nil }
    for at in 2..<(letters.count - 3) where letters[at] == 0x627 && letters[at + 1] == 0x644 {
      let isDivine = letters.count == at + 4 && letters[at + 2] == 0x644 && letters[at + 3] == 0x647
      guard isDivine || letters.count >= at + 5 else { continue }
      for start in 0..<min(3, at - 1) {
        if start > 0, ![0x648, 0x641, 0x628, 0x644, 0x643].contains(letters[start - 1]) { break }
        var head = String.UnicodeScalarView()
        head.append(contentsOf: letters[start..<at].compactMap(Unicode.Scalar.init))
        if grammar.has(String(head), .glued) {
          var parts = (String.UnicodeScalarView(), String.UnicodeScalarView())
          parts.0.append(contentsOf: scalars[..<places[at]])
          parts.1.append(contentsOf: scalars[places[at]...])
          return [String(parts.0), String(parts.1)]
        }
      }
    }
    return nil
  }

  /// Whether an article stands behind two letters or more of a word, and three letters or more behind it or two.
  private static func mayBeGlued(_ word: String) -> Bool {
    var letters = 0, article = 0
    var isBehindAlif = false
    for scalar in word.unicodeScalars where ArabicScript.isLetter(scalar.value) {
      letters += 1
      if isBehindAlif, scalar.value == 0x644, letters >= 4 { article = article == 0 ? letters : article }
      isBehindAlif = scalar.value == 0x627 || scalar.value == 0x671
    }
    return article > 0 && letters >= article + 2
  }
}
