import NaqlICU
import NaqlModel

/// Judges conventional spellings: how often an attested spelling is the first, among five, among ten.
///
/// A name is right if any attested spelling of its Arabic form matches. Case, diacritics, apostrophes and hyphens do
/// not count, nor do spaces: `عبد الله` → Abdullah, Abd Allah, Abd-Allah are written out alike where attested so.
public struct ConventionalEvaluation: Sendable {
  /// What came of some names.
  public struct Score: Sendable {
    /// Distinct Arabic forms.
    public var forms = 0
    /// Forms right at the first place, within five, within ten.
    public var first = 0, five = 0, ten = 0
    /// Letters by which the first spelling differs from the nearest attested one.
    public var edits = 0
    /// Letters of those attested spellings.
    public var letters = 0
  }

  /// A name whose first spelling is not attested.
  public struct Difference: Sendable {
    /// The name in Arabic.
    public var arabic: String
    /// The country it was spelt in (ISO code); empty where the file does not say.
    public var country: String
    /// Attested spellings.
    public var gold: [String]
    /// Our spellings, at most ten.
    public var ours: [String]
  }

  /// All forms, then those of each country where the gold table says it, by country code.
  public private(set) var scores: [(name: String, score: Score)] = []
  /// Names whose first spelling is wrong, in order.
  public private(set) var differences: [Difference] = []
  /// Forms by stated probability of the first spelling in twenty parts: number, right ones, sum of the probabilities.
  public private(set) var reliability = [(forms: Int, right: Int, stated: Double)](repeating: (0, 0, 0), count: 20)

  /// Expected calibration error: the mean distance of stated and real share over the parts, by their size.
  public var calibrationError: Double {
    let all = reliability.reduce(0) { $0 + $1.forms }
    var sum = 0.0
    for part in reliability where part.forms > 0 { sum += abs(part.stated - Double(part.right)) }
    return all == 0 ? 0 : sum / Double(all)
  }

  /// Compares the spellings attested at `path` (columns `arabic` and `latin` or `english`, perhaps `kind`) with `spell`:
  /// at most ten spellings of an Arabic form, with the probability of each. The country is that of a kind `person-EG`.
  public init(path: String, spell: (_ arabic: String, _ country: String?) -> [(text: String, probability: Double)])
    throws(Diagnostic)
  {
    let rows = try GoldFile.names(path)
    var places: [String: Int] = [:]
    var names: [(arabic: String, country: String, gold: [String])] = []
    for (form, latin, kind) in rows {
      let country = kind?.hasPrefix("person-") == true ? String(kind?.dropFirst(7) ?? "") : ""
      if let known = places[form] {
        names[known].gold.append(latin)
      } else {
        places[form] = names.count
        names.append((form, country, [latin]))
      }
    }
    var all = Score()
    var countries: [String: Score] = [:]
    for name in names {
      let found = spell(name.arabic, name.country.isEmpty ? nil : name.country)
      let gold = name.gold.map(Self.folded)
      let ours = found.prefix(10).map { Self.folded($0.text) }
      let place = ours.firstIndex { gold.contains($0) }
      let made = ours.first ?? []
      let nearest = gold.map { (edits: Self.distance(made, $0), letters: $0.count) }
        .min { ($0.edits, $1.letters) < ($1.edits, $0.letters) }!
      all.add(place, nearest.edits, nearest.letters)
      if rows[0].kind != nil {
        countries[name.country.isEmpty ? "-" : name.country, default: Score()]
          .add(place, nearest.edits, nearest.letters)
      }
      if let probability = found.first?.probability {
        let part = max(0, min(19, Int(probability * 20)))
        reliability[part].forms += 1
        reliability[part].right += place == 0 ? 1 : 0
        reliability[part].stated += probability
      }
      if place != 0 {
        differences.append(
          Difference(arabic: name.arabic, country: name.country, gold: name.gold, ours: found.prefix(10).map(\.text)))
      }
    }
    scores = [("all", all)] + countries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A spelling as it is compared: lower-case letters and digits without diacritics, apostrophes, hyphens and spaces.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in NormalisationForm.nfd.apply(to: text.lowercased()).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .dashPunctuation, .initialPunctuation, .finalPunctuation, .modifierLetter, .modifierSymbol,
        .spaceSeparator, .format:
        continue
      default:
        if scalar == "'" { continue }
        folded.append(scalar)
      }
    }
    return folded
  }

  /// Fewest letters to put in, take out or replace that make `one` into `other`.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (at, letter) in one.enumerated() {
      var corner = row[0]
      row[0] = at + 1
      for (place, theirs) in other.enumerated() {
        let replaced = corner + (letter == theirs ? 0 : 1)
        corner = row[place + 1]
        row[place + 1] = min(replaced, corner + 1, row[place] + 1)
      }
    }
    return row[other.count]
  }
}

extension ConventionalEvaluation.Score {
  mutating func add(_ place: Int?, _ edits: Int, _ letters: Int) {
    forms += 1
    if let place {
      if place == 0 { first += 1 }
      if place < 5 { five += 1 }
      ten += 1
    }
    self.edits += edits
    self.letters += letters
  }
}
