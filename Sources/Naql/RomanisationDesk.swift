import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlText

/// Everything that romanising needs, opened once: the schemes, the lexicon, the vocaliser, the speller.
public struct RomanisationDesk {
  /// The schemes.
  public let catalogue: SchemeCatalogue
  private let lexicon: Lexicon
  private let vocaliser: any Vocalising
  private let rules: RuleSet

  /// Opens what lies under `rules`.
  public init(rules: RuleSet) throws(Diagnostic) {
    catalogue = try SchemeCatalogue(rules)
    lexicon = try Lexicon(rules)
    vocaliser = try Vocaliser(rules)
    self.rules = rules
  }

  /// What turns a line into at most `best` romanised lines in the scheme `id`.
  public func lineWriter(_ id: String, use: Use, best: Int, country: String?, reverse: Bool) throws(Diagnostic)
    -> (String) -> [String]
  {
    if reverse {
      let reverser = try SchemeReverser(id, catalogue: catalogue)
      return { [reverser.arabic($0)] }
    }
    let romaniser = try Romaniser(
      id == "conventional" ? "press" : id, catalogue: catalogue, lexicon: lexicon, vocaliser: vocaliser)
    guard id == "conventional" else { return { romaniser.romanise($0, use: use, best: best) } }
    let speller = try ConventionalSpeller(rules)
    return { line in
      let known = speller.spellings(of: line, entityClass: nil, country: country, limit: best)
      return known.isEmpty ? romaniser.romanise(line, use: use, best: best) : known.map(\.text)
    }
  }
}
