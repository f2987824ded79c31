import NaqlText

/// A word as it stands in a line, cut into Arabic letters and what stands beside them; made once for each spelling and
/// scheme.
final class WordParts {
  /// A part of a word.
  enum Part {
    /// Arabic letters with their marks, and whether a mark that closes a phrase follows.
    case letters(String, isStopped: Bool)
    /// Anything else, as it is written in Latin text.
    case other(String)
  }

  /// The word.
  let text: String
  /// Whether it is Arabic letters throughout.
  let isLetters: Bool
  /// Its parts; none where it is Arabic letters throughout.
  let parts: [Part]
  /// What it is to a word before it.
  let opening: GrammarAnnotator.Following
  /// Whether it begins, and whether it ends in Arabic letters.
  let startsInLetters: Bool
  let endsInLetters: Bool
  /// The word taken apart, between asking whether it is settled and asking for its token.
  private var spelled: SpelledWord?
  /// The tokens of its stretches of letters, where nothing is decided of them but their marks; empty until asked for,
  /// and in a word that is letters throughout.
  private var tokens: [GrammarAnnotator.Token] = []
  /// The one token of a word that is letters throughout.
  private var token: GrammarAnnotator.Token?
  /// The word in a scheme that writes letter for letter, once made.
  var written: String?

  /// Signs that part what stands on either side, where they stand by themselves.
  private static let parting: Set<Unicode.Scalar> = ["=", "-", "–", "—", "|", "•", "·"]

  /// The parts of `text`, which was cut into `runs`.
  init(_ text: String, runs: [TextRun]) {
    self.text = text
    var opening: GrammarAnnotator.Following = []
    if let first = text.unicodeScalars.first {
      if first.isASCII, first.properties.isAlphabetic { opening.insert(.latin) }
      if ArabicScript.digit(first.value) != nil { opening.insert(.number) }
      let isSole = text.unicodeScalars.count == 1
      // Of a title: إِسْلَامِيَّة : مَجَلَّة; of a caption: دَوْلَة – مِصْر
      if Punctuation.isStop(first) || isSole && Self.parting.contains(first) { opening.insert(.stop) }
      if isSole, first == "/" { opening.formUnion([.stop, .stroke]) }
    }
    self.opening = opening
    startsInLetters = runs.first?.isArabic ?? false
    endsInLetters = runs.last?.isArabic ?? false
    isLetters = runs.count == 1 && runs[0].isArabic
    if isLetters {
      parts = []
      return
    }
    parts = runs.indices.map { at in
      guard runs[at].isArabic else { return .other(Punctuation.mapped(runs[at].text)) }
      let mark = at + 1 < runs.count ? runs[at + 1].text.unicodeScalars.first : nil
      return .letters(runs[at].text, isStopped: mark.map(Punctuation.isStop) ?? false)
    }
  }

  /// Whether the marks of the word settle its reading, or it has no Arabic letters.
  private(set) lazy var isSettled: Bool = {
    if isLetters {
      let word = SpelledWord(text)
      if word.isVocalised { spelled = word }
      return word.isVocalised
    }
    var isSettled = true
    forEachLetters { text, _ in isSettled = isSettled && SpelledWord(text).isVocalised }
    return isSettled
  }()

  /// The token of a word that is letters throughout, where nothing is decided of it but its marks; nil for others.
  func onlyToken(_ annotator: GrammarAnnotator) -> GrammarAnnotator.Token? {
    if let token { return token }
    guard isLetters else { return nil }
    token = annotator.token(text, spelled: spelled)
    spelled = nil
    return token
  }

  /// Calls `body` with the token of each stretch of letters and whether a phrase closes behind it; `word` holds what was
  /// decided of the whole, if anything was.
  func forEachToken(
    _ annotator: GrammarAnnotator, _ word: VocalisedWord?, _ body: (GrammarAnnotator.Token, Bool) -> Void
  ) {
    guard let word else {
      if let token = onlyToken(annotator) { return body(token, false) }
      if tokens.isEmpty { forEachLetters { text, _ in tokens.append(annotator.token(text)) } }
      var at = 0
      forEachLetters { _, isStopped in
        body(tokens[at], isStopped)
        at += 1
      }
      return
    }
    forEachLetters { text, isStopped in
      var part = word
      part.text = text
      body(annotator.token(part), isStopped)
    }
  }

  /// The word with each stretch of letters written as `body` says.
  func inOrder(_ body: (String) -> String) -> String {
    if isLetters { return body(text) }
    var text = ""
    for part in parts {
      switch part {
      case .letters(let letters, _): text += body(letters)
      case .other(let other): text += other
      }
    }
    return text
  }

  private func forEachLetters(_ body: (String, Bool) -> Void) {
    if isLetters { return body(text, false) }
    for case .letters(let text, let isStopped) in parts { body(text, isStopped) }
  }
}
