import NaqlICU
import NaqlModel
import NaqlRules
import NaqlSegmentation
import NaqlText

/// What must hold of the segmenter on any text, checked on one text after the other.
///
/// In every profile, with and without the options: segments lie in order inside the text, begin and end between code
/// points, are not empty, and nothing but white space lies between them, so that segments and gaps together are the
/// input byte for byte; a worker gives the same the second time, whatever it saw in between; the words of a segment do
/// not depend on what stands behind it. The plain profile breaks where ICU's root rules break.
public final class SegmentationProof {
  /// Something that does not hold.
  public struct Failure: Error, Sendable {
    /// What does not hold, and in which profile.
    public let what: String
    /// The text, code points outside ASCII as `\u{…}`.
    public let text: String
  }

  private struct Subject {
    let name: String
    let segmentation: PlainSegmentation
    let isPlain: Bool
  }

  private let subjects: [Subject]
  private let iterator: BreakIterator
  private var units = UTF16Buffer()

  /// Over every shipped profile and the options.
  public init(rules: RuleSet) throws(Diagnostic) {
    var subjects: [Subject] = []
    for profile in ProfileRecipe.profiles {
      let settings = try SegmentationSettings(profile: profile, rules: rules)
      subjects.append(
        Subject(name: profile, segmentation: try PlainSegmentation(settings), isPlain: profile == "uax29"))
    }
    let options = [
      ("unwrap, break-semicolon", try SegmentationSettings(unwrap: true, breakSemicolon: true, rules: rules)),
      ("max-length", try SegmentationSettings(maxLength: 12, rules: rules)),
      ("unpunctuated", try SegmentationSettings(unpunctuated: true, rules: rules)),
    ]
    for (name, settings) in options {
      subjects.append(Subject(name: "news, \(name)", segmentation: try PlainSegmentation(settings), isPlain: false))
    }
    self.subjects = subjects
    do { iterator = try BreakIterator(.sentence, locale: "root") } catch {
      throw Diagnostic("evaluate.icu", "\(error)")
    }
  }

  /// Checks `count` random texts; returns what does not hold, nil where everything does.
  public func checkRandom(_ count: Int, seed: UInt64) throws(Diagnostic) -> Failure? {
    var random = RandomText(seed: seed)
    var last: [UInt8] = []
    for _ in 0..<count {
      let text = random.text()
      if let failure = try check(text, after: last) { return failure }
      last = text
    }
    return nil
  }

  /// Checks one text, well-formed UTF-8; `other` is cut between the first and the second time.
  public func check(_ text: [UInt8], after other: [UInt8] = []) throws(Diagnostic) -> Failure? {
    for subject in subjects {
      let found = try Self.segments(text, subject.segmentation)
      if let fault = Self.fault(found, text) { return failure(fault, subject, text) }
      _ = try Self.segments(other, subject.segmentation)
      if try Self.segments(text, subject.segmentation) != found {
        return failure("the second time gives other segments", subject, text)
      }
      if subject.isPlain, let fault = try difference(found, text) { return failure(fault, subject, text) }
      if !Self.wordsStand(found, text) { return failure("words change with what stands behind", subject, text) }
    }
    return nil
  }

  private func failure(_ what: String, _ subject: Subject, _ text: [UInt8]) -> Failure {
    let shown = String(decoding: text, as: UTF8.self).unicodeScalars.map {
      $0.value >= 0x20 && $0.value < 0x7F ? String($0) : "\\u{\(String($0.value, radix: 16))}"
    }
    return Failure(what: "\(what) (\(subject.name))", text: shown.joined())
  }

  private static func segments(_ text: [UInt8], _ segmentation: PlainSegmentation) throws(Diagnostic) -> [TextRange] {
    var found: [TextRange] = []
    let result: Result<Void, Diagnostic> = text.withUnsafeBytes { bytes in
      do throws(Diagnostic) {
        return .success(try segmentation.forEachSentence(in: bytes) { found.append($0) })
      } catch { return .failure(error) }
    }
    try result.get()
    return found
  }

