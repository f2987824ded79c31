import NaqlModel
import NaqlRules
import NaqlSegmentation

/// Judges segmentation rules by gold documents.
public struct SegmentationEvaluation: Sendable {
  /// All documents together.
  public private(set) var total = SegmentationScore()
  /// By phenomenon, in the order in which they first occur.
  public private(set) var phenomena: [(name: String, score: SegmentationScore)] = []
  /// What differs: the document, our sentences, the gold's.
  public private(set) var differences: [(item: SegmentationGold.Item, ours: [String])] = []

  /// Cuts every document of `gold` by `profile`, or as its own options say.
  public init(
    _ gold: SegmentationGold, profile: String, unpunctuated: Bool = false, rules: RuleSet
  ) throws(Diagnostic) {
    var segmentations: [[String]: PlainSegmentation] = [:]
    for item in gold.items {
      if segmentations[item.options] == nil {
        segmentations[item.options] = try Self.segmentation(item, profile, unpunctuated, rules)
      }
      let ours = try Self.sentences(item.input, segmentations[item.options]!)
      add(item, ours)
    }
  }

  private mutating func add(_ item: SegmentationGold.Item, _ ours: [String]) {
    if !total.add(found: ours, expected: item.sentences) { differences.append((item, ours)) }
    let index = phenomena.firstIndex { $0.name == item.phenomenon }
    if index == nil { phenomena.append((item.phenomenon, SegmentationScore())) }
    phenomena[index ?? phenomena.count - 1].score.add(found: ours, expected: item.sentences)
  }

  /// The sentences of `text`, white space folded.
  public static func sentences(_ text: [UInt8], _ segmentation: PlainSegmentation) throws(Diagnostic) -> [String] {
    var lines: [UInt8] = []
    try segmentation.write(text, to: &lines)
    return lines.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func segmentation(
    _ item: SegmentationGold.Item, _ profile: String, _ unpunctuated: Bool, _ rules: RuleSet
  ) throws(Diagnostic) -> PlainSegmentation {
    var profile = profile
    var unwrap = false
    var semicolon: Bool?
    var length = 0
    var isUnpunctuated = unpunctuated
    var index = 0
    while index < item.options.count {
      let value = index + 1 < item.options.count ? item.options[index + 1] : ""
      switch item.options[index] {
      case "--unwrap": unwrap = true
      case "--break-semicolon": semicolon = true
      case "--unpunctuated": isUnpunctuated = true
      case "--profile":
        profile = value
        index += 1
      case "--max-length":
        length = Int(value) ?? 0
        index += 1
      default:
        throw Diagnostic("gold.option", "the document \(item.id) has an unknown option “\(item.options[index])”")
      }
      index += 1
    }
    return try PlainSegmentation(
      SegmentationSettings(
        profile: profile, unwrap: unwrap, breakSemicolon: semicolon, maxLength: length, unpunctuated: isUnpunctuated,
        rules: rules))
  }
}
