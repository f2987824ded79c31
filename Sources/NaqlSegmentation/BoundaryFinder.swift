import NaqlICU
import NaqlModel
import NaqlText

/// Where ICU's break rules see that a sentence may end: byte offsets into a text, in order.
struct BoundaryFinder: ~Copyable {
  private let iterator: BreakIterator
  private let hasPlainEnds: Bool
  private var buffer = UTF16Buffer(capacity: 4096)
  private var clusters: [UInt8] = []
  private var places: [(Int, Int)] = []
  /// What was found last.
  private(set) var boundaries: [Int] = []

  /// A finder by compiled break rules; `seesMarksOnly` where no letter changes what they say.
  init(compiled: UnsafeRawBufferPointer, seesMarksOnly: Bool) throws(ICUFailure) {
    let opened = try BreakIterator(compiled: compiled)
    let plain = seesMarksOnly ? try Self.hasPlainEnds(opened) : false
    (iterator, hasPlainEnds) = (opened, plain)
  }

  /// Finds all boundaries of the bytes `from..<end` of `text`.
  mutating func find(_ text: UnsafeRawBufferPointer, _ from: Int, _ end: Int) throws(Diagnostic) {
    boundaries.removeAll(keepingCapacity: true)
    do throws(ICUFailure) {
      try buffer.fill(utf8: UnsafeRawBufferPointer(rebasing: text[from..<end]))
      try iterator.forEachBoundary(in: buffer) { offset, _ in boundaries.append(offset) }
    } catch { throw Diagnostic("segment.icu", "\(error)") }
    map(text, from)
  }

  /// Turns the boundaries, UTF-16 offsets from the byte `from`, into byte offsets.
  private mutating func map(_ text: UnsafeRawBufferPointer, _ from: Int) {
    var at = from
    var unit = 0
    for index in boundaries.indices {
      at = Self.advance(text, at, &unit, to: boundaries[index])
      boundaries[index] = at
    }
  }

  /// Finds the boundaries behind `marks`, the first of them a terminator, where the break rules see nothing but marks: ICU gets
  /// each terminator with what follows it up to the first letter, one after the other, and not the words between.
  mutating func findInClusters(
    _ text: UnsafeRawBufferPointer, _ marks: ArraySlice<Mark>, _ end: Int
  ) throws(Diagnostic) {
    if hasPlainEnds, findPlainEnds(text, marks, end) { return }
    clusters.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var done = 0
    for mark in marks where mark.kind.isTerminator && mark.offset >= done {
      var at = mark.offset + Int(mark.length)
      while at < end {
        let b = text[at]
        at += 1
        // A letter ends the cluster: Arabic (no vowel mark) or ASCII. Anything else is left to ICU.
        if (b | 0x20) >= 0x61 && (b | 0x20) <= 0x7A && b < 0x80 { break }
        if b == 0xD8 || b == 0xD9, at < end {
          let c = text[at]
          if b == 0xD8 ? c >= 0xA0 : c > 0x80 && c <= 0x8A {
            at += 1
            break
          }
        }
      }
      places.append((clusters.count, mark.offset))
      clusters.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[mark.offset..<at]))
      done = at
    }
    boundaries.removeAll(keepingCapacity: true)
    do throws(ICUFailure) {
      let filled: Result<Void, ICUFailure> = clusters.withUnsafeBytes { bytes in
        do throws(ICUFailure) { return .success(try buffer.fill(utf8: bytes)) } catch { return .failure(error) }
      }
      try filled.get()
      try iterator.forEachBoundary(in: buffer) { offset, _ in boundaries.append(offset) }
    } catch { throw Diagnostic("segment.icu", "\(error)") }
    clusters.withUnsafeBytes { map($0, 0) }
    var place = 0
    for index in boundaries.indices {
      while place + 1 < places.count, places[place + 1].0 < boundaries[index] { place += 1 }
      boundaries[index] += places[place].1 - places[place].0
    }
  }

  /// Takes the boundaries where every terminator of the block stands alone before a space and an Arabic letter, which
  /// is most blocks of most texts: what ICU says of that was asked once. False where there is anything else.
  private mutating func findPlainEnds(
    _ text: UnsafeRawBufferPointer, _ marks: ArraySlice<Mark>, _ end: Int
  ) -> Bool {
    boundaries.removeAll(keepingCapacity: true)
    for mark in marks where mark.kind.isTerminator {
      let at = mark.offset + Int(mark.length)
      if at >= end { break }
      guard at + 2 < end, text[at] == 0x20 else { return false }
      let b = text[at + 1]
      let c = text[at + 2]
      guard b == 0xD8 && c >= 0xA1 && c < 0xBB || b == 0xD9 && c > 0x80 && c <= 0x8A else { return false }
      let t = text[mark.offset]
      guard t == 0x2E || t == 0x21 || t == 0x3F || t == 0xD8 else { return false }
      boundaries.append(at)
    }
    return true
  }

  /// Whether the break rules end a cluster right behind a terminator that stands alone before a space and a letter.
  private static func hasPlainEnds(_ iterator: BreakIterator) throws(ICUFailure) -> Bool {
    var probe = UTF16Buffer()
    for terminator in [".", "!", "?", "\u{61F}"] {
      var first = 0
      try probe.fill("\u{628}\(terminator) \u{628}")
      try iterator.forEachBoundary(in: probe) { offset, _ in if first == 0 { first = offset } }
      if first != 2 { return false }
    }
    return true
  }

  /// The byte offset at UTF-16 offset `target`, from the byte `at` that lies at `unit`.
  @inline(__always)
  private static func advance(_ text: UnsafeRawBufferPointer, _ at: Int, _ unit: inout Int, to target: Int) -> Int {
    var at = at
    var left = target - unit
    unit = target
    let base = text.baseAddress!
    let ones: UInt64 = 0x0101_0101_0101_0101
    while left >= 16, at + 8 <= text.count {
      // Every byte that is no continuation is a unit; the lead of four bytes is two.
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let continuations = (word >> 7) & ~(word >> 6) & ones
      let wide = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ones
      left -= 8 - continuations.nonzeroBitCount + wide.nonzeroBitCount
      at += 8
    }
    // The eight may have ended inside a code point.
    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
    while left > 0, at < text.count {
      let b = text[at]
      if b < 0x80 {
        at += 1
        left -= 1
      } else if b < 0xE0 {
        at += 2
        left -= 1
      } else if b < 0xF0 {
        at += 3
        left -= 1
      } else {
        at += 4
        left -= 2
      }
    }
    return at
  }
}
