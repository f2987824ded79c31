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
  private var buffer = UTF16Buffer()
  private var rendered: [String: Rendered] = [:]

  /// A word in lower case: clitics with article, and stem.
  struct Rendered {
    var front: String
    var stem: String
  }

  /// Opens the scheme `id`. `lexicon` tells particles, verbs and names; without it endings are guessed.
  public init(_ id: String, catalogue: SchemeCatalogue, lexicon: Lexicon?) throws(Diagnostic) {
    scheme = try catalogue.scheme(id)
    do { transliterator = try Transliterator(id: id, rules: scheme.rules) } catch {
      throw Diagnostic("scheme.rules", "the rules of “\(id)” cannot be opened: \(error)")
    }
    annotator = GrammarAnnotator(lexicon, words: catalogue.words)
    capitals = Capitals(scheme, words: catalogue.words)
  }

  /// Each word of a line in this scheme. Words without Arabic letters keep their letters; digits and punctuation are
  /// mapped.
  public func render(_ line: [VocalisedWord], use: Use) -> [String] {
    var pieces: [[Piece]] = []
    var tokens: [GrammarAnnotator.Token] = []
    for word in line {
      var parts: [Piece] = []
      for run in TextRun.split(word.text, tatweelOpens: scheme.input == .letters) {
        if run.isArabic {
          var part = word
          part.text = run.text
          parts.append(.word(tokens.count))
          tokens.append(annotator.token(part))
        } else {
          parts.append(.other(run.text))
        }
      }
      pieces.append(parts)
    }
    let texts = scheme.input == .letters ? tokens.map { letters($0.given.text) } : words(tokens, use)
    return pieces.map { parts in
      NormalisationForm.nfc.apply(
        to: parts.map { part in
          switch part {
          case .word(let index): texts[index]
          case .other(let text): Punctuation.mapped(text)
          }
        }.joined())
    }
  }

  private enum Piece {
    case word(Int)
    case other(String)
  }

  private func words(_ tokens: [GrammarAnnotator.Token], _ use: Use) -> [String] {
    let annotated = annotator.annotate(tokens, hasPause: scheme.hasPause)
    var isFirst = true
    let proper = capitals.properNames(tokens, use)
    return tokens.indices.map { index in
      defer { isFirst = false }
      let token = tokens[index]
      if let special = scheme.words[token.word.skeleton], token.front.letters == 0 {
        let opens = capitals.opensName(token, after: index > 0 ? tokens[index - 1] : nil)
        let isCapital = token.given.capital.map { $0 != .lower } ?? (isFirst && use != .phrase || opens)
        return capitals.special(special, isFirst: isCapital, use: use)
      }
      let form = form(annotated[index])
      let isParticle =
        annotated[index].isParticle || capitals.joinsNames(token, after: index > 0 ? tokens[index - 1] : nil)
      return capitals.apply(
        form, to: token, isParticle: isParticle, isProper: proper[index], isFirst: isFirst, use: use)
    }
  }

  /// The lower-case form of an annotated word, from the cache where it was met before.
  private func form(_ word: AnnotatedWord) -> Rendered {
    let text = word.text
    if let known = rendered[text] { return known }
    let output = transliterate(text)
    let form: Rendered
    if let border = output.firstIndex(of: AnnotatedWord.border) {
      form = Rendered(front: String(output[..<border]), stem: String(output[output.index(after: border)...]))
    } else {
      form = Rendered(front: "", stem: output)
    }
    if rendered.count > 200_000 { rendered.removeAll(keepingCapacity: true) }
    rendered[text] = form
    return form
  }

  /// A word letter by letter, marks and all, for schemes that write one sign for each.
  private func letters(_ word: String) -> String {
    let ordered = MarkOrder.ordered(word)
    if let known = rendered[ordered] { return known.stem }
    let output = transliterate(ordered)
    rendered[ordered] = Rendered(front: "", stem: output)
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
