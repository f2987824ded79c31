import NaqlText

/// Capitals by scheme and use: names, titles, running text. A leading apostrophe letter never takes the capital.
struct Capitals {
  private let scheme: Scheme
  private let words: GrammarWords

  init(_ scheme: Scheme, words: GrammarWords) {
    self.scheme = scheme
    self.words = words
  }

  /// For each word whether it is a proper name or an adjective of one, by the lexicon; needed for titles and phrases.
  ///
  /// A word that is a name and a common word too (كَرِيم) counts as a name only beside a sure one; what follows ابن, أبو
  /// or عبد is one.
  func properNames(_ tokens: [GrammarAnnotator.Token], _ use: Use) -> [Bool] {
    if use == .name { return tokens.map { _ in true } }
    var proper = tokens.map { isSure($0) }
    for index in tokens.indices where !proper[index] {
      let token = tokens[index]
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      if words.has(token.word.skeleton, .head) {
        proper[index] = next != nil
      } else if words.has(token.word.skeleton, .servant) {
        proper[index] = next?.front.hasArticle == true || next.map { words.divine($0.word) != nil } == true
      } else if index > 0, proper[index - 1],
        words.has(tokens[index - 1].word.skeleton, .head)
          || words.has(tokens[index - 1].word.skeleton, .servant)
      {
        proper[index] = true
      } else if isName(token.kinds), !token.front.hasArticle {
        proper[index] =
          index > 0 && proper[index - 1] && !isPlace(tokens[index - 1].kinds)
          || next.map { isSure($0) && $0.kinds.contains("given") } == true
      } else if token.front.hasArticle, !token.kinds.isDisjoint(with: ["family", "nisba"]), index > 0 {
        // صَحِيح البُخَارِيّ is a genitive, الأَدَب المِصْرِيّ an adjective.
        let previous = tokens[index - 1]
        let isPerson =
          proper[index - 1]
          && (!previous.kinds.isDisjoint(with: ["given", "family"]) || words.divine(previous.word) != nil)
          && !previous.front.hasArticle
        proper[index] =
          isPerson
          || !isCommon(token.kinds) && !previous.front.hasArticle && !previous.isParticle
            && token.kinds.contains("family")
            && token.word.letters.last?.base != 0x629
      }
    }
    return proper
  }

  private func isSure(_ token: GrammarAnnotator.Token) -> Bool {
    if words.divine(token.word) != nil { return true }
    if token.isDefective { return false }  // هُدًى, وَادٍ: the nunation of a common word
    if scheme.capitalisesAdjectives, token.kinds.contains("nisba") { return true }
    if token.front.hasArticle, words.has(SpelledWord.skeleton(Array(token.stem)), .proper) { return true }
    if token.kinds.contains("usual-place"), !token.front.hasArticle || !isCommon(token.kinds),
      token.kinds.isDisjoint(with: ["institution", "title", "particle"])
    {
      return true
    }
    let isOnlyNisba =
      token.kinds.contains("nisba") && token.kinds.isDisjoint(with: ["given", "place", "laqab", "kunya-part"])
    return isName(token.kinds) && !isCommon(token.kinds) && !isOnlyNisba
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

  /// Whether ابن opens a name here: no person's name stands before it (رحلة ابن بطوطة).
  func opensName(_ token: GrammarAnnotator.Token, after previous: GrammarAnnotator.Token?) -> Bool {
    guard token.word.skeleton == "ابن", let previous else { return false }
    return previous.kinds.isDisjoint(with: ["given", "family", "laqab", "kunya-part"])
      && !words.has(previous.word.skeleton, .bond) && !previous.front.hasArticle
  }

  /// Whether بِنْت joins two names here, as بن does, in schemes that write ibn in lower case.
  func joinsNames(_ token: GrammarAnnotator.Token, after previous: GrammarAnnotator.Token?) -> Bool {
    guard token.word.skeleton == "بنت", token.word.letters[0].vowel != "a", let previous,
      scheme.words["بن"]?.first?.isLowercase == true
    else { return false }
    return !previous.kinds.isDisjoint(with: ["given", "family"])
  }

  /// A word that the scheme writes in its own way, such as Bin or ibn.
  func special(_ text: String, isFirst: Bool, use: Use) -> String {
    isFirst ? capitalised(text) : text
  }

  /// The word with its capital.
  func apply(
    _ form: SchemeRenderer.Rendered, to token: GrammarAnnotator.Token, isParticle: Bool, isProper: Bool, isFirst: Bool,
    use: Use
  ) -> String {
    var wantsCapital: Bool
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
    let signs = token.front.signs
    let isArticle = signs == "L" || signs == "O"
    if isFirst, use == .title, token.given.capital == nil, !isArticle,
      scheme.articleCapital == .never || signs.first == "W" || signs.first == "F"
    {
      // The clitic is the first word of the title: Wa-al-shams, Lil-tārīkh; what it stands before has its own capital.
      front = capitalised(front)
      wantsCapital = isProper && !isParticle
    }
    switch scheme.articleCapital {
    case .never: break
    case .first: if isFirst, use != .phrase, signs == "L" { front = capitalised(front) }
    case .always:
      if wantsCapital, isArticle { front = capitalised(front) }
      if wantsCapital, signs == "WE" || signs == "FE", let space = front.firstIndex(of: " ") {
        front = front[...space] + capitalised(String(front[front.index(after: space)...]))  // wa Al Qamar
      }
    }
    // Written together without a hyphen or a space, clitic and stem are one word with one capital: Limuddat.
    if wantsCapital, front.last?.isLetter == true { return capitalised(front + form.stem) }
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
