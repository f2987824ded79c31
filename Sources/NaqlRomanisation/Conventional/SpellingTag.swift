import NaqlModel
import NaqlRules

/// What kind of name a word comes from, as the models count it.
package enum SpellingTag {
  /// A single name of unknown origin.
  package static let name = 0
  /// A person of unknown country, mostly from outside the Arab world.
  package static let person = 1
  /// A place.
  package static let place = 2
  /// Countries whose people the models know; their tags follow.
  package static let countries = [
    "AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO",
    "SY", "TN", "YE",
  ]

  /// The ISO 3166 code of a country whose spellings are known: `eg` is EG. Others are an error with the nearest.
  package static func country(_ text: String) throws(Diagnostic) -> String {
    let code = text.uppercased()
    if countries.contains(code) { return code }
    // Any two codes are near each other; a longer word may be a code and more.
    let hint = code.count > 2 ? Nearest.hint(code, among: countries) : "; known: \(countries.joined(separator: ", "))"
    throw Diagnostic("country.unknown", "no spellings of the country “\(text)” are known" + hint)
  }

  /// Number of tags.
  package static let count = 3 + countries.count
  /// Tags of people, by country or not.
  package static let people = [person] + Array(3..<count)

  /// Whether a tag is that of people.
  package static func isPerson(_ tag: Int) -> Bool { tag == person || tag > place }

  /// The tag of a person of `country` (ISO code), or that of any person.
  package static func person(of country: String?) -> Int {
    country.flatMap { countries.firstIndex(of: $0) }.map { $0 + 3 } ?? person
  }

  /// Countries that spell alike, by tag: others, the Nile and Libya, the Levant and Iraq, the Gulf and Yemen, the Horn, the Maghreb.
  package static let regions: [Int] = {
    let regions = [
      "AE": 3, "BH": 3, "DJ": 4, "DZ": 5, "EG": 1, "IQ": 2, "JO": 2, "KM": 4, "KW": 3, "LB": 2, "LY": 1, "MA": 5,
      "MR": 5, "OM": 3, "PS": 2, "QA": 3, "SA": 3, "SD": 1, "SO": 4, "SY": 2, "TN": 5, "YE": 3,
    ]
    return [0, 0, 0] + countries.map { regions[$0]! }
  }()
}
