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
      // The code is the first argument, or the second behind a row; sections of tables have names of the same form.
      for match in text.matches(of: /(\w*)\(\s*(?:\w+,\s*)?"([a-z]+\.[a-z0-9-]+)",/)
      where !["add", "array", "section"].contains(match.1) { used.insert(String(match.2)) }
    }
    // Both forms are seen.
    #expect(used.isSuperset(of: ["tsv.columns", "grammar.case"]))
    #expect(used.subtracting(described).sorted() == [])
    #expect(described.filter { !all.contains("\"\($0)\"") }.sorted() == [])
    #expect(used.count > 100)
  }

  private func sources() throws -> [URL] {
    let folder = Program.root.appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }
}
