import Foundation
import NaqlModel
import NaqlRules
import NaqlSegmentation
import Testing

/// What the tests of segmentation share.
enum Support {
  /// Root of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  /// The shipped rules.
  static func rules() throws -> RuleSet { try RuleSet(root: package + "/Rules") }

  /// The sentences of `text`, as `segment --plain` prints them.
  static func sentences(
    _ text: String, profile: String = "news", unwrap: Bool = false, breakSemicolon: Bool? = nil, maxLength: Int = 0,
    srx: String? = nil
  ) throws -> [String] {
    let settings = try SegmentationSettings(
      profile: profile, unwrap: unwrap, breakSemicolon: breakSemicolon, maxLength: maxLength, srx: srx,
      rules: rules())
    var lines: [UInt8] = []
    try PlainSegmentation(settings).write(Array(text.utf8), to: &lines)
    return String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The same text with every code point named, so that failures can be read.
  static func codePoints(_ text: String) -> String {
    text.unicodeScalars.map { $0.value < 0x80 ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
  }
}
