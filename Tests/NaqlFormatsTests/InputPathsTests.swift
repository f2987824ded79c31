import Foundation
import NaqlFormats
import Testing

/// What folders and files given as inputs stand for.
struct InputPathsTests {
  /// A folder with empty files, given to `body` by its path.
  private func inFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "naql-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      let file = folder.appending(path: file)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
    try body(folder.path)
  }

  @Test(
    "a folder stands for the pages in and below it, in the order of their paths",
    arguments: [
      (["b.txt", "a/x.txt", "a.txt", "c.jsonl"], ["a.txt", "a/x.txt", "b.txt", "c.jsonl"], [String]()),
      (["A.TXT", "b.Txt", "c.md", ".d.txt", ".e/f.txt"], ["A.TXT", "b.Txt"], []),
      (
        ["x.txt", "out/x.segments.jsonl", "out/y.segments.jsonl"], ["out/y.segments.jsonl", "x.txt"], ["read.own-files"]
      ),
      (["a/x.txt", "b/x.txt", "x-2.segments.jsonl"], ["a/x.txt", "b/x.txt"], ["read.own-files"]),
      (["x.names.jsonl", "x.segments.jsonl"], ["x.segments.jsonl"], ["read.own-files"]),
      (["a.pdf"], [], ["read.no-pages"]),
    ])
  func folders(_ files: [String], _ pages: [String], _ codes: [String]) throws {
    try inFolder(files) { folder in
      for given in [folder, folder + "/"] {
        let found = InputPaths([given])
        #expect(found.files == pages.map { "\(folder)/\($0)" })
        #expect(found.findings.map(\.code) == codes && found.isComplete == !pages.isEmpty)
      }
    }
  }

  @Test("a file named twice is read once; one that is not there is left to the reader, as is standard input")
  func twice() throws {
    try inFolder(["a.txt", "b.pdf"]) { folder in
      let found = InputPaths(["\(folder)/b.pdf", "-", folder, "\(folder)/./a.txt", "\(folder)/none", "\(folder)/none"])
      #expect(
        found.files == ["\(folder)/b.pdf", "-", "\(folder)/a.txt", "\(folder)/none", "\(folder)/none"])
      #expect(found.findings.map(\.code) == ["read.twice"] && found.isComplete)
    }
  }

  @Test("links that lead back are gone once; a link to nothing is left to the reader")
  func links() throws {
    try inFolder(["a/x.txt"]) { folder in
      let files = FileManager.default
      try files.createSymbolicLink(atPath: folder + "/a/back", withDestinationPath: "..")
      try files.createSymbolicLink(atPath: folder + "/z.txt", withDestinationPath: "gone.txt")
      #expect(InputPaths([folder]).files == ["\(folder)/a/x.txt", "\(folder)/z.txt"])
    }
  }
}
