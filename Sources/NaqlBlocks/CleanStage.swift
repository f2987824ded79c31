import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlThreads

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
    /// As it begins; each thread reads with a copy.
    private let scanner: LineScanner
    private var decision: BlockDecision
    private var id: String?

    init(_ rules: BlockRules) {
      scanner = LineScanner(rules)
      decision = BlockDecision(rules)
    }

    func process(_ document: inout Document) throws(Diagnostic) {
      if document.part <= 1 || document.id != id { decision.begin() }
      id = document.id
      let (facts, edits) = scan(document.text)
      document.blocks = decision.blocks(facts)
      document.edits = edits
      document.layers.formUnion([.blocks, .edits])
    }

    /// What is known of each line, and what cleaning would change; a long text is read by several threads.
    private func scan(_ text: [UInt8]) -> (facts: [LineFacts], edits: [Edit]) {
      let pieces = Lines.pieces(of: text, Threads.ranges(text.count, least: Self.worthThread))
      let beginning = scanner
      let parts = Threads.map(pieces.count) { number -> (facts: [LineFacts], edits: [Edit]) in
        var scanner = beginning
        var facts: [LineFacts] = []
        facts.reserveCapacity(pieces[number].count / 128)
        text.withUnsafeBytes { text in
          Lines.forEach(in: text, pieces[number]) { facts.append(scanner.scan(text, $0)) }
        }
        return (facts, scanner.edits)
      }
      if parts.count == 1 { return parts[0] }
      return (parts.flatMap(\.facts), parts.flatMap(\.edits))
    }

    /// Bytes of text for which a further thread is worth having.
    private static let worthThread = 1 << 20
  }
}
