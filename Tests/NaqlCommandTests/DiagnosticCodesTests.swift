import Foundation
import Testing

/// `docs/diagnostics.md` against the sources: each code is described, and none that there is not.
struct DiagnosticCodesTests {
  @Test("every code in the sources is described, and only those")
  func described() throws {
    let table = try String(contentsOf: Program.root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
    let described = Set(table.matches(of: /(?m)^\| `([a-z]+\.[a-z0-9-]+)` \|/).map { String($0.1) })
    var used: Set<String> = []
    var all = ""
    for file in try sources() {
      let text = try String(contentsOf: file, encoding: .utf8)
      all += text
      used.formUnion(
        text.matches(of: /(?:Diagnostic|error|find|failure)\(\s*"([a-z]+\.[a-z0-9-]+)",/).map { String($0.1) })
    }
    #expect(used.subtracting(described).sorted() == [])
    #expect(described.filter { !all.contains("\"\($0)\"") }.sorted() == [])
    #expect(used.count > 50)
  }

  private func sources() throws -> [URL] {
    let folder = Program.root.appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }
}
