import Testing

@testable import NaqlCLI

/// The short way of reading `naql run …` says what the parser says, or leaves the line to it.
struct RunOrderTests {
  /// Command lines that are read the short way.
  @Test(arguments: [
    ["run"], ["run", "page.txt"], ["run", "a.txt", "b.txt", "-o", "out"], ["run", "-o", "out", "a.txt", "--quiet"],
    ["run", "a.txt", "--output", "out", "--pipeline", "names"], ["run", "-p", "own.yaml", "--quiet", "a", "b"],
    ["run", "a.txt", "-o", "x", "-o", "y"], ["run", "run"],
  ])
  func agreesWithTheParser(_ line: [String]) throws {
    let short = try #require(RunOrder(plain: line))
    let parsed = try RunCommand.parse(Array(line.dropFirst()))
    #expect(short == parsed.order)
  }

  /// Everything else is left to the parser: its options, its errors, its help.
  @Test(arguments: [
    ["--version"], ["run", "--strict", "a"], ["run", "-"], ["run", "a", "-o"], ["run", "a", "-o", "-"],
    ["run", "-oout"],
    ["run", "--output=out", "a"], ["run", "--", "a"], ["run", "--rules", "d", "a"], ["run", "-h"], ["runs", "a"],
    ["names", "a"],
  ])
  func leavesTheRest(_ line: [String]) { #expect(RunOrder(plain: line) == nil) }
}
