import NaqlText

extension Vocaliser {
  /// The divine name with all its marks, where the word is that, with whatever stands before it: بالله → بِاللّٰه. Nil for other words,
  /// and where marks given speak against it.
  ///
  /// What words they are `Rules/romanisation/grammar/words.tsv` says; their letters alone would let each lam be read by itself.
  func divineName(_ word: String) -> String? {
    let token = VowelToken(word)
    guard grammar.entry(Self.letters(token))?.divine != nil, let marks = Self.divineMarks(token.letters) else {
      return nil
    }
    return token.text(with: marks)
  }

  /// عبد before the divine name, where it is a name and no verb: عَبْد اللّٰه. Nil for other words.
  func servant(_ word: String, before next: String?) -> String? {
    let token = VowelToken(word)
    let letters = Self.letters(token), stem = String(letters.suffix(3))
    guard let next, token.back == 0, stem.count == 3, grammar.has(stem, .servant) else { return nil }
    // One letter of a clitic may stand before it.
    let clitic = letters.dropLast(3)
    guard clitic.isEmpty || ["و", "ف", "ك", "ب", "ل"].contains(clitic) else { return nil }
    let name = Self.letters(VowelToken(next))
    guard name.hasPrefix("ا"), grammar.entry(name)?.divine != nil else { return nil }
    let front: [[UInt32]] = clitic.isEmpty ? [] : [clitic == "ب" || clitic == "ل" ? [0x650] : [0x64E]]
    return token.text(with: front + [[0x64E], [0x652], []])
  }

  /// The letters of a word without marks, as the rules list them.
  private static func letters(_ token: VowelToken) -> String {
    var letters = ""
    for code in token.letters { letters.unicodeScalars.append(Unicode.Scalar(VowelLetter.scalar(code)) ?? " ") }
    return letters
  }

  private static func divineMarks(_ letters: [UInt8]) -> [[UInt32]]? {
    guard let ha = letters.lastIndex(of: VowelLetter.ha), ha >= 2, letters[ha - 1] == VowelLetter.lam,
      letters[ha - 2] == VowelLetter.lam
    else { return nil }
    var marks = [[UInt32]](repeating: [], count: letters.count)
    marks[ha - 1] = [0x651, 0x670]
    // The article's lam bears nothing; that of لله is the preposition.
    let isArticle = ha >= 3 && letters[ha - 3] == VowelLetter.alif
    for at in 0..<(ha - 1) where letters[at] != VowelLetter.alif && !(isArticle && at == ha - 2) {
      marks[at] = letters[at] == VowelLetter.ba || letters[at] == VowelLetter.lam ? [0x650] : [0x64E]
    }
    if ha + 1 < letters.count {  // اللّٰهُمَّ
      marks[ha] = [0x64F]
      marks[ha + 1] = [0x651, 0x64E]
    }
    return marks
  }
}
