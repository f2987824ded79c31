import NaqlModel
import NaqlText

/// Judges Arabic forms of Latin names: how often an attested form is the first, among five, among ten.
public struct ReverseEvaluation: Sendable {
  /// Forms right at the first place, within five, within ten.
  public struct Score: Sendable {
    /// Names with a right form at the first place, within five, within ten.
    public var first = 0, five = 0, ten = 0
  }

  /// Distinct Latin names, regardless of case.
  public private(set) var names = 0
  /// Right letter for letter but for vowel marks.
  public private(set) var exact = Score()
  /// Right with hamzas, ة and ى folded as readers fold them.
  public private(set) var loose = Score()

  /// Compares the Arabic forms attested at `path` (columns `arabic`, `latin` or `english`), taken from the Latin side, with
  /// what `forms` gives: at most ten for a name.
  public init(path: String, forms: (_ latin: String) -> [String]) throws(Diagnostic) {
    var places: [String: Int] = [:]
    var rows: [(latin: String, gold: [String])] = []
    for (form, name, _) in try GoldFile.names(path) {
      if let known = places[name.lowercased()] {
        rows[known].gold.append(form)
      } else {
        places[name.lowercased()] = rows.count
        rows.append((name, [form]))
      }
    }
    names = rows.count
    for row in rows {
      let ours = Array(forms(row.latin).prefix(10))
      exact.add(Self.place(ours, row.gold, .strict))
      loose.add(Self.place(ours, row.gold, .loose))
    }
  }

  private static func place(_ ours: [String], _ gold: [String], _ key: SpellingKey) -> Int? {
    let right = Set(gold.map { key.of($0) })
    return ours.firstIndex { right.contains(key.of($0)) }
  }
}

extension ReverseEvaluation.Score {
  mutating func add(_ place: Int?) {
    guard let place else { return }
    if place == 0 { first += 1 }
    if place < 5 { five += 1 }
    ten += 1
  }
}
