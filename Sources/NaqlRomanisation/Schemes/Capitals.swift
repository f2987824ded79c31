/// Capitals by scheme and use: names, titles, running text. A leading apostrophe letter never takes the capital.
struct Capitals {
  private let scheme: Scheme

  init(_ scheme: Scheme) { self.scheme = scheme }

  /// Whether ابن opens a name here: no person's name stands before it (رحلة ابن بطوطة).
  func opensName(_ token: GrammarAnnotator.Token, after previous: GrammarAnnotator.Token?) -> Bool {
    guard token.isIbn, let previous else { return false }
    if previous.kinds.contains(.institution) { return true }  // جَامِع ابْن طُولُون
    // حَيَاةُ ابْنِ رُشْدٍ: a woman is nobody's ابن
    if previous.isOpenFeminine, previous.kinds.contains(.noun) { return true }
    return previous.kinds.isDisjoint(with: [.given, .family, .laqab, .kunyaPart])
      && !previous.roles.contains(.bond)
      // الرَّحَّالَة ابْن بَطُّوطَة
      && (!previous.front.hasArticle || previous.kinds.contains(.title) || previous.word.letters.last?.base == 0x629)
  }

  /// Whether بِنْت joins two names here, as بن does, in schemes that write ibn in lower case.
  func joinsNames(_ token: GrammarAnnotator.Token, after previous: GrammarAnnotator.Token?) -> Bool {
    guard token.isBint, let previous,
      scheme.words["بن"]?.first?.isLowercase == true
    else { return false }
    // سِتّ الشَّام بِنْت أَيُّوب; a word that nobody knows is a name: مُوزَة بِنْت نَاصِر
    return !previous.kinds.isDisjoint(with: [.given, .family]) || previous.front.hasArticle || previous.kinds.isEmpty
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
    // Before a name in Latin letters or in quotation marks: wa-BBC.
    if use == .phrase, token.word.letters.count <= 2, LoneClitic.isJoined(token.given.text) {
      return form.front + form.stem
    }
    var wantsCapital: Bool
    let isArticle = token.front.signs == "L" || token.front.signs == "O"
    // An article that is a word of its own is the first word of the title: Al bukhalā’.
    let opensTitle =
      isFirst && use == .title && isArticle && scheme.articleCapital != .never && form.front.last == " "
    switch opensTitle ? nil : token.given.capital {
    case .lower: wantsCapital = token.divine != nil  // whatever the vocaliser learnt from its capitals
    case .stem: wantsCapital = true
    case .first: return capitalised(form.front + form.stem)
    case nil:
      switch use {
      case .name: wantsCapital = !isParticle || isFirst
      case .title: wantsCapital = isFirst && !opensTitle || isProper && !isParticle
      case .phrase: wantsCapital = isProper && !isParticle
      }
    }
    if form.front.isEmpty { return wantsCapital ? capitalised(form.stem) : form.stem }
    var front = form.front
    let signs = token.front.signs
    if isFirst, use == .title, token.given.capital == nil, !isArticle,
      scheme.articleCapital == .never || signs.first == "W" || signs.first == "F"
    {
      // The clitic is the first word of the title: Wa-al-shams, Lil-tārīkh; what it stands before has its own capital.
      front = capitalised(front)
      wantsCapital = isProper && !isParticle
    }
    switch scheme.articleCapital {
    case .never: break
    case .first: if isFirst, use != .phrase || wantsCapital, signs == "L" { front = capitalised(front) }
    case .always, .everywhere:
      let hasOwn = wantsCapital || scheme.articleCapital == .everywhere
      if hasOwn, isArticle { front = capitalised(front) }
      if hasOwn, signs == "WE" || signs == "FE", let space = front.firstIndex(of: " ") {
        front = front[...space] + capitalised(String(front[front.index(after: space)...]))  // wa Al Qamar
      }
    }
    // Written together without a hyphen or a space, clitic and stem are one word with one capital: Limuddat.
    if wantsCapital, front.last?.isLetter == true { return capitalised(front + form.stem) }
    return front + (wantsCapital ? capitalised(form.stem) : form.stem)
  }

  /// `text` with a capital on its first letter that is no apostrophe.
  func capitalised(_ text: String) -> String {
    // Nearly all words open with a letter of ASCII, behind apostrophes or not.
    let scalars = text.unicodeScalars
    guard let at = scalars.firstIndex(where: { !Self.isApostrophe($0) }) else { return text }
    if let letter = scalars[at].isASCII ? UInt8(scalars[at].value) : nil {
      return letter >= 0x61 && letter <= 0x7A ? Self.replacing(at, with: letter - 0x20, in: text) : text
    }
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      if "ʻʼ‘’‛ʿʾˈ'`ʹ".contains(character) {
        result.append(character)
        continue
      }
      return result + character.uppercased() + rest
    }
    return result
  }

  /// Whether a letter is written as an apostrophe, which no capital is put on.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "ʻ", "ʼ", "‘", "’", "‛", "ʿ", "ʾ", "'", "`", "ʹ", "ˈ": true
    default: false
    }
  }

  /// `text` with another byte at `at`.
  private static func replacing(_ at: String.Index, with byte: UInt8, in text: String) -> String {
    let offset = text.utf8.distance(from: text.startIndex, to: at)
    return String(unsafeUninitializedCapacity: text.utf8.count) { bytes in
      let count = bytes.initialize(from: text.utf8).index
      bytes[offset] = byte
      return count
    }
  }
}
