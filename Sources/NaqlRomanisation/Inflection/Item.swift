import NaqlText

extension CaseReader {
  /// A word of a line as the syntax sees it.
  struct Item {
    /// What a word is to its neighbours.
    enum Sort {
      case governor(CaseWords.Government)
      case particle, verb, noun
      /// A proper name without article, or a word whose ending is that of a pronoun.
      case still
    }

    let sort: Sort
    let hasArticle: Bool
    /// Whether it stands behind wa- or fa-, and behind bi-, li- or ka-.
    let isJoined: Bool, isGenitive: Bool
    let isAdjective: Bool, isFeminine: Bool
    /// The ending that its marks give.
    let given: WordEnding?
    /// Whether nothing can be added to it, since it ends in a long vowel.
    let isFixed: Bool
    /// The ending that it has in all cases: that of a sound plural, a dual or an adverb.
    let constant: WordEnding?
    /// Whether it is a sound feminine plural, whose accusative is its genitive.
    let isFemininePlural: Bool
    /// Whether it is a title or office, which adjectives behind its genitive belong to (وزير الدفاع اللبناني).
    let isTitle: Bool
    /// Whether its spelling excludes the accusative with nunation, which would be written with an alif.
    let lacksAlif: Bool
    let isDiptote: Bool
    let isImperfect: Bool
    /// The noun before a pronoun, where it is one that the lexicon has.
    let possessed: PossessedNoun?
    /// Whether a comma or the like stands behind it, and whether that closes the sentence.
    let isStopped: Bool, isClosed: Bool
    let text: String
    private let lastVowel: SpelledWord.Vowel?
    /// Letters of the pronoun that a verb has behind the -u of the indicative: 1 in تَعْرِفُهُ, else 0.
    private let pronoun: Int

    /// A word with `token` in the line `text`, with `behind` after its letters; `kindsOf` asks the lexicon.
    init(
      _ token: GrammarAnnotator.Token, of words: CaseWords, text: String, behind: String,
      kindsOf: (ArraySlice<SpelledWord.Letter>) -> WordKinds
    ) {
      let kinds = token.kinds
      let stem = token.stem
      let last = stem[stem.endIndex - 1]
      let before = stem.count > 1 ? stem[stem.endIndex - 2] : nil
      let mark = behind.unicodeScalars.first
      isStopped = mark.map { "،؛.؟:!,;?\"»)…".unicodeScalars.contains($0) } ?? false
      isClosed = mark.map { ".؟:!?…".unicodeScalars.contains($0) } ?? false
      self.text = text
      hasArticle = token.front.hasArticle
      isJoined = token.front.signs.hasPrefix("W") || token.front.signs.hasPrefix("F")
      isGenitive = token.front.signs.contains { "BIKJ".contains($0) }
      let isNisba =
        last.base == 0x64A && last.hasShadda
        || last.base == 0x629 && before?.hasShadda == true
          && before?.base == 0x64A
      isAdjective = kinds.containsAny(of: [.adjective, .nisba, .participle]) && !kinds.contains(.given) || isNisba
      isFeminine = last.base == 0x629
      isDiptote = words.isDiptote(stem)
      isImperfect =
        kinds.contains(.verbImperfect)
        || !isFeminine && stem.first.map { $0.base == 0x64A && $0.vowel != "i" && $0.vowel != nil } == true
          && Self.verbEnding(token) == "u"
      let isName =
        kinds.containsAny(of: [.given, .family, .place, .foreign, .laqab, .usualPlace])
        && kinds.isDisjoint(with: [.noun, .adjective, .masdar, .plural, .participle, .institution, .title])
      let keeps = token.given.keepsEnding ?? false
      let isSuffixed =
        last.base == 0x647 && last.vowel != nil && stem.count > 2 && before?.vowel != nil
        || token.stemSkeleton.hasSuffix("ها") && stem.count > 3 && before?.base == 0x647
        || token.stemSkeleton.hasSuffix("هم") && stem.count > 3 && keeps
      // What a pronoun follows has no nunation, and the vowel of the pronoun is no ending of the noun.
      lacksAlif =
        !isFeminine && !isSuffixed && last.base != 0x627 && last.base != 0x621 && last.tanwin == nil
        && before?.tanwin == nil
      given = isSuffixed ? nil : Self.given(last, before, keeps: keeps)
      let letters = Array(stem)
      isFixed =
        [0x649, 0x648].contains(last.base) && last.vowel == nil && !last.hasShadda
        || last.base == 0x64A && !last.hasShadda && before?.vowel == "i"
        || last.base == 0x627 && last.tanwin == nil && before?.tanwin == nil
        || token.isDefective
      let role = words.role(token.stemSkeleton, stem)
      constant =
        role?.government == .adverbial && !isGenitive ? role?.ending : isDiptote ? nil : Self.plural(letters, kinds)
      isFemininePlural = last.base == 0x62A && before?.base == 0x627 && stem.count > 3
      isTitle = kinds.contains(.title)
      lastVowel = last.vowel
      pronoun = Self.pronoun(letters, kinds)
      possessed = token.isParticle || token.isVerb ? nil : PossessedNoun(stem, kinds: kindsOf)

      if let government = role?.government, government != .noun, government != .adverbial, !hasArticle {
        sort = .governor(government)
      } else if role?.government == .noun || role?.government == .adverbial {
        sort = .noun
      } else if token.divine != nil {
        sort = .noun
      } else if token.isParticle {
        sort = .particle
      } else if token.isVerb || isImperfect && !hasArticle && possessed == nil
        || kinds.isEmpty && keeps && !isSuffixed && !hasArticle
      {
        sort = .verb
      } else if possessed != nil || isSuffixed || isName && !hasArticle {
        sort = .still
      } else {
        sort = .noun
      }
    }

