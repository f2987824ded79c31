import NaqlModel

/// Judges spellings that one may meet for a name: how many of the attested ones are among the first few.
public struct VariantsEvaluation: Sendable {
  /// How many variants are looked at.
  public static let limits = [1, 5, 10, 20, 50, 100]
  /// Distinct attested spellings.
  public private(set) var spellings = 0
  /// Attested spellings among the first variants, for each of `limits`.
  public private(set) var found = [Int](repeating: 0, count: limits.count)
  /// Arabic forms.
  public private(set) var forms = 0
  /// Forms with any attested spelling among the first variants, for each of `limits`.
  public private(set) var formsFound = [Int](repeating: 0, count: limits.count)
  /// Number of variants given in all.
  public private(set) var given = 0

  /// Compares the spellings attested at `path` (columns `arabic` and `latin` or `english`) with what `variants` gives: at
  /// most a hundred for a name. Case, diacritics, apostrophes, hyphens and spaces do not count.
  public init(path: String, variants: (_ arabic: String) -> [String]) throws(Diagnostic) {
    var places: [String: Int] = [:]
    var names: [(arabic: String, gold: Set<[Unicode.Scalar]>)] = []
    for (form, latin, _) in try GoldFile.names(path) {
      let gold = ConventionalEvaluation.folded(latin)
      if let known = places[form] {
        names[known].gold.insert(gold)
      } else {
        places[form] = names.count
        names.append((form, [gold]))
      }
    }
    for name in names {
      let ours = variants(name.arabic).map(ConventionalEvaluation.folded)
      given += ours.count
      forms += 1
      spellings += name.gold.count
      for (at, limit) in Self.limits.enumerated() {
        let met = name.gold.intersection(ours.prefix(limit)).count
        found[at] += met
        formsFound[at] += met > 0 ? 1 : 0
      }
    }
  }
}
