import NaqlModel

/// Cuts one block after the other, by rules, by an SRX file or by a model, as the settings say. One worker's own.
public final class BlockCutter {
  let segmenter: Segmenter
  let unpunctuated: UnpunctuatedCutter?
  private let matcher: SRXMatcher?
  private let maxLength: Int
  private let ownRules: Int
  private var found: [(range: TextRange, rule: Int)] = []
  private var pieces: [(range: TextRange, rule: Int)] = []

  init(_ segmenter: Segmenter, _ matcher: SRXMatcher?, _ unpunctuated: UnpunctuatedCutter?, maxLength: Int) {
    self.segmenter = segmenter
    self.matcher = matcher
    self.unpunctuated = unpunctuated
    self.maxLength = maxLength
    ownRules = segmenter.profile.factCount + (matcher?.ruleNames.count ?? 0)
  }

  /// Names of the rules; `forEachSegment` gives the index.
  public var ruleNames: [String] {
    segmenter.profile.factIDs + (matcher?.ruleNames ?? []) + UnpunctuatedRule.allCases.map(\.id)
  }

  /// Calls `visit` with each sentence of `block`, in order, and the index of the rule that ended it.
  public func forEachSegment(
    in text: UnsafeRawBufferPointer, _ block: TextRange, _ visit: (TextRange, Int) -> Void
  ) throws(Diagnostic) {
    if matcher == nil, unpunctuated == nil { return try segmenter.forEachSegment(in: text, block, visit) }
    found.removeAll(keepingCapacity: true)
    if let matcher {
      try match(matcher, text, block)
    } else {
      try segmenter.forEachSegment(in: text, block) { found.append(($0, $1)) }
    }
    if let unpunctuated { cut(unpunctuated, text) }
    for (range, rule) in found {
      if maxLength == 0 {
        visit(range, rule)
        continue
      }
      LengthLimit.cut(text, range, limit: maxLength) { piece, isLast in
        visit(piece, isLast ? rule : segmenter.profile.index(.length))
      }
    }
  }

  private func match(_ matcher: SRXMatcher, _ text: UnsafeRawBufferPointer, _ block: TextRange) throws(Diagnostic) {
    let start = Characters.skipSpace(text, block.start, block.end)
    let end = Characters.backSpace(text, block.end, start)
    if start >= end { return }
    let facts = segmenter.profile
    try matcher.forEachSegment(in: text, start, end) { range, rule in
      found.append((range, rule < 0 ? facts.index(.blockEnd) : facts.factCount + rule))
    }
  }

  /// A block with a sentence end that the rules know, or a terminator at its end, keeps to the rules but for its long
  /// stretches.
  private func cut(_ model: UnpunctuatedCutter, _ text: UnsafeRawBufferPointer) {
    guard let last = found.last else { return }
    let isPunctuated = found.count > 1 || endsInTerminator(text, last.range)
    let least = isPunctuated ? UnpunctuatedCutter.longStretch : UnpunctuatedCutter.leastWords
    pieces.removeAll(keepingCapacity: true)
    for (range, rule) in found {
      model.cut(text, range, least: least) { piece, own in
        pieces.append((piece, own.map { ownRules + $0.rawValue } ?? rule))
      }
    }
    swap(&found, &pieces)
  }

  /// Whether the last mark of `range`, closing marks aside, is a terminator.
  private func endsInTerminator(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> Bool {
    var scanner = MarkScanner()
    scanner.scan(text, range.start, range.end)
    var at = range.end
    for mark in scanner.marks.reversed() {
      let after = mark.offset + Int(mark.length)
      if after != at, Characters.skipBlank(text, after, at) != at { return false }
      if mark.kind.isTerminator { return true }
      at = mark.offset
    }
    return false
  }
}
