import Foundation
import Testing

/// The command line from outside: every file of `Tests/Cases` byte for byte.
struct CasesTests {
  /// Set: the cases are written anew from what the program does, and every test of them fails.
  static let isRecording = ProcessInfo.processInfo.environment["NAQL_RECORD_CASES"] != nil

  @Test("every file of the folder is a case, but for its page and what cases share")
  func all() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Program.cases.path).filter { !$0.hasPrefix(".") }
    let expected = CommandCase.names.map { $0 + ".case" } + ["README.md", "files"]
    #expect(files.count > 2)
    #expect(Set(files).symmetricDifference(expected).sorted() == [])
  }

  @Test("the command prints and ends as recorded", arguments: CommandCase.names)
  func matches(_ name: String) throws {
    let item = try CommandCase(name)
    let result = try item.run()
    if Self.isRecording {
      try item.recorded(result).write(to: item.file, atomically: true, encoding: .utf8)
      Issue.record("recorded anew: read the difference, then run without NAQL_RECORD_CASES")
      return
    }
    #expect(result.out == item["out"])
    #expect(result.err == item["err"])
    #expect("\(result.status)\n" == item["status"])
  }
}
