import Foundation
import Testing

/// The command line from outside: every file of `Tests/Cases` byte for byte.
@Suite(.enabled(if: Program.path != nil, "no naql is built: run make build or swift build first"))
struct CasesTests {
  /// Set: the cases are written anew from what the program does, and every test of them fails.
  static let isRecording = ProcessInfo.processInfo.environment["NAQL_RECORD_CASES"] != nil

  @Test("there are cases to run")
  func present() {
    #expect(CommandCase.all().count >= 60)
  }

  @Test("the command prints and ends as recorded", arguments: CommandCase.all())
  func matches(_ item: CommandCase) throws {
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
