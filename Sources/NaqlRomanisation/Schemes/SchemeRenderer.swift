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
  private let joins: NameJoins?
  private var buffer = UTF16Buffer()
  /// Lower-case forms by the number of the annotated word, and words as written by `place`.
  private var forms: [Int: Rendered] = [:]
  private var written: [Int: String] = [:]
  /// The scheme's own way to write a token, where it has one.
  private var specials: [Int: String?] = [:]
  private var runs: [TextKey: [TextRun]] = [:]
  private var letterForms: [String: String] = [:]
  /// Number of words kept in each store before it is emptied.
  private static let limit = 100_000

  /// A word in lower case: clitics with article, and stem.
  struct Rendered {
    var front: String
    var stem: String
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
    capitals = Capitals(scheme, words: catalogue.words, annotator: annotator)
    joins = scheme.joinsNames ? NameJoins(words: catalogue.words) : nil
  }

  /// Each word of a line in this scheme. Words without Arabic letters keep their letters; digits and punctuation are
  /// mapped.
  public func render(_ line: [VocalisedWord], use: Use) -> [String] {
    var pieces: [[Piece]] = []
    pieces.reserveCapacity(line.count)
    var tokens: [GrammarAnnotator.Token] = []
    tokens.reserveCapacity(line.count)
    var following: [GrammarAnnotator.Following] = []
    for word in line {
      if case .word(let last)? = pieces.last?.last, let first = word.text.unicodeScalars.first {
        if first.isASCII, first.properties.isAlphabetic { following[last].insert(.latin) }
        if ArabicScript.digit(first.value) != nil { following[last].insert(.number) }
      }
      var parts: [Piece] = []
      for run in split(word.text) {
        if run.isArabic {
          var part = word
          part.text = run.text
          parts.append(.word(tokens.count))
          tokens.append(annotator.token(part))
          following.append([])
        } else {
          if !parts.isEmpty, let last = tokens.indices.last, let mark = run.text.unicodeScalars.first, Self.isStop(mark)
          {
            following[last].insert(.stop)
          }
          parts.append(.other(run.text))
        }
      }
      pieces.append(parts)
    }
    let texts = scheme.input == .letters ? tokens.map { letters($0.given.text) } : words(tokens, following, use)
    let written = pieces.map { parts in
      if parts.count == 1, case .word(let index) = parts[0] { return NormalisationForm.nfc.apply(to: texts[index]) }
      return NormalisationForm.nfc.apply(
        to: parts.map { part in
          switch part {
          case .word(let index): texts[index]
          case .other(let text): Punctuation.mapped(text)
          }
        }.joined())
    }
    return joins?.joined(written, pieces.map { ($0.first?.word, $0.last?.word) }, tokens, following) ?? written
  }

  /// Whether a mark closes a phrase, so that what stands before it is read in pause.
  private static func isStop(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "،", "؛", ".", "؟", ":", "!", ",", ";", "?": true
    default: false
    }
  }

  private enum Piece {
    case word(Int)
    case other(String)

    /// The number of the Arabic word, nil for anything else.
    var word: Int? {
      if case .word(let index) = self { index } else { nil }
    }
  }

  private func split(_ word: String) -> [TextRun] {
    let key = TextKey(word)
    if let known = runs[key] { return known }
    let found = TextRun.split(word, tatweelOpens: scheme.input == .letters)
    if runs.count >= Self.limit { runs.removeAll(keepingCapacity: true) }
    runs[key] = found
    return found
  }

  private func words(
    _ tokens: [GrammarAnnotator.Token], _ following: [GrammarAnnotator.Following], _ use: Use
  ) -> [String] {
    let annotated = annotator.annotate(tokens, following, hasPause: scheme.hasPause)
    var isFirst = true
    let proper = capitals.properNames(tokens, following, use)
    return tokens.indices.map { index in
      defer { isFirst = false }
      let token = tokens[index]
      if let special = special(token) {
        let opens = capitals.opensName(token, after: index > 0 ? tokens[index - 1] : nil)
        let isCapital = token.given.capital.map { $0 != .lower } ?? (isFirst && use != .phrase || opens)
        return capitals.special(special, isFirst: isCapital, use: use)
      }
      let isParticle =
        annotated[index].isParticle || capitals.joinsNames(token, after: index > 0 ? tokens[index - 1] : nil)
      let place =
        annotated[index].number << 5 | (isParticle ? 16 : 0) | (proper[index] ? 8 : 0) | (isFirst ? 4 : 0)
        | (use == .name ? 0 : use == .title ? 1 : 2)
      if let known = written[place] { return known }
      let word = capitals.apply(
        form(annotated[index]), to: token, isParticle: isParticle, isProper: proper[index], isFirst: isFirst, use: use)
      if written.count >= Self.limit { written.removeAll(keepingCapacity: true) }
      written[place] = word
      return word
    }
  }

  private func special(_ token: GrammarAnnotator.Token) -> String? {
    if let known = specials[token.number] { return known }
    let found = token.front.letters == 0 ? scheme.words[token.skeleton] : nil
    if specials.count >= Self.limit { specials.removeAll(keepingCapacity: true) }
    specials[token.number] = .some(found)
    return found
  }

  /// The lower-case form of an annotated word, from the store where it was met before.
  private func form(_ word: AnnotatedWord) -> Rendered {
    if let known = forms[word.number] { return known }
    let output = transliterate(word.text)
    let form: Rendered
    if let border = output.firstIndex(of: AnnotatedWord.border) {
      form = Rendered(front: String(output[..<border]), stem: String(output[output.index(after: border)...]))
    } else {
      form = Rendered(front: "", stem: output)
    }
    if forms.count >= Self.limit { forms.removeAll(keepingCapacity: true) }
    forms[word.number] = form
    return form
  }

  /// A word letter by letter, marks and all, for schemes that write one sign for each.
  private func letters(_ word: String) -> String {
    let ordered = MarkOrder.ordered(word)
    if let known = letterForms[ordered] { return known }
    let output = transliterate(ordered)
    if letterForms.count >= Self.limit { letterForms.removeAll(keepingCapacity: true) }
    letterForms[ordered] = output
    return output
  }

  private func transliterate(_ text: String) -> String {
    do {
      try buffer.fill(text)
      try transliterator.transform(&buffer)
      return Leftovers.removed(from: buffer.string)
    } catch { return Leftovers.removed(from: text) }
  }
}
