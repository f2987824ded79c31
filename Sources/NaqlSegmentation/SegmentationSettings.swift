import NaqlModel
import NaqlRules

/// Everything that can be set about segmentation, ready to make workers of.
public struct SegmentationSettings: Sendable {
  /// The rules in use.
  public let profile: SegmentationProfile
  /// Whether hard-wrapped lines are joined first.
  public let unwrap: Bool
  let options: Segmenter.Options

  /// Settings by the names of the stage's options. Errors are about the profile or the SRX file.
  public init(
    profile: String = "news", unwrap: Bool = false, breakSemicolon: Bool? = nil, maxLength: Int = 0,
    unpunctuated: Bool = false, srx: String? = nil, rules: RuleSet
  ) throws(Diagnostic) {
    self.profile = try SegmentationProfile(profile, rules: rules)
    self.unwrap = unwrap
    options = Segmenter.Options(breakSemicolon: breakSemicolon, maxLength: maxLength)
  }

  /// A cutter of one task's own.
  public func makeCutter() throws(Diagnostic) -> BlockCutter { BlockCutter(try Segmenter(profile, options: options)) }
}

/// Cuts one block after the other, by rules, by an SRX file or by a model, as the settings say. One worker's own.
public final class BlockCutter {
  private let segmenter: Segmenter

  init(_ segmenter: Segmenter) { self.segmenter = segmenter }

  /// Names of the rules; `forEachSegment` gives the index.
  public var ruleNames: [String] { segmenter.profile.facts.map(\.id) }

  /// Calls `visit` with each sentence of `block`, in order, and the index of the rule that ended it.
  public func forEachSegment(
    in text: UnsafeRawBufferPointer, _ block: TextRange, _ visit: (TextRange, Int) -> Void
  ) throws(Diagnostic) {
    try segmenter.forEachSegment(in: text, block, visit)
  }
}
