import NaqlModel
import NaqlRules

/// Everything that can be set about segmentation, ready to make workers of.
public struct SegmentationSettings: Sendable {
  /// The rules in use.
  public let profile: SegmentationProfile
  /// Whether hard-wrapped lines are joined first.
  public let unwrap: Bool
  let options: Segmenter.Options
  let srx: SRXFile?

  /// Settings by the names of the stage's options. Errors are about the profile or the SRX file.
  public init(
    profile: String = "news", unwrap: Bool = false, breakSemicolon: Bool? = nil, maxLength: Int = 0,
    unpunctuated: Bool = false, srx: String? = nil, rules: RuleSet
  ) throws(Diagnostic) {
    if unpunctuated {
      throw Diagnostic(
        "segment.no-model",
        "text without punctuation cannot be cut yet, since its model is not there; leave unpunctuated away")
    }
    self.profile = try SegmentationProfile(profile, rules: rules)
    self.unwrap = unwrap
    options = Segmenter.Options(breakSemicolon: breakSemicolon, maxLength: maxLength)
    self.srx = try srx.map { path throws(Diagnostic) in try SRXFile(path: path) }
  }

  /// A cutter of one task's own.
  public func makeCutter() throws(Diagnostic) -> BlockCutter {
    let matcher = try srx.map { file throws(Diagnostic) in try SRXMatcher(file) }
    return BlockCutter(try Segmenter(profile, options: options), matcher, maxLength: options.maxLength)
  }
}

/// Cuts one block after the other, by rules, by an SRX file or by a model, as the settings say. One worker's own.
public final class BlockCutter {
  private let segmenter: Segmenter
  private let matcher: SRXMatcher?
  private let maxLength: Int

  init(_ segmenter: Segmenter, _ matcher: SRXMatcher?, maxLength: Int) {
    self.segmenter = segmenter
    self.matcher = matcher
    self.maxLength = maxLength
  }

  /// Names of the rules; `forEachSegment` gives the index.
  public var ruleNames: [String] { segmenter.profile.facts.map(\.id) + (matcher?.ruleNames ?? []) }

  /// Calls `visit` with each sentence of `block`, in order, and the index of the rule that ended it.
  public func forEachSegment(
    in text: UnsafeRawBufferPointer, _ block: TextRange, _ visit: (TextRange, Int) -> Void
  ) throws(Diagnostic) {
    guard let matcher else { return try segmenter.forEachSegment(in: text, block, visit) }
    let start = Characters.skipSpace(text, block.start, block.end)
    let end = Characters.backSpace(text, block.end, start)
    if start >= end { return }
    let facts = segmenter.profile
    var found: [(TextRange, Int)] = []
    try matcher.forEachSegment(in: text, start, end) { range, rule in
      found.append((range, rule < 0 ? facts.index(.blockEnd) : facts.facts.count + rule))
    }
    for (range, rule) in found {
      if maxLength == 0 {
        visit(range, rule)
        continue
      }
      LengthLimit.cut(text, range, limit: maxLength) { piece, isLast in
        visit(piece, isLast ? rule : facts.index(.length))
      }
    }
  }
}
