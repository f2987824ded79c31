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
      for name in names { try output.write(writer(cell(name)) + "\n") }
      try output.flush()
      if names.count == input.inputs.count { return }
    }
    var rest = input
    rest.inputs = input.inputs.filter { !isName($0, script) }
    try PlainLines.map(rest, open)
  }

  /// A name as a cell of a table: TABs and line ends are spaces.
  static func cell(_ name: String) -> String {
    let ends: Set<UInt8> = [0x09, 0x0A, 0x0D]
    if !name.utf8.contains(where: ends.contains) { return name }
    var bytes = Array(name.utf8)
    for at in bytes.indices.reversed() where ends.contains(bytes[at]) {
      // CR LF is one line end.
      if bytes[at] == 0x0A, at > 0, bytes[at - 1] == 0x0D { bytes.remove(at: at) } else { bytes[at] = 0x20 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

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
