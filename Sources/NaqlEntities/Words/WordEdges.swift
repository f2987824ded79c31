import NaqlModel

/// What the endings and fronts of a word say that has no evidence of being a name: grammar that keeps it off the edges of
/// names.
///
/// Sources: Wright, A Grammar of the Arabic Language, on the accusative of state, the dual before a genitive, sa- of the future, the
/// suffixed pronouns and the inseparable prepositions.
struct WordEdges: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt32

  /// The rest was computed.
  static let known = WordEdges(rawValue: 1)
  /// A particle behind its conjunction: وهو.
  static let joinedParticle = WordEdges(rawValue: 2)
  /// A common word with the alif of the accusative or of the dual before a genitive: متحدثا, حليفا.
  static let commonWithAlif = WordEdges(rawValue: 4)
  /// A verb, with a conjunction or without: أهدر.
  static let verb = WordEdges(rawValue: 8)
  /// The dual or sound plural of a common word: رصتين سهلتين.
  static let inflected = WordEdges(rawValue: 16)
  /// A verb in the future: سيجد, which some list has as a place.
  static let future = WordEdges(rawValue: 32)
  /// A common word with a pronoun behind it: شروطها, بمهاجمه.
  static let possessed = WordEdges(rawValue: 64)
  /// A verb behind its conjunction: فأعرب.
  static let joinedVerb = WordEdges(rawValue: 128)
  /// أو, في; لا لم لن ليس ليست.
  static let or = WordEdges(rawValue: 256), inside = WordEdges(rawValue: 512), negation = WordEdges(rawValue: 1024)
  /// A common word behind ب or ل, where no list has the whole: بإهمال, لإيقاف.
  static let behindPreposition = WordEdges(rawValue: 4096)
  /// A direction before a place: شرق.
  static let direction = WordEdges(rawValue: 2048)

  /// It begins with و as a conjunction may; it ends as a nisba does (ي, ية).
  static let joined = WordEdges(rawValue: 8192), nisbaEnd = WordEdges(rawValue: 16384)

  /// It begins with و and a letter that seldom follows it at the front of a foreign name: وتاكاشي, not ويليام. Of the 2,048 words in و
  /// of the lists under `Rules/entities/`, most of them no foreign ones, 74 % go on with one of the letters left out.
  static let joinedConsonant = WordEdges(rawValue: 131072)

  /// It begins with ب as the preposition may.
  static let behindBa = WordEdges(rawValue: 32768)

  /// A verb with a pronoun behind it, with a conjunction or without: صرعه, سجلهما, وذكرها.
  static let withObject = WordEdges(rawValue: 65536)

  /// It begins with ب, ل, ك, ف or و before an alif with hamza or madda, as no name does: لإيليم, وأوهيغينز.
  static let beforeHamza = WordEdges(rawValue: 262144)

  /// It ends in ة, or in ات.
  static let feminine = WordEdges(rawValue: 524288)

  /// A title with the alif of the accusative: ملكا, مغنيا.
  static let titleWithAlif = WordEdges(rawValue: 1_048_576)

  /// A word that running text has and no name: see `OrdinaryWords`.
  static let ordinary = WordEdges(rawValue: 2_097_152)

  static let nameKinds: WordFacts.Kind = [.given, .family, .foreign, .place, .kinship]

  static func isCommon(_ kind: WordFacts.Kind) -> Bool {
    !kind.isDisjoint(with: [.word, .verb, .adjective, .title, .titleHead, .trap]) && kind.isDisjoint(with: nameKinds)
  }
}