  private static func fault(_ found: [TextRange], _ text: [UInt8]) -> String? {
    var at = 0
    var rebuilt: [UInt8] = []
    for range in found + [TextRange(text.count, text.count)] {
      guard range.start >= at, range.end <= text.count, range.end > range.start || range.start == text.count else {
        return "\(range) after \(at)"
      }
      guard isBoundary(range.start, text), isBoundary(range.end, text) else { return "\(range) cuts a code point" }
      guard text.withUnsafeBytes({ isWhite($0, at, range.start) }) else { return "text is lost before \(range)" }
      rebuilt += text[at..<range.start]
      rebuilt += text[range.bytes]
      at = range.end
    }
    return rebuilt == text ? nil : "segments and gaps are not the input"
  }

  private static func isBoundary(_ at: Int, _ text: [UInt8]) -> Bool { at == text.count || text[at] & 0xC0 != 0x80 }

  private static func isWhite(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if !ArabicScript.isSpace(c) { return false }
      at += length
    }
    return true
  }

  /// Where the plain profile and ICU's root rules differ, line by line, white space around sentences aside.
  private func difference(_ found: [TextRange], _ text: [UInt8]) throws(Diagnostic) -> String? {
    var expected: [TextRange] = []
    var start = 0
    while start <= text.count {
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
      try addSentences(text, start, end, to: &expected)
      start = end + 1
    }
    return found == expected ? nil : "ICU breaks elsewhere: \(expected), not \(found)"
  }

  private func addSentences(
    _ text: [UInt8], _ start: Int, _ end: Int, to expected: inout [TextRange]
  ) throws(Diagnostic) {
    let line = Self.trimmed(text, start, end)
    if line.start >= line.end { return }
    var starts: [Int] = []
    for at in line.bytes where text[at] & 0xC0 != 0x80 {
      starts.append(at)
      if text[at] >= 0xF0 { starts.append(at) }
    }
    starts.append(line.end)
    var from = line.start
    do throws(ICUFailure) {
      let filled: Result<Void, ICUFailure> = text.withUnsafeBytes { bytes in
        do throws(ICUFailure) {
          return .success(try units.fill(utf8: UnsafeRawBufferPointer(rebasing: bytes[line.bytes])))
        } catch { return .failure(error) }
      }
      try filled.get()
      try iterator.forEachBoundary(in: units) { offset, _ in
        let sentence = Self.trimmed(text, from, starts[offset])
        if sentence.start < sentence.end { expected.append(sentence) }
        from = starts[offset]
      }
    } catch { throw Diagnostic("evaluate.icu", "\(error)") }
  }

  private static func trimmed(_ text: [UInt8], _ start: Int, _ end: Int) -> TextRange {
    text.withUnsafeBytes { bytes in
      var start = start
      var end = end
      while start < end {
        let (c, length) = UTF8Scalars.decode(bytes, start)
        if !ArabicScript.isSpace(c) { break }
        start += length
      }
      while end > start {
        let (c, length) = UTF8Scalars.decode(bytes, before: end)
        if !ArabicScript.isSpace(c) { break }
        end -= length
      }
      return TextRange(start, end)
    }
  }

  /// Whether the words of each segment are those of the segment alone and with spaces behind it.
  private static func wordsStand(_ found: [TextRange], _ text: [UInt8]) -> Bool {
    for range in found {
      let words = Tokeniser.tokens(in: text, range)
      let alone = Array(text[range.bytes])
      let padded = alone + [UInt8](repeating: 0x20, count: 24)
      let shifted = { (tokens: [Token]) in
        tokens.map { Token(start: Int($0.start) + range.start, end: Int($0.end) + range.start, kind: $0.kind) }
      }
      if shifted(Tokeniser.tokens(in: alone, TextRange(0, alone.count))) != words { return false }
      if shifted(Tokeniser.tokens(in: padded, TextRange(0, padded.count))) != words { return false }
    }
    return true
  }
}
