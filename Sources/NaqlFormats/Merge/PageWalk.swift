import NaqlModel
import NaqlText

/// Finds the units of a translated file on their page, one behind the other, with nothing but gaps between them.
///
/// Where units are missing in the file, as much of the page is passed over as their ids tell: sentences on their line,
/// blocks as lines that hold something.
struct PageWalk {
  private let page: [UInt8]
  private let name: String
  private var at = 0
  /// Block of the unit before; 0 at the head of the page.
  private var block = 0
  private var missing: [(id: String, block: Int)] = []

  /// A walk through `page`, called `name` in errors.
  init(_ page: [UInt8], name: String) { (self.page, self.name) = (page, name) }

  /// The units of `slots` in their places. A page that holds another text is an error with the place of the first difference.
  mutating func places(of slots: [UnitOrder.Slot]) throws(Diagnostic) -> [PlacedUnit] {
    var placed: [PlacedUnit] = []
    for slot in slots {
      switch slot {
      case .missing(let id, let block): missing.append((id, block))
      case .unit(let unit):
        let wanted = Array(unit.source.utf8)
        guard let range = missing.isEmpty ? find(wanted) : try findBehindMissing(wanted, unit) else {
          throw changed(unit, at)
        }
        placed.append(PlacedUnit(unit: unit, range: range))
        (at, block) = (range.upperBound, unit.place?.block ?? block)
        missing = []
      }
    }
    if !slots.isEmpty { try end() }
    return placed
  }

  /// Nothing may stand behind the last unit but what is missing.
  private mutating func end() throws(Diagnostic) {
    try leaveLine()
    for _ in Set(missing.map(\.block)).subtracting([block]) { skipLine() }
    if let more = firstVisible(at..<page.count) { throw changed(nil, more) }
  }

  /// Where `wanted` stands behind units that are missing, on the line of its block.
  private mutating func findBehindMissing(_ wanted: [UInt8], _ unit: TranslatedUnit) throws(Diagnostic) -> Range<Int>? {
    guard let place = unit.place else { return nil }
    if place.block > block {
      if block > 0 { try leaveLine() }
      for _ in block + 1..<place.block { skipLine() }
      if place.sentence <= 1 { return find(wanted) }
      at = firstVisible(at..<page.count) ?? page.count
    }
    for start in at..<lineEnd(at) {
      if let end = match(wanted, start) { return start..<end }
    }
    return nil
  }

  /// Goes to the end of the line; what stands there must belong to sentences that are missing.
  private mutating func leaveLine() throws(Diagnostic) {
    let end = lineEnd(at)
    if let more = firstVisible(at..<end), !missing.contains(where: { $0.block == block }) { throw changed(nil, more) }
    at = end
  }

  /// Goes to the end of the next line that holds something.
  private mutating func skipLine() { at = lineEnd(firstVisible(at..<page.count) ?? page.count) }

  private func lineEnd(_ at: Int) -> Int { page[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? page.count }

  /// Where `wanted` stands when only white space and invisible characters lie between.
  private func find(_ wanted: [UInt8]) -> Range<Int>? {
    var start = at
    while start < page.count {
      if let end = match(wanted, start) { return start..<end }
      guard let next = behindGap(start) else { return nil }
      start = next
    }
    return wanted.isEmpty ? start..<start : nil
  }

  /// The end of `wanted` where it stands at `start`. What XML cannot hold stands in the file as U+FFFD.
  private func match(_ wanted: [UInt8], _ start: Int) -> Int? {
    guard let first = wanted.first else { return start }
    guard page[start] == first || page[start] < 0x20 || page[start] == 0xEF else { return nil }
    return page.withUnsafeBytes { page in
      var at = start
      var next = 0
      while next < wanted.count {
        guard at < page.count else { return nil }
        let length = XMLBytes.lengthOfUnholdable(page, at)
        if length == 0 {
          guard page[at] == wanted[next] else { return nil }
          at += 1
          next += 1
        } else {
          guard wanted[next...].starts(with: Self.replacement) else { return nil }
          at += length
          next += Self.replacement.count
        }
      }
      return at
    }
  }

  private static let replacement = Array("\u{FFFD}".utf8)

  private func firstVisible(_ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      guard let next = behindGap(at) else { return at }
      at = next
    }
    return nil
  }

  /// The end of the character at `at` where it is a space, mark or control that may lie between segments (NBSP, bidi
  /// controls, byte-order mark).
  private func behindGap(_ at: Int) -> Int? {
    if page[at] <= 0x20 { return at + 1 }
    return page.withUnsafeBytes { page in
      let unholdable = XMLBytes.lengthOfUnholdable(page, at)
      if unholdable > 0 { return at + unholdable }
      let (c, length) = UTF8Scalars.decode(page, at)
      guard let scalar = Unicode.Scalar(c) else { return nil }
      return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format ? at + length : nil
    }
  }

  private func changed(_ unit: TranslatedUnit?, _ at: Int) -> Diagnostic {
    var at = at
    while at < page.count, page[at] <= 0x20 { at += 1 }
    let place = page.withUnsafeBytes { TextCheck.place(of: at, in: $0) }
    let expected =
      unit.map { "unit \($0.id), “\($0.source.prefix(40))”, is expected here" } ?? "no unit holds this text"
    return Diagnostic(
      "merge.changed-source",
      "the page is not the one that the XLIFF was made from: \(expected); take the same page, or run naql on the new one",
      file: name, line: place.line, column: place.column)
  }
}
