import NaqlText

/// Words that are names because somebody saw a name there.
extension ProperNames {
  /// Adds words of the names that were seen in the line. A recogniser may err: a common word counts only behind a sure one of a
  /// person, a word that no list has behind one or where it looks foreign.
  func addSeen(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ marks: [NameMark?]
  ) {
    let sure = proper
    for (index, mark) in marks.enumerated() where !proper[index] {
      guard let mark, index + 1 == tokens.count || !tokens[index].stemRoles.contains(.settlement) else { continue }
      let own = standings[index], token = tokens[index]
      if index > 0, token.isDefective { continue }  // جَعَلَ الدَّلِيلَ هُدًى
      // أَصْبَحَ أَدْهَمُ طَيَّارًا
      if index > 0, token.isNunated, token.word.letters.last?.base == 0x627, !tokens[index - 1].isNunated { continue }
      let words = Self.words(of: mark, around: index, marks)
      let isBehindSure = (words.lowerBound..<index).contains { sure[$0] && !standings[$0].contains(.divine) }
      if mark.sort == .person, isFullName(tokens, words) {
        proper[index] = true
      } else if mark.sort == .whole {
        proper[index] = !isService(tokens, words)
      } else if mark.sort == .body {
        proper[index] = token.kinds.isDisjoint(with: Self.nouns)
      } else if mark.sort == .organisation {
        proper[index] = isNamedBody(tokens, words)
      } else if mark.sort == .place, token.kinds.contains(.usualPlace), own.contains(.article) || isDiptoteNoun(token),
        words.count == 1,
        // الظَّاهِر وَالبَاطِن; المُرْتَفَعَات الشَّرْقِيَّة
        index == 0 || sure[index - 1] || !tokens[index - 1].front.hasArticle
          || !token.front.hasClitic && !own.contains(.land) && token.kinds.isDisjoint(with: [.adjective, .nisba])
      {
        proper[index] = true  // إِلَى العَقَبَةِ, مَحْكَمَة صُورَ
      } else if own.contains(.name) {
        let isNisba = !own.isDisjoint(with: [.nisba, .family])
        proper[index] =
          own.contains(.common)
          ? mark.sort == .person
            && (isBehindSure && (own.contains(.article) ? isNisba : !own.isDisjoint(with: [.given, .family]))
              || isNisbaAlone(token) && index > 0 && !standings[index - 1].contains(.article))
          : own.contains(.article) || !own.contains(.nisba)
      } else if token.kinds.isEmpty, own.contains(.article), endsAsNisba(token) {
        proper[index] = mark.sort == .person && isBehindSure  // أَبُو القَاسِمِ الشَّابِّيُّ
      } else if token.kinds.isEmpty, !token.opensClause, !annotator.hasPronoun(token),
        token.word.letters.last?.hasVowel == false,
        !token.skeleton.hasSuffix("وا")  // خَافُوا
      {
        // أَحْمَد زُوَيْل, زَنُوبِيَا
        proper[index] = isBehindSure || token.front.letters == 0 && looksForeign(token.word.letters)
      }
    }
  }

  /// Whether words that were seen as a body are the name of one, and not of a sort with its town or an adjective: مُنَظَّمَة الصِّحَّة العَالَمِيَّة, الجَامِعَة
  /// الأَمْرِيكِيَّة, but جَامِعَة دِمَشْق, الجَامِعَة الجَدِيدَة.
  private func isNamedBody(_ tokens: [GrammarAnnotator.Token], _ places: Range<Int>) -> Bool {
    guard places.count > 1, tokens[places.lowerBound].stemRoles.contains(.named) else { return false }
    let second = tokens[places.lowerBound + 1].kinds
    if tokens[places.lowerBound].front.hasArticle { return second.contains(.nisba) }
    if second.contains(.plural), places.count == 2 { return false }  // مَجْلِس الوُزَرَاء
    return places.count > 2 || !second.contains(.place)
  }

  /// Whether words that were seen as a person are a given name and the rest of one, though they are common words too: behind a title with its
  /// article (المُتَحَدِّث كَرِيم الصَبّاغ), or where no list has one of them (أَمَلُ كَلُونِي).
  private func isFullName(_ tokens: [GrammarAnnotator.Token], _ words: Range<Int>) -> Bool {
    guard words.count > 1, tokens[words.lowerBound].kinds.contains(.given), tokens[words.lowerBound].front.letters == 0,
      words.allSatisfy({ !tokens[$0].isParticle && !tokens[$0].opensClause && !annotator.hasPronoun(tokens[$0]) })
    else { return false }
    let isBehindTitle =
      words.lowerBound > 0 && tokens[words.lowerBound - 1].front.hasArticle
      && tokens[words.lowerBound - 1].kinds.contains(.title)
    return isBehindTitle
      || words.dropFirst().contains {
        tokens[$0].kinds.isEmpty && tokens[$0].front.letters == 0 && !tokens[$0].isNunated
      }
  }

  /// The places of the words of a name, which stand side by side.
  private static func words(of mark: NameMark, around index: Int, _ marks: [NameMark?]) -> Range<Int> {
    var (first, end) = (index, index + 1)
    while first > 0, marks[first - 1]?.number == mark.number { first -= 1 }
    while end < marks.count, marks[end]?.number == mark.number { end += 1 }
    return first..<end
  }

  /// Whether words that were seen as a body say which country's it is and no more: الحُكُومَة السُّودَانِيَّة.
  private func isService(_ tokens: [GrammarAnnotator.Token], _ places: Range<Int>) -> Bool {
    places.count == 2 && tokens[places.lowerBound].stemRoles.contains(.service)
      && tokens[places.lowerBound + 1].kinds.contains(.nisba)
  }

  /// Whether a word that no list has looks foreign: it ends in a vowel letter behind at least five others, or in a bare consonant where
  /// its other letters have their marks (نِتَنْيَاهُو, تْرَامْب).
  private func looksForeign(_ letters: [SpelledWord.Letter]) -> Bool {
    guard let last = letters.last else { return false }
    if last.base == 0x627 || last.base == 0x648 { return letters.count > 5 }
    if last.base == 0x62A, letters.dropLast().last?.base == 0x627 { return false }  // مُبْتَسِمَات
    return letters.count > 3 && !last.isMarked && letters.dropLast().contains(where: \.isMarked) && last.base != 0x64A
      && last.base != 0x649 && last.base != 0x629
  }

  /// Whether a word has the -a of a diptote: a genitive without article that has no -i.
  func isDiptoteNoun(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.letters == 0 && token.word.letters.last?.vowel == "a"
  }

  /// Whether a word ends in -iyy.
  func endsAsNisba(_ token: GrammarAnnotator.Token) -> Bool {
    token.word.letters.last.map { $0.base == 0x64A && $0.hasShadda } ?? false
  }

  /// Whether a word is a nisba with the article that is nothing else but an adjective: الشَّافِعِيّ, which without a noun is a man.
  private func isNisbaAlone(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.hasArticle && token.kinds.contains(.nisba) && token.kinds.isDisjoint(with: Self.nouns)
  }

  /// Kinds of common nouns.
  private static let nouns: WordKinds = [.noun, .plural, .masdar, .participle, .title, .institution, .numeral]
}
