import ArgumentParser
import NaqlModel
import NaqlRules
import NaqlText

/// Names given as arguments, as files with a name a line, or on standard input.
enum NameLines {
  /// The script of the names; in Arabic script every argument that is no file is one, in Latin script those without a
  /// slash or a suffix.
  enum Script { case arabic, latin }

  /// Calls `body` with each name; blank lines are echoed empty. An argument that is no file is a name.
  static func forEach(
    _ input: InputOptions, script: Script, _ body: (String, inout StandardOutput) throws(Diagnostic) -> Void
  ) throws {
    var output = StandardOutput()
    var files: [String] = []
    var hasNames = false
    for argument in input.inputs {
      if isName(argument, script) {
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

  /// Whether an argument is a name: no file is called so, and it looks like no path.
  private static func isName(_ argument: String, _ script: Script) -> Bool {
    if argument == "-" || FileSystem.isFile(argument) || FileSystem.isDirectory(argument) { return false }
    if argument.contains("/") { return false }
    if argument.unicodeScalars.contains(where: { ArabicScript.isLetter($0.value) }) { return true }
    let dot = argument.lastIndex(of: ".")
    let hasSuffix = dot.map { at in
      let suffix = argument[argument.index(after: at)...]
      return !suffix.isEmpty && !suffix.contains(" ")
    }
    return script == .latin && hasSuffix != true
  }
}
