import NaqlModel
import NaqlRules
import NaqlText

/// Tells what country an article is about by the places that it names, so that its people are spelt as there.
///
/// A page about الرباط, فاس and طنجة → MA.
struct ArticleCountry: Sendable {
  private let countries: [TextKey: String]
  /// The file, relative to the rules root.
  static let file = "romanisation/article-countries.tsv"

  /// Mentions that a country must have at least, and its least share of those of all countries.
  private static let mentions = 3, share = 0.6

  /// The places of the rules; without the file no country is ever told.
  init(_ rules: RuleSet) throws(Diagnostic) {
    guard rules.find(Self.file) != nil else {
      countries = [:]
      return
    }
    let table = try TSVFile(rules, Self.file, columns: ["arabic", "country"])
    let arabic = table.column("arabic")!
    var found: [TextKey: String] = [:]
    for row in table.rows {
      let key = SpellingKey.loose.of(String(row.cells[arabic]))
      if key.isEmpty { throw table.error(row, "countries.name", "a place was expected in the column “arabic”") }
      found[TextKey(key)] = try table.choice(row, "country", among: SpellingTag.countries, "countries.country")
    }
    countries = found
  }

  /// The country (ISO code) that most places in `entities` lie in; nil where there are few of them or they lie in several.
  func country(of entities: [Entity]) -> String? {
    let counts = mentions(in: entities)
    let total = counts.values.reduce(0, +)
    guard let most = Self.first(of: counts), most.value >= Self.mentions,
      Double(most.value) >= Self.share * Double(total)
    else { return nil }
    return most.key
  }

  /// For places behind a word in ة with which they name a state (سلطنة عمان), by their numbers, its country.
  func states(in document: Document) -> [Int: String] {
    var found: [Int: String] = [:]
    let text = document.text
    for (index, entity) in document.entities.enumerated() where entity.entityClass == .location {
      let end = entity.range.start - 1
      guard end > 4, text[end] == 0x20, text[end - 1] == 0xA9, text[end - 2] == 0xD8 else { continue }
      var start = end - 2
      while start >= 2, text[start - 2] == 0xD8 || text[start - 2] == 0xD9 { start -= 2 }
      let phrase = String(decoding: text[start..<end], as: UTF8.self) + " " + entity.name
      found[index] = countries[TextKey(SpellingKey.loose.of(phrase))]
    }
    return found
  }

  /// The country that more places in `entities` lie in than in any other; nil where there is none.
  func likeliest(of entities: [Entity]) -> String? { Self.first(of: mentions(in: entities))?.key }

  private static func first(of counts: [String: Int]) -> (key: String, value: Int)? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
  }

  /// How many mentions of places lie in each country.
  private func mentions(in entities: [Entity]) -> [String: Int] {
    var names = TextNumbers()
    var mentions: [(name: String, count: Int)] = []
    for entity in entities where entity.entityClass == .location {
      let number = names.number(entity.name)
      if number == mentions.count { mentions.append((entity.name, 0)) }
      mentions[number].count += 1
    }
    var counts: [String: Int] = [:]
    for (name, count) in mentions {
      if let country = countries[TextKey(SpellingKey.loose.of(name))] { counts[country, default: 0] += count }
    }
    return counts
  }
}
