import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The built program `naql`, run as people run it: by a shell, in a folder of its own.
enum Program {
  /// What a command printed and how it ended.
  struct Result: Equatable {
    var out: String
    var err: String
    var status: Int32
  }

  /// Root of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder of the cases.
  static let cases = root.appending(path: "Tests/Cases")

  /// There is no program to test. Nothing is skipped then: tests that did not run would look like tests that passed.
  struct Missing: Error, CustomStringConvertible {
    var description: String { "no naql is built: swift test and make test build it, as swift build does" }
  }

  /// Folders where the program may lie: beside the tests, where `swift test` builds it, else the release or debug build.
  private static let places = [
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    root.appending(path: ".build/release"), root.appending(path: ".build/debug"),
  ]

  /// The first of these that holds the program.
  static func folder() throws -> URL {
    let place = places.first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "naql").path) }
    guard let place else { throw Missing() }
    return place
  }

  /// Runs `body` with a new empty folder, which is removed afterwards.
  static func inFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "naql-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    chmod(folder.path, 0o777)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Runs a shell command with `naql` in the path, the shipped rules, and `$FILES` for the files that cases share.
  static func shell(_ command: String, in folder: URL) throws -> Result {
    let names = (out: folder.path + ".out", err: folder.path + ".err")
    defer { for name in [names.out, names.err] { try? FileManager.default.removeItem(atPath: name) } }
    for name in [names.out, names.err] { try Data().write(to: URL(fileURLWithPath: name)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    let program = try Self.folder().path
    process.environment = [
      "PATH": program + ":/usr/local/bin:/usr/bin:/bin", "NAQL_RULES": root.appending(path: "Rules").path,
      "FILES": cases.appending(path: "files").path, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "HOME": folder.path,
    ]
    // Files, not pipes: a pipe that fills up would stop a command that nobody reads from.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: names.out)
    process.standardError = FileHandle(forWritingAtPath: names.err)
    try process.run()
    process.waitUntilExit()
    return Result(
      out: String(decoding: try Data(contentsOf: URL(fileURLWithPath: names.out)), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: URL(fileURLWithPath: names.err)), as: UTF8.self),
      status: process.terminationStatus)
  }
}
