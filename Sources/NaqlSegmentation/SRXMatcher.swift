import NaqlICU
import NaqlModel
import NaqlText

/// Cuts blocks by the rules of an SRX file, with ICU's regular expressions. One worker's own.
///
/// At each place the first rule decides whose expressions match the text that ends there and the text that begins there.
final class SRXMatcher {
  private let expressions: [(expression: RegularExpression, breaks: Bool)]
  private var buffer = UTF16Buffer(capacity: 1024)
  private var decisions: [Int32] = []
  /// Name of each rule, for `Segment.rule`.
  let ruleNames: [String]

  /// Compiles the rules of `file`. An expression ICU cannot read is an error that names its rule.
  init(_ file: SRXFile) throws(Diagnostic) {
    var expressions: [(expression: RegularExpression, breaks: Bool)] = []
    for rule in file.rules {
      do {
        let after = rule.after.isEmpty ? "" : "(?=\(rule.after))"
        expressions.append(
          (try RegularExpression((rule.before.isEmpty ? "" : "(?:\(rule.before))") + after), rule.breaks))
      } catch {
        throw Diagnostic(
          "srx.expression", "rule \(rule.number) of “\(rule.language)”: \(error)", file: file.file)
      }
    }
    self.expressions = expressions
    ruleNames = file.rules.map { "srx.\($0.language).\($0.number)" }
  }

  /// Whether `pattern` matches all of `text`.
  static func matches(_ pattern: String, whole text: String, file: String) throws(Diagnostic) -> Bool {
    do {
      var buffer = UTF16Buffer()
      try buffer.fill(text)
      var isWhole = false
      let length = buffer.count
      try RegularExpression("^(?:\(pattern))$", ignoringCase: true).forEachMatch(in: buffer) { start, end in
        if start == 0, end == length { isWhole = true }
      }
      return isWhole
    } catch { throw Diagnostic("srx.expression", "the language pattern “\(pattern)”: \(error)", file: file) }
  }

  /// Calls `visit` with each sentence of `start..<end` and the index of the rule that ended it, -1 for the block's end.
  func forEachSegment(
    in text: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ visit: (TextRange, Int) -> Void
  ) throws(Diagnostic) {
    do throws(ICUFailure) {
      try buffer.fill(utf8: UnsafeRawBufferPointer(rebasing: text[start..<end]))
      decisions.removeAll(keepingCapacity: true)
      decisions.append(contentsOf: repeatElement(-1, count: buffer.count + 1))
      for (index, rule) in expressions.enumerated() {
        try rule.expression.forEachMatch(in: buffer) { _, place in
          if decisions[place] < 0 { decisions[place] = Int32(index) }
        }
      }
    } catch { throw Diagnostic("srx.expression", "\(error)") }
    var from = start
    var at = start
    var unit = 0
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      at += length
      unit += c > 0xFFFF ? 2 : 1
      guard unit < buffer.count, decisions[unit] >= 0, expressions[Int(decisions[unit])].breaks else { continue }
      let stop = Characters.backSpace(text, at, from)
      if stop > from { visit(TextRange(from, stop), Int(decisions[unit])) }
      from = Characters.skipSpace(text, max(at, from), end)
    }
    if from < end { visit(TextRange(from, end), -1) }
  }
}
