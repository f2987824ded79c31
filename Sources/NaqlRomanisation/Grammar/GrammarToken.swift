import NaqlText

extension GrammarAnnotator {
  /// What a word of a line is to the grammar before its neighbours are looked at; kept by the annotator that made it.
  final class Token {
    /// Tells the token from all others of its annotator.
    let number: Int
    let word: SpelledWord
    let given: VocalisedWord
    let front: Proclitics.Found
    let kinds: WordKinds
    /// The letters without marks.
    let skeleton: String
    /// The annotated word where it is the divine name, with whatever stands before it.
    let divine: AnnotatedWord?
    /// Whether it is a noun of weak last letter with its nunation: هُدًى, وَادٍ.
    var isDefective = false
    /// Whether it is a particle or pronoun.
    let isParticle: Bool
    /// The word annotated for the places in a line where it was met so far.
    private(set) var forms: [AnnotatedWord] = []
    /// For each sort of place the number of its form + 1, with the form's traits; 0 where it was not asked for.
    private var places = SIMD16<UInt8>(repeating: 0)
    /// What it is to the capitals of schemes that capitalise adjectives of names and of those that do not, once asked.
    var standings: [ProperNames.Standing?] = []
    /// The letters behind clitics and article, without marks.
    let stemSkeleton: String
    /// What the word, and what its stem, is to the grammar by itself.
    let roles: GrammarWords.Role
    let stemRoles: GrammarWords.Role
    /// The annotated spelling of a stem whose letters do not say how it is read.
    let stemSpelling: String?
    /// Whether it can only be a verb.
    let isVerb: Bool
    /// Whether it ends in the pronoun of the person spoken to: كِتَابُكَ.
    var hasAddressee = false
    /// Whether it is a verb that may have an object behind it, also one with an ending that the lexicon does not have (قَرَأْتُ).
    var opensClause = false
    /// Where its -an is that of an object.
    var accusative = Accusative.none
    /// Whether it has a nunation.
    let isNunated: Bool
    /// Whether it ends in the alif of -an, and has no clitic before it.
    let endsInAn: Bool
    /// Whether it ends in a و without a mark, as foreign nouns do and no Arabic ones: رَادِيُو.
    let isForeignThing: Bool
    /// Whether it is ابن, or بِنْت.
    let isIbn: Bool
    let isBint: Bool
    /// Whether it ends in ة without a nunation, which a genitive may follow.
    let isOpenFeminine: Bool

    init(
      number: Int, word: SpelledWord, given: VocalisedWord, front: Proclitics.Found, kinds: WordKinds,
      words: GrammarWords
    ) {
      self.number = number
      self.word = word
      self.given = given
      self.front = front
      self.kinds = kinds
      let hasWasla = word.letters.contains { $0.base == 0x671 }
      skeleton = hasWasla ? SpelledWord.skeleton(word.letters, foldingWasla: true) : word.skeleton
      let own = words.entry(skeleton)
      divine = words.divine(word, entry: own)
      isIbn = TextKey(skeleton) == Self.ibn
      isBint = TextKey(skeleton) == Self.bint && word.letters[0].vowel != "a"
      isParticle = kinds.containsAny(of: [.particle, .pronoun])
      stemSkeleton = front.letters == 0 ? skeleton : SpelledWord.skeleton(word.letters[front.letters...])
      let ofStem = front.letters == 0 ? own : words.entry(stemSkeleton)
      roles = own?.roles ?? []
      stemRoles = ofStem?.roles ?? []
      stemSpelling = ofStem.flatMap { Self.spelling($0, word.letters[front.letters...]) }
      isVerb =
        kinds.containsAny(of: .verbs)
        && kinds.isDisjoint(with: [.noun, .given, .particle, .adjective])
      isNunated = word.letters.contains { $0.tanwin != nil }
      endsInAn = isNunated && front.letters == 0 && word.letters.last?.base == 0x627
      isForeignThing =
        front.letters == 0 && word.letters.count > 4 && kinds.isDisjoint(with: [.given, .family, .place])
        && !kinds.containsAny(of: .verbs) && word.letters.last.map { $0.base == 0x648 && !$0.isMarked } == true
      isOpenFeminine = word.letters.last.map { $0.base == 0x629 && $0.tanwin == nil } ?? false
    }

