import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlText

extension VowelCorpus {
  /// Adds sentences of running text with all their marks (`romanisation/prose/` of the rules): without the marks they are words
  /// to be read, with them they are romanised in pause and show how.
  mutating func addProse(_ rules: RuleSet) throws(Diagnostic) {
    let lexicon = try Lexicon(rules)
    let romaniser = try Romaniser(
      "ala-lc", catalogue: SchemeCatalogue(rules), lexicon: lexicon, vocaliser: MarksOnly(lexicon))
    let taught = TaughtWords(romaniser, lexicon)
    let aligner = LetterAligner()
    var record = (rows.last?.record ?? 0) + 1
    for path in rules.list("romanisation/prose", suffix: ".txt") {
      for line in try rules.lines(path) where !line.isEmpty && !line.hasPrefix("#") {
        var plain = String(line)
        plain.unicodeScalars.removeAll { ArabicScript.isMark($0.value) }
        let latin = taught.romanised(line.split(separator: " ").map(String.init))
        let spellings = record % 3 == 0 ? [plain, Self.withoutHamza(plain)] : [plain]
        for (number, spelling) in spellings.enumerated() {
          let arabic = spelling.split(separator: " ").map { VowelToken(String($0)) }
          guard let made = Self.row(arabic, latin, aligner) else { continue }
          rows.append(
            Row(
              record: record, use: .phrase, words: made.words,
              weight: number == 0 ? Self.proseWeight : Self.proseWeight * 0.3, isClean: true,
              isProse: true))
        }
        record += 1
      }
    }
  }

  /// What a word of a sentence counts beside one of a catalogue field.
  private static let proseWeight: Float = 0.15

  /// As the hurried write: ا for أ إ آ.
  private static func withoutHamza(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { "أإآ".unicodeScalars.contains($0) ? "ا" : $0 }))
  }
}

/// How the words of a vocalised sentence are taught: in pause, but with every -an that an alif is written for; what of it the clause
/// drops is the grammar's matter.
private struct TaughtWords {
  private let romaniser: Romaniser
  private let lexicon: Lexicon

  init(_ romaniser: Romaniser, _ lexicon: Lexicon) {
    self.romaniser = romaniser
    self.lexicon = lexicon
  }

  /// The words of a sentence in ALA-LC, without punctuation.
  func romanised(_ words: [String]) -> [String] {
    var found = romanised(words.map(atRest).joined(separator: " "))
    if found.count == words.count {
      for at in words.indices where hasAlifOfAccusative(words[at]) { found[at] = romanised(words[at]).joined() }
    }
    return found
  }

  private func romanised(_ text: String) -> [String] {
    romaniser.romanise(text, use: .phrase)[0].split(separator: " ").map { VowelCorpus.inner(String($0)) }
  }

  /// Whether the word ends in an alif with nunation: كَبِيرًا kabīran.
  private func hasAlifOfAccusative(_ word: String) -> Bool {
    let end = letters(word).suffix(2)
    return end == [0x64B, 0x627] || end == [0x627, 0x64B]
  }

  /// The word without the -an on its ة, but for adverbs: كَبِيرَةً is kabīrah, عَادَةً ʻādatan.
  private func atRest(_ word: String) -> String {
    guard letters(word).suffix(2) == [0x629, 0x64B] else { return word }
    let core = EdgeMarks.core(of: 0..<word.utf8.count, in: Array(word.utf8))
    let letters = String(decoding: Array(word.utf8)[core], as: UTF8.self)
    if lexicon.entries(of: SpellingKey.strict.of(letters)).contains(where: { $0.kind == "adverb" }) { return word }
    // A nominative closes the word as the accusative did: no genitive may follow.
    return String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "\u{64B}" ? "\u{64C}" : $0 }))
  }

  /// Letters and marks of a word, without its punctuation.
  private func letters(_ word: String) -> [UInt32] {
    word.unicodeScalars.map(\.value).filter { ArabicScript.isLetter($0) || ArabicScript.isMark($0) }
  }
}
