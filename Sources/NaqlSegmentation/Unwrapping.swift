import NaqlModel
import NaqlText

/// Joins lines that were wrapped at a fixed width, as in e-mail: a paragraph of several lines becomes one block.
public enum Unwrapping {
  /// The blocks with wrapped lines joined; the first line's kind stands for all. Blank lines end a
  /// paragraph, and a bullet or label begins one.
  public static func join(_ blocks: [Block], in text: [UInt8]) -> [Block] {
    text.withUnsafeBytes { bytes in
      var joined: [Block] = []
      var index = 0
      while index < blocks.count {
        var end = index + 1
        while end < blocks.count, isAdjacent(blocks[end - 1].range, blocks[end].range, bytes) { end += 1 }
        for (first, last) in paragraphs(blocks[index..<end].map(\.range), in: bytes) {
          var block = blocks[index + first]
          block.range.end = blocks[index + last].range.end
          joined.append(block)
        }
        index = end
      }
      return joined
    }
  }

  /// Which of some neighbouring lines belong together: pairs of first and last index.
  static func paragraphs(_ lines: [TextRange], in text: UnsafeRawBufferPointer) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    var first = 0
    for index in lines.indices {
      let isLast = index + 1 == lines.count
      if isLast || opensBlock(text, lines[index + 1]) {
        found.append((first, index))
        first = index + 1
      }
    }
    return found
  }

  /// Whether only one line end lies between two lines.
  private static func isAdjacent(_ a: TextRange, _ b: TextRange, _ text: UnsafeRawBufferPointer) -> Bool {
    var ends = 0
    var at = a.end
    while at < b.start {
      if text[at] == 0x0A || (text[at] == 0x0D && !(at + 1 < b.start && text[at + 1] == 0x0A)) { ends += 1 }
      at += 1
    }
    return ends <= 1
  }

  /// Whether a line opens with a dash, a bullet or a label: it is an item of its own.
  private static func opensBlock(_ text: UnsafeRawBufferPointer, _ line: TextRange) -> Bool {
    let at = Characters.skipBlank(text, line.start, line.end)
    guard at < line.end else { return true }
    let (c, length) = UTF8Scalars.decode(text, at)
    switch c {
    case 0x2D, 0x2013, 0x2014, 0x2022, 0x25AA, 0x25CF, 0x2A, 0xB7: return true
    default: break
    }
    let number = Characters.number(text, at, line.end)
    let after = number.digits > 0 ? number.end : ArabicScript.isLetter(c) ? at + length : at
    guard after > at, number.digits <= 3, after + 1 < line.end else { return false }
    return (text[after] == 0x2E || text[after] == 0x29 || text[after] == 0x2D)
      && Characters.skipBlank(text, after + 1, line.end) > after + 1
  }
}