extension TypeCache {
  /// The edges of a type by the lexicon's words that begin or end it.
  func computeEdges(of type: Int32) -> WordEdges {
    var key: [UInt8] = []
    bytes(of: type) { NameKey.append($0, to: &key) }
    let word = types[Int(type)]
    var edges: WordEdges = .known
    bytes(of: type) { word in
      for (particle, edge) in Self.particles where word.elementsEqual(particle.utf8) { edges.insert(edge) }
    }
    for reading in 0..<4 where word.letters[reading] != 255 && word.ordinals[reading] >= 0 {
      let kind = analyser.table.facts[Int(word.ordinals[reading])].kind
      if kind.contains(.verb), WordEdges.isCommon(kind) {
        edges.insert(.verb)
        if reading > 0 { edges.insert(.joinedVerb) }
      }
      if reading > 0, word.letters[reading] == 1, word.ordinals[0] < 0, WordEdges.isCommon(kind),
        ["ب", "ل"].contains(where: { key.starts(with: $0.utf8) })
      {
        edges.insert(.behindPreposition)
      }
      if reading > 0, kind.contains(.particle), kind.isDisjoint(with: WordEdges.nameKinds) {
        edges.insert(.joinedParticle)
      }
    }
    if key.withUnsafeBytes({ analyser.table.ordinary.ordinal(of: $0) }) >= 0 { edges.insert(.ordinary) }
    if key.starts(with: "و".utf8) { edges.insert(.joined) }
    bytes(of: type) { word in
      if ["ة", "ات"].contains(where: { $0.utf8.reversed().elementsEqual(word.suffix($0.utf8.count).reversed()) }) {
        edges.insert(.feminine)
      }
    }
    if isCliticBeforeHamza(type) { edges.insert(.beforeHamza) }
    if key.starts(with: "ب".utf8) { edges.insert(.behindBa) }
    if ["ي", "يه"].contains(where: { key.count > 8 && key.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      edges.insert(.nisbaEnd)
    }
    // The sound plural of a word in ة: لغات.
    if key.count >= 8, key.suffix(4).elementsEqual("ات".utf8),
      WordEdges.isCommon(kinds((key.dropLast(4) + Array("ه".utf8))[...]))
    {
      edges.insert(.inflected)
    }
    let joined = ["و", "ف"].contains { key.starts(with: $0.utf8) } ? [Array(key.dropFirst(2))] : []
    for key in [key] + joined
    where (Self.pronouns + Self.objects).contains(where: { isVerb(key, before: $0) })
      || hasHeh(type) && isVerb(key, before: "ه")
    {
      edges.insert(.withObject)
    }
    if word.ordinals[0] < 0, isReflexive(key) { edges.insert(.verb) }
    if joined.contains(where: { isReflexive($0) }), word.ordinals[0] < 0 { edges.formUnion([.verb, .joinedVerb]) }
    // هزموا, وهزموا
    if isVerb(key, before: "وا") { edges.insert(.verb) }
    if joined.contains(where: { isVerb($0, before: "وا") }) { edges.formUnion([.verb, .joinedVerb]) }
    if edges.contains(.joined), !["وا", "وو", "وي", "ور", "ول", "ون"].contains(where: { key.starts(with: $0.utf8) }) {
      edges.insert(.joinedConsonant)
    }
    if kinds(key, behind: "و").contains(.particle) { edges.insert(.joinedParticle) }
    let accusative = kinds(key, without: "ا")
    if WordEdges.isCommon(accusative) { edges.insert(.commonWithAlif) }
    if accusative.contains(.titleHead) { edges.insert(.titleWithAlif) }
    if ["تين", "تان", "ات", "ين", "ون", "ان"].contains(where: { WordEdges.isCommon(kinds(key, without: $0)) }) {
      edges.insert(.inflected)
    }
    let endings = Self.pronouns + (hasHeh(type) ? ["ه", "يه"] : [])
    if isPossessed(key[...], endings)
      || ["ب", "ل", "و", "ف"].contains(where: { key.starts(with: $0.utf8) && isPossessed(key[2...], endings) })
    {
      edges.insert(.possessed)
    }
    let future = ["س", "وس", "فس"].map { kinds(key, behind: $0) }.first { $0.contains(.verb) } ?? []
    if future.contains(.verb), future.isDisjoint(with: WordEdges.nameKinds) { edges.insert(.future) }
    // سيشركه
    if hasHeh(type), key.starts(with: "سي".utf8), isVerb(Array(key.dropFirst(2)), before: "ه") { edges.insert(.future) }
    if isFutureOfSeveral(key) { edges.insert(.future) }
    return edges
  }

  /// Whether letters are the dual or plural of a verb in the future, which no lexicon has: ستعلنان, سيعقدون.
  private func isFutureOfSeveral(_ key: [UInt8]) -> Bool {
    guard key.count >= 12, ["ست", "سي"].contains(where: { key.starts(with: $0.utf8) }),
      ["ان", "ون"].contains(where: { key.suffix(4).elementsEqual($0.utf8) })
    else { return false }
    return kinds(key[2..<key.count - 4]).contains(.verb)
      || kinds(Array("ي".utf8) + key[4..<key.count - 4]).contains(.verb)
  }

  /// Whether a word is و with the article and at least three letters behind it: والترجمة.
  func isJoinedDefinite(_ type: Int32) -> Bool {
    var isOne = false
    bytes(of: type) { isOne = $0.count >= 12 && $0.starts(with: "وال".utf8) }
    return isOne
  }

  /// Pronouns behind a noun, and behind a dual before its genitive (حليفيها).
  private static let pronouns = ["هما", "ها", "هم", "يهما", "يها", "يهم"]

  /// Pronouns behind a verb only: يجبرني.
  private static let objects = ["ني"]

  private static let particles: [(String, WordEdges)] = [
    ("أو", .or), ("او", .or), ("في", .inside), ("فى", .inside), ("لا", .negation), ("لم", .negation), ("لن", .negation),
    ("ليس", .negation),
    ("ليست", .negation), ("شرق", .direction), ("غرب", .direction), ("شمال", .direction), ("جنوب", .direction),
    ("شرقي", .direction), ("غربي", .direction), ("شمالي", .direction), ("جنوبي", .direction),
  ]

  /// Kinds of a type's word in all its readings, without its article and without a pronoun behind it (لبطولة, المؤتمر, فيلمه); and
  /// without its article alone, و before it or not.
  func computeHeadKinds(of type: Int32) -> (all: WordFacts.Kind, withoutArticle: WordFacts.Kind) {
    let word = types[Int(type)]
    var key: [UInt8] = []
    bytes(of: type) { NameKey.append($0, to: &key) }
    let withoutArticle = kinds(key, behind: "ال").union(kinds(key, behind: "وال"))
    var found = withoutArticle
    for reading in 0..<4 where word.letters[reading] != 255 && word.ordinals[reading] >= 0 {
      found.formUnion(analyser.table.facts[Int(word.ordinals[reading])].kind)
    }
    for front in ["", "ب", "ل", "و"] where key.starts(with: front.utf8) {
      let rest = Array(key.dropFirst(front.utf8.count))
      for ending in ["ها", "هم", "ه"] {  // ة too, which keys fold
        found.formUnion(kinds(rest, without: ending))
      }
      // روايته: the ت of ة before a pronoun
      for ending in ["تها", "تهم", "ته"]
      where rest.count >= ending.utf8.count + 4 && rest.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        found.formUnion(kinds((rest.dropLast(ending.utf8.count) + Array("ه".utf8))[...]))
      }
    }
    return (found, withoutArticle)
  }