    /// Whether it is a noun or name by its form, with neither article nor preposition.
    var isUngoverned: Bool {
      switch sort {
      case .noun, .still: !hasArticle && !isGenitive
      case .governor, .particle, .verb: false
      }
    }

    /// The ending that the marks on the last letters give: كِتَابٌ, كِتَابًا, الكِتَابِ.
    private static func given(_ last: SpelledWord.Letter, _ before: SpelledWord.Letter?, keeps: Bool) -> WordEnding? {
      if keeps { return nil }
      if let tanwin = last.tanwin ?? (last.base == 0x627 ? before?.tanwin : nil) {
        return WordEnding(rawValue: String(tanwin.scalar) + "n")
      }
      return last.vowel.flatMap { WordEnding(rawValue: String($0.scalar)) }
    }

    /// The -a of a plural in -ūn, -īn or the -i of a dual in -ān, -ayn, which the lexicon does not know as a noun.
    private static func plural(_ letters: [SpelledWord.Letter], _ kinds: WordKinds) -> WordEnding? {
      guard letters.count > 4, letters[letters.count - 1].base == 0x646 else { return nil }
      let bearer = letters[letters.count - 2], before = letters[letters.count - 3]
      if bearer.base == 0x64A, before.vowel == "a" { return .i }
      guard kinds.isDisjoint(with: [.noun, .masdar]) else { return nil }
      switch bearer.base {
      case 0x648, 0x64A: return .a
      default: return nil
      }
    }

    /// The last vowel of a verb without its pronoun -hu, -hā, -hum.
    private static func verbEnding(_ token: GrammarAnnotator.Token) -> SpelledWord.Vowel? {
      let stem = Array(token.stem)
      for suffix: [UInt32] in [[0x647], [0x647, 0x627], [0x647, 0x645]] where stem.count > suffix.count + 3 {
        if stem.suffix(suffix.count).map(\.base) == suffix { return stem[stem.count - suffix.count - 1].vowel }
      }
      return stem.last?.vowel
    }

    /// Letters of the pronoun behind a verb. A ه behind a short vowel may be the verb's own (يُوَاجِهُ, يَكْرَهُ): behind -u, or where the lexicon has no
    /// such verb behind -a, it is none.
    private static func pronoun(_ letters: [SpelledWord.Letter], _ kinds: WordKinds) -> Int {
      pronouns.first { suffix in
        guard letters.count > suffix.count + 2, letters.suffix(suffix.count).map(\.base) == suffix else { return false }
        let bearer = letters[letters.count - suffix.count - 1]
        if bearer.vowel == nil { return [0x627, 0x648, 0x64A].contains(bearer.base) }
        return bearer.vowel == "u" || bearer.vowel == "a" && (suffix.count > 1 || !kinds.contains(.verbImperfect))
      }?.count ?? 0
    }

    /// هما ها هم هن ه كم ك نا ني
    private static let pronouns: [[UInt32]] = [
      [0x647, 0x645, 0x627], [0x647, 0x627], [0x647, 0x645], [0x647, 0x646], [0x647], [0x643, 0x645], [0x643],
      [0x646, 0x627], [0x646, 0x64A],
    ]

    /// The verb's text with its mood's vowel instead of the -u of the indicative, or behind the bare consonant of a jussive; nil
    /// where it has neither.
    func text(in mood: Clause.Mood) -> String? {
      if pronoun > 0 {
        var scalars = text.unicodeScalars
        let letters = scalars.indices.filter { ArabicScript.isLetter(scalars[$0].value) }
        guard letters.count > pronoun,
          let at = scalars[letters[letters.count - pronoun - 1]..<letters[letters.count - pronoun]].firstIndex(
            of: "\u{64F}")
        else { return nil }
        scalars.replaceSubrange(at...at, with: [mood == .subjunctive ? "\u{64E}" : "\u{652}"])
        return String(scalars)
      }
      if lastVowel == nil, mood == .subjunctive { return opened() }
      guard lastVowel == "u", let at = text.unicodeScalars.lastIndex(of: "\u{64F}") else { return nil }
      var scalars = text.unicodeScalars
      scalars.replaceSubrange(at...at, with: [mood == .subjunctive ? "\u{64E}" : "\u{652}"])
      return String(scalars)
    }

    /// The text with a fatha on its last consonant; nil where it ends long, or in a نون that may be that of a plural.
    private func opened() -> String? {
      var scalars = text.unicodeScalars
      guard let at = scalars.lastIndex(where: { ArabicScript.isLetter($0.value) }),
        !"اويىنةآ".unicodeScalars.contains(scalars[at])
      else { return nil }
      let next = scalars.index(after: at)
      if next < scalars.endIndex, ArabicScript.isMark(scalars[next].value) {
        guard scalars[next] == "\u{652}" else { return nil }
        scalars.remove(at: next)
      }
      scalars.insert("\u{64E}", at: next)
      return String(scalars)
    }
  }
}
