import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

/// Whether two spellings are one name, by the shipped rules.
@Suite("Matching of names")
struct MatchingTests {
  private static let rules = try! RuleSet(
    root: #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Rules")

  @Test(
    "spellings of one name match, in either script and either order",
    arguments: [
      ("معمر القذافي", "Moammar Gadhafi"), ("Muammar al-Qaddafi", "Moammar Gadhafi"),
      ("عبد الرحمن السديس", "Abdurrahman as-Sudais"), ("Abd al-Rahman al-Sudays", "Abdulrahman Alsudais"),
      ("محمد البرادعي", "Mohamed ElBaradei"), ("أحمد", "احمد"), ("فاطمة", "Fatima"), ("فاطمه الزهراء", "فاطمة الزهراء"),
      ("جمال بلماضي", "Djamel Belmadi"), ("Jamal Belmadi", "Djamel Belmadi"), ("Houari Boumédiène", "هواري بومدين"),
      ("ṣāyiġ", "صايغ"), ("Šarīf", "Cherif"), ("George Bush", "جورج بوش"), ("Ḥusayn", "Hussein"),
    ])
  func same(_ one: String, _ other: String) throws {
    let matcher = try NameMatcher(Self.rules)
    let found = matcher.match(one, other), back = matcher.match(other, one)
    #expect(found.isSame, "\(one), \(other): \(found.score)")
    #expect(abs(found.score - back.score) < 0.02)
  }

  @Test(
    "names of two people do not match",
    arguments: [
      ("Hassan Ali", "Hussein Ali"), ("Mohamed Ali", "Mahmoud Ali"), ("بشار الأسد", "Hafez al-Assad"),
      ("محمد علي", "محمود علي"), ("John Smith", "محمد علي"), ("Salim Haddad", "Karim Haddad"),
      ("ميرال الطحاوي", "Mona Eltahawy"),
    ])
  func different(_ one: String, _ other: String) throws {
    let found = try NameMatcher(Self.rules).match(one, other)
    #expect(!found.isSame, "\(one), \(other): \(found.score)")
  }

  @Test("equal names score 1; inverted headings, initials and missing middle names are borne")
  func forms() throws {
    let matcher = try NameMatcher(Self.rules)
    #expect(matcher.match("Wael Hallaq", "wael HALLAQ").score == 1)
    #expect(matcher.match("Hallaq, Wael", "Wael Hallaq").score == 1)
    #expect(matcher.match("Hallaq, Wael", "وائل حلاق").isSame)
    let turned = matcher.match("Hallaq Wael", "Wael Hallaq")
    #expect(turned.isSame && turned.turned == 1 && turned.score < 1)
    #expect(matcher.match("M. Salah", "محمد صلاح").isSame)
    #expect(matcher.match("Mohamed Anwar Sadat", "محمد السادات").isSame)
    #expect(matcher.match("", "محمد").score == 0)
  }

  @Test("an explanation has the words side by side and says what each difference costs and why")
  func explanation() throws {
    let found = try NameMatcher(Self.rules).match("Yousef Haddad", "Youssef Karim Haddad", explaining: true)
    #expect(found.parts.map(\.left) == ["yousef", "", "haddad"])
    #expect(found.parts.map(\.right) == ["youssef", "karim", "haddad"])
    #expect(found.explanation.count == 3 && found.explanation[1].contains("word missing"))
  }

  @Test("a name is looked up in a list, best first, whatever the script of either")
  func screening() throws {
    let list = ["محمد صلاح", "Mohammed Saleh", "كريم بنزيما", "Mo Farah"]
    let hits = NameScreening(list, try NameMatcher(Self.rules)).hits(of: "Mohamed Salah", threshold: 0.5, limit: 2)
    #expect(hits.map(\.name).contains("محمد صلاح"))
    #expect(hits.count <= 2 && hits.allSatisfy { $0.match.score >= 0.5 })
  }

  @Test(
    "a faulty row is told at its line",
    arguments: [
      ("pare\tq\tk\t0.1", "matching.kind"), ("pair\tq\tk\tcheap", "matching.cost"),
      ("pair\tq\tk\t0.1\tmiddle", "matching.place"), ("set\tgaps\t\t0.1", "matching.setting"),
      ("free\t_h\t\t0.1", "matching.form"),
    ])
  func faults(_ row: String, _ code: String) throws {
    let file = try TSVFile("kind\tleft\tright\tcost\tat\twhy\n\(row)\n", file: "matching.tsv")
    #expect {
      try MatchingRules(file)
    } throws: { error in
      (error as? Diagnostic)?.code == code && (error as? Diagnostic)?.line == 2
    }
  }
}
