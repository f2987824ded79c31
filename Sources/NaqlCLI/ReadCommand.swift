import ArgumentParser
import NaqlFormats
import NaqlModel

/// `naql read`: text pages as Naql JSON Lines.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Reads text pages and writes them as Naql JSON Lines.")

  @OptionGroup var input: InputOptions

  func run() throws {
    try StreamRunner.forEachDocument(input) { document, output throws(Diagnostic) in
      try output.write(DocumentEncoder.line(for: document))
    }
  }
}
