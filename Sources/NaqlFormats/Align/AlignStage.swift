import NaqlModel
import NaqlPipeline
import NaqlRules

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
      var alignments: [Alignment] = []
      alignments.reserveCapacity(document.segments.count)
      var entity = 0
      var sentence = 0
      for (index, segment) in document.segments.enumerated() {
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
        alignments.append(
          Alignment(
            segment: index, unit: "b\(blocksBefore + segment.block + 1).s\(sentence)", tier: tiers[index],
            entities: first..<entity, translate: translate, target: slot(document, segment)))
      }
      blocksBefore += document.blocks.count
      document.alignments = alignments
      document.layers.insert(.alignments)
    }

    private func slot(_ document: Document, _ segment: Segment) -> String? {
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
