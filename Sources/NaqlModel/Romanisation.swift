/// What a romanised form belongs to.
public enum RomanisationTarget: Hashable, Sendable {
  /// The entity of this index.
  case entity(Int)
  /// The segment of this index.
  case segment(Int)
}

/// A name or a segment in Latin script by one scheme.
public struct Romanisation: Hashable, Sendable {
  /// What is romanised.
  public var target: RomanisationTarget
  /// Id of the scheme, such as `bgn-pcgn`, or `conventional`.
  public var scheme: String
  /// The romanised text, NFC, without any Arabic letter.
  public var text: String
  /// Which link of the chain gave the reading.
  public var origin: Origin
  /// How sure, from 0 to 1000.
  public var confidence: Int

  /// Schemes that names have where nobody asks for others, in order.
  public static let standardSchemes = ["conventional", "bgn-pcgn", "ala-lc"]

  /// `text` is `target` in `scheme`.
  public init(target: RomanisationTarget, scheme: String, text: String, origin: Origin, confidence: Int) {
    self.target = target
    self.scheme = scheme
    self.text = text
    self.origin = origin
    self.confidence = confidence
  }
}
