import NaqlText

/// What the lexicon knows of some letters of a word: with any vowels, with these, with an ending cut off.
///
/// The endings are those of the perfect, of sound plurals and duals, and the suffixed pronouns (Wright, A Grammar of the Arabic
/// Language, the paradigms of the strong verb, the numbers of nouns and the pronominal suffixes).
///
/// A class, since as a value its parts would be counted at each call.
final class KnownLetters {
  private let lexicon: Lexicon
  /// The lexicon's number of the kind of imperfect verbs.
  private let imperfect: Int?
  /// That of perfect ones.
  private let perfect: Int?
  /// That of nouns.
  private let noun: Int?
  /// Those of particles, pronouns and adverbs.
  private let particles: [Int]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    imperfect = lexicon.kinds.firstIndex(of: "verb-imperfect")
    perfect = lexicon.kinds.firstIndex(of: "verb-perfect")
    noun = lexicon.kinds.firstIndex(of: "noun")
    particles = ["particle", "pronoun", "adverb"].compactMap { lexicon.kinds.firstIndex(of: $0) }
  }

  /// Whether one of the words of these letters is an imperfect verb.
  func hasImperfect(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    any(letters) { lexicon.kind($0) == imperfect }
  }

  /// Whether the lexicon has the word as a perfect verb with these marks, or without the ending of one and a pronoun: مَاتَ, أَكْرَمْتُكَ.
  func readsPerfect(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    isStem(of: letters, behind: Self.wordEndingsOrNone) { stem in
      any(stem) { number in
        lexicon.kind(number) == perfect
          && SpelledWord.match(stem, SpelledWord(utf8: lexicon.vocalised(number)).letters)
      }
    }
  }

  /// Whether the lexicon has the word as a perfect verb without its ending and a pronoun behind it: وَجَدْتُهُ, سَلَقَتْهَا.
  func readsPerfectWithObject(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    for suffix in Self.suffixes where letters.count > suffix.count + 3 && suffix.isEnd(of: letters) {
      let verb = letters.dropLast(suffix.count)
      if verb.last?.base == 0x62A, readsPerfect(verb) { return true }
    }
    return readsPerfectBeforeMe(letters)
  }

  /// Whether the lexicon has the word as a perfect verb before -nī, or before a pronoun behind an alif that is ى without it: سَأَلَنِي, أَهْدَانِي,
  /// أَعْطَاهَا.
  private func readsPerfectBeforeMe(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    for suffix in [Ending(0x646, 0x64A)] + Self.suffixes
    where letters.count > suffix.count + 2 && suffix.isEnd(of: letters) {
      var verb = letters.dropLast(suffix.count)
      if suffix.count == 2, letters.last?.base == 0x64A, readsPerfect(verb) { return true }
      guard let last = verb.last, last.base == 0x627, verb.count > 2 else { continue }
      verb[verb.endIndex - 1].base = 0x649
      if any(verb, { lexicon.kind($0) == perfect }) { return true }
    }
    return false
  }

  /// Whether they are an imperfect verb with a pronoun behind it: تَزُورُنَا.
  func hasImperfectWithObject(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    for suffix in Self.suffixes where letters.count > suffix.count + 2 && suffix.isEnd(of: letters) {
      let verb = letters.dropLast(suffix.count)
      if verb.last?.vowel != nil, hasImperfect(verb) || hasImperfectOfOther(verb) { return true }
    }
    return false
  }

  /// Whether they are the first or second person of an imperfect in -u or -a that the lexicon has in the third: نَعُودُ, أَعُودُ.
  func hasImperfectOfOther(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard let first = letters.first, [0x623, 0x62A, 0x646].contains(first.base),
      letters.last?.vowel == "u" || letters.last?.vowel == "a"
        || letters.last.map({ [0x649, 0x648, 0x64A].contains($0.base) && !$0.hasVowel && !$0.hasShadda }) == true
    else {
      return false
    }
    var third = letters
    third[third.startIndex].base = 0x64A
    return hasImperfect(third)
  }

  /// Whether the lexicon knows the letters without a pronoun suffix; a ت before it may stand for ة.
  func knowsWithSuffix(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool { isBeforePronoun(letters, knows) }

  /// The same with these vowels.
  func readsWithSuffix(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool { isBeforePronoun(letters, reads) }

  /// Whether they are a sound plural before a pronoun suffix: مُوَظَّفُوهُ, مُوَظَّفِيهِ.
  func readsPluralWithSuffix(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    for suffix in Self.suffixes where letters.count >= suffix.count + 4 && suffix.isEnd(of: letters) {
      let stem = letters.dropLast(suffix.count)
      if let last = stem.last, last.base == 0x648 || last.base == 0x64A, !last.isMarked, reads(stem.dropLast()) {
        return true
      }
    }
    return false
  }

  /// Whether what stands before a pronoun suffix passes a test; a ت before it may stand for ة.
  private func isBeforePronoun(
    _ letters: ArraySlice<SpelledWord.Letter>, _ test: (ArraySlice<SpelledWord.Letter>) -> Bool
  ) -> Bool {
    for suffix in Self.suffixes where letters.count >= suffix.count + 2 && suffix.isEnd(of: letters) {
      var stem = letters.dropLast(suffix.count)
      if test(stem) { return true }
      if let last = stem.last, last.base == 0x62A, !last.hasSukun {  // زَارَتْهَا is a verb's
        stem[stem.endIndex - 1].base = 0x629
        if test(stem) { return true }
      }
    }
    return false
  }

  /// Pronoun suffixes.
  private static let suffixes = Ending.pronouns

  /// None of them, or one.
  private static let suffixesOrNone = [Ending()] + suffixes

  /// Whether the lexicon has the word without the ending of a plural or dual (هَدَفَيْنِ), with or without ة, or of a verb (طَالَبُوا).
  func readsInflected(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard let first = letters.first, first.hasVowel || first.base == 0x627 else { return false }
    for ending in Self.endings where letters.count >= ending.count + 3 && ending.isEnd(of: letters) {
      var stem = letters.dropLast(ending.count)
      if reads(stem) { return true }
      if ending.isPlural, reads(stem + [.init(base: 0x649)]) { return true }  // بَكَوْا
      if stem.last?.base == 0x62A { stem.removeLast() }
      stem.append(.init(base: 0x629))
      if reads(stem) { return true }
    }
    return false
  }

  /// Endings of sound plurals and duals: ين ون ان ات; of verbs: وا تا ت ا.
  private static let endings = [
    Ending(0x64A, 0x646),
    Ending(0x648, 0x646),
    Ending(0x627, 0x646),
    Ending(0x627, 0x62A),
    Ending(0x648, 0x627),
    Ending(0x62A, 0x627),
    Ending(0x62A),
    Ending(0x627),
  ]

  /// Whether the lexicon has a particle, pronoun or adverb with these marks.
  func isParticle(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    guard letters.count >= 2, let last = letters.last, last.base != 0x64A || !last.isMarked else {
      return false
    }
    return any(letters) { number in
      guard particles.contains(lexicon.kind(number)) else { return false }
      return SpelledWord.matchParticle(letters, SpelledWord(utf8: lexicon.vocalised(number)).letters)
    }
  }

  /// Whether the lexicon has the word, with just these marks, without the ending of a perfect verb or of a feminine plural and
  /// a pronoun behind it: وَصَلْتَ, though it has صَلْت too; وَصَفَاهُ, وَرَقَاتِهِ.
  func readsEnded(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    isStem(of: letters, behind: Self.wordEndings, readsExactly)
  }

  /// Whether what stands before one of `endings`, and a pronoun behind it or none, passes a test.
  private func isStem(
    of letters: ArraySlice<SpelledWord.Letter>, behind endings: [Ending],
    _ test: (ArraySlice<SpelledWord.Letter>) -> Bool
  ) -> Bool {
    for suffix in Self.suffixesOrNone where suffix.isEnd(of: letters) {
      let word = letters.dropLast(suffix.count)
      for ending in endings where word.count >= ending.count + 3 && ending.isEnd(of: word) {
        var stem = word.dropLast(ending.count)
        stem[stem.endIndex - 1].hasSukun = false
        if test(stem) { return true }
      }
    }
    return false
  }

  /// Endings of the perfect: تما تم تا نا وا ت ا ن; of the feminine plural: ات.
  private static let wordEndings = [
    Ending(0x62A, 0x645, 0x627),
    Ending(0x62A, 0x645),
    Ending(0x62A, 0x627),
    Ending(0x646, 0x627),
    Ending(0x648, 0x627),
    Ending(0x627, 0x62A),
    Ending(0x62A),
    Ending(0x627),
    Ending(0x646),
  ]

  /// None of them, or one.
  private static let wordEndingsOrNone = [Ending()] + wordEndings

  /// Whether the lexicon has the word with just these marks: فَرْد, but not فَرَدَّ.
  func readsExactly(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool { has(letters, alike: SpelledWord.match) }

  /// The same of a noun.
  func readsNoun(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    any(letters) { number in
      lexicon.kind(number) == noun && SpelledWord.match(letters, SpelledWord(utf8: lexicon.vocalised(number)).letters)
    }
  }

  /// Whether the lexicon has the word with these vowels: لَيْلَة, but not the rest of كَلِيلَة.
  func reads(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool { has(letters, alike: SpelledWord.agree) }

  private func has(
    _ letters: ArraySlice<SpelledWord.Letter>,
    alike: (ArraySlice<SpelledWord.Letter>, [SpelledWord.Letter]) -> Bool
  ) -> Bool {
    any(letters) { alike(letters, SpelledWord(utf8: lexicon.vocalised($0)).letters) }
  }

  /// Whether one of the lexicon's words of these letters, by its number, passes a test.
  private func any(_ letters: ArraySlice<SpelledWord.Letter>, _ test: (Int) -> Bool) -> Bool {
    var isFound = false
    SpelledWord.withSkeleton(letters, foldingWasla: true) { key in
      lexicon.forEach(strictKey: key) { number in
        if !isFound { isFound = test(number) }
      }
    }
    return isFound
  }

  /// Whether the lexicon has the letters, with whatever vowels.
  func knows(_ letters: ArraySlice<SpelledWord.Letter>) -> Bool {
    SpelledWord.withSkeleton(letters, foldingWasla: true) { lexicon.contains(strictKey: $0) }
  }
}
