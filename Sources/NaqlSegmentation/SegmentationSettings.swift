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
  /// The model of text without punctuation, opened only where it is asked for.
  let boundaries: BoundaryModel?

  /// Settings by the names of the stage's options. Errors are about the profile or the SRX file.
  public init(
    profile: String = "news", unwrap: Bool = false, breakSemicolon: Bool? = nil, maxLength: Int = 0,
    unpunctuated: Bool = false, srx: String? = nil, rules: RuleSet
  ) throws(Diagnostic) {
    self.init(
      profile: try SegmentationProfile(profile, rules: rules), unwrap: unwrap, breakSemicolon: breakSemicolon,
      maxLength: maxLength, boundaries: unpunctuated ? try BoundaryModel(rules) : nil,
      srx: try srx.map { path throws(Diagnostic) in try SRXFile(path: path) })
  }

  /// The same of what has been opened already.
  init(
    profile: SegmentationProfile, unwrap: Bool, breakSemicolon: Bool?, maxLength: Int, boundaries: BoundaryModel?,
    srx: SRXFile?
  ) {
    self.profile = profile
    self.unwrap = unwrap
    options = Segmenter.Options(breakSemicolon: breakSemicolon, maxLength: maxLength)
    self.srx = srx
    self.boundaries = boundaries
  }

  /// A cutter of one task's own.
  public func makeCutter() throws(Diagnostic) -> BlockCutter {
    let matcher = try srx.map { file throws(Diagnostic) in try SRXMatcher(file) }
    // Pieces are limited in length after the model has cut them.
    var own = options
    if boundaries != nil { own.maxLength = 0 }
    return BlockCutter(
      try Segmenter(profile, options: own), matcher, boundaries.map(UnpunctuatedCutter.init),
      maxLength: options.maxLength)
  }
}
