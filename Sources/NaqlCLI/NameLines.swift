import ArgumentParser
import NaqlModel
import NaqlRules
import NaqlText

/// Names given as arguments, as files with a name a line, or on standard input.
enum NameLines {
  /// The script of the names; in Arabic script every argument that is no file is one, in Latin script those without a
  /// slash or a suffix.
  enum Script { case arabic, latin }

  /// Writes what a writer makes of each name; blank lines are echoed empty. An argument that is no file is a name.
  static func map(
    _ input: InputOptions, script: Script, _ open: @escaping @Sendable () throws(Diagnostic) -> PlainLines.Writer
  ) throws {
    let names = input.inputs.filter { isName($0, script) }
    if !names.isEmpty {
      var output = StandardOutput()
      let writer = try open()
      for name in names { try output.write(writer(name) + "\n") }
      try output.flush()
      if names.count == input.inputs.count { return }
    }
    var rest = input
    rest.inputs = input.inputs.filter { !isName($0, script) }
    try PlainLines.map(rest, open)
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
