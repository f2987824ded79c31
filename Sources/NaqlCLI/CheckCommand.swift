import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlRules

/// `naql check`: looks files over before they are handed on.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks XLIFF, TMX, TBX and JSON Lines files.",
    discussion: "Exits 1 where anything was found, 2 where a file could not be read.")

  @Argument(help: "Files to check; - or none: standard input.")
  var files: [String] = []

  func run() throws {
    var found = 0
    var unreadable = false
    let files = files.isEmpty ? ["-"] : files
    for file in files {
      let bytes: [UInt8]
      do throws(Diagnostic) { bytes = try FileSystem.read(file) } catch {
        StandardError.print(error)
        unreadable = true
        continue
      }
      var output = StandardOutput()
      for finding in FileCheck.findings(bytes, file: FileSystem.inputName(file)) {
        try output.write(finding.description + "\n")
        found += 1
      }
      try output.flush()
    }
    StandardError.print("\(Counted.of(files.count, "file")), \(Counted.of(found, "finding"))")
    if unreadable { throw ExitCode(2) }
    if found > 0 { throw ExitCode(1) }
  }
}
