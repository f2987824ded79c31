import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlSegmentation

/// `segment --plain`: text goes through piece by piece in flat memory; other encodings and JSON Lines by documents.
struct PlainSegments {
  let settings: SegmentationSettings
  let input: InputOptions

  func run() throws {
    if input.encoding != nil || input.from == .jsonl { return try runDocuments(input.paths) }
    let segmentation = try PlainSegmentation(settings)
    var output = StandardOutput()
    var failed = false
    var lines: [UInt8] = []
    for path in input.paths {
      do throws(Diagnostic) {
        var chunks = try InputChunks(path)
        while let chunk = try chunks.next(where: { segmentation.wholeLines($0) }) {
          try segmentation.write(chunk, to: &lines)
          try output.write(lines)
          lines.removeAll(keepingCapacity: true)
        }
      } catch {
        StandardError.print(error)
        failed = true
      }
    }
    try output.flush()
    if failed { throw ExitCode(2) }
  }

  private func runDocuments(_ paths: [String]) throws {
    let segmentation = try PlainSegmentation(settings)
    try StreamRunner.forEachDocument(input) { document, output throws(Diagnostic) in
      var lines: [UInt8] = []
      try segmentation.write(document.text, to: &lines)
      try output.write(lines)
    }
  }
}
