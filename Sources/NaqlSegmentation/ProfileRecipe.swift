import NaqlICU
import NaqlModel
import NaqlRules
import NaqlTables

/// How the compiled table of a segmentation profile is made.
public enum ProfileRecipe {
  /// The profiles that are shipped.
  public static let profiles = ["news", "literary", "subtitles", "legal", "uax29"]

  /// The recipes of all shipped profiles, for `naql rules compile`.
  public static var all: [TableRecipe] { profiles.map(recipe) }

  /// The recipe of one profile.
  public static func recipe(_ profile: String) -> TableRecipe {
    TableRecipe(name: "segmentation-\(profile)", version: 4, sources: ["segmentation/"]) {
      rules throws(Diagnostic) in try image(ProfileSource(profile, rules: rules))
    }
  }

  /// The table of a profile that has been read.
  static func image(_ source: ProfileSource) throws(Diagnostic) -> TableImage {
    var image = TableImage()
    let rules: [UInt8]
    do throws(ICUFailure) {
      let iterator: BreakIterator
      if let text = source.breakRules {
        iterator = try BreakIterator(rules: text)
      } else {
        iterator = try BreakIterator(.sentence, locale: "root")
      }
      rules = try iterator.compiledRules()
    } catch {
      let line = error.place?.line ?? 0
      throw Diagnostic(
        "segment.break-rules", "\(error)", file: source.breakFile ?? source.name, line: line > 0 ? line : nil)
    }
    image.add("breaks", bytes: rules)
    image.add(
      "mode",
      [UInt32(source.breakRules == nil ? 1 : 0), source.breaksAtSemicolon ? 1 : 0, source.seesMarksOnly ? 1 : 0])
    var tests: [SegmentationProfile.Test] = []
    var starts: [UInt32] = [0]
    var facts = ""
    for rule in source.rules {
      for test in rule.tests {
        tests.append(
          .init(mask: test.mask, tier: UInt32(test.tier.rawValue), negated: test.negated ? 1 : 0))
      }
      starts.append(UInt32(tests.count) << 1 | (rule.breaks ? 1 : 0))
      facts += "\(rule.id)\t\(rule.file)\t\(rule.line)\t\(rule.reason)\n"
    }
    image.add("tests", tests)
    image.add("starts", starts)
    image.add("facts", text: facts)
    image.add("classes", text: source.classes.joined(separator: "\n"))
    var index = HashIndex.Builder()
    var bits: [UInt64] = []
    for key in source.order {
      let ordinal = index.add(key)
      if ordinal == bits.count { bits.append(source.words[key] ?? 0) }
    }
    index.add(to: &image, named: "words", compact: true)
    WordClasses.add(bits, to: &image)
    return image
  }
}
