import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlSegmentation

/// `segment --plain`: text goes through piece by piece in flat memory; other encodings and JSON Lines by documents.
/// Of a document the text is cut.
struct PlainSegments {
  let settings: SegmentationSettings
  let input: InputOptions

  func run() throws {
    if input.encoding != nil || input.from == .jsonl { return try runDocuments() }
    let segmentation = try PlainSegmentation(settings)
    var output = StandardOutput()
    var failed = false
    var lines: [UInt8] = []
    func fault(_ diagnostic: Diagnostic) {
      StandardError.print(diagnostic)
      failed = true
    }
    for path in input.paths {
      do throws(Diagnostic) {
        var chunks = try InputChunks(path)
        if input.from == nil, try chunks.holdsDocuments() {
          try chunks.forEachDocument(
            { document throws(Diagnostic) in
              try segmentation.write(document.text, to: &lines)
              try output.write(lines)
              lines.removeAll(keepingCapacity: true)
            }, fault: fault)
          continue
        }
        while let chunk = try chunks.next(where: { segmentation.wholeLines($0) }) {
          try segmentation.write(chunk, to: &lines)
          try output.write(lines)
          lines.removeAll(keepingCapacity: true)
        }
      } catch {
        fault(error)
      }
    }
    try output.flush()
    if failed { throw ExitCode(2) }
  }

  private func runDocuments() throws {
    let segmentation = try PlainSegmentation(settings)
    try StreamRunner.forEachDocument(input) { document, output throws(Diagnostic) in
      var lines: [UInt8] = []
      try segmentation.write(document.text, to: &lines)
      try output.write(lines)
    }
  }
}
