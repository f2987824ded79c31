import NaqlModel

/// A spelling of a name in Latin script, with how sure it is and which link of the chain gave it.
public struct SpellingCandidate: Hashable, Sendable {
  /// The spelling as English readers know it, with capitals.
  public var text: String
  /// Probability from 0 to 1 among the candidates of this name.
  public var probability: Double
  /// Which link of the chain gave it.
  public var origin: Origin

  /// A spelling.
  public init(_ text: String, probability: Double, origin: Origin) {
    self.text = text
    self.probability = probability
    self.origin = origin
  }
}

/// Knows or guesses how English readers spell a name that is written in Arabic script.
public protocol NameSpelling {
  /// Spellings of `name`, best first, at most `limit`. `entityClass` and `country` (ISO 3166, such as EG) help choosing.
  func spellings(of name: String, entityClass: EntityClass?, country: String?, limit: Int) -> [SpellingCandidate]
}
