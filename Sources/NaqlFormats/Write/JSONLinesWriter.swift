import NaqlModel

/// Naql JSON Lines: every layer, one document or part a line.
public final class JSONLinesWriter: FormatWriter {
  public static let description = FormatDescription(
    name: "jsonl", suffix: ".segments.jsonl", summary: "Naql JSON Lines: every layer, one document a line",
    requires: [.text])

  public init(settings: FormatSettings) {}

  public func add(_ document: Document, _ names: DocumentNames, to output: ByteSink) {
    output.bytes.append(contentsOf: DocumentEncoder.line(for: document))
  }

  public func finish(to output: ByteSink) {}
}
