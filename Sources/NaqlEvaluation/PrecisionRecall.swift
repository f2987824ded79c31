/// How many things were found, how many of them rightly, and how many there are: what precision, recall and F1 come from.
public struct PrecisionRecall: Sendable {
  /// Things rightly given.
  public var right = 0
  /// All that were given.
  public var given = 0
  /// All that the gold data has.
  public var gold = 0

  /// Nothing counted yet.
  public init() {}

  /// The share of what was given that is right, 0 to 1; 0 where nothing was given, as conlleval has it.
  public var precision: Double { given == 0 ? 0 : Double(right) / Double(given) }
  /// The share of the gold data that was given, 0 to 1; 0 where there is none.
  public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
  /// The harmonic mean of precision and recall.
  public var f1: Double { given + gold == 0 ? 0 : 2 * Double(right) / Double(given + gold) }
}
