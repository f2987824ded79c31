import Testing

@testable import NaqlRomanisation

@Suite("Choices of a line") struct LineChoicesTests {
  @Test("the likeliest lines come first, of equal ones the earlier choices")
  func order() {
    #expect(
      LineChoices.best([[0.6, 0.4], [1], [0.7, 0.3]], limit: 3) == [[0, 0, 0], [1, 0, 0], [0, 0, 1]])
    #expect(LineChoices.best([[0.5, 0.5], [0.5, 0.5]], limit: 4) == [[0, 0], [0, 1], [1, 0], [1, 1]])
    #expect(LineChoices.best([[0.9, 0.1]], limit: 1) == [[0]])
    #expect(LineChoices.best([], limit: 5) == [[]])
  }

  @Test("odds of a long line do not vanish")
  func long() {
    let lines = LineChoices.best(Array(repeating: [0.01, 0.001], count: 5000) + [[0.5, 0.4]], limit: 2)
    #expect(lines.map { $0.last } == [0, 1])
    #expect(lines[1].dropLast().allSatisfy { $0 == 0 })
  }
}
