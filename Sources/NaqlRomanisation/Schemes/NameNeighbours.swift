import NaqlText

/// Names that go on, or begin, because of the words beside them.
extension ProperNames {
  /// Goes on with names: صَلَاح الدِّين, مُحَمَّد السَّادِس, in titles لَيْلَى الحَايِك; and begins one where grammar leaves nothing else: لِيَاقُوتٍ
  /// الحَمَوِيِّ, in which an indefinite noun would have no definite adjective.
  func extendNames(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ use: Use
  ) {
    for index in tokens.indices.dropFirst() where standings[index].contains(.article) {
      if use == .title, index == tokens.indices.last { addAuthor(&proper, tokens, standings) }
      addDefinite(&proper, tokens, standings, index)
      addBehindGiven(&proper, tokens, standings, index, use)
    }
    if use == .title { addLast(&proper, tokens, standings) }
    for index in tokens.indices.dropFirst() where !proper[index] {
      proper[index] = isNameBehind(tokens, standings, index)
    }
    for index in tokens.indices.dropFirst() where !proper[index] && proper[index - 1] {
      // بَيْنَ الجُرْجَانِيِّ وَالقَرْطَاجَنِّيِّ
      proper[index] =
        tokens[index].front.signs == "WE" && tokens[index].kinds.isEmpty && endsAsNisba(tokens[index])
        && standings[index - 1].contains(.article) && !standings[index - 1].isDisjoint(with: [.family, .nisba])
    }
    addPairs(&proper, tokens, standings)
    addBeforeNames(&proper, tokens, standings)
    for index in tokens.indices.dropFirst(2)
    where tokens[index - 1].stemRoles.contains(.compound) && proper[index - 1] && standings[index].contains(.article)
      && !standings[index].isDisjoint(with: [.nisba, .family])
    {
      proper[index] = true  // صَلَاح الدِّين الأَيُّوبِيّ
    }
  }