    /// The annotated spelling of a stem, where the mark on its first letter does not tell it from a homograph: بُنّ is no بن. Where
    /// marks stand, but none on the last letter, its short vowel is left out too: ذٰلِك.
    private static func spelling(_ entry: GrammarWords.Entry, _ letters: ArraySlice<SpelledWord.Letter>) -> String? {
      guard let spelling = entry.spelling, let first = letters.first, let last = letters.last else { return nil }
      if entry.roles.contains(.homograph), let vowel = first.vowel?.scalar,
        let read = spelling.unicodeScalars.first(where: { vowels[$0] != nil })
      {
        return vowels[read] == vowel ? spelling : nil
      }
      let isOpen = spelling.unicodeScalars.last.map { "aiu".unicodeScalars.contains($0) } ?? false
      let isBare = !last.isMarked && letters.dropLast().contains { $0.vowel != nil }
      return isOpen && isBare ? String(spelling.dropLast()) : spelling
    }

    private static let vowels: [Unicode.Scalar: Unicode.Scalar] = [
      "a": "a", "i": "i", "u": "u", "ā": "a", "ī": "i", "ū": "u",
    ]

    private static let ibn = TextKey("ابن"), bint = TextKey("بنت")

    /// Where the -an of a word is the case of an object, and no adverb's.
    enum Accusative {
      /// Nowhere.
      case none
      /// Directly behind another object, whose adjective it is (هُدُوءًا نِسْبِيًّا); elsewhere it is an adverb.
      case behindObject
      /// Directly behind a verb or another object.
      case behindVerb
      /// Anywhere in a clause with a verb.
      case inClause
      /// Directly behind digits only.
      case behindNumber
      /// As the predicate of a verb like كان only; elsewhere it says how something is done.
      case inPredicate
      /// Anywhere behind a verb, in clauses that hang on its own too: words in ة.
      case inSentence
    }

    /// A form of the word, by its number, and what its neighbours ask of it.
    struct Form {
      fileprivate let bits: UInt8
      /// Its number among the word's forms.
      var number: Int { Int(bits & 15) - 1 }
      /// Whether it ends in a long vowel, behind which some schemes cut the article's vowel.
      var endsLong: Bool { bits & 16 != 0 }
      /// Whether nothing but the article stands before its stem.
      var opensWithArticle: Bool { bits & 32 != 0 }
      /// Whether it is a particle or pronoun.
      var isParticle: Bool { bits & 64 != 0 }
    }

    /// The form for a sort of place (below 16), made by `make` where it was not asked for.
    func form(in slot: Int, _ make: () -> AnnotatedWord) -> Form {
      if places[slot] != 0 { return Form(bits: places[slot]) }
      let word = make()
      forms.append(word)
      places[slot] =
        UInt8(forms.count) | (word.endsLong ? 16 : 0) | (word.front == "L" ? 32 : 0) | (word.isParticle ? 64 : 0)
      return Form(bits: places[slot])
    }

    /// Whether it ends in ة with a nunation, as no proper name does: those are diptotes (Wright, A Grammar of the Arabic Language).
    var isNunatedFeminine: Bool { word.letters.last.map { $0.base == 0x629 && $0.tanwin != nil } ?? false }

    /// Letters behind clitics and article.
    var stem: ArraySlice<SpelledWord.Letter> { word.letters[front.letters...] }
  }

  /// What stands behind a word in its line and is no Arabic word.
  struct Following: OptionSet {
    let rawValue: UInt8
    /// A comma, full stop or the like.
    static let stop = Following(rawValue: 1)
    /// A word in Latin script.
    static let latin = Following(rawValue: 2)
    static let number = Following(rawValue: 4)
    /// A stroke, behind which catalogues name those who wrote a book (ISBD, area 1).
    static let stroke = Following(rawValue: 8)
  }
}
