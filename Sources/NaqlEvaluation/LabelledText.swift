import NaqlModel

/// Text annotated as CoNLL has it: a token and its label a line, an empty line between sentences; the label is the last column.
public struct LabelledText: Sendable {
  /// The text as it was given.
  public let text: String
  /// The labels of each sentence: `O`, `B-PER`, `I-PER` …
  public private(set) var sentences: [[String]] = []

  /// Reads `text` of `file`. A line whose last column is no label is an error at that line, as is one without a token before its label
  /// where there must be tokens.
  public init(_ text: String, file: String, hasTokens: Bool) throws(Diagnostic) {
    self.text = text
    var sentence: [String] = []
    var number = 0
    for line in Self.lines(text.utf8) {
      number += 1
      let columns = line.split { $0 == 0x20 || $0 == 0x09 }
      guard let last = columns.last else {
        if !sentence.isEmpty { sentences.append(sentence) }
        sentence = []
        continue
      }
      let label = String(Substring(last))
      if hasTokens, columns.count == 1 {
        throw Diagnostic(
          "evaluate.label", "“\(label)” stands alone; write a token and its label, with a blank or TAB between",
          file: file, line: number)
      }
      guard Self.isLabel(last) else {
        throw Diagnostic(
          "evaluate.label", "“\(label)” is no label; write O, or B- or I- and a class, such as B-PER", file: file,
          line: number)
      }
      sentence.append(label)
    }
    if !sentence.isEmpty { sentences.append(sentence) }
  }

  /// The lines of a text, which end in LF, CR LF or CR.
  private static func lines(_ text: String.UTF8View) -> some Sequence<Substring.UTF8View> {
    text.split(separator: 0x0A, omittingEmptySubsequences: false).lazy.flatMap { line in
      (line.last == 0x0D ? line.dropLast() : line).split(separator: 0x0D, omittingEmptySubsequences: false)
    }
  }

  /// Whether a column is a label: `O`, or `B-` or `I-` and a class of Latin letters, digits and marks.
  private static func isLabel(_ column: Substring.UTF8View) -> Bool {
    if column.elementsEqual([UInt8(ascii: "O")]) { return true }
    var column = column
    guard let first = column.popFirst(), first == UInt8(ascii: "B") || first == UInt8(ascii: "I"),
      column.popFirst() == UInt8(ascii: "-"), !column.isEmpty
    else { return false }
    return column.allSatisfy { 0x21...0x7E ~= $0 }
  }
}
