import Foundation
import Testing

/// One case of the command line: a shell command with its files, and what it must print and how it must end.
///
/// The form is described in `Tests/Cases/README.md`: a text file whose sections begin with lines `== NAME`.
struct CommandCase {
  /// A case that says no command.
  struct Fault: Error, CustomStringConvertible {
    let file: URL
    var description: String { "\(file.path): there is no section “== cmd”" }
  }

  /// File it was read from.
  let file: URL
  /// Lines before the first section: what the case is about.
  let about: String
  /// Names and contents of the sections, in order.
  var sections: [(name: String, text: String)]

  /// Reads the case `name`. A section runs up to the next line that begins with `== `.
  init(_ name: String) throws {
    file = Program.cases.appending(path: name + ".case")
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
    guard sections.contains(where: { $0.name == "cmd" }) else { throw Fault(file: file) }
    self.about = about
    self.sections = sections
  }

  /// The section `name`; empty where there is none.
  subscript(name: String) -> String { sections.first { $0.name == name }?.text ?? "" }

  /// Names of all cases, sorted; each is read by its own test, so that one that cannot be read fails.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Program.cases.path)) ?? []
    return files.filter { $0.hasSuffix(".case") }.map { String($0.dropLast(5)) }.sorted()
  }()

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
