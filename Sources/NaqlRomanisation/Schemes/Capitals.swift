import NaqlText

/// Capitals by scheme and use: names, titles, running text. A leading apostrophe letter never takes the capital.
struct Capitals {
  private let scheme: Scheme

  init(_ scheme: Scheme) { self.scheme = scheme }

  /// For each word whether it is a proper name or an adjective of one, by the lexicon; needed for titles and phrases.
  ///
  /// A word that is a name and a common word too (كَرِيم) counts as a name only beside a sure one.
  func properNames(_ tokens: [GrammarAnnotator.Token], _ use: Use) -> [Bool] {
    if use == .name { return tokens.map { _ in true } }
    let sure = tokens.map { token in
      isName(token.kinds) && !isCommon(token.kinds) || DivineName.annotate(token.word) != nil
    }
    return tokens.indices.map { index in
      if sure[index] { return true }
      guard isName(tokens[index].kinds), !tokens[index].front.hasArticle else { return false }
      return index > 0 && sure[index - 1] && !isPlace(tokens[index - 1].kinds)
        || index + 1 < tokens.count && sure[index + 1] && tokens[index + 1].kinds.contains("given")
    }
  }

  private func isName(_ kinds: Set<String>) -> Bool {
    kinds.contains {
      ["given", "family", "nisba", "place", "laqab", "kunya-part"].contains($0) || $0.hasPrefix("foreign")
    }
  }

  private func isPlace(_ kinds: Set<String>) -> Bool { kinds.contains("place") && !kinds.contains("given") }

  private func isCommon(_ kinds: Set<String>) -> Bool {
    !kinds.isDisjoint(with: [
      "noun", "adjective", "plural", "masdar", "participle", "particle", "pronoun", "adverb", "numeral", "institution",
      "title", "verb-perfect", "verb-imperfect", "verb-passive",
    ])
  }

  /// A word that the scheme writes in its own way, such as Bin or ibn.
  func special(_ text: String, isFirst: Bool, use: Use) -> String {
    isFirst && use != .phrase ? capitalised(text) : text
  }

  /// The word with its capital.
  func apply(
    _ form: SchemeRenderer.Rendered, to token: GrammarAnnotator.Token, isParticle: Bool, isProper: Bool, isFirst: Bool,
    use: Use
  ) -> String {
    let wantsCapital: Bool
    switch token.given.capital {
    case .lower: wantsCapital = false
    case .stem: wantsCapital = true
    case .first: return capitalised(form.front + form.stem)
    case nil:
      switch use {
      case .name: wantsCapital = !isParticle || isFirst
      case .title: wantsCapital = isFirst || isProper && !isParticle
      case .phrase: wantsCapital = isProper && !isParticle
      }
    }
    if form.front.isEmpty { return wantsCapital ? capitalised(form.stem) : form.stem }
    var front = form.front
    switch scheme.articleCapital {
    case .never: break
    case .first: if isFirst, use != .phrase, token.front.signs == "L" { front = capitalised(front) }
    case .always: if wantsCapital, token.front.signs == "L" || token.front.signs == "O" { front = capitalised(front) }
    }
    // A word that opens a line with a clitic and no name behind it takes the capital on the clitic's stem all the same.
    return front + (wantsCapital ? capitalised(form.stem) : form.stem)
  }

  /// `text` with a capital on its first letter that is no apostrophe.
  private func capitalised(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      if "ʻʼ‘’ʿʾ'`ʹ".contains(character) {
        result.append(character)
        continue
      }
      return result + character.uppercased() + rest
    }
    return result
  }
}
