import ArgumentParser
import NaqlFormats
import NaqlModel

/// Reads text line by line for the commands that give a line for each: LF, CR LF and CR end a line, blank lines are
/// echoed empty.
enum PlainLines {
  /// Calls `body` with each line of the inputs; it writes the line that answers it.
  static func forEach(_ input: InputOptions, _ body: (String, inout StandardOutput) throws(Diagnostic) -> Void) throws {
    var output = StandardOutput()
    var settings = input.settings
    settings.form = .text
    var reader = DocumentReader(settings)
    var failed = false
    for path in input.paths {
      try reader.read(
        path,
        document: { document throws(Diagnostic) in
          for line in lines(document.text) {
            if line.allSatisfy(\.isWhitespace) {
              try output.write("\n")
            } else {
              try body(String(line), &output)
            }
          }
        },
        fault: { diagnostic in
          if diagnostic.severity == .error {
            StandardError.print(diagnostic)
            failed = true
          }
        })
    }
    try output.flush()
    if failed { throw ExitCode(2) }
  }

  private static func lines(_ text: [UInt8]) -> [Substring] {
    var string = String(decoding: text, as: UTF8.self)
    if string.unicodeScalars.first == "\u{FEFF}" { string.unicodeScalars.removeFirst() }
    var lines: [Substring] = []
    var start = string.unicodeScalars.startIndex
    let scalars = string.unicodeScalars
    var at = start
    while at < scalars.endIndex {
      let next = scalars.index(after: at)
      if scalars[at] == "\n" || scalars[at] == "\r" {
        lines.append(string[start..<at])
        start =
          scalars[at] == "\r" && next < scalars.endIndex && scalars[next] == "\n" ? scalars.index(after: next) : next
        at = start
      } else {
        at = next
      }
    }
    if start < scalars.endIndex { lines.append(string[start...]) }
    return lines
  }
}
