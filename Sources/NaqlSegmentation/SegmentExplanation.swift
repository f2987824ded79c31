import NaqlModel
import NaqlText

/// Why a sentence ends at a place, or does not.
public struct SegmentExplanation: Sendable {
  /// Line of the place, from 1.
  public let line: Int
  /// Offset in UTF-8 bytes into the text: the end of the marks.
  public let offset: Int
  /// Up to thirty code points before the marks.
  public let before: String
  /// The terminators with what belongs to them.
  public let marks: String
  /// Up to thirty code points after them.
  public let after: String
  /// Whether the sentence ends here.
  public let breaks: Bool
  /// The rule that decided.
  public let rule: SegmentationProfile.RuleFact
  /// The evidence the rule asked for and found, as `field=value`.
  public let evidence: [String]

  /// One explanation for each candidate of `text`, whose lines are the blocks, in order.
  public static func explain(_ text: [UInt8], by segmenter: Segmenter) throws(Diagnostic) -> [SegmentExplanation] {
    try explain(text, by: BlockCutter(segmenter, nil, nil, maxLength: 0))
  }

  /// The same by a cutter: where it has the model of text without punctuation, also the places that the model cuts at or
  /// gives at least a twentieth, with the probability in thousandths as evidence.
  public static func explain(_ text: [UInt8], by cutter: BlockCutter) throws(Diagnostic) -> [SegmentExplanation] {
    var found: [SegmentExplanation] = []
    let segmenter = cutter.segmenter
    let classes = segmenter.profile.classNames
    let facts = segmenter.profile.facts
    var line = 1
    let result: Result<Void, Diagnostic> = text.withUnsafeBytes { bytes in
      func add(_ from: Int, _ to: Int, _ breaks: Bool, _ rule: SegmentationProfile.RuleFact, _ evidence: [String]) {
        found.append(
          SegmentExplanation(
            line: line, offset: to, before: string(bytes, back(bytes, from, 30), from), marks: string(bytes, from, to),
            after: string(bytes, to, forward(bytes, to, 30)), breaks: breaks, rule: rule, evidence: evidence))
      }
      segmenter.observer = { candidate, rule, breaks in
        add(
          candidate.start, candidate.end, breaks, facts[rule], names(segmenter, rule, classes))
      }
      cutter.unpunctuated?.observer = { place in
        let rule = SegmentationProfile.RuleFact(
          id: place.rule.id, file: cutter.unpunctuated?.model.markers.file ?? "", line: place.line,
          reason: place.isCut ? place.rule.reason : "The model finds no sentence end likely here.")
        add(place.end, place.end, place.isCut, rule, ["probability=\(place.probability)"])
      }
      defer {
        segmenter.observer = nil
        cutter.unpunctuated?.observer = nil
      }
      do throws(Diagnostic) {
        var start = 0
        while start < bytes.count {
          let end = PlainSegmentation.lineEnd(bytes, start)
          let count = found.count
          try cutter.forEachSegment(in: bytes, TextRange(start, end)) { _, _ in }
          // The rules see the block first, the model what they leave.
          found[count...].sort { $0.offset < $1.offset }
          let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
          start = end + (isPair ? 2 : 1)
          line += 1
        }
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
    return found
  }

  private static func names(_ segmenter: Segmenter, _ rule: Int, _ classes: [String]) -> [String] {
    var found: [String] = []
    for test in segmenter.questions(of: rule) where test.negated == 0 {
      let hit = segmenter.value(test.tier) & test.mask
      for field in Evidence.fields where field.tier.rawValue == Int(test.tier) {
        for (name, bit) in field.names where hit & bit != 0 && !found.contains("\(field.name)=\(name)") {
          found.append("\(field.name)=\(name)")
        }
        guard [.before, .earlier, .after].contains(field.tier) else { continue }
        for (index, name) in classes.enumerated() where hit & (1 << UInt64(index)) != 0 {
          found.append("\(field.name)=\(name)")
        }
      }
    }
    return found
  }

  private static func back(_ text: UnsafeRawBufferPointer, _ at: Int, _ count: Int) -> Int {
    var at = at
    for _ in 0..<count where at > 0 {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if c == 0x0A || c == 0x0D { break }
      at -= length
    }
    return at
  }

  private static func forward(_ text: UnsafeRawBufferPointer, _ at: Int, _ count: Int) -> Int {
    var at = at
    for _ in 0..<count where at < text.count {
      let (c, length) = UTF8Scalars.decode(text, at)
      if c == 0x0A || c == 0x0D { break }
      at += length
    }
    return at
  }

  private static func string(_ text: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> String {
    String(decoding: text[from..<to], as: UTF8.self).replacing("\t", with: " ")
  }
}
