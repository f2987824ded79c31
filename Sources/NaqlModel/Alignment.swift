/// A segment paired with its romanised tier, its names and the slot for its translation.
public struct Alignment: Hashable, Sendable {
  /// Index of the segment.
  public var segment: Int
  /// Stable id of the unit in every file written: block and sentence number, `b3.s2`.
  public var unit: String
  /// Index into the romanisations of the segment's tier, where there is one.
  public var tier: Int?
  /// Indices of the entities that lie in the segment, in order.
  public var entities: Range<Int>
  /// Whether a translator is to translate it (duplicates and boilerplate are not).
  public var translate: Bool
  /// What the target slot holds: a copy of the source, nothing, or a translation.
  public var target: String?

  /// The unit made of `segment`.
  public init(segment: Int, unit: String, tier: Int?, entities: Range<Int>, translate: Bool, target: String?) {
    self.segment = segment
    self.unit = unit
    self.tier = tier
    self.entities = entities
    self.translate = translate
    self.target = target
  }
}