  /// The definite word that closes a title, where it is whoever wrote the work: behind a definite one, لِلشِّهَابِ النَّجْدِيِّ, and behind li-, تَفْسِير
  /// الأَحْلَام لِلنَّابُلُسِيّ.
  private func addAuthor(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing]
  ) {
    let index = tokens.count - 1, token = tokens[index]
    if tokens[index - 1].front.signs == "J", proper[index - 1], endsAsNisba(token) { proper[index] = true }
    guard token.front.signs == "J" else { return }
    if standings[index].contains(.family), standings[index].isDisjoint(with: [.common, .feminine]) {
      proper[index] = true
    }
    if token.stem.count > 3,
      token.kinds.isEmpty && token.stem.last?.base == 0x64A
        || endsAsNisba(token) && token.kinds.isDisjoint(with: [.noun, .plural, .participle, .title])
    {
      proper[index] = true
    }
  }

  /// A definite word that makes a region, a day or a state with the one before it: الشَّرْق الأَوْسَط, أُمّ القُرَى, يَوْم الأَحَد.
  private func addDefinite(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ index: Int
  ) {
    let previous = standings[index - 1], token = tokens[index]
    let before = tokens[index - 1].stemRoles
    if token.stemRoles.contains(.reach), before.contains(.quarter),
      previous.contains(.article) || before.contains(.kin)
    {
      (proper[index - 1], proper[index]) = (true, true)
    }
    if token.stemRoles.contains(.alone), !previous.contains(.article), tokens[index - 1].skeleton != "على",
      index + 1 == tokens.count || !standings[index + 1].contains(.article)
    {
      proper[index] = true
    }
    if token.stemRoles.contains(.day) {
      // وَصَلَ الوَفْدُ الخَمِيسَ, but الوَلَدَانِ الِاثْنَانِ
      let isWhen = previous.contains(.article) || proper[index - 1] || tokens[index - 1].isVerb
      let isTwo = ["ين", "ان"].contains { tokens[index - 1].skeleton.hasSuffix($0) }
      if before.contains(.dayPart) && !previous.contains(.article) || isWhen && !isTwo { proper[index] = true }
    }
    if previous.contains(.article), before.contains(.state), isOfLand(token) {
      (proper[index - 1], proper[index]) = (true, true)
    }
  }

  /// A definite word behind a given name.
  private func addBehindGiven(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ index: Int, _ use: Use
  ) {
    let token = tokens[index]
    guard standings[index - 1].contains(.given), !standings[index - 1].contains(.article) else { return }
    if token.stemRoles.contains(.compound) {
      (proper[index - 1], proper[index]) = (true, true)
    } else if proper[index - 1],
      token.kinds.contains(.numeral) || use == .title && token.kinds.isEmpty && !token.stemRoles.contains(.proper)
    {
      proper[index] = true
    } else if !proper[index - 1], tokens[index - 1].isNunated, standings[index].contains(.nisba),
      token.front.signs == "L"
    {
      (proper[index - 1], proper[index]) = (true, true)
    } else if index > 1, standings[index].contains(.nisba) || standings[index].contains(.family) {
      proper[index] = proper[index] || proper[index - 1]
    }
  }

  /// The word that closes a title, of no list, behind a given name: لِمَحْمُودٍ مَقْدِيشٍ.
  private func addLast(_ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing]) {
    guard let last = tokens.indices.last, last > 0, !proper[last], proper[last - 1], tokens[last].kinds.isEmpty,
      standings[last - 1].contains(.given), !standings[last - 1].contains(.article), tokens[last].front.letters == 0
    else { return }
    proper[last] = true
  }

  /// Whether a word is a name because of the one before it: حَاشِيَة الصَّبَّان, صَحِيح البُخَارِيّ; إِلَّا سَعِيدًا; زَارَ خَالِدٌ, which no noun stands before that it
  /// would be the adjective of; الشَّيْخُ صَبَاحٌ, since no noun stands so.
  private func isNameBehind(_ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ index: Int) -> Bool {
    let own = standings[index], previous = standings[index - 1], token = tokens[index]
    if !own.isDisjoint(with: [.family, .nisba]), own.contains(.article), previous.contains(.work) { return true }
    if own.contains(.given) || annotator.isGivenInAccusative(token), tokens[index - 1].stemRoles.contains(.asking) {
      return true
    }
    guard own.contains(.given), isSubject(token) else { return false }
    return tokens[index - 1].isVerb && token.kinds.isDisjoint(with: [.noun, .title, .plural, .masdar])
      || tokens[index - 1].kinds.contains(.title) && previous.contains(.article)
        && token.kinds.isDisjoint(with: [.adjective, .participle])
  }

  /// Two words that only as names stand side by side: رِوَايَات الطَّيِّبِ صَالِحٍ; تَقْدِيم حَسَن السَّنْدُوبِيّ, since an adjective has no definite nisba behind it.
  private func addPairs(_ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing]) {
    for index in tokens.indices.dropFirst(2)
    where !proper[index] && standings[index].contains(.given) && tokens[index].word.letters.last?.tanwin == "i"
      && tokens[index - 1].front.signs == "L" && tokens[index - 1].stemRoles.contains(.articled)
    {
      (proper[index - 1], proper[index]) = (true, true)
    }
    for index in tokens.indices.dropLast() where !proper[index] && standings[index].contains(.given) {
      let next = tokens[index + 1]
      guard tokens[index].front.letters == 0, !standings[index].contains(.feminine), next.front.signs == "L",
        endsAsNisba(next),
        tokens[index].kinds.isDisjoint(with: WordKinds([.noun, .masdar, .plural, .title, .institution]).union(.verbs)),
        proper[index + 1] || next.kinds.isDisjoint(with: .noun)
      else { continue }
      (proper[index], proper[index + 1]) = (true, true)
    }
  }

  /// A word before a name that it begins: جَمَالُ عَبْدِ النَّاصِرِ, كَتَبَهَا لِلْفَتْحِ بْنِ خَاقَانَ.
  private func addBeforeNames(_ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing]) {
    for index in tokens.indices.dropLast()
    where !proper[index] && proper[index + 1] && standings[index + 1].contains(.servant) {
      proper[index] = standings[index].contains(.given) && !standings[index].contains(.article)
    }
    for index in tokens.indices.dropLast() where !proper[index] && !tokens[index].isParticle {
      proper[index] = tokens[index + 1].skeleton == "بن" && tokens[index + 1].front.letters == 0
    }
  }
}
