import Foundation
import Testing

/// One case of the command line: a shell command with its files, and what it must print and how it must end.
///
/// The form is described in `Tests/Cases/README.md`: a text file whose sections begin with lines `== NAME`.
struct CommandCase: Sendable, CustomTestStringConvertible {
  /// File it was read from.
  let file: URL
  /// Lines before the first section: what the case is about.
  let about: String
  /// Names and contents of the sections, in order.
  var sections: [(name: String, text: String)]

  var testDescription: String { file.deletingPathExtension().lastPathComponent }

  /// Reads a case. A section runs up to the next line that begins with `== `.
  init(_ file: URL) throws {
    self.file = file
    var about = ""
    var sections: [(name: String, text: String)] = []
    // By bytes: as a Character, CR LF is one and would not be split at LF.
    for bytes in try Data(contentsOf: file).split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(decoding: bytes, as: UTF8.self)
      if line.hasPrefix("== ") {
        sections.append((String(line.dropFirst(3)), ""))
      } else if sections.isEmpty {
        about += line + "\n"
      } else {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    // The line end before the end of the file ends the last line and begins none.
    if let last = sections.last, last.text.hasSuffix("\n") {
      sections[sections.count - 1].text.removeLast()
    }
    self.about = about
    self.sections = sections
  }

  /// The section `name`; empty where there is none.
  subscript(name: String) -> String { sections.first { $0.name == name }?.text ?? "" }

  /// All cases, sorted by name.
  static func all() -> [CommandCase] {
    let files = (try? FileManager.default.contentsOfDirectory(at: Program.cases, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "case" }.sorted { $0.path < $1.path }.compactMap {
      try? CommandCase($0)
    }
  }

  /// Runs the command in a folder of its own that holds the files of the case.
  func run() throws -> Program.Result {
    try Program.inFolder { folder in
      for (name, text) in sections where name.hasPrefix("file ") {
        try Data(text.utf8).write(to: folder.appending(path: String(name.dropFirst(5))))
      }
      return try Program.shell(self["cmd"], in: folder)
    }
  }

  /// The case with what `result` holds as what it expects.
  func recorded(_ result: Program.Result) -> String {
    var text = about
    for (name, content) in sections where name == "cmd" || name.hasPrefix("file ") { text += "== \(name)\n\(content)" }
    text += "== out\n\(result.out)== err\n\(result.err)== status\n\(result.status)\n"
    return text
  }
}
