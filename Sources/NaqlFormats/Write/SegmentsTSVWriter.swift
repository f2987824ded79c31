import NaqlModel

/// Segments as a TAB-separated table: unit, offsets (UTF-8 bytes into the whole document), kind of block, text and,
/// where there is one, the romanised tier.
public final class SegmentsTSVWriter: FormatWriter {
  public static let description = FormatDescription(
    name: "segments-tsv", suffix: ".segments.tsv", summary: "segments with offsets, kind, text and romanised tier",
    requires: [.blocks, .segments])

  private var isOpen = false
  private var blocksBefore = 0

  public init(settings: FormatSettings) {}

  public func add(_ document: Document, _ names: DocumentNames, to output: ByteSink) throws(Diagnostic) {
    if !isOpen { output.bytes.append(contentsOf: "unit\tstart\tend\tkind\ttext\tromanised\n".utf8) }
    isOpen = true
    var tiers = [String](repeating: "", count: document.segments.count)
    for romanisation in document.romanisations {
      if case .segment(let segment) = romanisation.target, tiers[segment].isEmpty { tiers[segment] = romanisation.text }
    }
    var sentence = 0
    for (index, segment) in document.segments.enumerated() {
      sentence = index > 0 && document.segments[index - 1].block == segment.block ? sentence + 1 : 1
      let cells = [
        "b\(blocksBefore + segment.block + 1).s\(sentence)", String(document.base + segment.range.start),
        String(document.base + segment.range.end), document.blocks[segment.block].kind.rawValue,
        TableCell.tsv(document.string(segment.range)), TableCell.tsv(tiers[index]),
      ]
      output.bytes.append(contentsOf: cells.joined(separator: "\t").utf8)
      output.bytes.append(0x0A)
      try output.drain()
    }
    blocksBefore += document.blocks.count
  }

  public func finish(to output: ByteSink) {}
}
