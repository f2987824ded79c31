import NaqlModel
import NaqlText

/// Cuts a sentence that is longer than people want in a line: at ؛ or a comma, else before a conjunction, else at a space.
/// A word longer than the limit is never cut: the next space behind it is taken.
enum LengthLimit {
  /// Calls `visit` with the pieces of `range`, each at most `limit` code points long or a single word that is longer.
  static func cut(
    _ text: UnsafeRawBufferPointer, _ range: TextRange, limit: Int, _ visit: (TextRange, _ isLast: Bool) -> Void
  ) {
    var start = range.start
    while true {
      guard let place = place(text, start, range.end, limit) else { return visit(TextRange(start, range.end), true) }
      visit(TextRange(start, Characters.backSpace(text, place, start)), false)
      start = Characters.skipSpace(text, place, range.end)
    }
  }

  /// Offset to cut at, or nil where the rest is short enough or one word.
  private static func place(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ limit: Int) -> Int? {
    var at = start
    var count = 0
    var strong = -1
    var comma = -1
    var conjunction = -1
    var space = -1
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if count >= limit { break }
      count += 1
      if ArabicScript.isSpace(c), at + length < end {
        space = at
        let next = UTF8Scalars.decode(text, at + length).scalar
        if next == 0x648, count > limit / 3 { conjunction = at }
        let before = at > start ? UTF8Scalars.decode(text, before: at).scalar : 0
        if before == 0x61B || before == 0x3B || before == 0x3A { strong = at }
        if before == 0x60C || before == 0x2C { comma = at }
      }
      at += length
    }
    if at >= end { return nil }
    let floor = start + (at - start) / 4
    for place in [strong, comma, conjunction, space] where place > floor { return place }
    if space > start { return space }
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isSpace(c) { return Characters.skipSpace(text, at, end) < end ? at : nil }
      at += length
    }
    return nil
  }
}
