import NaqlEvaluation
import NaqlModel
import Testing

/// Annotated text, a token and its label a line.
struct LabelledTextTests {
  @Test(
    "labels stand by sentence, whatever ends the lines",
    arguments: ["a O\nb B-PER\n\nc I-ORG\n", "a O\r\nb B-PER\r\n\r\nc I-ORG", "a\tO\rb\tB-PER\r\r\rc x y I-ORG\r"])
  func sentences(_ text: String) throws {
    #expect(try LabelledText(text, file: "g", hasTokens: true).sentences == [["O", "B-PER"], ["I-ORG"]])
  }

  @Test(
    "what is no label, or stands alone, is told with its line",
    arguments: [
      ("a O\nb PERSON\n", 2), ("a B-\n", 1), ("a O\n\nb\n", 3), ("a E-PER\n", 1), ("a b-PER\n", 1), ("a B-ك\n", 1),
      ("a O\r\rO\r", 3),
    ])
  func faults(_ text: String, _ line: Int) throws {
    let fault = try #require(throws: Diagnostic.self) { try LabelledText(text, file: "g", hasTokens: true) }
    #expect(fault.code == "evaluate.label" && fault.line == line)
  }

  @Test("labels given by a program may stand alone")
  func alone() throws {
    #expect(try LabelledText("O\nB-LOC\n", file: "g", hasTokens: false).sentences == [["O", "B-LOC"]])
  }
}
