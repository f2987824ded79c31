/// Which rules are still possible once the marks are known, in order, for each set of marks met so far.
///
/// Texts have some dozens of different sets. Most rules ask about the marks first, and most candidates leave only a
/// handful of rules to ask about words; where the marks alone decide, the list ends there.
struct RuleShortlists {
  /// A rule whose questions about the marks are all answered yes, and its first question about something else.
  struct Entry {
    var rule: UInt32
    var test: UInt32
  }

  private struct Slot {
    var flags: UInt64 = 0
    var start: Int32 = 0
    var count: Int32 = 0
  }

  private let tests: UnsafeBufferPointer<SegmentationProfile.Test>
  private let starts: UnsafeBufferPointer<UInt32>
  private var slots: [Slot]
  private var entries: [Entry] = []
  private var used = 0

  private static let size = 1024

  /// Over the rules of a profile's table, which must outlive it.
  init(tests: UnsafeBufferPointer<SegmentationProfile.Test>, starts: UnsafeBufferPointer<UInt32>) {
    self.tests = tests
    self.starts = starts
    slots = []
  }

  /// The rules that the evidence of the marks leaves possible.
  @inline(__always)
  mutating func rules(for flags: UInt64) -> ArraySlice<Entry> {
    if slots.isEmpty { slots = Array(repeating: Slot(), count: Self.size) }
    var at = Self.home(flags)
    while slots[at].count > 0 {
      if slots[at].flags == flags {
        let start = Int(slots[at].start)
        return entries[start..<(start + Int(slots[at].count))]
      }
      at = (at + 1) & (Self.size - 1)
    }
    return add(flags, at)
  }

  private static func home(_ flags: UInt64) -> Int {
    Int(truncatingIfNeeded: (flags &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  private mutating func add(_ flags: UInt64, _ place: Int) -> ArraySlice<Entry> {
    var place = place
    if used == Self.size / 2 {
      slots = Array(repeating: Slot(), count: Self.size)
      entries.removeAll(keepingCapacity: true)
      used = 0
      place = Self.home(flags)
    }
    let first = entries.count
    for rule in 0..<(starts.count - 1) {
      var test = Int(starts[rule] >> 1)
      let end = Int(starts[rule + 1] >> 1)
      while test < end, tests[test].tier == 0, (flags & tests[test].mask != 0) == (tests[test].negated == 0) {
        test += 1
      }
      if test < end, tests[test].tier == 0 { continue }
      entries.append(Entry(rule: UInt32(rule), test: UInt32(test)))
      if test == end { break }
    }
    // A list is never empty in a table, which is how a free slot is known.
    if first == entries.count {
      entries.append(Entry(rule: UInt32(starts.count - 2), test: starts[starts.count - 2] >> 1))
    }
    slots[place] = Slot(flags: flags, start: Int32(first), count: Int32(entries.count - first))
    used += 1
    return entries[first...]
  }
}
