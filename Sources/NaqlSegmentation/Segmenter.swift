import NaqlICU
import NaqlModel
import NaqlTables
import NaqlText

/// Cuts blocks into sentences: candidates by ICU, each decided by the rules of a profile. One worker's own.
///
/// `وصل د. أحمد. وقال: "هل بدأتم؟" ثم جلس.` → `وصل د. أحمد.` · `وقال: "هل بدأتم؟"` · `ثم جلس.`
public final class Segmenter {
  /// What can be set beside the profile.
  public struct Options: Sendable {
    /// Whether `؛` ends a sentence; nil leaves it to the profile.
    public var breakSemicolon: Bool?
    /// Longest sentence in code points, 0 without a limit; longer ones are cut at a comma, a conjunction or a space.
    public var maxLength: Int

    /// Options with the given values.
    public init(breakSemicolon: Bool? = nil, maxLength: Int = 0) {
      self.breakSemicolon = breakSemicolon
      self.maxLength = maxLength
    }
  }

  /// The rules in use.
  public let profile: SegmentationProfile
  let options: Options
  let bits: WordClasses
  // Classes that the wider evidence asks about.
  let titleMask: UInt64
  let frontedMask: UInt64
  let speechMask: UInt64
  let introducerMask: UInt64
  let nounMask: UInt64
  let verbMask: UInt64
  let letterNameMask: UInt64
  private let tests: UnsafeBufferPointer<SegmentationProfile.Test>
  private let starts: UnsafeBufferPointer<UInt32>
  @exclusivity(unchecked) private var shortlists: RuleShortlists
  // A segmenter is one worker's own and calls nobody who could come back to it while it works, so that nothing can be
  // written while it is read; checking that anew at every access would cost a seventh of the time.
  @exclusivity(unchecked) private var finder: BoundaryFinder

  // The block at hand.
  @exclusivity(unchecked) var scanner = MarkScanner()
  @exclusivity(unchecked) var nesting = Nesting()
  @exclusivity(unchecked) var text = UnsafeRawBufferPointer(start: nil, count: 0)
  @exclusivity(unchecked) var blockStart = 0
  @exclusivity(unchecked) var blockEnd = 0
  @exclusivity(unchecked) var sentence = 0
  // The candidate at hand.
  @exclusivity(unchecked) var place = Candidate()
  @exclusivity(unchecked) var flags: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
  @exclusivity(unchecked) private var known: UInt32 = 0
  @exclusivity(unchecked) var key: [UInt8] = []
  /// Called with every candidate and its rule, for explanations.
  @exclusivity(unchecked) var observer: ((Candidate, Int, Bool) -> Void)?

  /// A segmenter by `profile`.
  public init(_ profile: SegmentationProfile, options: Options = Options()) throws(Diagnostic) {
    self.profile = profile
    self.options = options
    bits = WordClasses(profile.table)
    tests = profile.table.array("tests", of: SegmentationProfile.Test.self)
    starts = profile.table.array("starts", of: UInt32.self)
    shortlists = RuleShortlists(tests: tests, starts: starts)
    titleMask = profile.mask("title")
    frontedMask = profile.mask("fronted")
    speechMask = profile.mask("speech")
    introducerMask = profile.mask("introducer")
    nounMask = profile.mask("quote-noun")
    verbMask = profile.mask("verb")
    letterNameMask = profile.mask("letter-name")
    do {
      finder = try BoundaryFinder(compiled: profile.table.section("breaks"), seesMarksOnly: profile.seesMarksOnly)
    } catch { throw Diagnostic("segment.break-rules", "\(error)") }
    scanner.semicolons = options.breakSemicolon ?? profile.breaksAtSemicolon
    key.reserveCapacity(256)
  }

  /// Calls `visit` with each sentence of `block`, in order, without outer white space, and the index of the rule in
  /// `profile.facts` that ended it. Offsets are UTF-8 bytes into `text`, which must be well formed.
  public func forEachSegment(
    in text: UnsafeRawBufferPointer, _ block: TextRange, _ visit: (TextRange, Int) -> Void
  ) throws(Diagnostic) {
    let start = Characters.skipSpace(text, block.start, block.end)
    let end = Characters.backSpace(text, block.end, start)
    if start >= end { return }
    if options.maxLength > 0 {
      var found: [(TextRange, Int)] = []
      try cut(text, start, end) { found.append(($0, $1)) }
      for (range, rule) in found {
        LengthLimit.cut(text, range, limit: options.maxLength) { piece, isLast in
          visit(piece, isLast ? rule : profile.index(.length))
        }
      }
    } else {
      try cut(text, start, end, visit)
    }
  }

