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
    static let faith = role(37), named = role(38), periodical = role(39)

    private static func role(_ bit: UInt64) -> Role { Role(rawValue: 1 << bit) }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The role that the file calls `name`.
    init?(named name: String) {
      switch name {
      case "spelling": self = .spelling
      case "divine": self = .divine
      case "relation": self = .relation
      case "kin": self = .kin
      case "head": self = .head
      case "servant": self = .servant
      case "bond": self = .bond
      case "owner": self = .owner
      case "relative": self = .relative
      case "proper": self = .proper
      case "plain": self = .plain
      case "work": self = .work
      case "joined": self = .joined
      case "dated": self = .dated
      case "articled": self = .articled
      case "people": self = .people
      case "letter": self = .letter
      case "glued": self = .glued
      case "month": self = .month
      case "clause": self = .clause
      case "suffixed": self = .suffixed
      case "denial": self = .denial
      case "copula": self = .copula
      case "asking": self = .asking
      case "compound": self = .compound
      case "quarter": self = .quarter
      case "reach": self = .reach
      case "sign": self = .sign
      case "homograph": self = .homograph
      case "state": self = .state
      case "emphasis": self = .emphasis
      case "jussive": self = .jussive
      case "settlement": self = .settlement
      case "alone": self = .alone
      case "author": self = .author
      case "multiple": self = .multiple
      case "comparing": self = .comparing
      case "faith": self = .faith
      case "named": self = .named
      case "periodical": self = .periodical
      default: return nil
      }
    }
  }
}
