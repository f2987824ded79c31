import NaqlText

/// Names that only the grammar of a sentence tells, in running text.
///
/// Source: Wright, A Grammar of the Arabic Language, on subject and predicate: a nominal sentence begins with a definite word, and its predicate is
/// indefinite in the nominative.
extension ProperNames {
  /// Adds names that the sentence asks for, and takes back what is said of one.
  func addInSentences(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ following: [GrammarAnnotator.Following]
  ) {
    var isBehindPredicate = false
    for index in tokens.indices {
      defer { isBehindPredicate = isBehindPredicate && !proper[index] }
      let next = index + 1 < tokens.count && !following[index].contains(.stop) ? tokens[index + 1] : nil
      let previous = index > 0 && !following[index - 1].contains(.stop) ? tokens[index - 1] : nil
      if proper[index] {
        guard let previous else { continue }
        if isPredicate(tokens[index], of: previous, isProper: proper[index - 1], isBehindPredicate) {
          proper[index] = false
          isBehindPredicate = true
        } else if isParticipleOf(tokens[index], previous) {
          proper[index] = false
        }
      } else if index == 0 {
        proper[index] = next.map { isSubject(tokens[index], of: $0) } ?? false
      } else if let previous {
        // شَهْر مُحَرَّم; قُتِلَ فَرَج فُودَة
        proper[index] =
          tokens[index].stemRoles.contains(.lunar) && previous.stemSkeleton == "شهر" && tokens[index].front.letters == 0
          || next.map { isGivenBeforeFamily(tokens[index], $0, behind: previous, isProper: proper[index + 1]) } ?? false
      }
    }
  }

  /// Whether an indefinite word in the nominative is what is said of a name before it, or an adjective of that: اِبْنُ خَلْدُونَ مُؤَرِّخٌ, خَلِيفَةٌ عَادِلٌ.
  /// Adjectives of names stay (تُونِسِيٌّ).
  private func isPredicate(
    _ token: GrammarAnnotator.Token, of previous: GrammarAnnotator.Token, isProper: Bool, _ isBehindPredicate: Bool
  ) -> Bool {
    guard token.front.letters == 0, token.word.letters.last?.tanwin == "u", nisba(token) == nil,
      !token.kinds.isDisjoint(with: [.title, .noun, .adjective, .participle])
    else { return false }
    guard let last = previous.word.letters.last else { return false }
    return isProper ? last.vowel != nil && last.tanwin == nil : isBehindPredicate && last.tanwin == "u"
  }

  /// Whether a definite participle is the adjective of the definite word before it, and no place: القُوَّة القَاهِرَة.
  private func isParticipleOf(_ token: GrammarAnnotator.Token, _ previous: GrammarAnnotator.Token) -> Bool {
    token.front.signs == "L" && previous.front.signs == "L" && token.kinds.contains(.place)
      && annotator.kinds(token.stem.dropLast()).contains(.participle) && token.word.letters.last?.base == 0x629
      && previous.word.letters.last?.base == 0x629
      && !previous.kinds.contains(.place)
  }

  /// Whether an adjective without article that is a given name opens a sentence about an indefinite noun: كَرِيم لَاعِب فِي النَّادِي.
  private func isSubject(_ token: GrammarAnnotator.Token, of next: GrammarAnnotator.Token) -> Bool {
    guard token.front.letters == 0, token.kinds.contains(.given), token.kinds.contains(.adjective),
      token.kinds.isDisjoint(with: [.noun, .plural, .place]), token.word.letters.last?.vowel == nil,
      token.word.letters.last?.tanwin != "a", token.word.letters.last?.tanwin != "i"
    else { return false }
    return next.front.letters == 0 && next.kinds.containsAny(of: [.participle, .title]) && !annotator.hasPronoun(next)
      && !next.isParticle && next.kinds.isDisjoint(with: [.adverb, .numeral, .plural])
      && next.word.letters.last.map { $0.vowel != "i" && $0.tanwin != "i" && $0.tanwin != "a" } ?? false
  }

  /// Whether a given name that is a common word too stands between a verb and a family name: قُتِلَ فَرَج فُودَة.
  private func isGivenBeforeFamily(
    _ token: GrammarAnnotator.Token, _ next: GrammarAnnotator.Token, behind previous: GrammarAnnotator.Token,
    isProper: Bool
  ) -> Bool {
    isProper && previous.opensClause && token.front.letters == 0 && token.kinds.contains(.given) && !token.isParticle
      && next.front.letters == 0 && next.kinds.isDisjoint(with: [.place, .given, .noun])
      && next.kinds.contains(.family)
  }
}
