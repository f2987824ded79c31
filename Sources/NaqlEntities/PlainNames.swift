import NaqlModel
import NaqlText

/// The lines of `recognise --plain`: `start end class surface name`, in code points of the whole input, TAB between.
public struct PlainNames {
  /// The document at hand, and the code points of its parts so far.
  private var id: String?
  private var base = 0

  /// A printer at the beginning of a document.
  public init() {}

  /// Appends the lines of a document whose names are found, or of its next part.
  public mutating func append(_ document: Document, to output: inout [UInt8]) {
    if document.part <= 1 || document.id != id { base = 0 }
    id = document.id
    output.reserveCapacity(output.count + document.entities.count * 64)
    document.text.withUnsafeBytes { bytes in
      var at = 0
      var points = base
      for entity in document.entities {
        // Entities are sorted by start, so the count only runs on; an end lies close behind its start.
        points += Self.count(bytes, at, entity.range.start)
        at = entity.range.start
        let end = points + Self.count(bytes, at, entity.range.end)
        Self.append(points, &output)
        output.append(0x09)
        Self.append(end, &output)
        output.append(0x09)
        output.append(contentsOf: entity.entityClass.rawValue.utf8)
        output.append(0x09)
        let surface = UnsafeRawBufferPointer(rebasing: bytes[entity.range.bytes])
        if surface.contains(where: { $0 < 0x20 }) {
          output.append(contentsOf: surface.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
        } else {
          output.append(contentsOf: surface)
        }
        output.append(0x09)
        output.append(contentsOf: entity.name.utf8)
        output.append(0x0A)
      }
      base = points + Self.count(bytes, at, bytes.count)
    }
  }

  /// The lines of `text` as blocks, without outer white space; blank lines are none.
  public static func blocks(of text: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    text.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var start = at
        var last = end
        while start < last {
          let (c, length) = UTF8Scalars.decode(bytes, start)
          guard ArabicScript.isSpace(c) || c == 0xFEFF else { break }
          start += length
        }
        while last > start {
          let (c, length) = UTF8Scalars.decode(bytes, before: last)
          guard ArabicScript.isSpace(c) else { break }
          last -= length
        }
        if start < last { blocks.append(Block(range: TextRange(start, last), kind: .paragraph, rule: "line")) }
        at = end + 1
      }
    }
    return blocks
  }

  /// Code points in a stretch of UTF-8: bytes that do not go on with one.
  private static func count(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var points = max(0, end - start)
    var at = start
    while at + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      points -= ((word >> 7) & (~word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      at += 8
    }
    while at < end {
      if bytes[at] & 0xC0 == 0x80 { points -= 1 }
      at += 1
    }
    return points
  }

  private static func append(_ number: Int, _ output: inout [UInt8]) {
    var digits: UInt64 = 0
    var count = 0
    var rest = UInt64(number)
    // The last digit first, eight at most in one word; numbers over that are rare.
    repeat {
      digits = digits << 8 | (0x30 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0 && count < 8
    if rest > 0 { append(Int(rest), &output) }
    for _ in 0..<count {
      output.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}