  /// Kinds of a word without its لل, with an article and without: للسوري, للمخرج.
  func kindsBehindLil(_ type: Int32) -> WordFacts.Kind {
    var key: [UInt8] = []
    bytes(of: type) { NameKey.append($0, to: &key) }
    guard key.starts(with: "لل".utf8) else { return [] }
    let bare = key.dropFirst(4)
    return kinds(bare).union(kinds((Array("ال".utf8) + bare)[...]))
  }

  /// Whether a word is a common noun with a pronoun behind it: شروطها, مهاجمه. One with the article has none.
  private func isPossessed(_ key: ArraySlice<UInt8>, _ endings: [String]) -> Bool {
    if key.starts(with: "ال".utf8) { return false }
    return endings.contains { ending in
      let kinds = kinds(Array(key), without: ending)
      return WordEdges.isCommon(kinds) && !kinds.isDisjoint(with: [.word, .title, .titleHead])
        && !kinds.contains(.adjective)
        || kinds.contains(.institution) && kinds.isDisjoint(with: WordEdges.nameKinds)  // مكتبها
        || kinds.contains(.kinship) && kinds.isDisjoint(with: [.given, .family, .foreign, .place])  // ابنها
    }
  }

  /// Whether a word begins as imperfects of the fifth, sixth and tenth form do, and hardly a name: يتألق, يستعد (Wright, A Grammar of the
  /// Arabic Language, on the derived forms). Of 209,000 words of listed names 23 begin so.
  private func isReflexive(_ key: [UInt8]) -> Bool {
    key.count >= 10 && (key.starts(with: "يت".utf8) || key.starts(with: "يست".utf8) || key.starts(with: "تست".utf8))
      && !key.starts(with: "يتي".utf8)
  }

