extension GrammarWords {
  /// What a word is to the grammar; several at once for some.
  struct Role: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    static let spelling = role(0), divine = role(1), relation = role(2), kin = role(3), head = role(4)
    static let servant = role(5), bond = role(6), owner = role(7), relative = role(8), proper = role(9)
    static let plain = role(10), work = role(11), joined = role(12), dated = role(13), articled = role(14)
    static let people = role(15), letter = role(16), glued = role(17), month = role(18), clause = role(19)
    static let suffixed = role(20), denial = role(21), copula = role(22), asking = role(23)
    static let compound = role(24), quarter = role(25), reach = role(26), sign = role(27)
    static let homograph = role(28), state = role(29), emphasis = role(30), jussive = role(31)
    static let settlement = role(32), alone = role(33), author = role(34), multiple = role(35), comparing = role(36)
    static let faith = role(37), named = role(38), periodical = role(39), kinsman = role(40), preposition = role(41)
    static let relativePronoun = role(42), person = role(43), vocative = role(44), subjunctive = role(45)
    static let mother = role(46), service = role(47), day = role(48), dayPart = role(49), quantity = role(50)
    static let body = role(51), human = role(52), lunar = role(53), saying = role(54), exclaimed = role(55)
    static let address = role(56)

    private static func role(_ bit: UInt64) -> Role { Role(rawValue: 1 << bit) }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The role that the file calls `name`.
    init?(named name: String) {
      guard let role = Self.names[name] else { return nil }
      self = role
    }

    /// The roles by their names in the file; looked up for each of its rows at every start.
    private static let names: [String: Role] = [
      "spelling": .spelling, "divine": .divine, "relation": .relation, "kin": .kin, "head": .head,
      "servant": .servant, "bond": .bond, "owner": .owner, "relative": .relative, "proper": .proper, "plain": .plain,
      "work": .work, "joined": .joined, "dated": .dated, "articled": .articled, "people": .people, "letter": .letter,
      "glued": .glued, "month": .month, "clause": .clause, "suffixed": .suffixed, "denial": .denial,
      "copula": .copula, "asking": .asking, "compound": .compound, "quarter": .quarter, "reach": .reach,
      "sign": .sign, "homograph": .homograph, "state": .state, "emphasis": .emphasis, "jussive": .jussive,
      "settlement": .settlement, "alone": .alone, "author": .author, "multiple": .multiple, "comparing": .comparing,
      "faith": .faith, "named": .named, "periodical": .periodical,
      "kinsman": .kinsman, "preposition": .preposition, "relative-pronoun": .relativePronoun, "vocative": .vocative,
      "human": .human, "saying": .saying, "exclaimed": .exclaimed, "lunar": .lunar, "subjunctive": .subjunctive,
      "mother": .mother,
      "person": .person, "service": .service, "day": .day, "day-part": .dayPart,
      "quantity": .quantity, "body": .body, "address": .address,
    ]
  }
}
