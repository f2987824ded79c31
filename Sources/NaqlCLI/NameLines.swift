import ArgumentParser
import NaqlModel
import NaqlRules
import NaqlText

/// Names given as arguments, as files with a name a line, or on standard input.
enum NameLines {
  /// Calls `body` with each name; blank lines are echoed empty. An argument that is no file is a name.
  static func forEach(_ input: InputOptions, _ body: (String, inout StandardOutput) throws(Diagnostic) -> Void) throws {
    var output = StandardOutput()
    var files: [String] = []
    var hasNames = false
    for argument in input.inputs {
      if isName(argument) {
        hasNames = true
        try body(argument, &output)
      } else {
        files.append(argument)
      }
    }
    try output.flush()
    if files.isEmpty && hasNames { return }
    var rest = input
    rest.inputs = files
    try PlainLines.forEach(rest, body)
  }

  /// A name as a cell of a table: TABs are spaces.
  static func cell(_ name: String) -> String { name.replacing("\t", with: " ") }

  /// Whether an argument is a name: no file is called so, and it has Arabic letters or looks like no path.
  private static func isName(_ argument: String) -> Bool {
    if argument == "-" || FileSystem.isFile(argument) || FileSystem.isDirectory(argument) { return false }
    if argument.contains("/") { return false }
    return argument.unicodeScalars.contains { ArabicScript.isLetter($0.value) }
  }
}
