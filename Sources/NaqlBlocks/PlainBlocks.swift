import NaqlModel

/// Prints blocks one a line: start, end, kind, text; with reasons also the rule and why it holds.
///
/// Offsets are half-open code points into the whole input, over all parts of a document.
public struct PlainBlocks {
  /// The document at hand, and the code points of its parts so far.
  private var id: String?
  private var base = 0

  /// A printer at the beginning of a document.
  public init() {}

  /// The lines of one document, or of its next part; with `stage`, the reasons too.
  public mutating func lines(_ document: Document, stage: CleanStage?) -> [UInt8] {
    if document.part <= 1 || document.id != id { base = 0 }
    id = document.id
    var lines: [UInt8] = []
    lines.reserveCapacity(document.text.count + document.blocks.count * 32)
    var at = 0
    var points = base
    document.text.withUnsafeBytes { text in
      for block in document.blocks {
        points += Self.points(text, at, block.range.start)
        let end = points + Self.points(text, block.range.start, block.range.end)
        lines.append(contentsOf: "\(points)\t\(end)\t\(block.kind.rawValue)\t".utf8)
        if let stage {
          let repeated = block.duplicateOf.map { " (block \($0 + 1))" } ?? ""
          lines.append(contentsOf: "\(block.rule)\t\(stage.reason(block.rule))\(repeated)\t".utf8)
        }
        let first = lines.count
        lines.append(contentsOf: text[block.range.bytes])
        // A block holds no line end; a TAB would look like a column.
        if text[block.range.bytes].contains(0x09) {
          for index in first..<lines.count where lines[index] == 0x09 { lines[index] = 0x20 }
        }
        lines.append(0x0A)
        points = end
        at = block.range.end
      }
      points += Self.points(text, at, text.count)
    }
    base = points
    return lines
  }

  private static func points(_ text: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> Int {
    var count = 0
    for byte in text[from..<to] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