  private func isVerb(_ key: [UInt8], before pronoun: String) -> Bool {
    var kinds = kinds(key, without: pronoun)
    if kinds.isEmpty, key.count > pronoun.utf8.count + 6, key.suffix(pronoun.utf8.count).elementsEqual(pronoun.utf8) {
      // تبناها: before a pronoun ى is an alif
      let stem = key.dropLast(pronoun.utf8.count)
      if stem.suffix(2).elementsEqual("ا".utf8) { kinds = self.kinds((Array(stem.dropLast(2)) + Array("ي".utf8))[...]) }
    }
    return kinds.contains(.verb) && kinds.isDisjoint(with: WordEdges.nameKinds)
  }

  /// Whether a word of at least five letters begins with a clitic of one letter and an alif with hamza or madda.
  private func isCliticBeforeHamza(_ type: Int32) -> Bool {
    var isOne = false
    bytes(of: type) { word in
      guard word.count >= 10 else { return }
      let clitics = ["ب", "ل", "ك", "ف", "و"], alifs = ["أ", "إ", "آ"]
      isOne =
        clitics.contains { word.starts(with: $0.utf8) } && alifs.contains { word[2..<4].elementsEqual($0.utf8) }
    }
    return isOne
  }

  /// Whether a word ends in ه as it is written, and not in ة, which keys fold into it.
  private func hasHeh(_ type: Int32) -> Bool {
    var isHeh = false
    bytes(of: type) { isHeh = $0.count > 2 && $0[$0.count - 2] == 0xD9 && $0[$0.count - 1] == 0x87 }
    return isHeh
  }

  /// Kinds of a word without the letters `ending` at its end; none where it does not end so.
  private func kinds(_ key: [UInt8], without ending: String) -> WordFacts.Kind {
    let ending = ending.utf8
    guard key.count >= ending.count + 4, key.suffix(ending.count).elementsEqual(ending) else { return [] }
    return kinds(key.dropLast(ending.count))
  }

  /// Whether a type's word is ب with a common noun: بعقوبة.
  func isCommonBehindBa(_ type: Int32) -> Bool {
    var key: [UInt8] = []
    bytes(of: type) { NameKey.append($0, to: &key) }
    let kinds = kinds(key, behind: "ب")
    return kinds.contains(.word) && kinds.isDisjoint(with: WordEdges.nameKinds)
  }

  /// Kinds of a word behind the letters `front`; none where it does not begin so.
  private func kinds(_ key: [UInt8], behind front: String) -> WordFacts.Kind {
    let front = front.utf8
    guard key.count >= front.count + 4, key.starts(with: front) else { return [] }
    return kinds(key.dropFirst(front.count))
  }

  private func kinds(_ key: ArraySlice<UInt8>) -> WordFacts.Kind {
    let ordinal = key.withUnsafeBytes { analyser.table.words.ordinal(of: $0) }
    return ordinal < 0 ? [] : analyser.table.facts[ordinal].kind
  }
}
