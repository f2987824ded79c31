import NaqlText

/// Names that go on, or begin, because of the words beside them.
extension ProperNames {
  /// Goes on with names: صَلَاح الدِّين, مُحَمَّد السَّادِس, in titles لَيْلَى الحَايِك; and begins one where grammar leaves nothing else: لِيَاقُوتٍ
  /// الحَمَوِيِّ, in which an indefinite noun would have no definite adjective.
  func extendNames(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ standings: [Standing], _ use: Use
  ) {
    for index in tokens.indices.dropFirst() where standings[index].contains(.article) {
      let previous = standings[index - 1], token = tokens[index]
      let before = tokens[index - 1].stemRoles
      if use == .title, index == tokens.indices.last, token.front.signs == "J", standings[index].contains(.family),
        standings[index].isDisjoint(with: [.common, .feminine])
      {
        proper[index] = true
      }
      if use == .title, index == tokens.indices.last, tokens[index - 1].front.signs == "J", proper[index - 1],
        endsAsNisba(token)
      {
        proper[index] = true  // لِلشِّهَابِ النَّجْدِيِّ
      }
      if use == .title, index == tokens.indices.last, token.front.signs == "J", token.stem.count > 3,
        token.kinds.isEmpty && token.stem.last?.base == 0x64A
          || endsAsNisba(token) && token.kinds.isDisjoint(with: [.noun, .plural, .participle, .title])
      {
        proper[index] = true  // a work and its author: تَفْسِير الأَحْلَام لِلنَّابُلُسِيّ
      }
      if token.stemRoles.contains(.reach), before.contains(.quarter),
        previous.contains(.article) || before.contains(.kin)
      {
        (proper[index - 1], proper[index]) = (true, true)  // الشَّرْق الأَوْسَط, أُمّ القُرَى
      }
      if token.stemRoles.contains(.alone), !previous.contains(.article), tokens[index - 1].skeleton != "على",
        index + 1 == tokens.count || !standings[index + 1].contains(.article)
      {
        proper[index] = true
      }
      if token.stemRoles.contains(.day), tokens[index - 1].stemRoles.contains(.dayPart), !previous.contains(.article) {
        proper[index] = true  // يَوْم الأَحَد
      }
      if previous.contains(.article), tokens[index - 1].stemRoles.contains(.state), isOfLand(token) {
        (proper[index - 1], proper[index]) = (true, true)
      }
      guard previous.contains(.given), !previous.contains(.article) else { continue }
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
    if use == .title, let last = tokens.indices.last, last > 0, !proper[last], proper[last - 1],
      tokens[last].kinds.isEmpty,
      standings[last - 1].contains(.given), !standings[last - 1].contains(.article), tokens[last].front.letters == 0
    {
      proper[last] = true  // لِمَحْمُودٍ مَقْدِيشٍ
    }
    for index in tokens.indices.dropFirst() where !proper[index] {
      if !standings[index].isDisjoint(with: [.family, .nisba]), standings[index].contains(.article),
        standings[index - 1].contains(.work)
      {
        proper[index] = true  // حَاشِيَة الصَّبَّان, صَحِيح البُخَارِيّ
      } else if standings[index].contains(.given) || annotator.isGivenInAccusative(tokens[index]),
        tokens[index - 1].stemRoles.contains(.asking)
      {
        proper[index] = true  // إِلَّا سَعِيدًا
      } else if standings[index].contains(.given), isSubject(tokens[index]) {
        // زَارَ خَالِدٌ: no noun before it that it would be the adjective of; الشَّيْخُ صَبَاحٌ: no noun stands so
        let before = tokens[index - 1].kinds
        proper[index] =
          tokens[index - 1].isVerb && tokens[index].kinds.isDisjoint(with: [.noun, .title, .plural, .masdar])
          || before.contains(.title) && standings[index - 1].contains(.article)
            && tokens[index].kinds.isDisjoint(with: [.adjective, .participle])
      }
    }
    for index in tokens.indices.dropFirst() where !proper[index] && proper[index - 1] {
      // بَيْنَ الجُرْجَانِيِّ وَالقَرْطَاجَنِّيِّ
      proper[index] =
        tokens[index].front.signs == "WE" && tokens[index].kinds.isEmpty && endsAsNisba(tokens[index])
        && standings[index - 1].contains(.article) && !standings[index - 1].isDisjoint(with: [.family, .nisba])
    }
    for index in tokens.indices.dropFirst(2)
    where !proper[index] && standings[index].contains(.given) && tokens[index].word.letters.last?.tanwin == "i"
      && tokens[index - 1].front.signs == "L" && tokens[index - 1].stemRoles.contains(.articled)
    {
      (proper[index - 1], proper[index]) = (true, true)  // رِوَايَات الطَّيِّبِ صَالِحٍ
    }
    for index in tokens.indices.dropLast() where !proper[index] && standings[index].contains(.given) {
      // تَقْدِيم حَسَن السَّنْدُوبِيّ: an adjective has no definite nisba behind it
      let next = tokens[index + 1]
      guard tokens[index].front.letters == 0, !standings[index].contains(.feminine), next.front.signs == "L",
        endsAsNisba(next),
        tokens[index].kinds.isDisjoint(with: WordKinds([.noun, .masdar, .plural, .title, .institution]).union(.verbs)),
        proper[index + 1] || next.kinds.isDisjoint(with: .noun)
      else { continue }
      (proper[index], proper[index + 1]) = (true, true)
    }
    for index in tokens.indices.dropLast()
    where !proper[index] && proper[index + 1] && standings[index + 1].contains(.servant) {
      proper[index] = standings[index].contains(.given) && !standings[index].contains(.article)  // جَمَالُ عَبْدِ النَّاصِرِ
    }
    for index in tokens.indices.dropLast() where !proper[index] && !tokens[index].isParticle {
      // كَتَبَهَا لِلْفَتْحِ بْنِ خَاقَانَ
      proper[index] = tokens[index + 1].skeleton == "بن" && tokens[index + 1].front.letters == 0
    }
    for index in tokens.indices.dropFirst(2)
    where tokens[index - 1].stemRoles.contains(.compound) && proper[index - 1] && standings[index].contains(.article)
      && !standings[index].isDisjoint(with: [.nisba, .family])
    {
      proper[index] = true  // صَلَاح الدِّين الأَيُّوبِيّ
    }
  }
}
