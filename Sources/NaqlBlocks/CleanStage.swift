import NaqlModel
import NaqlPipeline
import NaqlRules

/// The stage `clean`: cuts the page into blocks, says of each what it is and why, and notes what a cleaned text changes.
public struct CleanStage: Stage {
  public static let description = StageDescription(
    name: "clean", summary: "Cuts the page into blocks and gives each its kind.", requires: [.text],
    provides: [.blocks, .edits])

  private let rules: BlockRules

  public init(options: StageOptions, rules: RuleSet) throws(Diagnostic) { self.rules = try BlockRules(rules) }

  public func makeWorker() throws(Diagnostic) -> any StageWorker { Worker(rules) }

  /// Why the rule `id` gives its kind, in a sentence; empty for an unknown one.
  public func reason(_ id: String) -> String { rules.rules.first { $0.id == id }?.reason ?? BlockDecision.reason(id) }

  private final class Worker: StageWorker {
    private var scanner: LineScanner
    private var decision: BlockDecision
    private var id: String?

    init(_ rules: BlockRules) {
      scanner = LineScanner(rules)
      decision = BlockDecision(rules)
    }

    func process(_ document: inout Document) throws(Diagnostic) {
      if document.part <= 1 || document.id != id { decision.begin() }
      id = document.id
      var facts: [LineFacts] = []
      facts.reserveCapacity(document.text.count / 128)
      scanner.edits = []
      document.text.withUnsafeBytes { text in
        Lines.forEach(in: text) { facts.append(scanner.scan(text, $0)) }
      }
      document.blocks = decision.blocks(facts)
      document.edits = scanner.edits
      document.layers.formUnion([.blocks, .edits])
    }
  }
}
