import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlThreads

/// Pairs every segment with its romanised tier, its names and a slot for its translation.
public struct AlignStage: Stage {
  public static let description = StageDescription(
    name: "align",
    summary: "pairs every segment with its romanised tier, its names and a target slot",
    requires: [.blocks, .segments, .entities, .romanisations], provides: [.alignments],
    options: [
      OptionDescription(
        "target", .choice(["copy", "empty", "none"]),
        "what the target slot holds: a copy of the source, nothing, or no slot at all", standard: "copy")
    ])

  private let target: String

  public init(options: StageOptions, rules: RuleSet) throws(Diagnostic) {
    target = options.text("target") ?? "copy"
  }

  public func makeWorker() -> any StageWorker { Worker(target: target) }

  /// Numbers the blocks through all parts of a document.
  private final class Worker: StageWorker {
    private let target: String
    private var document = ""
    private var blocksBefore = 0

    init(target: String) { self.target = target }

    func process(_ document: inout Document) {
      if document.part <= 1 || document.id != self.document {
        self.document = document.id
        blocksBefore = 0
      }
      let tiers = tiers(of: document)
      let (whole, blocksBefore, target) = (document, blocksBefore, target)
      let pieces = Threads.ranges(document.segments.count, least: Self.worthThread)
      document.alignments = Threads.map(pieces.count) {
        Self.units(pieces[$0], of: whole, tiers, blocksBefore, target)
      }
      .flatMap(\.self)
      self.blocksBefore += document.blocks.count
      document.layers.insert(.alignments)
    }

    /// Segments for which a further thread is worth having.
    private static let worthThread = 4096

    /// The units of the segments of these numbers.
    private static func units(
      _ numbers: Range<Int>, of document: Document, _ tiers: [Int?], _ blocksBefore: Int, _ target: String
    ) -> [Alignment] {
      guard let first = numbers.first else { return [] }
      var entity = document.entities.firstIndex { $0.range.start >= document.segments[first].range.start } ?? 0
      let block = document.segments[first].block
      var sentence = document.segments[..<first].reversed().prefix { $0.block == block }.count
      return numbers.map { index in
        let segment = document.segments[index]
        sentence = index > 0 && document.segments[index - 1].block == segment.block ? sentence + 1 : 1
        while entity < document.entities.count, document.entities[entity].range.start < segment.range.start {
          entity += 1
        }
        let first = entity
        while entity < document.entities.count, document.entities[entity].range.start < segment.range.end {
          entity += 1
        }
        let kind = document.blocks[segment.block].kind
        let translate = kind != .duplicate && kind != .boilerplate
        return Alignment(
          segment: index, unit: "b\(blocksBefore + segment.block + 1).s\(sentence)", tier: tiers[index],
          entities: first..<entity, translate: translate, target: slot(target, document, segment))
      }
    }

    private static func slot(_ target: String, _ document: Document, _ segment: Segment) -> String? {
      switch target {
      case "copy": document.string(segment.range)
      case "empty": ""
      default: nil
      }
    }

    /// For each segment the index of its first romanisation.
    private func tiers(of document: Document) -> [Int?] {
      var tiers = [Int?](repeating: nil, count: document.segments.count)
      for (index, romanisation) in document.romanisations.enumerated() {
        if case .segment(let segment) = romanisation.target, tiers[segment] == nil { tiers[segment] = index }
      }
      return tiers
    }
  }
}