  /// The sentences of a block of `text` with their rules.
  public func segments(in text: [UInt8], _ block: TextRange) throws(Diagnostic) -> [(range: TextRange, rule: Int)] {
    var found: [(range: TextRange, rule: Int)] = []
    var failure: Diagnostic?
    text.withUnsafeBytes { bytes in
      do throws(Diagnostic) { try forEachSegment(in: bytes, block) { found.append(($0, $1)) } } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return found
  }

  private func cut(
    _ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ visit: (TextRange, Int) -> Void
  ) throws(Diagnostic) {
    let last = profile.index(.blockEnd)
    if profile.isPlain { return try cutPlainly(text, start, end, visit) }
    scanner.scan(text, start, end)
    let first = scanner.firstTerminator
    guard first >= 0, scanner.marks[first].offset < tailStart(text, end) else {
      return visit(TextRange(start, end), last)
    }
    self.text = text
    blockStart = start
    blockEnd = end
    sentence = start
    nesting.reset()
    if profile.seesMarksOnly {
      try finder.findInClusters(text, scanner.marks[first...], end)
    } else {
      try finder.find(text, scanner.marks[first].offset, end)
    }
    var index = 0
    for at in finder.boundaries {
      if at < sentence { continue }
      if Characters.skipBlank(text, at, end) >= end { break }
      // Marks before the cluster open and close; the cluster begins at the first terminator.
      while index < scanner.marks.count, scanner.marks[index].offset < at, !scanner.marks[index].kind.isTerminator {
        _ = nesting.take(scanner.marks, index, text, start, end, sentence: sentence)
        index += 1
      }
      guard index < scanner.marks.count, scanner.marks[index].offset < at else { continue }
      readCluster(&index, at)
      // Marks alone are no sentence.
      let word = Evidence.nextArabic | Evidence.nextUpper | Evidence.nextLower | Evidence.nextDigit
      if place.flags & word == 0, !holdsWord(place.end, end) { break }
      let rule = decide()
      let breaks = starts[rule + 1] & 1 == 1
      if let observer { observer(place, rule, breaks) }
      if breaks {
        visit(TextRange(sentence, Characters.backSpace(text, place.end, sentence)), rule)
        sentence = Characters.skipSpace(text, place.end, end)
        nesting.noteBreak()
      }
    }
    visit(TextRange(sentence, end), last)
  }

  /// Where the marks that end the block begin: no candidate lies from here on.
  private func tailStart(_ text: UnsafeRawBufferPointer, _ end: Int) -> Int {
    var at = end
    var index = scanner.marks.count - 1
    while index >= 0 {
      let mark = scanner.marks[index]
      switch mark.kind {
      case .stop, .question, .exclamation, .ellipsis, .semicolon, .closeQuote, .closeBracket, .either: break
      default: return at
      }
      let after = mark.offset + Int(mark.length)
      if after != at, Characters.skipBlank(text, after, at) != at { return at }
      at = mark.offset
      index -= 1
    }
    return at
  }

  private func cutPlainly(
    _ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ visit: (TextRange, Int) -> Void
  ) throws(Diagnostic) {
    try finder.find(text, start, end)
    var from = start
    for at in finder.boundaries {
      let stop = Characters.backSpace(text, at, from)
      if stop > from { visit(TextRange(from, stop), profile.index(at >= end ? .blockEnd : .boundary)) }
      from = Characters.skipSpace(text, at, end)
    }
  }

  /// Index of the first rule that fits the candidate. The last rule of a profile must have no condition.
  private func decide() -> Int {
    known = 1
    flags.0 = place.flags
    for entry in shortlists.rules(for: flags.0) {
      var test = Int(entry.test)
      let end = Int(starts[Int(entry.rule) + 1] >> 1)
      var fits = true
      while test < end {
        let question = tests[test]
        if known & (1 << question.tier) == 0 { gather(question.tier) }
        if (value(question.tier) & question.mask != 0) == (question.negated != 0) {
          fits = false
          break
        }
        test += 1
      }
      if fits { return Int(entry.rule) }
    }
    return starts.count - 2
  }

  @inline(__always)
  func value(_ tier: UInt32) -> UInt64 {
    switch tier {
    case 0: flags.0
    case 1: flags.1
    case 2: flags.2
    case 3: flags.3
    default: flags.4
    }
  }

  private func gather(_ tier: UInt32) {
    // The word before is the way to the one before that, and to what the wider view asks.
    if known & 2 == 0, tier == 2 || tier == 4 {
      known |= 2
      flags.1 = evidenceBefore()
    }
    known |= 1 << tier
    switch tier {
    case 1: flags.1 = evidenceBefore()
    case 2: flags.2 = evidenceEarlier()
    case 3: flags.3 = evidenceAfter()
    default: flags.4 = evidenceWide()
    }
  }

  /// The questions of a rule, for explanations.
  func questions(of rule: Int) -> ArraySlice<SegmentationProfile.Test> {
    guard rule + 1 < starts.count else { return [] }
    return Array(tests)[Int(starts[rule] >> 1)..<Int(starts[rule + 1] >> 1)]
  }
}
